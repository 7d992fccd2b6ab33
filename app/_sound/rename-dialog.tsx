'use client'
import { useEffect } from 'react'
import { useAct } from '#app/_door/use-act.ts'
import { Dialog } from '#app/_ui/dialog.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import { renameSoundAction } from './actions.ts'

type Props = { sound: { id: string; title: string }; open: boolean; close: () => void }

/** A better name for a sound. */
export function RenameDialog({ sound, open, close }: Props) {
  const rename = useAct(renameSoundAction)
  const isDone = rename.outcome?.ok === true
  // biome-ignore lint/correctness/useExhaustiveDependencies: closes once for each answer, not for each render.
  useEffect(() => {
    if (isDone) close()
  }, [rename.round])
  return (
    <Dialog title="Renommer le son" open={open} onClose={close}>
      <form action={rename.send} className="grid gap-4" key={rename.round}>
        <input type="hidden" name="clipId" value={sound.id} />
        <TextField
          label="Nom du son"
          name="title"
          defaultValue={rename.given('title', sound.title)}
          error={rename.error('title')}
          autoComplete="off"
        />
        <FormMessage tone="error">{isDone ? null : rename.words}</FormMessage>
        <SubmitButton>Garder ce nom</SubmitButton>
      </form>
    </Dialog>
  )
}
