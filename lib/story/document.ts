import { cueLine, type SoundCue } from './sound-cue.ts'

/**
 * What a story's text is made of, as ProseMirror JSON: the editor's schema and the server agree on these
 * types. Read untrusted JSON through `clean.ts` first; everything here may then rely on the shape.
 */

export type Mark = { type: 'bold' } | { type: 'link'; attrs: { href: string } }
export type Inline = { type: 'text'; text: string; marks?: Mark[] } | { type: 'hardBreak' }

/** A block that somebody says; `by` is their first name as they wish to be named, null when not said. */
export type SpokenBlock = {
  type: 'paragraph' | 'leadIn' | 'question' | 'leadOut'
  attrs: { by: string | null }
  content?: Inline[]
}
export type ListItem = { type: 'listItem'; content: Block[] }
export type Block =
  | SpokenBlock
  | { type: 'heading'; attrs: { level: 2 | 3 }; content?: Inline[] }
  | { type: 'offAir'; content?: Inline[] }
  | { type: 'soundCue'; attrs: SoundCue }
  | { type: 'blockquote'; content: Block[] }
  | { type: 'bulletList'; content: ListItem[] }
  | { type: 'orderedList'; attrs: { start: number }; content: ListItem[] }
export type StoryContent = { type: 'doc'; content: Block[] }

/** What a text may hold at most. `bytes` counts the words in UTF-8; `title` and names are in characters. */
export const storyLimits = {
  depth: 50,
  nodes: 20_000,
  bytes: 1_000_000,
  title: 200,
  name: 80,
  label: 200,
  cueWords: 120,
}

export const emptyContent: StoryContent = { type: 'doc', content: [] }

/** The text of one line of inline content; a forced line break is a newline. */
export function inlineText(content: readonly Inline[] | undefined): string {
  return (content ?? []).map((inline) => (inline.type === 'text' ? inline.text : '\n')).join('')
}

/** Everything written in a text, notes and headings included, one block a line: for searching and previews. */
export function plainText(content: StoryContent): string {
  return content.content.flatMap(linesOf).join('\n')
}

function linesOf(block: Block | ListItem): string[] {
  if (block.type === 'soundCue') return block.attrs.label === '' ? [] : [block.attrs.label]
  if (block.type === 'blockquote' || block.type === 'listItem') return block.content.flatMap(linesOf)
  if (block.type === 'bulletList' || block.type === 'orderedList') return block.content.flatMap(linesOf)
  const text = inlineText(block.content).trim()
  return text === '' ? [] : [text]
}

export type SpokenPart = {
  kind: 'paragraph' | 'leadIn' | 'question' | 'leadOut' | 'quote' | 'listItem'
  /** Who says it, empty when the text does not say. */
  by: string
  text: string
}

/** Where a sound plays: its name, its length, the words at both ends. */
export type SoundPart = { kind: 'soundCue'; by: ''; text: string }
export type HeardPart = SpokenPart | SoundPart

/**
 * What is said on air, in order. Headings are signposts for the eye, sound cues play by themselves and
 * notes off air stay in the studio: none of them is read aloud, so none counts in the reading time.
 */
export function spokenParts(content: StoryContent): SpokenPart[] {
  return heardParts(content).filter((part): part is SpokenPart => part.kind !== 'soundCue')
}

/** What is heard on air, in order: what is said, and where sounds play between it. */
export function heardParts(content: StoryContent): HeardPart[] {
  return content.content.flatMap((block) => partsOf(block, null))
}

function partsOf(block: Block, within: 'quote' | 'listItem' | null): HeardPart[] {
  switch (block.type) {
    case 'heading':
    case 'offAir':
      return []
    case 'soundCue':
      return [{ kind: 'soundCue', by: '', text: cueLine(block.attrs) }]
    case 'blockquote':
      return block.content.flatMap((inner) => partsOf(inner, 'quote'))
    case 'bulletList':
    case 'orderedList':
      return block.content.flatMap((item) => item.content.flatMap((inner) => partsOf(inner, 'listItem')))
    default: {
      const text = inlineText(block.content).trim()
      const kind = block.type === 'paragraph' && within !== null ? within : block.type
      return text === '' ? [] : [{ kind, by: block.attrs.by ?? '', text }]
    }
  }
}
