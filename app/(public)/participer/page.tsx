import type { Metadata } from 'next'
import Link from 'next/link'
import { TextPage } from '#app/_public/text-page.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { findShow, readLists } from '#lib/episode/show.server.ts'

export const metadata: Metadata = { title: 'Participer' }

/** How to come by: no skill is asked for, and no commitment. */
export default async function Page() {
  const [show, { houses, rubrics }] = await Promise.all([findShow(theDb()), readLists(theDb())])
  return (
    <TextPage
      at="/participer"
      title="Participer"
      standfirst="L’émission est faite par des habitantes et des habitants. Vous pouvez venir comme vous êtes."
    >
      <h2>Ce que vous pouvez faire</h2>
      <ul>
        <li>Raconter quelque chose : une idée, une recette, un souvenir, un coup de gueule.</li>
        <li>Poser des questions à quelqu’un, avec un téléphone.</li>
        <li>Lire un texte au micro, ou seulement écouter et donner votre avis.</li>
      </ul>
      <p>Il n’y a rien à savoir avant. On écrit à deux, on recommence, on choisit ce qu’on garde.</p>
      {rubrics.length > 0 && (
        <>
          <h2>De quoi on parle</h2>
          <p>{rubrics.map((rubric) => rubric.name).join(', ')}, et ce que vous apporterez.</p>
        </>
      )}
      {houses.length > 0 && (
        <>
          <h2>Où venir</h2>
          <ul>
            {houses.map((house) => (
              <li key={house.id}>{house.name}</li>
            ))}
          </ul>
        </>
      )}
      <h2>Nous joindre</h2>
      <p>
        {show?.contact && `Par téléphone : ${show.contact}. `}
        {show?.ownerEmail && (
          <>
            Par écrit :{' '}
            <a href={`mailto:${show.ownerEmail}`} className="wrap-anywhere">
              {show.ownerEmail}
            </a>
            .
          </>
        )}
        {!show?.contact && !show?.ownerEmail && 'Poussez la porte d’une des maisons.'}
      </p>
      <p>
        Un mot vous échappe ?{' '}
        <Link href="/mots-de-la-radio" prefetch={false}>
          Les mots de la radio
        </Link>
        .
      </p>
    </TextPage>
  )
}
