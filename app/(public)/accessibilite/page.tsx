import Link from 'next/link'
import { publicFacts } from '#app/_public/public-facts.ts'
import { TextPage } from '#app/_public/text-page.tsx'
import { currentShow } from '#app/_show/current-show.ts'

const standfirst = 'Ces pages doivent servir à tout le monde : à l’oreille, à l’œil, au clavier.'

export const generateMetadata = () =>
  publicFacts({ title: 'Accessibilité', description: standfirst, path: '/accessibilite' })

/** What we aim at, what we have checked, and whom to tell. No claim beyond what was tested. */
export default async function Page() {
  const show = await currentShow()
  return (
    <TextPage at="/accessibilite" title="Accessibilité" standfirst={standfirst}>
      <h2>Ce que vous trouverez</h2>
      <ul>
        <li>Le texte de chaque numéro, avec le nom des personnes qui parlent, et des chapitres.</li>
        <li>Un lecteur qui marche au clavier, et sans le script de la page.</li>
        <li>
          Un réglage de la taille, des couleurs et des lettres :{' '}
          <Link href="/confort" prefetch={false}>
            Mieux lire
          </Link>
          .
        </li>
        <li>Rien qui bouge ou qui démarre tout seul, et pas de temps limité.</li>
      </ul>
      <h2>Où nous en sommes</h2>
      <p>
        Nous visons les niveaux WCAG 2.2 AA et RGAA 4.1. Aucun audit n’a encore été fait par une personne
        extérieure : au sens du RGAA, le site est donc « non conforme » tant qu’il n’a pas eu lieu, et nous ne
        déclarons pas de taux de conformité.
      </p>
      <p>Ce que nous vérifions nous-mêmes, à chaque changement :</p>
      <ul>
        <li>chaque page, par un outil automatique, en clair et en sombre ;</li>
        <li>au clavier seul, avec un repère toujours visible ;</li>
        <li>sur un écran étroit, et avec un texte deux fois plus grand ;</li>
        <li>sans le script de la page.</li>
      </ul>
      <h2>Ce qui peut manquer</h2>
      <ul>
        <li>Le texte d’un passage improvisé n’est pas toujours écrit.</li>
        <li>Un numéro repris d’un ancien site peut ne pas avoir de texte ni de chapitres.</li>
        <li>Les émissions n’existent pas en langue des signes.</li>
      </ul>
      <h2>Un obstacle ?</h2>
      <p>
        {show?.ownerEmail ? (
          <>
            Dites-le-nous :{' '}
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
        <a href="https://formulaire.defenseurdesdroits.fr/">Défenseur des droits</a>, l’appeler au 09 69 39 00
        00, ou lui écrire sans timbre : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.
      </p>
    </TextPage>
  )
}
