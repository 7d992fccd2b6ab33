'use client'
import type { Editor } from '@tiptap/core'
import { MicVocal } from 'lucide-react'
import { type FormEvent, useId, useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { Dialog } from '#app/_ui/dialog.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import { nameVoice } from './blocks-of-selection.ts'
import { ToolButton } from './tool-button.tsx'

type Props = {
  editor: Editor
  /** Who says this passage now, empty for nobody in particular; null where nobody speaks. */
  by: string | null
  voices: readonly string[]
}

/** Names who says this passage: a first name, from the list or any other. */
export function VoiceButton({ editor, by, voices }: Props) {
  const [open, setOpen] = useState(false)
  const names = useId()
  const name = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setOpen(false)
    nameVoice(editor, String(new FormData(event.currentTarget).get('voice')))
  }
  return (
    <>
      <ToolButton icon={<MicVocal />} disabled={by === null} onPress={() => setOpen(true)}>
        {by || 'Qui parle'}
      </ToolButton>
      <Dialog title="Qui dit ce passage ?" open={open} onClose={() => setOpen(false)}>
        <form onSubmit={name} className="grid gap-4" key={String(open)}>
          <TextField
            label="Prénom"
            hint="Comme la personne veut être nommée. Laissez vide pour enlever le nom."
            name="voice"
            list={names}
            maxLength={80}
            autoComplete="off"
            defaultValue={by ?? ''}
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
    </>
  )
}
