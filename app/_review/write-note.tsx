'use client'
import { Send } from 'lucide-react'
import { useEffect } from 'react'
import { useAct } from '#app/_door/use-act.ts'
import { Dialog } from '#app/_ui/dialog.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { TextArea } from '#app/_ui/text-area.tsx'
import { showToast } from '#app/_ui/toast-store.ts'
import { addNoteAction } from './actions.ts'
import { type Passage, useNotes } from './notes-context.tsx'

export type NoteKind = 'suggestion' | 'comment'
type Props = {
  kind: NoteKind
  passage: Passage | null
  open: boolean
  onClose: () => void
  /** Instead of `onClose`, once it is stored. */
  onSent?: () => void
}

/** Other words for a passage, or a remark on it, or on the text as a whole. */
export function WriteNote({ kind, passage, open, onClose, onSent = onClose }: Props) {
  const title = kind === 'suggestion' ? 'Proposer d’autres mots' : 'Faire une remarque'
  return (
    <Dialog title={title} open={open} onClose={onClose}>
      {open && <NoteForm kind={kind} passage={passage} onSent={onSent} />}
    </Dialog>
  )
}

function NoteForm({
  kind,
  passage,
  onSent,
}: {
  kind: NoteKind
  passage: Passage | null
  onSent: () => void
}) {
  const { storyId } = useNotes()
  const { send, outcome, words, tone, error, given, round } = useAct(addNoteAction)
  useEffect(() => {
    if (!outcome?.ok) return
    onSent()
    showToast({ text: kind === 'suggestion' ? 'C’est proposé. Le texte n’a pas changé.' : 'C’est dit.' })
  }, [outcome, kind, onSent])
  const place = passage ?? { line: 0, from: 0, to: 0, quote: '' }
  return (
    <form action={send} className="grid gap-4" noValidate key={round}>
      <input type="hidden" name="storyId" value={storyId} />
      {(['line', 'from', 'to'] as const).map((name) => (
        <input key={name} type="hidden" name={name} value={place[name]} />
      ))}
      {/* A field, not a hidden input, which would fold its line breaks. */}
      <textarea name="quote" defaultValue={place.quote} hidden />
      {place.quote !== '' && <p className="note-quote">« {place.quote} »</p>}
      {kind === 'suggestion' && (
        <TextArea
          label="Vos mots à la place"
          hint="Laissez vide pour proposer de retirer ces mots."
          name="proposed"
          rows={3}
          error={error('proposed')}
          defaultValue={given('proposed', place.quote)}
        />
      )}
      <TextArea
        label={kind === 'suggestion' ? 'Pourquoi ?' : 'Votre remarque'}
        optional={kind === 'suggestion'}
        name="body"
        rows={2}
        error={error('body')}
        defaultValue={given('body')}
      />
      <FormMessage tone={tone}>{words}</FormMessage>
      <SubmitButton icon={<Send />}>{kind === 'suggestion' ? 'Proposer' : 'Envoyer'}</SubmitButton>
    </form>
  )
}
