import type { Block, Inline, ListItem, StoryContent } from './document.ts'

/** A stretch of a text in one weight; a forced line break is a newline. */
export type ReadSpan = { text: string; isBold: boolean }
/** A block of a text as it is read at the microphone. `by` is who says it, empty when the text does not say. */
export type ReadPart = {
  kind:
    | 'heading'
    | 'paragraph'
    | 'leadIn'
    | 'question'
    | 'leadOut'
    | 'quote'
    | 'listItem'
    | 'soundCue'
    | 'offAir'
  by: string
  spans: readonly ReadSpan[]
}

/**
 * A text for whoever reads it aloud: with headings and where sounds play, without the notes off air unless asked for
 * (`withNotes`).
 */
export function readingParts(content: StoryContent, withNotes = false): ReadPart[] {
  const parts = content.content.flatMap((block) => partsOf(block, null))
  return withNotes ? parts : parts.filter(({ kind }) => kind !== 'offAir')
}

function partsOf(block: Block, within: 'quote' | 'listItem' | null): ReadPart[] {
  switch (block.type) {
    case 'offAir':
      return written('offAir', '', block.content)
    case 'soundCue':
      return [{ kind: 'soundCue', by: '', spans: [{ text: block.attrs.label, isBold: false }] }]
    case 'heading':
      return written('heading', '', block.content)
    case 'blockquote':
      return block.content.flatMap((inner) => partsOf(inner, 'quote'))
    case 'bulletList':
    case 'orderedList':
      return block.content.flatMap((item: ListItem) =>
        item.content.flatMap((inner) => partsOf(inner, 'listItem')),
      )
    default: {
      const kind = block.type === 'paragraph' && within !== null ? within : block.type
      return written(kind, block.attrs.by ?? '', block.content)
    }
  }
}

function written(kind: ReadPart['kind'], by: string, content: readonly Inline[] | undefined): ReadPart[] {
  const spans = (content ?? []).map((inline): ReadSpan => {
    if (inline.type === 'hardBreak') return { text: '\n', isBold: false }
    return { text: inline.text, isBold: inline.marks?.some(({ type }) => type === 'bold') ?? false }
  })
  return spans.some(({ text }) => text.trim() !== '') ? [{ kind, by, spans }] : []
}
