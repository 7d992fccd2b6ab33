import { Phone } from 'lucide-react'
import { InstallHint } from '#app/_device/install-hint.tsx'
import { requireActor } from '#app/_door/session.ts'
import { currentShow } from '#app/_show/current-show.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { Card } from '#app/_ui/card.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'

export const metadata = { title: 'Aide' }

/** Where a member finds a hand, and the four answers that most of them look for. */
export default async function Page() {
  await requireActor('/aide')
  const contact = (await currentShow())?.contact
  return (
    <div className="grid max-w-2xl gap-6">
      <PageHeader title="Besoin d’un coup de main ?" />
      {contact ? (
        <p>
          <ButtonLink href={`tel:${contact.replaceAll(/[^+\d]/g, '')}`} variant="primary" icon={<Phone />}>
            Appeler la maison : {unbroken(contact)}
          </ButtonLink>
        </p>
      ) : (
        <p>
          Demandez à la coordination de votre maison : elle voit votre texte et peut le continuer avec vous.
        </p>
      )}
      <Card title="Est-ce que mon texte est gardé ?">
        <p>
          Oui, dès que vous lisez « C’est gardé ». Sans réseau, il reste sur ce téléphone et part tout seul
          ensuite.
        </p>
      </Card>
      <Card title="Le micro ne marche pas">
        <p>
          Le téléphone demande si La Bobine peut utiliser le micro : répondez oui. Sinon, touchez le cadenas à
          côté de l’adresse, puis Micro, puis Autoriser.
        </p>
      </Card>
      <Card title="J’ai perdu ma carte">
        <p>Pas grave. Appelez la maison, on en refait une ; l’ancienne ne marchera plus.</p>
      </Card>
      <InstallHint />
      <Card title="Ce téléphone n’est pas à moi">
        <p>
          Touchez « Ce n’est pas moi » en haut de la page : vos textes se ferment sur ce téléphone et restent
          gardés.
        </p>
      </Card>
    </div>
  )
}

/** A telephone number stays on one line. */
const unbroken = (words: string) => words.replaceAll(/(?<=\d) (?=\d)/g, '\u00a0')
