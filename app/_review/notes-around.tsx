import type { ReactNode } from 'react'
import type { Actor } from '#lib/people/can.ts'
import { NoteList } from './note-list.tsx'
import { NotesProvider } from './notes-context.tsx'
import { readShownNotes } from './shown-notes.ts'

type Props = { actor: Actor; storyId: string; mayNote: boolean; children: ReactNode }

/** A story's text with what people say about it beside it. */
export async function NotesAround({ actor, storyId, mayNote, children }: Props) {
  return (
    <NotesProvider storyId={storyId} notes={await readShownNotes(actor, storyId)}>
      <div className="notes-around">
        <div className="min-w-0">{children}</div>
        <NoteList mayNote={mayNote} />
      </div>
    </NotesProvider>
  )
}
