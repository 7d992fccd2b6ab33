import { type Editor, Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { type Found, findIn, type Sought } from '#lib/story/find.ts'
import { linesOf } from './lines-of.ts'
import { asOneStep } from './undo-step.ts'

/** What is sought in the text, where it stands, and which of those places one is at (−1 = none). */
export type Search = { sought: Sought | null; places: readonly Found[]; at: number; marks: DecorationSet }
type Wish = { sought: Sought | null } | { at: number }

const key = new PluginKey<Search>('find')
const nothing: Search = { sought: null, places: [], at: -1, marks: DecorationSet.empty }

/** Marks in the text what is sought; costs nothing while nothing is. */
export const FindMarks = Extension.create({ name: 'findMarks', addProseMirrorPlugins: () => [findPlugin()] })

/** What keeps the search, and marks it. */
export function findPlugin(): Plugin<Search> {
  return new Plugin<Search>({
    key,
    state: { init: () => nothing, apply: (tr, search) => searched(tr, search) },
    props: { decorations: (state) => key.getState(state)?.marks },
  })
}

/** The search as it stands. */
export const searchOf = (state: EditorState): Search => key.getState(state) ?? nothing

function searched(tr: Transaction, before: Search): Search {
  const wish: Wish | undefined = tr.getMeta(key)
  if (wish && 'at' in wish) return marked(tr.doc, { ...before, at: wish.at })
  const sought = wish ? wish.sought : before.sought
  if (sought === null) return nothing
  if (!wish && !tr.docChanged) return before
  const places = placesIn(tr.doc, sought)
  // From where one is: the first place after the cursor, or the one that has moved along.
  const from = wish || before.at < 0 ? tr.selection.from : tr.mapping.map(before.places[before.at]?.from ?? 0)
  return marked(tr.doc, { sought, places, at: nextAfter(places, from), marks: before.marks })
}

function placesIn(doc: Node, sought: Sought): Found[] {
  return linesOf(doc).flatMap(({ at, text }) =>
    findIn(text, sought).map(({ from, to }) => ({ from: at + from, to: at + to })),
  )
}

function nextAfter(places: readonly Found[], from: number): number {
  const next = places.findIndex((place) => place.from >= from)
  return next < 0 && places.length > 0 ? 0 : next
}

function marked(doc: Node, search: Search): Search {
  const marks = search.places.map(({ from, to }, index) =>
    Decoration.inline(from, to, { class: index === search.at ? 'found found-here' : 'found' }),
  )
  return { ...search, marks: DecorationSet.create(doc, marks) }
}

/** Looks for something else, or for nothing any more. */
export function seek(editor: Editor, sought: Sought | null) {
  editor.view.dispatch(editor.state.tr.setMeta(key, { sought }))
}

/** Goes to the next place, or the one before (`by` −1), round and round. */
export function goOnBy(editor: Editor, by: 1 | -1) {
  const { places, at } = searchOf(editor.state)
  if (places.length === 0) return
  const next = (at + by + places.length) % places.length
  editor.view.dispatch(editor.state.tr.setMeta(key, { at: next }))
  showPlace(editor)
}

/** Replaces the place one is at, and goes to the next. */
export function replaceHere(editor: Editor, words: string) {
  const { places, at } = searchOf(editor.state)
  const here = places[at]
  if (!here) return
  asOneStep(editor.state, () => editor.view.dispatch(replaced(editor.state.tr, [here], words)))
  // Not what has just been written, when it holds what is sought.
  const after = searchOf(editor.state).places
  const next = nextAfter(after, here.from + words.length)
  editor.view.dispatch(editor.state.tr.setMeta(key, { at: next }))
  showPlace(editor)
}

/** Replaces all places as one step; answers how many there were. */
export function replaceAll(editor: Editor, words: string): number {
  const { places } = searchOf(editor.state)
  if (places.length > 0)
    asOneStep(editor.state, () => editor.view.dispatch(replaced(editor.state.tr, places, words)))
  return places.length
}

/** From the end, so that places before stay where they are. New words look like those they stand for. */
function replaced(tr: Transaction, places: readonly Found[], words: string): Transaction {
  for (const { from, to } of places.toReversed())
    if (words === '') tr.delete(from, to)
    else tr.insertText(words, from, to)
  return tr
}

/** Brings the place one is at into sight. */
export function showPlace(editor: Editor) {
  editor.view.dom.querySelector('.found-here')?.scrollIntoView({ block: 'center' })
}

/** Ends the search with what was found chosen, so that one writes there. */
export function endSearch(editor: Editor) {
  const { places, at } = searchOf(editor.state)
  const here = places[at]
  const tr = editor.state.tr.setMeta(key, { sought: null })
  if (here) tr.setSelection(TextSelection.create(tr.doc, here.from, here.to))
  editor.view.dispatch(tr)
  editor.commands.focus()
}
