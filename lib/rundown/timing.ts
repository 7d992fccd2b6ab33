import type { Instant, Milliseconds } from '#lib/time/duration.ts'

/** A line of the rundown, as far as time is concerned. Instants and flags are optional rules. */
export type TimedItem = {
  id: string
  plannedMs: Milliseconds
  /** Hard start: begins then, whatever comes before. Otherwise it begins when the line before it ends. */
  fixedStart?: Instant | null
  /** Locked end: the planned length is what is left until then. */
  fixedEnd?: Instant | null
  /** Where the back-times above it count from. */
  hitTime?: Instant | null
  /** Not played; takes no time. */
  isSkipped?: boolean
  /** On air it ends at its planned end, however late it was taken. */
  countToEnd?: boolean
}

/** When an item is meant to be played. */
export type PlannedItem = {
  item: TimedItem
  start: Instant
  end: Instant
  /** The item's own length, or what its locked end leaves of it. */
  durationMs: Milliseconds
  /** Silence since the latest end so far; negative when two lines overlap. */
  gapMs: Milliseconds
  /** The locked end had passed before the item could start: nothing is left of it. */
  endsBeforeStart: boolean
}

/** `items` has one entry per line, in order. Both ends are null when nothing is to be played. */
export type RundownPlan = {
  items: readonly PlannedItem[]
  plannedStart: Instant | null
  plannedEnd: Instant | null
  /** Lengths and gaps together, overlaps counted once. */
  totalMs: Milliseconds
}

/**
 * Plans a rundown from the episode's start. A skipped item gets the times it would have,
 * for somebody may still take it, but moves nothing after it.
 */
export function planRundown(items: readonly TimedItem[], showStart: Instant): RundownPlan {
  let prevEnd = showStart
  let plannedStart: Instant | null = null
  let latestEnd: Instant | null = null
  let totalMs = 0
  const planned: PlannedItem[] = []
  for (const item of items) {
    const times = planItem(item, prevEnd, latestEnd)
    planned.push(times)
    if (item.isSkipped) continue
    plannedStart ??= times.start
    totalMs += lengthened(times)
    latestEnd = Math.max(latestEnd ?? times.end, times.end)
    prevEnd = times.end
  }
  const plannedEnd = plannedStart === null ? null : plannedStart + totalMs
  return { items: planned, plannedStart, plannedEnd, totalMs }
}

/** Times one item. `latestEnd` is null for the first one, which has no gap before it. */
export function planItem(item: TimedItem, prevEnd: Instant, latestEnd: Instant | null): PlannedItem {
  const start = item.fixedStart ?? prevEnd
  const untilLock = item.fixedEnd == null ? null : item.fixedEnd - start
  const durationMs = untilLock === null ? item.plannedMs : Math.max(0, untilLock)
  return {
    item,
    start,
    end: start + durationMs,
    durationMs,
    gapMs: latestEnd === null ? 0 : start - latestEnd,
    endsBeforeStart: untilLock !== null && untilLock < 0,
  }
}

/** By how much an item lengthens the show: an overlap is time that was already counted. */
function lengthened({ gapMs, durationMs }: PlannedItem): Milliseconds {
  return gapMs >= 0 ? gapMs + durationMs : Math.max(0, durationMs + gapMs)
}
