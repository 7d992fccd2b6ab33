import type { Editor } from '@tiptap/core'
import { type TypoEdit, typographyEdits } from '#lib/story/typography.ts'
import { linesOf } from './lines-of.ts'
import { asOneStep } from './undo-step.ts'

/** A small correction where it stands in the document, with the words around it before and after. */
export type Correction = {
  from: number
  to: number
  text: string
  kind: TypoEdit['kind']
  was: string
  is: string
}

/** The small corrections that a text could have now. */
export function correctionsOf(editor: Editor): Correction[] {
  return linesOf(editor.state.doc).flatMap(({ at, text }) =>
    typographyEdits(text).map((edit) => ({
      ...{ from: at + edit.from, to: at + edit.to, text: edit.text, kind: edit.kind },
      ...around(text, edit),
    })),
  )
}

/** The whole word before and after, at most this many characters each. */
const AROUND = 24

function around(line: string, { from, to, text }: TypoEdit): { was: string; is: string } {
  const before = /\S*[\s\u00a0\u202f]*$/.exec(line.slice(Math.max(0, from - AROUND), from))?.[0] ?? ''
  const after = /^[\s\u00a0\u202f]*\S*/.exec(line.slice(to, to + AROUND))?.[0] ?? ''
  return { was: before + line.slice(from, to) + after, is: before + text + after }
}

/** Makes corrections as one step, as far as the text still reads as it did. Answers how many were made. */
export function makeCorrections(editor: Editor, corrections: readonly Correction[]): number {
  const now = new Map(correctionsOf(editor).map((one) => [one.from, one]))
  const good = corrections.filter(({ from, to, text }) => {
    const there = now.get(from)
    return there?.to === to && there.text === text
  })
  const { tr } = editor.state
  for (const { from, to, text } of good.toReversed())
    if (text === '') tr.delete(from, to)
    else tr.insertText(text, from, to)
  if (good.length > 0) asOneStep(editor.state, () => editor.view.dispatch(tr))
  return good.length
}
