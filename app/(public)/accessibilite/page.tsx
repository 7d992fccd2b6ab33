import type { Metadata } from 'next'
import Link from 'next/link'
import { TextPage } from '#app/_public/text-page.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { findShow } from '#lib/episode/show.server.ts'

export const metadata: Metadata = { title: 'Accessibilité' }

/** What we aim at, what we have checked, and whom to tell. No claim beyond what was tested. */
export default async function Page() {
  const show = await findShow(theDb())
  return (
    <TextPage
      at="/accessibilite"
      title="Accessibilité"
      standfirst="Ces pages doivent servir à tout le monde : à l’oreille, à l’œil, au clavier."
    >
      <h2>Ce que vous trouverez</h2>
      <ul>
        <li>Le texte de chaque numéro, avec le nom des personnes qui parlent, et des chapitres.</li>
        <li>Un lecteur qui marche au clavier, et sans le script de la page.</li>
        <li>
          Un réglage de la taille, des couleurs et des lettres :{' '}
          <Link href="/confort" prefetch={false}>
            Mieux lire
          </Link>
          .
        </li>
        <li>Rien qui bouge ou qui démarre tout seul, et pas de temps limité.</li>
      </ul>
      <h2>Où nous en sommes</h2>
      <p>
        Nous visons les niveaux WCAG 2.2 AA et RGAA 4.1. Les pages sont vérifiées par un outil à chaque
        changement. Aucun audit n’a encore été fait par une personne extérieure : nous ne déclarons donc pas
        de taux de conformité.
      </p>
      <h2>Un obstacle ?</h2>
      <p>
        {show?.ownerEmail ? (
          <>
            Dites-le-nous :{' '}
            <a href={`mailto:${show.ownerEmail}`} className="wrap-anywhere">
              {show.ownerEmail}
            </a>
            {show.contact && ` ou ${show.contact}`}.
          </>
        ) : (
          'Dites-le à la maison de quartier.'
        )}{' '}
        Nous vous donnons ce que vous cherchiez, sous une autre forme si besoin, puis nous réparons.
      </p>
      <p>
        Sans réponse de notre part, vous pouvez écrire au{' '}
        <a href="https://formulaire.defenseurdesdroits.fr/">Défenseur des droits</a>.
      </p>
    </TextPage>
  )
}
