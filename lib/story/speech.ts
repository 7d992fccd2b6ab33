import type { Milliseconds } from '#lib/time/duration.ts'
import { readingTime, readingWpm } from '#lib/time/reading.ts'
import { type StoryContent, spokenParts } from './document.ts'

/**
 * Words as a French word processor counts them: what stands between spaces and has a letter or a figure.
 * "l’école" and "porte-à-porte" are one word; " : " and "»" are none.
 */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter((token) => /[\p{L}\p{N}]/u.test(token)).length
}

/** Words of a text that are said on air. */
export function spokenWords(content: StoryContent): number {
  return spokenParts(content).reduce((sum, part) => sum + countWords(part.text), 0)
}

/** Time to read a text aloud at `wpm` words a minute, rounded up to the second. */
export function spokenTime(content: StoryContent, wpm: number = readingWpm.default): Milliseconds {
  return readingTime(spokenWords(content), wpm)
}
