import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { type Line, linesOf } from '#app/_story/lines-of.ts'
import type { Place } from '#lib/story/lines.ts'
import { markLook, type NoteMark } from './note-mark.ts'

declare module '@tiptap/core' {
  interface Storage {
    noteMarks: { onNotePress: (noteId: string) => void }
  }
}

const key = new PluginKey<DecorationSet>('noteMarks')

/**
 * Marks the words of notes as decorations: nothing of them is in the text. `drawMarks` sets them; `onNotePress` on
 * the editor's storage hears which one was touched.
 */
export const NoteMarks = Extension.create<object, { onNotePress: (noteId: string) => void }>({
  name: 'noteMarks',
  addStorage: () => ({ onNotePress: () => undefined }),
  addProseMirrorPlugins() {
    const { storage } = this
    return [
      new Plugin({
        key,
        state: {
          init: () => DecorationSet.empty,
          apply: (tr, marks) => {
            const fresh: readonly NoteMark[] | undefined = tr.getMeta(key)
            return fresh ? decorationsOf(tr.doc, fresh) : marks.map(tr.mapping, tr.doc)
          },
        },
        props: {
          decorations: (state) => key.getState(state),
          handleClick: (view, _at, event) => {
            const mark = event.target instanceof Element ? event.target.closest('[data-note]') : null
            const noteId = mark?.getAttribute('data-note')
            // A touch on words that are looked at already is meant for writing.
            if (!noteId || mark?.classList.contains('note-mark-current')) return false
            storage.onNotePress(noteId)
            // A phone's keyboard would lie over the note.
            if (matchMedia('(pointer: coarse)').matches) view.dom.blur()
            return false
          },
        },
      }),
    ]
  },
})

/** The message to the editor that these are the marks now. */
export const marksMeta = key

function decorationsOf(doc: Node, marks: readonly NoteMark[]): DecorationSet {
  const lines = linesOf(doc)
  const decorations = marks.flatMap((mark) => {
    const range = rangeOf(lines, mark.place)
    if (!range || range.to > doc.content.size) return []
    return [Decoration.inline(range.from, range.to, { class: markLook(mark), 'data-note': mark.id })]
  })
  return DecorationSet.create(doc, decorations)
}

/** A place as the editor counts. Every letter and every break is one there too. */
export function rangeOf(lines: readonly Line[], place: Place): { from: number; to: number } | null {
  const line = lines[place.line]
  return line ? { from: line.at + place.from, to: line.at + place.to } : null
}
