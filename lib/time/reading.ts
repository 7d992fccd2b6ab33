import { type Milliseconds, seconds } from './duration.ts'

/** Words a minute of somebody who has not been heard yet, and what a person may be set to. */
export const readingWpm = { default: 150, slowest: 90, fastest: 200 }

/** Time to read `words` aloud at `wpm` words a minute, rounded up to the second. */
export function readingTime(words: number, wpm: number = readingWpm.default): Milliseconds {
  // Multiplied before divided: 60 × words is exact, so a whole number of seconds never gains one.
  return seconds(Math.ceil((words * 60) / wpm))
}

/** A text as it was recorded: the chosen take, without the silence at both ends. */
export type ReadAloud = { words: number; durationMs: Milliseconds }

/**
 * A person's own pace in words a minute: the median of their last five recordings (oldest first),
 * kept within what a person may be set to. Null until there is one.
 */
export function ownPace(recordings: readonly ReadAloud[]): number | null {
  const paces = recordings
    .filter(({ words, durationMs }) => words > 0 && durationMs > 0)
    .slice(-5)
    .map(({ words, durationMs }) => (words * 60_000) / durationMs)
    .sort((a, b) => a - b)
  const middle = paces.slice((paces.length - 1) >> 1, (paces.length >> 1) + 1)
  if (middle.length === 0) return null
  const median = middle.reduce((sum, pace) => sum + pace, 0) / middle.length
  return Math.round(Math.min(readingWpm.fastest, Math.max(readingWpm.slowest, median)))
}
