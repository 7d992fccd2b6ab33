'use client'
import { History, Undo2 } from 'lucide-react'
import { Button } from '#app/_ui/button.tsx'
import { FoldSummary } from '#app/_ui/fold-summary.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import type { NoteOutcome } from '#lib/db/schema.ts'
import { DifferenceWords } from './difference-words.tsx'
import type { ShownNote } from './shown-notes.ts'
import { useNoteDeeds } from './use-note-deeds.ts'

const outcomes: Record<NoteOutcome, string> = {
  resolved: 'C’est réglé',
  taken: 'Les mots proposés ont été pris',
  kept: 'Le texte est resté comme il était',
  withdrawn: 'Retiré par la personne qui l’avait écrit',
}

/** What was said before and is settled: folded away, never lost. */
export function PastNotes({ notes }: { notes: readonly ShownNote[] }) {
  return (
    <details className="note-past">
      <FoldSummary icon={<History />}>Déjà regardé ({notes.length})</FoldSummary>
      <ul className="mt-2 grid gap-3">
        {notes.map((note) => (
          <li key={note.id}>
            <PastNote note={note} />
          </li>
        ))}
      </ul>
    </details>
  )
}

function PastNote({ note }: { note: ShownNote }) {
  const { reopen, refused, pending } = useNoteDeeds(note)
  if (!note.closed) return null
  const { outcome, by } = note.closed
  return (
    <div className="note-card">
      <p className="font-bold">
        {outcomes[outcome]}
        {by && outcome !== 'withdrawn' && ` · ${by}`}
      </p>
      <p className="text-small text-ink-2">
        {note.by.name}, {note.when}
      </p>
      {note.proposed === null ? (
        note.quote && <p>« {note.quote} »</p>
      ) : (
        <DifferenceWords before={note.quote} after={note.proposed} />
      )}
      {note.body && <p className="whitespace-pre-wrap">{note.body}</p>}
      <FormMessage tone="error">{refused}</FormMessage>
      {(note.mayTake || note.maySettle) && (
        <Button variant="quiet" icon={<Undo2 />} pending={pending} onClick={reopen}>
          Remettre à regarder
        </Button>
      )}
    </div>
  )
}
