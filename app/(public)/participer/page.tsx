import Link from 'next/link'
import { Fragment } from 'react'
import { publicFacts } from '#app/_public/public-facts.ts'
import { TextPage } from '#app/_public/text-page.tsx'
import { currentLists, currentShow } from '#app/_show/current-show.ts'
import { houseAddresses, shelfPath } from '#lib/publishing/shelves.ts'

const standfirst =
  'L’émission est faite par des habitantes et des habitants. Vous pouvez venir comme vous êtes.'

export const generateMetadata = () =>
  publicFacts({ title: 'Participer', description: standfirst, path: '/participer' })

/** How to come by: no skill is asked for, and no commitment. */
export default async function Page() {
  const [show, { houses, rubrics }] = await Promise.all([currentShow(), currentLists()])
  return (
    <TextPage at="/participer" title="Participer" standfirst={standfirst}>
      <h2>Ce que vous pouvez faire</h2>
      <ul>
        <li>Raconter quelque chose : une idée, une recette, un souvenir, un coup de gueule.</li>
        <li>Poser des questions à quelqu’un, avec un téléphone.</li>
        <li>Lire un texte au micro, ou seulement écouter et donner votre avis.</li>
      </ul>
      <p>Il n’y a rien à savoir avant. On écrit à deux, on recommence, on choisit ce qu’on garde.</p>
      {rubrics.length > 0 && (
        <>
          <h2>De quoi on parle</h2>
          <p>
            {rubrics.map(({ id, slug, name }) => (
              <Fragment key={id}>
                <Link href={shelfPath('rubric', slug)} prefetch={false}>
                  {name}
                </Link>
                {', '}
              </Fragment>
            ))}
            et ce que vous apporterez.
          </p>
        </>
      )}
      {houses.length > 0 && (
        <>
          <h2>Où venir</h2>
          <ul>
            {houseAddresses(houses).map(({ id, slug, name }) => (
              <li key={id}>
                <Link href={shelfPath('house', slug)} prefetch={false}>
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>Nous joindre</h2>
      <p>
        {show?.contact && `Par téléphone : ${show.contact}. `}
        {show?.ownerEmail && (
          <>
            Par écrit :{' '}
            <a href={`mailto:${show.ownerEmail}`} className="wrap-anywhere">
              {show.ownerEmail}
            </a>
            .
          </>
        )}
        {!show?.contact && !show?.ownerEmail && 'Poussez la porte d’une des maisons.'}
      </p>
      <p>
        Un mot vous échappe ?{' '}
        <Link href="/mots-de-la-radio" prefetch={false}>
          Les mots de la radio
        </Link>
        .
      </p>
    </TextPage>
  )
}
