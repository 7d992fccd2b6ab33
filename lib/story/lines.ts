import { type Block, inlineText, type ListItem, type StoryContent } from './document.ts'

/**
 * Words of a text by where they stand: `line` counts the blocks that hold words, empty ones too, from 0; `from` and
 * `to` are UTF-16 units within it. A forced line break is one unit.
 */
export type Place = { line: number; from: number; to: number }

/** The blocks that hold words, by their name in the document. */
export const lineNames = ['paragraph', 'leadIn', 'question', 'leadOut', 'offAir', 'heading'] as const

/** Every line of a text in reading order, as `Place` counts them. */
export function textLines(content: StoryContent): string[] {
  return content.content.flatMap(linesOf)
}

function linesOf(block: Block | ListItem): string[] {
  switch (block.type) {
    case 'soundCue':
      return []
    case 'blockquote':
    case 'listItem':
      return block.content.flatMap(linesOf)
    case 'bulletList':
    case 'orderedList':
      return block.content.flatMap(linesOf)
    default:
      return [inlineText(block.content)]
  }
}

/**
 * Where `quote` stands now: at `near` if it still does, else at the nearest place that reads the same. Without `near`
 * only where it stands once. Null when it is not there any more.
 */
export function placeOfQuote(lines: readonly string[], quote: string, near: Place | null): Place | null {
  if (quote === '') return null
  if (near && lines[near.line]?.slice(near.from, near.to) === quote) return near
  const found = lines.flatMap((text, line) =>
    occurrences(text, quote).map((from) => ({ line, from, to: from + quote.length })),
  )
  if (near === null) return found.length === 1 ? (found[0] ?? null) : null
  const away = (place: Place) => Math.abs(place.line - near.line) * 1e6 + Math.abs(place.from - near.from)
  return found.toSorted((one, other) => away(one) - away(other))[0] ?? null
}

function occurrences(text: string, quote: string): number[] {
  const found: number[] = []
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + quote.length)) found.push(at)
  return found
}
