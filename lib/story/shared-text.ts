import * as Y from 'yjs'
import { cleanContent } from './clean.ts'
import type { Block, Inline, ListItem, StoryContent } from './document.ts'

/**
 * A text as it is written together: a Yjs document whose fragment `default` mirrors ProseMirror's tree the
 * way the editor's binding does (elements by node name, marks as text attributes).
 */
const FIELD = 'default'

/** What the shared document reads as. `cut` when it holds more than a story may. */
export function readSharedText(doc: Y.Doc): { content: StoryContent; cut: boolean } {
  return cleanContent({ type: 'doc', content: childrenOf(sharedFragment(doc), 1) })
}

/** Where the blocks of a text lie in its shared document. */
export function sharedFragment(doc: Y.Doc): Y.XmlFragment {
  return doc.getXmlFragment(FIELD)
}

/** A new shared document that reads as `content`. */
export function sharedTextFrom(content: StoryContent): Y.Doc {
  const doc = new Y.Doc()
  sharedFragment(doc).insert(0, content.content.map(elementFrom))
  return doc
}

/** Merges what has been kept; what cannot be read is told to `skipped` and left out, never the rest with it. */
export function mergeShared(doc: Y.Doc, updates: Iterable<Uint8Array>, skipped: (error: unknown) => void) {
  for (const update of updates) {
    try {
      Y.applyUpdate(doc, update)
    } catch (error) {
      skipped(error)
    }
  }
}

function childrenOf(parent: Y.XmlFragment, depth: number): unknown[] {
  // Far beyond what `cleanContent` keeps: only there so that a hostile tree cannot exhaust the stack.
  if (depth > 200) return []
  return parent.toArray().flatMap((child) => nodesOf(child, depth))
}

/** What one element or one text of the shared document reads as, before it is cleaned. */
export function nodesOf(child: unknown, depth = 1): unknown[] {
  if (child instanceof Y.XmlText) return textsOf(child)
  if (!(child instanceof Y.XmlElement)) return []
  return [{ type: child.nodeName, attrs: child.getAttributes(), content: childrenOf(child, depth + 1) }]
}

type Text = { type: 'text'; text: string; marks: { type: string; attrs: unknown }[] }

function textsOf(text: Y.XmlText): Text[] {
  const parts: { insert: unknown; attributes?: Record<string, unknown> }[] = text.toDelta()
  const texts: Text[] = []
  for (const { insert, attributes } of parts) {
    if (typeof insert !== 'string') continue
    const marks = Object.entries(attributes ?? {}).map(([type, attrs]) => ({ type, attrs }))
    const last = texts.at(-1)
    // Where somebody has changed marks back and forth, equal neighbours are told apart there, and nowhere else.
    if (last && JSON.stringify(last.marks) === JSON.stringify(marks)) last.text += insert
    else texts.push({ type: 'text', text: insert, marks })
  }
  return texts
}

/** A block as an element that is in no document yet. */
export function elementFrom(node: Block | ListItem): Y.XmlElement {
  const element = new Y.XmlElement(node.type)
  for (const [name, value] of Object.entries('attrs' in node ? node.attrs : {})) {
    // Its types know only texts here; the format keeps numbers too, and the editor's binding writes them.
    if (value !== null) element.setAttribute(name, value as string)
  }
  if (node.type === 'soundCue' || node.content === undefined) return element
  // `insert` instead of `push`, which reads a length that an element outside a document does not have.
  if (isTree(node)) element.insert(0, node.content.map(elementFrom))
  else element.insert(0, lineFrom(node.content))
  return element
}

type Tree = Extract<Block | ListItem, { type: 'blockquote' | 'bulletList' | 'orderedList' | 'listItem' }>

function isTree(node: Block | ListItem): node is Tree {
  return ['blockquote', 'bulletList', 'orderedList', 'listItem'].includes(node.type)
}

/** The words of a line. Neighbouring texts share one Yjs text, as the binding expects. */
export function lineFrom(content: readonly Inline[]): (Y.XmlText | Y.XmlElement)[] {
  const parts: (Y.XmlText | Y.XmlElement)[] = []
  let deltas: { insert: string; attributes: Record<string, object> }[] = []
  const flush = () => {
    if (deltas.length > 0) {
      const text = new Y.XmlText()
      text.applyDelta(deltas)
      parts.push(text)
    }
    deltas = []
  }
  for (const inline of content) {
    if (inline.type === 'text') deltas.push({ insert: inline.text, attributes: attributesFrom(inline) })
    else {
      flush()
      parts.push(new Y.XmlElement('hardBreak'))
    }
  }
  flush()
  return parts
}

/** The marks of a text as attributes. */
export function attributesFrom(inline: Extract<Inline, { type: 'text' }>): Record<string, object> {
  return Object.fromEntries(
    (inline.marks ?? []).map((mark) => [mark.type, 'attrs' in mark ? mark.attrs : {}]),
  )
}
