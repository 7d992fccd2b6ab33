'use client'
import { Button } from '#app/_ui/button.tsx'
import { ErrorNote } from '#app/_ui/error-note.tsx'
import { FileButton } from './file-button.tsx'
import type { NoMicrophone } from './microphone.ts'
import { MicrophoneHelp } from './microphone-help.tsx'
import { sendFile } from './sendings.ts'

const why: Record<NoMicrophone, string> = {
  refused: 'Le téléphone ne laisse pas passer le micro.',
  missing: 'Cet appareil n’a pas de micro, ou il n’est pas branché. Branchez-le, ou prenez un téléphone.',
  busy: 'Le micro est déjà pris, par un appel peut-être. Raccrochez, puis réessayez.',
  unable:
    'Ce navigateur ne sait pas enregistrer. Enregistrez avec le dictaphone du téléphone, puis déposez le fichier ici.',
}

type Props = {
  why: NoMicrophone
  /** Of a sound that is handed over instead; null where only the voice itself will do. */
  whose: { memberId: string; storyId: string | null; passage?: string } | null
  retry: () => void
  close: () => void
}

/** No microphone: why, where to say yes, and the other way. */
export function NoMicrophoneNote({ why: reason, whose, retry, close }: Props) {
  return (
    <ErrorNote title={why[reason]} safe="Vos textes et vos sons sont là, rien n’est perdu.">
      {reason === 'refused' && <MicrophoneHelp />}
      <Button variant="quiet" onClick={close}>
        Plus tard
      </Button>
      {whose && (
        <FileButton
          onFile={(file) => {
            void sendFile(file, whose)
            close()
          }}
        />
      )}
      {reason !== 'unable' && (
        <Button variant="primary" onClick={retry}>
          Réessayer
        </Button>
      )}
    </ErrorNote>
  )
}
