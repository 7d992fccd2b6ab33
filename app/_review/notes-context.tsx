'use client'
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import type { Place } from '#lib/story/lines.ts'
import type { ShownNote } from './shown-notes.ts'

/** Words of the text that somebody has chosen, or that a note is about. */
export type Passage = Place & { quote: string }

/** What the list of notes can ask of the text beside it, written or only read. */
export type NotesText = {
  /** Leads the eye and the cursor to a note's words. False when they are gone. */
  show: (note: ShownNote) => boolean
  /** What is chosen in the text now; null when nothing is. */
  chosen: () => Passage | null
  /** For who writes here: a note's words as they stand at this moment; null when they are gone. */
  find?: (note: ShownNote) => Passage | null
  /** Puts other words in the place of those, if they still stand there: one edit that Undo takes back. */
  replace?: (passage: Passage, words: string) => Passage | null
}

type Notes = {
  storyId: string
  notes: readonly ShownNote[]
  /** The note that is looked at, in the text and in the list. */
  current: string | null
  look: (noteId: string | null) => void
  text: NotesText | null
  offer: (text: NotesText | null) => void
}

const Context = createContext<Notes | null>(null)

type Props = { storyId: string; notes: readonly ShownNote[]; children: ReactNode }

/** Ties the notes of a story to its text, wherever on the page the two are. */
export function NotesProvider({ storyId, notes, children }: Props) {
  const [current, look] = useState<string | null>(null)
  const [text, offer] = useState<NotesText | null>(null)
  const value = useMemo(
    () => ({ storyId, notes, current, look, text, offer }),
    [storyId, notes, current, text],
  )
  return <Context value={value}>{children}</Context>
}

/** The notes of the story that is on this page. */
export function useNotes(): Notes {
  const notes = useContext(Context)
  if (!notes) throw new Error('Notes are shown inside NotesProvider')
  return notes
}
