'use client'
import type { Editor } from '@tiptap/react'
import { useEffect, useState } from 'react'
import { cleanContent } from '#lib/story/clean.ts'
import { spokenWords } from '#lib/story/speech.ts'
import { LengthWords } from './length-words.tsx'

const COUNT_AFTER_MS = 250

/** Words and reading time while one writes, counted at each pause. */
export function LiveLength({ editor, wpm }: { editor: Editor; wpm: number }) {
  const [words, setWords] = useState(() => count(editor))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(() => setWords(count(editor)), COUNT_AFTER_MS)
    }
    editor.on('update', later)
    return () => {
      clearTimeout(timer)
      editor.off('update', later)
    }
  }, [editor])
  return <LengthWords words={words} wpm={wpm} />
}

function count(editor: Editor): number {
  return spokenWords(cleanContent(editor.getJSON()).content)
}
