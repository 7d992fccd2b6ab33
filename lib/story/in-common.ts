/** A place in the earlier list and the place in the later one at which the same stands. */
export type Pair = readonly [was: number, is: number]

/** Beyond so many differences the exact comparison is given up for one by what stands once on each side. */
const MOST_STEPS = 600
/** Lists are cut at their anchors at most this often within each other. */
const MOST_DEPTH = 8

/**
 * What two lists have in common, in order: the longest such series where they differ little, a good one where they
 * differ much. Texts of 20 000 words take some milliseconds, whatever stands in them.
 */
export function inCommon(before: readonly string[], after: readonly string[]): Pair[] {
  return between(before, after, { was: 0, is: 0 }, MOST_DEPTH)
}

type Offset = { was: number; is: number }

function between(before: readonly string[], after: readonly string[], at: Offset, depth: number): Pair[] {
  const start = equalAhead(before, after)
  const end = equalBehind(before, after, start)
  const [old, now] = [before.slice(start, before.length - end), after.slice(start, after.length - end)]
  const middle = { was: at.was + start, is: at.is + start }
  const behind = { was: at.was + before.length - end, is: at.is + after.length - end }
  return [
    ...run(at, start),
    ...(old.length === 0 || now.length === 0 ? [] : middleOf(old, now, middle, depth)),
    ...run(behind, end),
  ]
}

function run({ was, is }: Offset, length: number): Pair[] {
  return Array.from({ length }, (_, step): Pair => [was + step, is + step])
}

function equalAhead(before: readonly string[], after: readonly string[]): number {
  let count = 0
  while (count < before.length && count < after.length && before[count] === after[count]) count += 1
  return count
}

function equalBehind(before: readonly string[], after: readonly string[], start: number): number {
  const most = Math.min(before.length, after.length) - start
  let count = 0
  while (count < most && before.at(-1 - count) === after.at(-1 - count)) count += 1
  return count
}

function middleOf(old: readonly string[], now: readonly string[], at: Offset, depth: number): Pair[] {
  const exact = fewestSteps(old, now)
  if (exact) return exact.map(([was, is]): Pair => [was + at.was, is + at.is])
  const anchors = depth > 0 ? anchorsOf(old, now) : []
  if (anchors.length === 0) return []
  const pairs: Pair[] = []
  let from: Offset = { was: 0, is: 0 }
  for (const [was, is] of [...anchors, [old.length, now.length] as const]) {
    const offset = { was: at.was + from.was, is: at.is + from.is }
    pairs.push(...between(old.slice(from.was, was), now.slice(from.is, is), offset, depth - 1))
    if (was < old.length) pairs.push([at.was + was, at.is + is])
    from = { was: was + 1, is: is + 1 }
  }
  return pairs
}

/** The longest common series by the fewest steps (Myers 1986); null when there would be too many. */
function fewestSteps(old: readonly string[], now: readonly string[]): Pair[] | null {
  const most = Math.min(old.length + now.length, MOST_STEPS)
  const reached = new Int32Array(2 * most + 3)
  const middle = most + 1
  const steps: Int32Array[] = []
  for (let step = 0; step <= most; step += 1) {
    steps.push(reached.slice())
    for (let k = -step; k <= step; k += 2) {
      let was = furthest(reached, middle + k, k === -step, k === step)
      while (was < old.length && was - k < now.length && old[was] === now[was - k]) was += 1
      reached[middle + k] = was
      if (was >= old.length && was - k >= now.length) return wayBack(steps, middle, old.length, now.length)
    }
  }
  return null
}

/** Down (something came) or to the right (something went), whichever leads further on this diagonal. */
function furthest(reached: Int32Array, at: number, isFirst: boolean, isLast: boolean): number {
  const [down, right] = [reached[at + 1] ?? 0, (reached[at - 1] ?? 0) + 1]
  if (isFirst) return down
  return isLast || right > down ? right : down
}

function wayBack(steps: readonly Int32Array[], middle: number, oldLength: number, nowLength: number): Pair[] {
  const pairs: Pair[] = []
  let [was, is] = [oldLength, nowLength]
  for (let step = steps.length - 1; step >= 0; step -= 1) {
    const reached = steps[step] ?? new Int32Array()
    const k = was - is
    const cameDown =
      k === -step || (k !== step && (reached[middle + k - 1] ?? 0) < (reached[middle + k + 1] ?? 0))
    const fromK = cameDown ? k + 1 : k - 1
    const fromWas = step === 0 ? 0 : (reached[middle + fromK] ?? 0)
    const fromIs = step === 0 ? 0 : fromWas - fromK
    while (was > fromWas && is > fromIs) {
      was -= 1
      is -= 1
      pairs.push([was, is])
    }
    ;[was, is] = [fromWas, fromIs]
  }
  return pairs.reverse()
}

/** What stands exactly once on each side, as far as its order is the same on both. */
function anchorsOf(old: readonly string[], now: readonly string[]): Pair[] {
  const places = onlyPlaces(now)
  const both = [...onlyPlaces(old)].flatMap(([item, was]): Pair[] => {
    const is = places.get(item)
    return is === undefined ? [] : [[was, is]]
  })
  return longestRising(both)
}

function onlyPlaces(list: readonly string[]): Map<string, number> {
  const places = new Map<string, number>()
  const often = new Set<string>()
  for (const [at, item] of list.entries()) {
    if (places.has(item)) often.add(item)
    places.set(item, at)
  }
  for (const item of often) places.delete(item)
  return places
}

/** Pairs are in the order of `was`; the most of them that keep the order of `is` too. */
function longestRising(pairs: readonly Pair[]): Pair[] {
  const ends: number[] = []
  const before: (number | null)[] = []
  for (const [at, [, is]] of pairs.entries()) {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const half = (low + high) >> 1
      const [, other] = pairs[ends[half] ?? 0] ?? [0, 0]
      if (other < is) low = half + 1
      else high = half
    }
    before.push(low > 0 ? (ends[low - 1] ?? null) : null)
    ends[low] = at
  }
  const chosen: Pair[] = []
  for (let at: number | null = ends.at(-1) ?? null; at !== null; at = before[at] ?? null) {
    const pair = pairs[at]
    if (pair) chosen.push(pair)
  }
  return chosen.reverse()
}
