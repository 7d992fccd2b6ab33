import type { Chapter } from '#app/_ui/player-chapters.tsx'

/** Going back within this many seconds of a chapter's start leads to the one before. */
const NEAR_START = 3

/** Index of the chapter that is heard at `at` seconds; −1 before the first. */
export function chapterAt(chapters: readonly Chapter[], at: number): number {
  // A jump lands a hair before where it was sent.
  return chapters.findLastIndex(({ startMs }) => startMs / 1000 <= at + 0.1)
}

/** Where to go for the next chapter (+1) or the one before (−1), in seconds; null when there is none. */
export function chapterStep(chapters: readonly Chapter[], at: number, by: 1 | -1): number | null {
  const here = chapterAt(chapters, at)
  const start = (chapters[here]?.startMs ?? 0) / 1000
  const isFarIn = by === -1 && at - start > NEAR_START
  const target = isFarIn ? chapters[here] : chapters[here + by]
  return target ? target.startMs / 1000 : null
}
