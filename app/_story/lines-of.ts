import type { Node } from '@tiptap/pm/model'

/** The words of one block, and where its first character stands in the document; a forced line break is a newline. */
export type Line = { at: number; text: string }

/**
 * Every block of words in a document, in order, as `textLines` counts those of what it reads as. A character of `text`
 * is a place in the document.
 */
export function linesOf(doc: Node): Line[] {
  const lines: Line[] = []
  doc.descendants((node, at) => {
    if (!node.isTextblock) return true
    lines.push({ at: at + 1, text: node.textBetween(0, node.content.size, null, '\n') })
    return false
  })
  return lines
}
