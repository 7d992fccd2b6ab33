'use client'
import { MessageSquarePlus } from 'lucide-react'
import type { ReactNode } from 'react'
import { type Inline, inlineText } from '#lib/story/document.ts'
import { nextSentence } from './chosen-sentence.ts'
import { markLook, type NoteMark } from './note-mark.ts'
import type { Passage } from './notes-context.tsx'
import { stretchesOf } from './stretches.ts'

type Props = {
  line: number
  content: readonly Inline[]
  /** The notes on this line. */
  marks: readonly NoteMark[]
  chosen: Passage | null
  /** Null for who only reads. */
  choose: ((passage: Passage | null) => void) | null
  children: ReactNode
}

/** One line of a text that is read over: its words, marked where something was said of them. */
export function ReadLine({ line, content, marks, chosen, choose, children }: Props) {
  const text = inlineText(content)
  const ranges = marks.map((mark) => ({
    from: mark.place.from,
    to: mark.place.to,
    look: markLook(mark),
    note: mark.id,
  }))
  const all = chosen
    ? [...ranges, { from: chosen.from, to: chosen.to, look: 'chosen-words', note: null }]
    : ranges
  return (
    <>
      <span data-line={line}>
        {stretchesOf(content, all).map(({ from, text: words, look, note, isBold }) => (
          <span key={from} className={look || undefined} data-note={note ?? undefined}>
            {isBold ? <strong>{words}</strong> : words}
          </span>
        ))}
      </span>
      {choose && text.trim() !== '' && (
        <button
          type="button"
          className="choose-by-key"
          onClick={() => choose(nextSentence(line, text, chosen))}
        >
          <MessageSquarePlus aria-hidden="true" />
          {chosen ? 'Choisir la phrase suivante' : 'Choisir une phrase ici'}
        </button>
      )}
      {children}
    </>
  )
}
