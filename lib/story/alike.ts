import type { Pair } from './in-common.ts'

/** A line to be compared: lines of different sorts are never alike. */
type Likened = { sort: string; text: string }

/** How alike two lines must be to be one that changed: the share of their words that both have. */
const ALIKE = 0.4
/** Beyond so many comparisons, only lines that stand in the same place are compared. */
const MOST_COMPARED = 2500

/** Which lines are likely the same ones, changed: the most likeness in all that keeps the order of both sides. */
export function alikePairs(left: readonly Likened[], right: readonly Likened[]): Pair[] {
  if (left.length * right.length > MOST_COMPARED) {
    return left.flatMap((one, at): Pair[] => (likeness(one, right[at]) > 0 ? [[at, at]] : []))
  }
  // The same sum as of a longest common series, of shares instead of ones.
  const width = right.length + 1
  const best = new Float64Array((left.length + 1) * width)
  const shares = left.map((one) => right.map((other) => likeness(one, other)))
  for (let at = left.length - 1; at >= 0; at -= 1) {
    for (let to = right.length - 1; to >= 0; to -= 1) {
      const here = at * width + to
      const both = (shares[at]?.[to] ?? 0) + (best[here + width + 1] ?? 0)
      best[here] = Math.max(both, best[here + width] ?? 0, best[here + 1] ?? 0)
    }
  }
  const pairs: Pair[] = []
  let [at, to] = [0, 0]
  while (at < left.length && to < right.length) {
    const here = at * width + to
    const share = shares[at]?.[to] ?? 0
    if (share > 0 && best[here] === share + (best[here + width + 1] ?? 0)) pairs.push([at++, to++])
    else if ((best[here + width] ?? 0) >= (best[here + 1] ?? 0)) at += 1
    else to += 1
  }
  return pairs
}

/** The share of their words that both have; 0 when that is too little to be the same line. */
function likeness(one: Likened, other: Likened | undefined): number {
  if (one.sort !== other?.sort) return 0
  const [left, right] = [wordsOf(one.text), wordsOf(other.text)]
  const count = new Map<string, number>()
  for (const word of left) count.set(word, (count.get(word) ?? 0) + 1)
  let both = 0
  for (const word of right) {
    const remaining = count.get(word) ?? 0
    if (remaining > 0) both += 1
    count.set(word, remaining - 1)
  }
  const share = (2 * both) / Math.max(1, left.length + right.length)
  return share >= ALIKE ? share : 0
}

/** The words of a line without its signs, in small letters: only for comparing. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
