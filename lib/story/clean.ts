import { hours } from '#lib/time/duration.ts'
import { cleanLine, cleanText, safeHref } from './clean-text.ts'
import {
  type Block,
  type Inline,
  type ListItem,
  type Mark,
  type StoryContent,
  storyLimits,
} from './document.ts'
import type { SoundCue } from './sound-cue.ts'

type Json = Record<string, unknown>
/** What may still be taken in; `cut` once something was left out because it was too much. */
type Room = { nodes: number; bytes: number; cut: boolean }

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i
const encoder = new TextEncoder()

/**
 * Makes ProseMirror JSON of any origin into a text of ours. Unknown blocks give up their words, unknown
 * marks and attributes vanish, so does any link that is not http, https, mailto or tel. `cut` says that
 * `storyLimits` were reached and the rest left out.
 */
export function cleanContent(raw: unknown): { content: StoryContent; cut: boolean } {
  const room: Room = { nodes: storyLimits.nodes, bytes: storyLimits.bytes, cut: false }
  const content = blocksOf(raw, 1, room)
  return { content: { type: 'doc', content }, cut: room.cut }
}

/** As `cleanContent`, for what somebody hands in whole: null when it is no document, or too much. */
export function parseContent(raw: unknown): StoryContent | null {
  if (!isJson(raw) || raw.type !== 'doc' || !Array.isArray(raw.content)) return null
  const { content, cut } = cleanContent(raw)
  return cut ? null : content
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function childrenOf(node: unknown): unknown[] {
  return isJson(node) && Array.isArray(node.content) ? node.content : []
}

function attributesOf(node: Json): Json {
  return isJson(node.attrs) ? node.attrs : {}
}

function hasRoom(room: Room, depth: number): boolean {
  if (room.nodes <= 0 || room.bytes <= 0 || depth > storyLimits.depth) room.cut = true
  else room.nodes -= 1
  return !room.cut
}

function blocksOf(parent: unknown, depth: number, room: Room): Block[] {
  const blocks: Block[] = []
  for (const child of childrenOf(parent)) {
    if (!isJson(child) || !hasRoom(room, depth)) continue
    if (child.type === 'text' || child.type === 'hardBreak') {
      const content = inlinesOf({ content: [child] }, depth, room)
      if (content.length > 0) blocks.push({ type: 'paragraph', attrs: { by: null }, content })
      continue
    }
    const block = blockOf(child, depth, room)
    if (block) blocks.push(block)
    else blocks.push(...blocksOf(child, depth + 1, room))
  }
  return blocks
}

function blockOf(node: Json, depth: number, room: Room): Block | null {
  const attrs = attributesOf(node)
  switch (node.type) {
    case 'paragraph':
    case 'leadIn':
    case 'question':
    case 'leadOut': {
      const by = wordsOf(attrs.by, storyLimits.name)
      return { type: node.type, attrs: { by: by || null }, ...line(node, depth, room) }
    }
    case 'offAir':
      return { type: 'offAir', ...line(node, depth, room) }
    case 'heading':
      return {
        type: 'heading',
        attrs: { level: Number(attrs.level) > 2 ? 3 : 2 },
        ...line(node, depth, room),
      }
    case 'soundCue':
      return { type: 'soundCue', attrs: cueOf(attrs) }
    case 'blockquote':
      return orNothing({ type: 'blockquote', content: blocksOf(node, depth + 1, room) })
    case 'bulletList':
      return orNothing({ type: 'bulletList', content: itemsOf(node, depth + 1, room) })
    case 'orderedList':
      return orNothing({
        type: 'orderedList',
        attrs: { start: startOf(attrs.start) },
        content: itemsOf(node, depth + 1, room),
      })
    default:
      return null
  }
}

function orNothing<B extends { content: unknown[] } & Block>(block: B): B | Block {
  return block.content.length > 0 ? block : { type: 'paragraph', attrs: { by: null } }
}

/** What may be kept of a cue. Of one that was kept before it had places and words, they are open. */
export function cueOf(attrs: Json): SoundCue {
  const inMs = placeOf(attrs.inMs)
  const outMs = placeOf(attrs.outMs)
  return {
    clipId: typeof attrs.clipId === 'string' && uuid.test(attrs.clipId) ? attrs.clipId : null,
    label: wordsOf(attrs.label, storyLimits.label),
    inMs,
    outMs: outMs !== null && outMs > (inMs ?? 0) ? outMs : null,
    firstWords: wordsOf(attrs.firstWords, storyLimits.cueWords),
    lastWords: wordsOf(attrs.lastWords, storyLimits.cueWords),
  }
}

/** A place within a sound, in whole milliseconds: no sound lasts a day. */
function placeOf(value: unknown): number | null {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= hours(24) ? Number(value) : null
}

function wordsOf(value: unknown, most: number): string {
  return typeof value === 'string' ? cleanLine(value).slice(0, most).toWellFormed() : ''
}

function startOf(start: unknown): number {
  return Number.isInteger(start) ? Math.min(9999, Math.max(1, Number(start))) : 1
}

/** The editor asks that an item opens with a paragraph. */
function itemsOf(list: Json, depth: number, room: Room): ListItem[] {
  const items: ListItem[] = []
  for (const child of childrenOf(list)) {
    if (!isJson(child) || !hasRoom(room, depth)) continue
    const content = blocksOf(child.type === 'listItem' ? child : { content: [child] }, depth + 1, room)
    if (content[0]?.type !== 'paragraph') content.unshift({ type: 'paragraph', attrs: { by: null } })
    items.push({ type: 'listItem', content })
  }
  return items
}

function line(node: Json, depth: number, room: Room): { content?: Inline[] } {
  const content = inlinesOf(node, depth + 1, room)
  return content.length > 0 ? { content } : {}
}

function inlinesOf(parent: unknown, depth: number, room: Room): Inline[] {
  const inlines: Inline[] = []
  for (const child of childrenOf(parent)) {
    if (!isJson(child) || !hasRoom(room, depth)) continue
    if (child.type === 'hardBreak') inlines.push({ type: 'hardBreak' })
    else if (child.type === 'text') inlines.push(...textOf(child, room))
    else inlines.push(...inlinesOf(child, depth + 1, room))
  }
  return inlines
}

function textOf(node: Json, room: Room): Inline[] {
  if (typeof node.text !== 'string') return []
  // A character is at least one byte, so what lies beyond need not even be looked at.
  const text = cleanText(node.text.slice(0, room.bytes + 1))
  const bytes = encoder.encode(text).length
  if (bytes > room.bytes) {
    room.cut = true
    return []
  }
  room.bytes -= bytes
  const marks = Array.isArray(node.marks) ? node.marks.flatMap(markOf) : []
  const once = marks.filter((mark, at) => marks.findIndex(({ type }) => type === mark.type) === at)
  if (text === '') return []
  return [once.length > 0 ? { type: 'text', text, marks: once } : { type: 'text', text }]
}

function markOf(mark: unknown): Mark[] {
  if (!isJson(mark)) return []
  if (mark.type === 'bold') return [{ type: 'bold' }]
  const href = mark.type === 'link' ? safeHref(attributesOf(mark).href) : null
  return href === null ? [] : [{ type: 'link', attrs: { href } }]
}
