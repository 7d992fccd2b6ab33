import type { Editor } from '@tiptap/core'
import { type FormEvent, useId } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { Dialog } from '#app/_ui/dialog.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import { blockAt, nameVoice } from './blocks-of-selection.ts'

type Props = { editor: Editor; voices: readonly string[]; open: boolean; onClose: () => void }

/** Names who says this passage: a first name, from the list or any other. */
export default function VoiceDialog({ editor, voices, open, onClose }: Props) {
  const names = useId()
  const name = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    onClose()
    nameVoice(editor, String(new FormData(event.currentTarget).get('voice')))
  }
  return (
    <Dialog title="Qui dit ce passage ?" open={open} onClose={onClose}>
      <form onSubmit={name} className="grid gap-4" key={String(open)}>
        <TextField
          label="Prénom"
          hint="Comme la personne veut être nommée. Laissez vide pour enlever le nom."
          name="voice"
          list={names}
          maxLength={80}
          autoComplete="off"
          defaultValue={blockAt(editor).by ?? ''}
        />
        <datalist id={names}>
          {voices.map((voice) => (
            <option key={voice} value={voice} />
          ))}
        </datalist>
        <Button type="submit" variant="primary">
          Garder
        </Button>
      </form>
    </Dialog>
  )
}
