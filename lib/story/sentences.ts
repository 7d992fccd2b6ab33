/** A stretch of a text, by its places in it. */
export type Stretch = { start: number; end: number }

/** A voice of a browser stops by itself within what is much longer. */
const MOST_CHARACTERS = 180
/** A full stop after one of these ends no sentence. */
const SHORT_FORMS = /(?:^|[\s(«])(?:M|MM|Mme|Mlle|Dr|St|Ste|av|bd|etc|cf|env|min|p|n)\.$/u

/**
 * A text sentence by sentence, for a voice that reads it: no stretch is longer than a breath or two, none is blank.
 * Long sentences end at a comma, or where the words end.
 */
export function sentences(text: string): Stretch[] {
  const found: Stretch[] = []
  let start = 0
  for (const { 0: ending, index } of text.matchAll(/[.!?…]+[»”")]*(?=\s|$)|\n+/gu)) {
    const end = index + ending.length
    if (ending === '.' && SHORT_FORMS.test(text.slice(start, end))) continue
    found.push(...breaths(text, start, end))
    start = end
  }
  return [...found, ...breaths(text, start, text.length)].filter(({ start: from, end }) =>
    /[\p{L}\p{N}]/u.test(text.slice(from, end)),
  )
}

/** A closing quote mark after its space belongs to the sentence before it; spaces at the ends to none. */
function breaths(text: string, from: number, to: number): Stretch[] {
  const stretches: Stretch[] = []
  let start = from
  while (to - start > MOST_CHARACTERS) {
    const part = text.slice(start, start + MOST_CHARACTERS)
    const comma = Math.max(part.lastIndexOf(', '), part.lastIndexOf('; '), part.lastIndexOf(': '))
    const space = part.lastIndexOf(' ')
    const length = comma > 0 ? comma + 1 : space > 0 ? space : MOST_CHARACTERS
    stretches.push(trimmed(text, start, start + length))
    start += length
  }
  return [...stretches, trimmed(text, start, to)]
}

function trimmed(text: string, from: number, to: number): Stretch {
  const stretch = text.slice(from, to)
  const start = from + (stretch.length - stretch.trimStart().length)
  return { start, end: Math.max(start, to - (stretch.length - stretch.trimEnd().length)) }
}
