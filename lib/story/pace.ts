import type { Milliseconds } from '#lib/time/duration.ts'

/** A block as it stands on the screen, in pixels from the head of the text, its margin with it. */
export type Stretch = { top: number; height: number; readMs: Milliseconds }

/** How long the blocks from `y` to `end` take to read: of a block that is half past, half. */
export function readingLeft(
  stretches: readonly Stretch[],
  y: number,
  end = Number.POSITIVE_INFINITY,
): Milliseconds {
  return stretches.reduce((sum, stretch) => sum + stretch.readMs * shareWithin(stretch, y, end), 0)
}

/**
 * How fast the text moves at `y`, in pixels a millisecond: what lies ahead, over the time that its words take. Looking
 * `aheadPx` ahead makes short lines no jolt, and changes nothing in the whole. 0 at the end.
 */
export function scrollSpeed(stretches: readonly Stretch[], y: number, aheadPx: number): number {
  const last = stretches.at(-1)
  const end = last ? last.top + last.height : 0
  const ahead = Math.min(aheadPx, end - y)
  if (ahead <= 0) return 0
  const readMs = readingLeft(stretches, y, y + ahead)
  // Titles and sounds have no words: they pass in the time of a breath.
  return ahead / Math.max(readMs, (NO_WORDS_MS * ahead) / aheadPx)
}

/** The least that is taken for `aheadPx`, whatever stands there. */
const NO_WORDS_MS = 2000

function shareWithin({ top, height }: Stretch, from: number, to: number): number {
  if (height <= 0) return 0
  return Math.max(0, Math.min(top + height, to) - Math.max(top, from)) / height
}
