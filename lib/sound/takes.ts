import type { ClipState } from '#lib/db/schema.ts'
import { findPassage } from '#lib/story/passages.ts'

/** In the log: who chose which take, and when. Among the takes of a passage the last one counts. */
export const takeChosen = 'take.chosen'

type Kept = { id: string; passage: string; state: ClipState; createdAt: Date; chosenAt: Date | null }

/**
 * The take that stands for a passage: the one that somebody decided for last, by choosing it or by keeping it when
 * it was new. One that cannot be used never does. Null when there is none.
 */
export function chosenOf<T extends Kept>(takes: readonly T[]): T | null {
  const usable = takes.filter(({ state }) => state !== 'refused')
  return usable.toSorted((a, b) => decidedAt(a) - decidedAt(b)).at(-1) ?? null
}

const decidedAt = ({ createdAt, chosenAt }: Kept) => Math.max(createdAt.getTime(), chosenAt?.getTime() ?? 0)

/** Takes beside the passages that they say, in the passages' order; then those whose passage is gone. */
export function takesByPassage<T extends Kept>(
  keys: readonly string[],
  takes: readonly T[],
): { passages: T[][]; gone: T[] } {
  const placed = takes
    .filter(({ passage }) => passage !== '')
    .map((take) => ({ take, at: findPassage(keys, take.passage) }))
  return {
    passages: keys.map((_, at) => placed.filter((one) => one.at === at).map(({ take }) => take)),
    gone: placed.filter(({ at }) => at < 0).map(({ take }) => take),
  }
}
