import type { Milliseconds } from '#lib/time/duration.ts'

/** `?t=85` as the address says it; null for anything that is no moment of this episode. */
export function secondsOf(typed: string | string[] | undefined, durationMs: Milliseconds): number | null {
  const seconds = typeof typed === 'string' && /^\d{1,6}$/.test(typed) ? Number(typed) : null
  return seconds !== null && seconds * 1000 < durationMs ? seconds : null
}
