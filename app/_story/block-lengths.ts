import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { countSaid } from '#lib/story/speech.ts'
import { formatDuration } from '#lib/time/duration.ts'
import { readingTime, readingWpm } from '#lib/time/reading.ts'
import { areLengthsShown } from './lengths-shown.ts'

const COUNT_AFTER_MS = 400
const key = new PluginKey<DecorationSet>('blockLengths')
/** What nobody reads aloud. */
const unread = new Set(['offAir', 'heading'])

/** Words and time at the foot of each block, counted again at each pause, if the person wishes to see them. */
export const BlockLengths = Extension.create<{ wpm: number }>({
  name: 'blockLengths',
  addOptions: () => ({ wpm: readingWpm.default }),
  addProseMirrorPlugins() {
    const { wpm } = this.options
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: () => DecorationSet.empty,
          apply: (tr, lengths) => tr.getMeta(key) ?? lengths.map(tr.mapping, tr.doc),
        },
        props: { decorations: (state) => key.getState(state) },
        view: (view) => countAtPauses(view, wpm),
      }),
    ]
  },
})

function countAtPauses(view: EditorView, wpm: number) {
  const later = (afterMs: number) => setTimeout(() => view.isDestroyed || drawLengths(view, wpm), afterMs)
  let timer = later(0)
  return {
    update: (_view: EditorView, before: { doc: Node }) => {
      if (before.doc.eq(view.state.doc)) return
      clearTimeout(timer)
      timer = later(COUNT_AFTER_MS)
    },
    destroy: () => clearTimeout(timer),
  }
}

/** Counts now: the wish to see the lengths may have changed. */
export function drawLengths(view: EditorView, wpm: number) {
  const lengths = areLengthsShown() ? lengthsIn(view.state.doc, wpm) : DecorationSet.empty
  if (lengths !== DecorationSet.empty || key.getState(view.state) !== DecorationSet.empty)
    view.dispatch(view.state.tr.setMeta(key, lengths))
}

function lengthsIn(doc: Node, wpm: number): DecorationSet {
  const lengths: Decoration[] = []
  doc.descendants((node, at) => {
    if (!node.isTextblock) return true
    const words = unread.has(node.type.name) ? 0 : countSaid(node.textContent)
    if (words > 0) {
      const said = `${words} ${words > 1 ? 'mots' : 'mot'} · ${formatDuration(readingTime(words, wpm))}`
      lengths.push(Decoration.node(at, at + node.nodeSize, { 'data-length': said }))
    }
    return false
  })
  return DecorationSet.create(doc, lengths)
}
