/** A figure as it may be seen: whole fives, never more than was counted; null is "fewer than five", and may be none. */
export type Told = number | null
export type Line = { name: string; told: Told }
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
 * Lines of which the small ones are one, called `rest`: that a name is there would already say that somebody is. The
 * largest first; equal ones by name, so that no order tells what is hidden.
 */
export function gatheredLines(counts: readonly Count[], rest: string): Line[] {
  const small = counts.filter(({ count }) => count < LEAST)
  const sum = small.reduce((all, { count }) => all + count, 0)
  const seen = linesOf(counts.filter(({ count }) => count >= LEAST))
  const sorted = seen.sort((a, b) => (b.told ?? 0) - (a.told ?? 0) || a.name.localeCompare(b.name, 'fr'))
  return small.length > 0 ? [...sorted, { name: rest, told: told(sum) }] : sorted
}
