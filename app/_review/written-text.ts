import type { Editor } from '@tiptap/core'
import type { Transaction } from '@tiptap/pm/state'
import type { Doc } from 'yjs'
import { linesOf } from '#app/_story/lines-of.ts'
import { asOneStep } from '#app/_story/undo-step.ts'
import { placeOfNote, sharedLines } from '#lib/story/anchor.ts'
import { wordDifference } from '#lib/story/difference.ts'
import { placeOfQuote } from '#lib/story/lines.ts'
import { rangeOf } from './note-marks.ts'
import type { NotesText, Passage } from './notes-context.tsx'
import type { ShownNote } from './shown-notes.ts'

/** What notes can do in a text that is being written. */
export function writtenText(
  editor: Editor,
  doc: Doc,
): NotesText & { find: (note: ShownNote) => Passage | null } {
  const find = (note: ShownNote): Passage | null => {
    const lines = sharedLines(doc)
    const place = placeOfNote(doc, lines, note)
    return place && { ...place, quote: lines[place.line]?.text.slice(place.from, place.to) ?? '' }
  }
  return {
    find,
    show(note) {
      const found = find(note)
      const range = found && rangeOf(linesOf(editor.state.doc), found)
      if (!range) return false
      return editor.chain().focus().setTextSelection(range).scrollIntoView().run()
    },
    chosen: () => chosenIn(editor),
    replace(passage, words) {
      const texts = sharedLines(doc).map(({ text }) => text)
      const place = placeOfQuote(texts, passage.quote, passage)
      if (!place) return null
      return rewrite(editor, { ...place, quote: passage.quote }, words)
    },
  }
}

/** The chosen words, cut to the line in which they begin; null when nothing is chosen. */
function chosenIn(editor: Editor): Passage | null {
  const { from, to, $from } = editor.state.selection
  if (from === to || !$from.parent.isTextblock) return null
  const start = $from.start()
  const line = linesOf(editor.state.doc).findIndex(({ at }) => at === start)
  const end = Math.min(to, $from.end())
  const quote = editor.state.doc.textBetween(from, end, '\n', '\n')
  return line < 0 || quote === '' ? null : { line, from: from - start, to: end - start, quote }
}

/** Changes only the words that differ, so that bold ones, and notes on their neighbours, stay; one step of Undo. */
function rewrite(editor: Editor, passage: Passage, words: string): Passage | null {
  const range = rangeOf(linesOf(editor.state.doc), passage)
  if (!range || editor.state.doc.textBetween(range.from, range.to, '\n', '\n') !== passage.quote) return null
  const line = words.replace(/\s*\n\s*/g, ' ')
  const steps = editor.state.tr
  let at = range.from
  for (const { kind, text } of wordDifference(passage.quote, line)) at = write(steps, at, kind, text)
  asOneStep(editor.state, () => editor.view.dispatch(steps.scrollIntoView()))
  return { line: passage.line, from: passage.from, to: passage.from + line.length, quote: line }
}

function write(steps: Transaction, at: number, kind: 'same' | 'added' | 'removed', text: string): number {
  if (kind === 'removed') steps.delete(at, at + text.length)
  if (kind === 'added') steps.insertText(text, at)
  return kind === 'removed' ? at : at + text.length
}
