'use client'
import { Check } from 'lucide-react'
import { Button } from '#app/_ui/button.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { DifferenceWords } from './difference-words.tsx'
import type { Passage } from './notes-context.tsx'
import type { ShownNote } from './shown-notes.ts'

type Props = {
  note: ShownNote
  /** The words as they stand now; `gone` when they are nowhere; null when nothing has changed. */
  rewritten: Passage | 'gone' | null
  pending: boolean
  take: (passage: Passage) => void
}

/** The passage was rewritten since other words were proposed: both are shown, nothing is done by itself. */
export function Rewritten({ note, rewritten, pending, take }: Props) {
  if (rewritten === null) return null
  if (rewritten === 'gone') {
    return (
      <FormMessage tone="warn">
        Ces mots ne sont plus dans le texte. Vous pouvez recopier ce qui vous plaît : « {note.proposed} »
      </FormMessage>
    )
  }
  return (
    <FormMessage tone="warn">
      <p>Ce passage a changé depuis. Votre texte dit maintenant : « {rewritten.quote} »</p>
      <p className="mt-2">Avec les mots proposés :</p>
      <DifferenceWords before={rewritten.quote} after={note.proposed ?? ''} />
      <div className="mt-2">
        <Button icon={<Check />} pending={pending} onClick={() => take(rewritten)}>
          Prendre quand même
        </Button>
      </div>
    </FormMessage>
  )
}
