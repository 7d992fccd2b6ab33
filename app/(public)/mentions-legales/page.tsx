import Link from 'next/link'
import type { ReactNode } from 'react'
import { publicFacts } from '#app/_public/public-facts.ts'
import { TextPage } from '#app/_public/text-page.tsx'
import { currentShow } from '#app/_show/current-show.ts'
import { theSite } from '#lib/machine/site.server.ts'
import { licenseUrl } from '#lib/publishing/license.ts'

export const generateMetadata = () => publicFacts({ title: 'Mentions légales', path: '/mentions-legales' })

const missing = 'Pas encore renseigné. Rien ne peut être publié tant qu’il manque.'
const unsaid = 'Pas encore renseigné.'

/** Who answers for what is published here. What is missing is said, not hidden. */
export default async function Page() {
  const show = await currentShow()
  const { publisherAddress, hostedBy } = theSite()
  const license = show && licenseUrl(show.license, '')
  return (
    <TextPage at="/mentions-legales" title="Mentions légales">
      <dl className="grid grid-cols-1 gap-5">
        <Duty name="Éditeur">{show?.publisher || missing}</Duty>
        <Duty name="Adresse de l’éditeur">{publisherAddress ?? unsaid}</Duty>
        <Duty name="Direction de la publication">{show?.director || missing}</Duty>
        <Duty name="Nous écrire">
          {show?.ownerEmail ? (
            <a href={`mailto:${show.ownerEmail}`} className="wrap-anywhere">
              {show.ownerEmail}
            </a>
          ) : (
            missing
          )}
        </Duty>
        <Duty name="Nous appeler">{show?.contact || unsaid}</Duty>
        <Duty name="Hébergement du site">{hostedBy ?? unsaid}</Duty>
        {show?.station && <Duty name="Diffusion à la radio">{show.station}</Duty>}
        <Duty name="Réutiliser les émissions">
          {license ? (
            <>
              Les émissions sont sous licence <a href={license}>{show?.license.toUpperCase()}</a>. Les
              musiques restent à leurs auteurs.
            </>
          ) : (
            'Tous droits réservés. Demandez-nous avant de réutiliser un extrait.'
          )}
        </Duty>
        <Duty name="Répondre à ce qui a été dit">
          Une personne nommée ou reconnaissable peut demander à répondre, gratuitement, dans les trois mois.
          Écrivez à la direction de la publication, à l’adresse ci-dessus, en disant de quel passage il
          s’agit.
        </Duty>
        <Duty name="Signaler un contenu">
          Un passage vous paraît contraire à la loi ? Écrivez-nous avec l’adresse de la page et le moment.
          Nous écoutons, et nous retirons ce qui doit l’être.
        </Duty>
        <Duty name="Vos données">
          Ce que nous savons de vous, et ce que vous pouvez demander :{' '}
          <Link href="/vos-donnees" prefetch={false}>
            Vos données
          </Link>
          .
        </Duty>
      </dl>
    </TextPage>
  )
}

function Duty({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="font-bold">{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
