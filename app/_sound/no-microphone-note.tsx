'use client'
import { Button } from '#app/_ui/button.tsx'
import { ErrorNote } from '#app/_ui/error-note.tsx'
import type { NoMicrophone } from './microphone.ts'

const otherwise: Record<Exclude<NoMicrophone, 'refused'>, string> = {
  missing: 'Cet appareil n’a pas de micro, ou il n’est pas branché. Branchez-le, ou prenez un téléphone.',
  busy: 'Le micro est déjà pris, par un appel peut-être. Raccrochez, puis réessayez.',
  unable:
    'Ce navigateur ne sait pas enregistrer. Enregistrez avec le dictaphone du téléphone, puis déposez le fichier ici.',
}

type Props = { why: NoMicrophone; retry: () => void; close: () => void }

/** No microphone: why, and where to say yes. */
export function NoMicrophoneNote({ why, retry, close }: Props) {
  const title = why === 'refused' ? 'Le téléphone ne laisse pas passer le micro.' : otherwise[why]
  return (
    <ErrorNote title={title} safe="Vos textes et vos sons sont là, rien n’est perdu.">
      {why === 'refused' && (
        <details className="basis-full">
          <summary className="min-h-12 py-2 font-bold underline underline-offset-4">
            Touchez ici, on vous montre où dire oui
          </summary>
          <ol className="grid list-decimal gap-2 py-2 pl-6">
            {whereToSayYes(navigator.userAgent).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        </details>
      )}
      <Button onClick={close}>Plus tard</Button>
      <Button variant="primary" onClick={retry}>
        Réessayer
      </Button>
    </ErrorNote>
  )
}

function whereToSayYes(browser: string): string[] {
  if (/iPhone|iPad/.test(browser))
    return [
      'Touchez le bouton à gauche de l’adresse, en bas ou en haut de l’écran.',
      'Touchez les trois points, puis « Réglages du site web ».',
      'À la ligne « Microphone », choisissez « Autoriser ».',
      'Revenez ici et touchez « Réessayer ».',
    ]
  const first = /Android/.test(browser) ? 'Touchez' : 'Cliquez sur'
  return [
    `${first} le petit signe à gauche de l’adresse, en haut de l’écran.`,
    `${first} « Autorisations » si ce mot est là.`,
    'À la ligne « Microphone », choisissez « Autoriser ».',
    'Revenez ici et touchez « Réessayer ».',
  ]
}
