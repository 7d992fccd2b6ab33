import type { Editor } from '@tiptap/core'

export type BlockChoice =
  | 'paragraph'
  | 'leadIn'
  | 'question'
  | 'leadOut'
  | 'heading2'
  | 'heading3'
  | 'blockquote'
  | 'offAir'
const spoken = ['paragraph', 'leadIn', 'question', 'leadOut'] as const

/** The sort of block the cursor is in, and who says it: null for what nobody says. */
export function blockAt(editor: Editor): { block: BlockChoice; by: string | null } {
  const said = spoken.find((name) => editor.isActive(name))
  const by = said === undefined ? null : String(editor.getAttributes(said).by ?? '')
  if (editor.isActive('blockquote')) return { block: 'blockquote', by }
  if (editor.isActive('heading', { level: 2 })) return { block: 'heading2', by: null }
  if (editor.isActive('heading', { level: 3 })) return { block: 'heading3', by: null }
  if (editor.isActive('offAir')) return { block: 'offAir', by: null }
  return { block: said ?? 'paragraph', by }
}

/** Makes the blocks of the selection into another sort; who says them stays. */
export function makeBlock(editor: Editor, block: BlockChoice) {
  const { by } = blockAt(editor)
  const chain = editor.chain().focus().clearNodes()
  if (block === 'blockquote')
    chain
      .updateAttributes('paragraph', { by: by || null })
      .setBlockquote()
      .run()
  else if (block === 'heading2' || block === 'heading3')
    chain.setHeading({ level: block === 'heading2' ? 2 : 3 }).run()
  else chain.setNode(block, block === 'offAir' ? {} : { by: by || null }).run()
}

/** Names who says the blocks of the selection; an empty name takes it away. */
export function nameVoice(editor: Editor, name: string) {
  const chain = editor.chain().focus()
  for (const type of spoken) chain.updateAttributes(type, { by: name.trim() === '' ? null : name })
  chain.run()
}
