'use client'
import type { Editor } from '@tiptap/core'
import { useRouter } from 'next/navigation'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { StorySession } from '#app/_story/story-session.ts'
import { marksMeta } from './note-marks.ts'
import { useNotes } from './notes-context.tsx'
import { writtenText } from './written-text.ts'

/** After this pause in the writing, marks are drawn anew from where their words are, in milliseconds. */
const DRAW_AFTER_MS = 200

/** Ties the editor to the notes beside it: marks their words, offers what can be done in the text, hears news. */
export function NotesInEditor({ editor, session }: { editor: Editor; session: StorySession }) {
  const { notes, current, look, offer } = useNotes()
  const text = useMemo(() => writtenText(editor, session.doc), [editor, session])
  useNews(session)
  useEffect(() => {
    offer(text)
    return () => offer(null)
  }, [offer, text])
  useEffect(() => {
    editor.storage.noteMarks.onNotePress = look
  }, [editor, look])
  useEffect(() => {
    const draw = () => {
      if (editor.isDestroyed) return
      const marks = notes.flatMap((note) => {
        const place = note.closed ? null : text.find(note)
        return place ? [{ id: note.id, place, kind: note.kind, isCurrent: note.id === current }] : []
      })
      editor.view.dispatch(editor.state.tr.setMeta(marksMeta, marks).setMeta('addToHistory', false))
    }
    let timer = setTimeout(draw)
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(draw, DRAW_AFTER_MS)
    }
    session.doc.on('update', later)
    return () => {
      clearTimeout(timer)
      session.doc.off('update', later)
    }
  }, [editor, session, text, notes, current])
  return null
}

/** When others said or did something about this text, the page is read again; nothing typed is lost by that. */
function useNews(session: StorySession) {
  const router = useRouter()
  const { news } = useSyncExternalStore(session.listen, session.snapshot)
  const told = news.notes + news.state
  useEffect(() => {
    // The first comes with the text itself, which the page has just been read with.
    if (told <= 2) return
    const timer = setTimeout(() => router.refresh(), 100)
    return () => clearTimeout(timer)
  }, [router, told])
}
