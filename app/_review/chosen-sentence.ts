import { sentencesOf } from '#lib/story/sentences.ts'
import type { Passage } from './notes-context.tsx'

/** The sentence of a line in which a touch fell; null on an empty line. */
export function sentenceAt(line: number, text: string, at: number): Passage | null {
  const sentences = sentencesOf(text)
  const touched = sentences.find(({ to }) => at <= to) ?? sentences.at(-1)
  return touched ? { line, ...touched, quote: text.slice(touched.from, touched.to) } : null
}

/** The sentence after the chosen one, then the first again: for who chooses by key. */
export function nextSentence(line: number, text: string, chosen: Passage | null): Passage | null {
  const sentences = sentencesOf(text)
  const next = sentences.find(({ from }) => chosen === null || from >= chosen.to) ?? sentences[0]
  return next ? { line, ...next, quote: text.slice(next.from, next.to) } : null
}
