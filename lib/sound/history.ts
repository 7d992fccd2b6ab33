/** What was, what is and what was undone, as one value. */
export type History<T> = { past: readonly T[]; present: T; future: readonly T[] }

const longestPast = 200

export const historyOf = <T>(present: T): History<T> => ({ past: [], present, future: [] })

/** A step further; what had been undone is gone. The same value is no step. */
export function step<T>({ past, present, future }: History<T>, next: T): History<T> {
  if (next === present) return { past, present, future }
  return { past: [...past, present].slice(-longestPast), present: next, future: [] }
}

/** One step back, or the same history when there is none. */
export function undo<T>(history: History<T>): History<T> {
  const { past, present, future } = history
  const [before] = past.slice(-1)
  return before === undefined
    ? history
    : { past: past.slice(0, -1), present: before, future: [present, ...future] }
}

/** What was undone, done again. */
export function redo<T>(history: History<T>): History<T> {
  const { past, present, future } = history
  const [next, ...later] = future
  return next === undefined ? history : { past: [...past, present], present: next, future: later }
}
