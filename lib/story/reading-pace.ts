import type { Milliseconds } from '#lib/time/duration.ts'

/** Words a minute between which somebody can have read a text aloud; beyond, it was something else. */
const plausibleWpm = { slowest: 60, fastest: 260 }
/** Less says nothing about a pace. */
const shortestReadingMs = 15_000

/** Why a reading says nothing about a pace. */
export type PaceRefusal = 'pace.too-short' | 'pace.too-slow' | 'pace.too-fast' | 'pace.no-text'

/** Null when `words` said in `spokenMs` may well be somebody's pace. */
export function paceRefusal(words: number, spokenMs: Milliseconds): PaceRefusal | null {
  if (words === 0) return 'pace.no-text'
  if (spokenMs < shortestReadingMs) return 'pace.too-short'
  const wpm = (words * 60_000) / spokenMs
  if (wpm < plausibleWpm.slowest) return 'pace.too-slow'
  return wpm > plausibleWpm.fastest ? 'pace.too-fast' : null
}
