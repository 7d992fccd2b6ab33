'use client'
import './review.css'
import { MessageSquareText } from 'lucide-react'
import { AddRemark } from './add-remark.tsx'
import { NoteCard } from './note-card.tsx'
import { useNotes } from './notes-context.tsx'
import { PastNotes } from './past-notes.tsx'

/** What people say about this text, in its order: beside it on a desk, under it on a phone. */
export function NoteList({ mayNote }: { mayNote: boolean }) {
  const { notes } = useNotes()
  const open = notes.filter(({ closed }) => closed === null)
  const past = notes.filter(({ closed }) => closed !== null)
  return (
    <section className="note-list" aria-labelledby="remarques">
      {/* A text of which nobody has said anything needs no title for it on the screen. */}
      <h2 id="remarques" tabIndex={-1} className={notes.length > 0 ? 'flex items-center gap-2' : 'sr-only'}>
        <MessageSquareText />
        Remarques
      </h2>
      <p role="status" className="text-ink-2 empty:hidden">
        {notes.length > 0 && countWords(open.length)}
      </p>
      {open.length > 0 && (
        <ol className="grid gap-3">
          {open.map((note) => (
            <li key={note.id}>
              <NoteCard note={note} />
            </li>
          ))}
        </ol>
      )}
      {mayNote && <AddRemark />}
      {past.length > 0 && <PastNotes notes={past} />}
    </section>
  )
}

function countWords(open: number): string {
  if (open === 0) return 'Rien à regarder pour l’instant.'
  return open === 1 ? 'Une chose à regarder.' : `${open} choses à regarder.`
}
