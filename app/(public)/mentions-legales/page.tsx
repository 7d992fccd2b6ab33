import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { TextPage } from '#app/_public/text-page.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { findShow } from '#lib/episode/show.server.ts'
import { licenseUrl } from '#lib/publishing/license.ts'

export const metadata: Metadata = { title: 'Mentions légales' }

const missing = 'pas encore renseigné. Rien ne peut être publié tant qu’il manque.'

/** Who answers for what is published here. What is missing is said, not hidden. */
export default async function Page() {
  const show = await findShow(theDb())
  const license = show && licenseUrl(show.license, '')
  return (
    <TextPage at="/mentions-legales" title="Mentions légales">
      <dl className="grid grid-cols-1 gap-5">
        <Duty name="Éditeur">{show?.publisher || missing}</Duty>
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
        {show?.contact && <Duty name="Nous appeler">{show.contact}</Duty>}
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
          Une personne citée peut demander à répondre. Écrivez ou appelez : la demande est transmise à la
          direction de la publication.
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
