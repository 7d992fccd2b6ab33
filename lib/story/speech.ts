import type { Milliseconds } from '#lib/time/duration.ts'
import { readingTime, readingWpm } from '#lib/time/reading.ts'
import { type StoryContent, spokenParts } from './document.ts'
import { spokenForm } from './spoken-form.ts'

/**
 * Words as a French word processor counts them: what stands between spaces and has a letter or a figure.
 * "l’école" and "porte-à-porte" are one word; " : " and "»" are none.
 */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter((token) => /[\p{L}\p{N}]/u.test(token)).length
}

/**
 * Words as they are said: "1 234" is four ("mille deux cent trente-quatre"), "75 %" three, "SNCF" four letters.
 * A word tied by hyphens is one.
 */
export function countSaid(text: string): number {
  return countWords(spokenForm(text))
}

/** Words of a text as they are said on air. */
export function spokenWords(content: StoryContent): number {
  return spokenParts(content).reduce((sum, part) => sum + countSaid(part.text), 0)
}

/** Time to read a text aloud at `wpm` words a minute, rounded up to the second. */
export function spokenTime(content: StoryContent, wpm: number = readingWpm.default): Milliseconds {
  return readingTime(spokenWords(content), wpm)
}
