import type { Editor } from '@tiptap/core'
import { Fragment, type Node, type Schema, Slice } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import type { ChatMessage } from '#lib/story/paste-chat.ts'
import { asOneStep } from './undo-step.ts'

/** Puts the messages of a conversation where the cursor is, a paragraph each, as one step. */
export function pasteChat(view: EditorView, messages: readonly ChatMessage[]) {
  const paragraphs = messages.flatMap(({ text }) => paragraphOf(view.state.schema, text) ?? [])
  const slice = new Slice(Fragment.from(paragraphs), 0, 0)
  asOneStep(view.state, () => view.dispatch(view.state.tr.replaceSelection(slice).scrollIntoView()))
}

function paragraphOf(schema: Schema, words: string): Node | undefined {
  const { nodes } = schema
  const content = words
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line, at) =>
      at === 0 || !nodes.hardBreak ? [schema.text(line)] : [nodes.hardBreak.create(), schema.text(line)],
    )
  return nodes.paragraph?.create(null, content)
}

/** Names who wrote them, as far as the messages still stand as they came; one step. */
export function nameChat(editor: Editor, messages: readonly ChatMessage[]) {
  const authors = new Map(messages.map(({ by, text }) => [text.replaceAll('\n', ''), by]))
  const { tr } = editor.state
  editor.state.doc.descendants((node, at) => {
    const by = authors.get(node.textContent)
    const isNameless = node.type.name === 'paragraph' && node.attrs.by === null
    if (isNameless && by !== undefined) tr.setNodeMarkup(at, null, { by })
  })
  asOneStep(editor.state, () => editor.view.dispatch(tr))
}
