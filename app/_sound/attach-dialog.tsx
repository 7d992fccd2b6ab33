'use client'
import { useEffect } from 'react'
import { useAct } from '#app/_door/use-act.ts'
import { Dialog } from '#app/_ui/dialog.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { SelectField } from '#app/_ui/select-field.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { attachSoundAction } from './actions.ts'

type Props = {
  sound: { id: string; storyId: string | null }
  stories: readonly { value: string; label: string }[]
  open: boolean
  close: () => void
}

/** Puts a sound into a story. */
export function AttachDialog({ sound, stories, open, close }: Props) {
  const attach = useAct(attachSoundAction)
  const isDone = attach.outcome?.ok === true
  // biome-ignore lint/correctness/useExhaustiveDependencies: closes once for each answer, not for each render.
  useEffect(() => {
    if (isDone) close()
  }, [attach.round])
  return (
    <Dialog title="Ranger dans un sujet" open={open} onClose={close}>
      <form action={attach.send} className="grid gap-4" key={attach.round}>
        <input type="hidden" name="clipId" value={sound.id} />
        <SelectField
          label="Sujet"
          name="storyId"
          placeholder="Aucun sujet"
          options={stories}
          defaultValue={sound.storyId ?? ''}
          error={attach.error('storyId')}
        />
        <FormMessage tone="error">{isDone ? null : attach.words}</FormMessage>
        <SubmitButton>Ranger ici</SubmitButton>
      </form>
    </Dialog>
  )
}
