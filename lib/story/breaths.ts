import { type Sentence, sentencesOf } from './sentences.ts'

/** A voice of a browser stops by itself within what is much longer. */
const MOST_CHARACTERS = 180

/**
 * A text for a voice that reads it: its sentences, none longer than a breath or two, none without a word. Long ones end
 * at a comma, or where the words end.
 */
export function breaths(text: string): Sentence[] {
  return sentencesOf(text)
    .flatMap(({ from, to }) => cut(text, from, to))
    .filter(({ from, to }) => /[\p{L}\p{N}]/u.test(text.slice(from, to)))
}

function cut(text: string, from: number, to: number): Sentence[] {
  const pieces: Sentence[] = []
  let start = from
  while (to - start > MOST_CHARACTERS) {
    const part = text.slice(start, start + MOST_CHARACTERS)
    const comma = Math.max(part.lastIndexOf(', '), part.lastIndexOf('; '), part.lastIndexOf(': '))
    const space = part.lastIndexOf(' ')
    const length = comma > 0 ? comma + 1 : space > 0 ? space : MOST_CHARACTERS
    pieces.push(trimmed(text, start, start + length))
    start += length
  }
  return [...pieces, trimmed(text, start, to)]
}

function trimmed(text: string, from: number, to: number): Sentence {
  const piece = text.slice(from, to)
  const start = from + (piece.length - piece.trimStart().length)
  return { from: start, to: Math.max(start, to - (piece.length - piece.trimEnd().length)) }
}
