/** A figure as it may be seen: whole fives, never more than was counted; null is "fewer than five", and may be none. */
export type Told = number | null
/** Without a name it is all small ones together. */
export type Line = { name: string | null; told: Told }
/** What was counted, of anything that has a name. */
export type Count = { name: string; count: number }

const LEAST = 5

/**
 * A count as it is shown everywhere, totals too. In whole fives a total less the lines that are seen does not tell what
 * the hidden line holds, nor does a season less its months.
 */
export function told(count: number): Told {
  return count < LEAST ? null : Math.floor(count / LEAST) * LEAST
}

/** Lines in the order given. */
export function linesOf(counts: readonly Count[]): Line[] {
  return counts.map(({ name, count }) => ({ name, told: told(count) }))
}

/**
 * Lines of which the small ones are one without a name: that a name is there would already say that somebody is. The
 * largest first; equal ones by name, so that no order tells what is hidden.
 */
export function gatheredLines(counts: readonly Count[]): Line[] {
  const small = counts.filter(({ count }) => count < LEAST)
  const sum = small.reduce((all, { count }) => all + count, 0)
  const seen = counts
    .filter(({ count }) => count >= LEAST)
    .map(({ name, count }) => ({ name, told: told(count) }))
    .sort((a, b) => (b.told ?? 0) - (a.told ?? 0) || a.name.localeCompare(b.name, 'fr'))
  return small.length > 0 ? [...seen, { name: null, told: told(sum) }] : seen
}
