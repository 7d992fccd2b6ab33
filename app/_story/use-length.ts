import type { Editor } from '@tiptap/react'
import { useEffect, useState } from 'react'
import { cleanContent } from '#lib/story/clean.ts'
import { type LengthOfSound, type StoryLength, storyLength } from '#lib/story/length.ts'

const COUNT_AFTER_MS = 250

/** Words and time while one writes, counted at each pause. */
export function useLength(editor: Editor, wpm: number, lengthOf: LengthOfSound): StoryLength {
  const [length, setLength] = useState(() => count(editor, wpm, lengthOf))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(() => setLength(count(editor, wpm, lengthOf)), COUNT_AFTER_MS)
    }
    editor.on('update', later)
    return () => {
      clearTimeout(timer)
      editor.off('update', later)
    }
  }, [editor, wpm, lengthOf])
  return length
}

function count(editor: Editor, wpm: number, lengthOf: LengthOfSound): StoryLength {
  return storyLength(cleanContent(editor.getJSON()).content, wpm, lengthOf)
}
