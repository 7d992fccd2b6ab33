'use client'
import { useState, useTransition } from 'react'
import { showToast } from '#app/_ui/toast-store.ts'
import type { NoteOutcome } from '#lib/db/schema.ts'
import { closeNoteAction, reopenNoteAction } from './actions.ts'
import { type Passage, useNotes } from './notes-context.tsx'
import type { ShownNote } from './shown-notes.ts'

const away = 'Pas de réseau. Rien n’a changé. Recommencez quand ça revient.'
const ended: Record<NoteOutcome, string> = {
  resolved: 'C’est réglé.',
  taken: 'Les mots proposés sont dans votre texte.',
  kept: 'Vous gardez vos mots.',
  withdrawn: 'C’est retiré.',
}

/** What a person does with a note; each ending can be taken back for a while. */
export function useNoteDeeds(note: ShownNote) {
  const { text, look } = useNotes()
  const [refused, setRefused] = useState<string | null>(null)
  /** The words were rewritten since: both are shown, and the person chooses. */
  const [rewritten, setRewritten] = useState<Passage | 'gone' | null>(null)
  const [pending, start] = useTransition()
  const noteId = note.id

  /** Whether the server did it; says why when it did not. */
  const asked = async (attempt: Promise<{ ok: boolean; words: string | null }>): Promise<boolean> => {
    const outcome = await attempt.catch(() => ({ ok: false, words: away }))
    setRefused(outcome.ok ? null : outcome.words)
    return outcome.ok
  }
  const reopen = async () => {
    await asked(reopenNoteAction(null, { noteId }))
  }
  const end = async (outcome: NoteOutcome, takeBack?: () => void): Promise<boolean> => {
    if (!(await asked(closeNoteAction(null, { noteId, outcome })))) return false
    look(null)
    const undo = async () => {
      takeBack?.()
      await reopen()
    }
    showToast({ text: ended[outcome], undo })
    return true
  }
  /** First the note is ended, which only one page can do; then its words are written, once. */
  const takeOver = async (passage: Passage) => {
    const words = note.proposed ?? ''
    let written: Passage | null = null
    const takeBack = () => written && text?.replace?.(written, passage.quote)
    if (!(await end('taken', takeBack))) return
    written = text?.replace?.(passage, words) ?? null
    if (written === null) {
      await reopen()
      setRewritten(text?.find?.(note) ?? 'gone')
    }
  }
  const take = async () => {
    const now = text?.find?.(note) ?? null
    if (now === null) setRewritten('gone')
    else if (now.quote !== note.quote) setRewritten(now)
    else await takeOver(now)
  }
  return {
    refused,
    rewritten,
    pending,
    end: (outcome: NoteOutcome) => start(async () => void (await end(outcome))),
    reopen: () => start(reopen),
    take: () => start(take),
    takeAnyway: (passage: Passage) => start(() => takeOver(passage)),
  }
}
