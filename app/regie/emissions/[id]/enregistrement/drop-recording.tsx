'use client'
import { Undo2 } from 'lucide-react'
import { useAct } from '#app/_door/use-act.ts'
import { DialogButton } from '#app/_ui/dialog-button.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { dropRecordingAction } from './actions.ts'

/** Back to one sound for each line. The cut is lost, so the button says so first. */
export function DropRecording({ episodeId, title }: { episodeId: string; title: string }) {
  const { send, words, tone } = useAct(dropRecordingAction)
  return (
    <div>
      <DialogButton
        label="Ne plus utiliser cet enregistrement"
        title="Ne plus utiliser cet enregistrement ?"
        variant="danger"
        icon={<Undo2 />}
      >
        <p>
          Chaque ligne reprend son propre son. « {title} » reste dans les sons ; son découpage, lui, est
          oublié.
        </p>
        <form action={send} className="grid gap-3">
          <input type="hidden" name="episodeId" value={episodeId} />
          <FormMessage tone={tone}>{words}</FormMessage>
          <SubmitButton variant="danger" icon={<Undo2 />}>
            Ne plus l’utiliser
          </SubmitButton>
        </form>
      </DialogButton>
    </div>
  )
}
