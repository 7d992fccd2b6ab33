const encoder = new TextEncoder()
const ellipsis = '…'

/** Length in UTF-8 bytes, as directories count it: an accent costs two, an emoji four. */
export function utf8Bytes(text: string): number {
  return encoder.encode(text).length
}

/** The text, or its longest beginning that ends on a word and fits `maxBytes` with an ellipsis. */
export function clipBytes(text: string, maxBytes: number): string {
  return clip(text, maxBytes, utf8Bytes)
}

/** As `clipBytes`, counted in characters (code points). */
export function clipCharacters(text: string, maxCharacters: number): string {
  return clip(text, maxCharacters, (piece) => [...piece].length)
}

function clip(text: string, max: number, measure: (text: string) => number): string {
  if (measure(text) <= max) return text
  const room = max - measure(ellipsis)
  let used = 0
  let kept = ''
  for (const character of text) {
    used += measure(character)
    if (used > room) break
    kept += character
  }
  const lastSpace = kept.lastIndexOf(' ')
  // A text without spaces near its end is cut inside a word rather than lost.
  const end = lastSpace > kept.length / 2 ? lastSpace : kept.length
  return kept.slice(0, end).trimEnd() + ellipsis
}
