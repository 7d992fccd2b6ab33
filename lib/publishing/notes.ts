import { type EpisodeChapter, timestampLines } from './chapters.ts'
import { clipBytes, utf8Bytes } from './length.ts'
import { cleanText, htmlFragment, oneLine, type XmlElement, xml } from './xml.ts'

/** What notes are made of. There is no way to write a tag, an attribute or a script in it. */
export type NoteBlock =
  | { kind: 'paragraph'; inlines: readonly NoteInline[] }
  | { kind: 'heading'; inlines: readonly NoteInline[] }
  | { kind: 'quote'; inlines: readonly NoteInline[] }
  | { kind: 'list'; ordered: boolean; items: readonly (readonly NoteInline[])[] }

export type NoteInline =
  | { kind: 'text'; text: string; strong?: boolean; emphasis?: boolean }
  | { kind: 'link'; href: string; text: string }
  | { kind: 'break' }

/** Apple's limit for an item's and the channel's description, in UTF-8 bytes. */
export const descriptionMaxBytes = 4000
/** What the summary may always count on, however many chapters there are. */
const summaryShareBytes = 1800

/** HTML of full notes, for `content:encoded`. */
export function notesHtml(blocks: readonly NoteBlock[]): string {
  return joined(blocks.map(blockNode))
}

/** Plain text as blocks: an empty line parts paragraphs, a single break stays one. */
export function paragraphs(text: string): NoteBlock[] {
  return cleanText(text)
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => ({ kind: 'paragraph', inlines: brokenLines(paragraph.split('\n')) }))
}

/** The timestamp lines as one paragraph, or nothing under three chapters. */
export function chapterBlocks(chapters: readonly EpisodeChapter[]): NoteBlock[] {
  const lines = timestampLines(chapters)
  return lines.length === 0 ? [] : [{ kind: 'paragraph', inlines: brokenLines(lines) }]
}

/**
 * HTML of an item's description, at most 4000 bytes: the summary, then the timestamp lines.
 * Too long, the last lines go first, then the summary's end: a cut is always between words, never in a tag.
 */
export function descriptionHtml(summary: string, chapters: readonly EpisodeChapter[]): string {
  let lines = timestampLines(chapters)
  const timesOf = (kept: string[]) =>
    kept.length < 3 ? '' : joined([blockNode({ kind: 'paragraph', inlines: brokenLines(kept) })])
  const shortest = Math.min(summaryShareBytes, utf8Bytes(notesHtml(paragraphs(summary))))
  while (utf8Bytes(timesOf(lines)) > descriptionMaxBytes - shortest - 1) lines = lines.slice(0, -1)
  const times = timesOf(lines)
  const room = descriptionMaxBytes - utf8Bytes(times) - 1
  return [summaryWithin(summary, room), times].filter((part) => part !== '').join('\n')
}

/** Tags and escapes cost bytes that the text does not show, so the text is cut until its HTML fits. */
function summaryWithin(summary: string, maxBytes: number): string {
  let textBytes = maxBytes
  let html = notesHtml(paragraphs(clipBytes(summary, textBytes)))
  while (utf8Bytes(html) > maxBytes) {
    textBytes = Math.floor(textBytes * 0.95)
    html = notesHtml(paragraphs(clipBytes(summary, textBytes)))
  }
  return html
}

function brokenLines(lines: readonly string[]): NoteInline[] {
  return lines.flatMap((line, at): NoteInline[] =>
    at === 0 ? [{ kind: 'text', text: line }] : [{ kind: 'break' }, { kind: 'text', text: line }],
  )
}

/** Blocks on lines of their own: apps that strip tags then still part the paragraphs. */
function joined(nodes: readonly XmlElement[]): string {
  return nodes
    .filter((node) => node.children.length > 0)
    .map((node) => htmlFragment([node]))
    .join('\n')
}

/** An element, or nothing where it would be empty: HTML reads `<p/>` as an opening tag. */
function filled(name: string, children: readonly (XmlElement | string)[]): XmlElement[] {
  const element = xml(name, {}, ...children)
  return element.children.length === 0 ? [] : [element]
}

function blockNode(block: NoteBlock): XmlElement {
  switch (block.kind) {
    case 'paragraph':
      return xml('p', {}, ...block.inlines.flatMap(inlineNodes))
    // Podcast apps know neither headings nor quotes: these are what they all show.
    case 'heading':
      return xml('p', {}, ...filled('strong', block.inlines.flatMap(inlineNodes)))
    case 'quote':
      return xml('p', {}, ...filled('em', block.inlines.flatMap(inlineNodes)))
    case 'list':
      return xml(
        block.ordered ? 'ol' : 'ul',
        {},
        ...block.items.flatMap((item) => filled('li', item.flatMap(inlineNodes))),
      )
  }
}

function inlineNodes(inline: NoteInline): (XmlElement | string)[] {
  switch (inline.kind) {
    case 'break':
      return [xml('br'), '\n']
    case 'link': {
      const href = safeHref(inline.href)
      const text = oneLine(inline.text)
      return href === null || text === '' ? [text] : [xml('a', { href }, text)]
    }
    case 'text': {
      const strong = inline.strong ? filled('strong', [inline.text]) : [inline.text]
      return inline.emphasis ? filled('em', strong) : strong
    }
  }
}

/** An absolute address that an app may open; null for `javascript:`, relative ones and the like. */
export function safeHref(href: string): string | null {
  if (!URL.canParse(href)) return null
  const url = new URL(href)
  return ['http:', 'https:', 'mailto:', 'tel:'].includes(url.protocol) ? url.href : null
}
