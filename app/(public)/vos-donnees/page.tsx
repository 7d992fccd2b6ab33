import type { Metadata } from 'next'
import Link from 'next/link'
import { TextPage } from '#app/_public/text-page.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { findShow } from '#lib/episode/show.server.ts'

export const metadata: Metadata = { title: 'Vos données' }

/** What is known of listeners (nothing) and of those who speak, in plain words. */
export default async function Page() {
  const show = await findShow(theDb())
  return (
    <TextPage
      at="/vos-donnees"
      title="Vos données"
      standfirst="Vous pouvez écouter et lire sans compte, sans bandeau, sans être suivi."
    >
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
        <li>Vous pouvez demander qu’un texte ou un son ne soit pas publié.</li>
      </ul>
      <h2>Changer d’avis</h2>
      <p>
        Vous pouvez demander à voir, à corriger ou à retirer ce qui vous concerne. Une voix retirée disparaît
        du site et du podcast. Les copies déjà téléchargées par d’autres ne peuvent pas être reprises.
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
