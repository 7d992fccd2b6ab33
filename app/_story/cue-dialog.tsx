import type { Editor } from '@tiptap/core'
import { Dialog } from '#app/_ui/dialog.tsx'
import { cueOf } from '#lib/story/clean.ts'
import { emptyCue, type SoundCue } from '#lib/story/sound-cue.ts'
import { CueForm } from './cue-form.tsx'
import type { StorySound } from './story-sound.ts'

type Props = { editor: Editor; sounds: readonly StorySound[]; open: boolean; onClose: () => void }

/** Marks where a sound plays: which one, from where to where, and the words at both ends. */
export default function CueDialog({ editor, sounds, open, onClose }: Props) {
  const isOld = editor.isActive('soundCue')
  const place = (attrs: SoundCue) => {
    onClose()
    editor.chain().focus().insertContent({ type: 'soundCue', attrs }).run()
  }
  return (
    <Dialog title={isOld ? 'Changer ce son' : 'Un son passe ici'} open={open} onClose={onClose}>
      {open && (
        <CueForm
          cue={isOld ? cueOf(editor.getAttributes('soundCue')) : emptyCue}
          sounds={sounds}
          onPlace={place}
        />
      )}
    </Dialog>
  )
}
