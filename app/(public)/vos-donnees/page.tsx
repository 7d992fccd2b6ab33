import Link from 'next/link'
import { publicFacts } from '#app/_public/public-facts.ts'
import { TextPage } from '#app/_public/text-page.tsx'
import { currentShow } from '#app/_show/current-show.ts'
import { theSite } from '#lib/machine/site.server.ts'

const title = 'Vos données'
const standfirst = 'Vous pouvez écouter et lire sans compte, sans bandeau, sans être suivi.'

export const generateMetadata = () => publicFacts({ title, description: standfirst, path: '/vos-donnees' })

/** What is known of listeners (nothing) and of those who speak, in plain words. */
export default async function Page() {
  const show = await currentShow()
  const { hostedBy } = theSite()
  return (
    <TextPage at="/vos-donnees" title={title} standfirst={standfirst}>
      <h2>Si vous écoutez</h2>
      <ul>
        <li>Nous ne gardons ni votre nom, ni votre adresse internet, ni ce que vous écoutez.</li>
        <li>Aucun outil de mesure d’une autre entreprise n’est sur ces pages.</li>
        <li>
          Nous comptons combien de fois chaque numéro est téléchargé, pas par qui :{' '}
          <Link href="/methode" prefetch={false}>
            comment nous comptons
          </Link>
          .
        </li>
        <li>
          Votre place dans un numéro reste dans la mémoire de votre appareil. Si vous choisissez une taille de
          lettres ou des couleurs, ce choix y reste aussi.
        </li>
      </ul>
      <h2>Si vous participez</h2>
      <ul>
        <li>
          Nous gardons votre prénom, votre maison, vos textes et vos sons, et votre e-mail si vous l’avez
          donné.
        </li>
        <li>Nous ne demandons ni date de naissance, ni adresse, ni nationalité.</li>
        <li>Si vous parlez dans un son : votre accord, sa date, et ce à quoi vous avez dit oui.</li>
        <li>Une page à votre nom sur ce site, seulement si vous l’avez demandée.</li>
        <li>Vous pouvez demander qu’un texte ou un son ne soit pas publié.</li>
      </ul>
      <h2>Pourquoi, et combien de temps</h2>
      <ul>
        <li>
          Nous gardons cela pour préparer et diffuser l’émission. Votre voix passe à la radio et sur internet
          parce que vous avez dit oui ; vous pouvez dire non plus tard.
        </li>
        <li>
          Votre compte, vos textes et vos sons restent tant que vous participez. Ce que vous mettez à la
          corbeille est effacé après 30 jours. Les numéros publiés restent en ligne.
        </li>
        <li>
          L’équipe de l’émission y a accès, et la radio reçoit l’émission finie. Rien n’est vendu, rien n’est
          donné à d’autres.
        </li>
        {hostedBy && <li>Le site est hébergé par : {hostedBy}.</li>}
      </ul>
      <h2>Changer d’avis</h2>
      <p>
        Vous pouvez demander à voir, à corriger, à emporter ou à retirer ce qui vous concerne, ou refuser
        qu’on s’en serve. Nous répondons dans le mois. Une voix retirée disparaît du site et du podcast. Les
        copies déjà téléchargées par d’autres ne peuvent pas être reprises.
      </p>
      <p>
        {show?.ownerEmail ? (
          <>
            Écrivez à{' '}
            <a href={`mailto:${show.ownerEmail}`} className="wrap-anywhere">
              {show.ownerEmail}
            </a>
            {show.contact && ` ou appelez : ${show.contact}`}.
          </>
        ) : (
          'Demandez à la maison de quartier : l’adresse n’est pas encore renseignée.'
        )}{' '}
        {show?.publisher && `Le responsable est ${show.publisher}.`}
      </p>
      <p>
        Si la réponse ne vous convient pas, vous pouvez vous adresser à la{' '}
        <a href="https://www.cnil.fr/">CNIL</a>.
      </p>
    </TextPage>
  )
}
