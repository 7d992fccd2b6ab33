'use client'
import type { Editor } from '@tiptap/core'
import { AudioLines } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { Dialog } from '#app/_ui/dialog.tsx'
import { SelectField } from '#app/_ui/select-field.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import { ToolButton } from './tool-button.tsx'

type Props = { editor: Editor; active: boolean; sounds: readonly { id: string; title: string }[] }

/** Marks where a sound plays: one of the story's, or only its name as long as it is not recorded. */
export function SoundCueButton({ editor, active, sounds }: Props) {
  const [open, setOpen] = useState(false)
  const cue = active ? editor.getAttributes('soundCue') : {}
  const place = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const clipId = String(form.get('clipId') ?? '') || null
    const typed = String(form.get('label')).trim()
    const label = typed || (sounds.find((sound) => sound.id === clipId)?.title ?? '')
    setOpen(false)
    editor.chain().focus().insertContent({ type: 'soundCue', attrs: { clipId, label } }).run()
  }
  return (
    <>
      <ToolButton icon={<AudioLines />} pressed={active} onPress={() => setOpen(true)}>
        Son
      </ToolButton>
      <Dialog title="Un son passe ici" open={open} onClose={() => setOpen(false)}>
        <form onSubmit={place} className="grid gap-4" key={String(open)}>
          {sounds.length > 0 && (
            <SelectField
              label="Lequel ?"
              name="clipId"
              placeholder="Pas encore enregistré"
              options={sounds.map((sound) => ({ value: sound.id, label: sound.title }))}
              defaultValue={String(cue.clipId ?? '')}
            />
          )}
          <TextField
            label="Nom du son"
            hint="Par exemple : le moulin de Zohra."
            name="label"
            maxLength={200}
            autoComplete="off"
            defaultValue={String(cue.label ?? '')}
          />
          <Button type="submit" variant="primary">
            Placer le son
          </Button>
        </form>
      </Dialog>
    </>
  )
}
