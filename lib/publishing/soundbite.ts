import type { Soundbite } from '#lib/db/schema.ts'
import type { Milliseconds } from '#lib/time/duration.ts'

export const soundbiteLeastMs = 15_000
export const soundbiteMostMs = 120_000

/**
 * Why apps would not play a soundbite; null when they would. `lengthMs` is the episode's, null while nobody knows.
 * A start of 0 is none for the Podcast Index parser.
 */
export function soundbiteTrouble(
  { startMs, durationMs }: Soundbite,
  lengthMs: Milliseconds | null,
): 'start' | 'short' | 'long' | 'outside' | null {
  if (startMs <= 0) return 'start'
  if (durationMs < soundbiteLeastMs) return 'short'
  if (durationMs > soundbiteMostMs) return 'long'
  return lengthMs !== null && startMs + durationMs > lengthMs ? 'outside' : null
}
