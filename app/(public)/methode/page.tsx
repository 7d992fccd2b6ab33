import Link from 'next/link'
import { publicFacts } from '#app/_public/public-facts.ts'
import { TextPage } from '#app/_public/text-page.tsx'
import { dayWords } from '#app/_public/when-words.ts'
import { LISTED_ON } from '#lib/report/known-machines.ts'

const title = 'Comment nous comptons'
const standfirst =
  'Nous comptons des téléchargements, sans suivre personne. Voici comment, et ce que nos chiffres ne disent pas.'

export const generateMetadata = () => publicFacts({ title, description: standfirst, path: '/methode' })

/** How downloads are counted, for listeners and for those who read our figures. */
export default function Page() {
  return (
    <TextPage at="/methode" title={title} standfirst={standfirst}>
      <Counted />
      <Kept />
      <Shown />
      <Limits />
    </TextPage>
  )
}

function Counted() {
  return (
    <>
      <h2>Ce que nous comptons</h2>
      <ul>
        <li>
          Un téléchargement : une minute de son d’un numéro est vraiment partie de chez nous. Si le numéro
          dure moins d’une minute, il faut qu’il soit parti en entier.
        </li>
        <li>Au plus une fois par jour pour un même appareil et un même numéro.</li>
        <li>
          Un passage envoyé deux fois ne compte qu’une fois. La version légère compte pour le même numéro.
        </li>
      </ul>
      <h2>Ce que nous ne comptons pas</h2>
      <ul>
        <li>Les robots : moteurs de recherche, annuaires, vérifications automatiques.</li>
        <li>Les demandes qui viennent de centres de données, où personne n’écoute.</li>
        <li>Une demande sans son : un essai de l’application, un fichier déjà reçu qui n’a pas changé.</li>
        <li>Les pages lues.</li>
        <li>L’écoute à la radio.</li>
      </ul>
    </>
  )
}

function Kept() {
  return (
    <>
      <h2>Ce que nous gardons</h2>
      <p>
        Des nombres, rien d’autre : combien de téléchargements pour tel numéro, tel jour, avec telle
        application.
      </p>
      <p>
        Pour ne pas compter deux fois, l’ordinateur fabrique un repère à partir du début de l’adresse internet
        et du nom de l’application. Ce repère ne permet pas de retrouver l’adresse. Il reste dans la mémoire
        de l’ordinateur, il n’est écrit nulle part, et il est effacé chaque jour à minuit.
      </p>
      <p>
        Le reste est expliqué à la page{' '}
        <Link href="/vos-donnees" prefetch={false}>
          Vos données
        </Link>
        .
      </p>
    </>
  )
}

function Shown() {
  return (
    <>
      <h2>Ce que nous montrons</h2>
      <ul>
        <li>En dessous de 5, nous écrivons « moins de 5 », pour que personne ne se reconnaisse.</li>
        <li>
          Au-dessus, nous arrondissons à 5 en dessous : 5, 10, 15… Nous n’annonçons jamais plus que ce que
          nous avons compté. Un total peut donc dépasser la somme de ses lignes.
        </li>
        <li>Un numéro compte pour chacune de ses rubriques.</li>
      </ul>
    </>
  )
}

function Limits() {
  return (
    <>
      <h2>Ce que nos chiffres ne disent pas</h2>
      <ul>
        <li>Un téléchargement n’est pas une personne, ni une écoute jusqu’au bout.</li>
        <li>
          Deux personnes du même quartier qui ont la même application sur le même appareil peuvent compter
          pour une. La même personne sur deux appareils compte pour deux.
        </li>
        <li>
          Une personne qui écoute sur deux jours compte deux fois. Ne lisez pas ces chiffres comme un public.
        </li>
        <li>
          Certaines applications gardent une copie chez elles, et la donnent à leurs auditeurs : ceux-là, nous
          ne les voyons pas.
        </li>
        <li>
          Un son coupé en route compte pour ce qui est parti. Une petite partie a pu se perdre sur le réseau.
        </li>
        <li>
          Nos listes de robots et de centres de données sont faites à la main, le {dayWords(LISTED_ON)}. Il en
          manque.
        </li>
        <li>
          Quand le site redémarre, les repères du jour sont perdus : quelqu’un peut être compté une fois de
          plus.
        </li>
      </ul>
      <p>
        Nous suivons les règles du métier, écrites par l’IAB (Podcast Measurement Technical Guidelines 2),
        mais personne ne les a vérifiées chez nous.
      </p>
    </>
  )
}
