import { type Editor, Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { NodeSelection, Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/** Blocks that say one thing and are over: after them one goes on with ordinary text. */
const lines = ['leadIn', 'question', 'leadOut', 'offAir', 'heading']

/** What Enter and Backspace do at the edges of the radio's own blocks. */
export const BlockKeys = Extension.create({
  name: 'blockKeys',
  // Before the editor's own keys, which would split and join.
  priority: 200,
  addKeyboardShortcuts: () => ({
    Enter: ({ editor }) => goOn(editor),
    Backspace: ({ editor }) => backToText(editor),
  }),
  addProseMirrorPlugins: () => [
    new Plugin({ props: { handleTextInput: (view, _from, _to, text) => writeAfterCue(view, text) } }),
  ],
})

/** Enter at the end of a block goes on with text: after a question, with the answer. In an empty one it leaves it. */
export function goOn(editor: Editor): boolean {
  const { $from, empty } = editor.state.selection
  if (!empty || !lines.includes($from.parent.type.name)) return false
  if ($from.parent.content.size === 0) return backToText(editor)
  if ($from.parentOffset < $from.parent.content.size) return false
  return editor.commands.command(({ tr, state, dispatch }) => {
    const after = $from.after()
    const by = $from.parent.type.name === 'question' ? answering(tr.doc, after) : null
    const paragraph = state.schema.nodes.paragraph?.create({ by })
    if (!paragraph) return false
    if (dispatch) {
      // An empty paragraph waits there already at the end of a text.
      const next = tr.doc.nodeAt(after)
      const isWaiting = next?.type === paragraph.type && next.content.size === 0
      if (isWaiting) tr.setNodeMarkup(after, null, { by })
      else tr.insert(after, paragraph)
      tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView()
    }
    return true
  })
}

/** A sound that is chosen is not written over: the words come after it. */
function writeAfterCue({ state, dispatch }: EditorView, text: string): boolean {
  const { selection, schema, tr } = state
  const isCue = selection instanceof NodeSelection && selection.node.type.name === 'soundCue'
  const paragraph = isCue ? schema.nodes.paragraph?.create(null, schema.text(text)) : undefined
  if (!paragraph) return false
  tr.insert(selection.to, paragraph)
  dispatch(tr.setSelection(TextSelection.create(tr.doc, selection.to + 1 + text.length)).scrollIntoView())
  return true
}

/** Backspace before the first letter of a block makes it ordinary text, and only then joins it to the one before. */
export function backToText(editor: Editor): boolean {
  const { $from, empty } = editor.state.selection
  if (!empty || $from.parentOffset > 0 || !lines.includes($from.parent.type.name)) return false
  // Whoever said it goes on saying it; what says nothing yet is nobody's.
  return editor.commands.setNode('paragraph', $from.parent.content.size === 0 ? { by: null } : {})
}

/** Who answered the last question before `end`: in an interview the same person goes on. */
function answering(doc: Node, end: number): string | null {
  let by: unknown = null
  doc.forEach((node, at, index) => {
    const isAnswer = index > 0 && doc.child(index - 1).type.name === 'question'
    if (at < end && isAnswer && node.type.name === 'paragraph') by = node.attrs.by
  })
  return typeof by === 'string' ? by : null
}
