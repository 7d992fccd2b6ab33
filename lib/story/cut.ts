/** A version as far as its writers go. `writers`: those who wrote since the one before. */
export type WrittenVersion = { id: number; at: Date; writers: readonly string[] }

/** A stretch of a text's life, from one version to the next one or (`to` null) to now. */
export type Stretch = { from: number; to: number | null; at: Date; writers: readonly string[] }

/**
 * The stretches in which others wrote and the author did not: what went then, the author has not seen go.
 * `versions` oldest first; `now`: who wrote since the last of them, and when.
 */
export function othersStretches(
  versions: readonly WrittenVersion[],
  now: { at: Date; writers: readonly string[] },
  authorId: string,
): Stretch[] {
  return versions
    .map(({ id }, at): Stretch => {
      const next = versions[at + 1]
      return { from: id, to: next?.id ?? null, at: next?.at ?? now.at, writers: next?.writers ?? now.writers }
    })
    .filter(({ writers }) => writers.length > 0 && !writers.includes(authorId))
}
