import type { AirDeed } from '#lib/db/schema.ts'
import type { Instant, Milliseconds } from '#lib/time/duration.ts'
import { addTime, type OnAir, pause, resume } from './live.ts'
import type { AsRun, Take } from './slot.ts'

/** One deed of the as-run log. `planStart`, `title` and `plannedMs` are of the item that was taken, as it was then. */
export type LoggedDeed = {
  id: number
  /** Made by the screen that did it, which knows its own deed again by it. */
  key?: string
  deed: AirDeed
  itemId: string | null
  ms: Milliseconds | null
  at: Instant
  /** When it was kept, by the same clock; unknown for what a screen has not been answered yet. */
  keptAt?: Instant
  planStart: Instant | null
  title: string
  plannedMs: Milliseconds | null
}

/** One stretch during which an item was on air; `endedAt` is null while it still is. */
export type Run = {
  itemId: string
  title: string
  plannedMs: Milliseconds
  /** Where the plan had it when it was taken. */
  planStart: Instant | null
  takenAt: Instant
  endedAt: Instant | null
}

/** The show as its log tells it. `onAir` is null before the first take and after the end. */
export type ShowState = {
  onAir: OnAir | null
  startedAt: Instant | null
  endedAt: Instant | null
  /** Every stretch in order: an item that was taken twice is there twice. */
  runs: readonly Run[]
}

const before: ShowState = { onAir: null, startedAt: null, endedAt: null, runs: [] }

/**
 * Reads the log, which may hold deeds that reached us late and out of order: they count when they were done. A pause
 * of what is paused, time given to nothing and the like change nothing, for two people may press at once.
 */
export function showState(log: readonly LoggedDeed[]): ShowState {
  return onOneClock(log).reduce(done, before)
}

/** Two machines that keep deeds may differ by this much without any clock having been set. */
const CLOCKS_DIFFER_MS = 2_000

/**
 * The deeds in the order in which they were done. Where one was kept earlier than the one before it, by the clock, the
 * server's clock was set back meanwhile: the newer clock is believed, and what was done by the older one is moved back
 * with it, so that nothing ends before it began. How long the last line before that was played, nobody knows then.
 */
export function onOneClock(log: readonly LoggedDeed[]): LoggedDeed[] {
  const clocks: LoggedDeed[][] = []
  let keptBefore = Number.NEGATIVE_INFINITY
  for (const deed of log.toSorted((a, b) => a.id - b.id)) {
    const keptAt = deed.keptAt ?? keptBefore
    if (clocks.length === 0 || keptAt < keptBefore - CLOCKS_DIFFER_MS) clocks.push([])
    clocks.at(-1)?.push(deed)
    keptBefore = keptAt
  }
  return clocks.reduce<LoggedDeed[]>((earlier, deeds) => {
    const later = deeds.toSorted((a, b) => a.at - b.at || a.id - b.id)
    const aheadMs = Math.max(0, (earlier.at(-1)?.at ?? 0) - (later[0]?.at ?? 0))
    return [...earlier.map((deed) => ({ ...deed, at: deed.at - aheadMs })), ...later]
  }, [])
}

function done(state: ShowState, deed: LoggedDeed): ShowState {
  const { onAir } = state
  if (deed.deed === 'take') return taken(state, deed)
  if (!onAir) return state
  switch (deed.deed) {
    case 'pause':
      return { ...state, onAir: pause(onAir, deed.at) }
    case 'resume':
      return { ...state, onAir: onAir.pausedAt === null ? onAir : resume(onAir, deed.at) }
    case 'add':
      return { ...state, onAir: addTime(onAir, deed.ms ?? 0) }
    case 'end':
      return { ...state, onAir: null, endedAt: deed.at, runs: closed(state.runs, deed.at) }
  }
}

/** A take after the end goes on with the show: whoever ended it too early takes the next line. */
function taken(state: ShowState, { itemId, at, planStart, title, plannedMs }: LoggedDeed): ShowState {
  if (itemId === null) return state
  const startedAt = state.startedAt ?? at
  return {
    onAir: {
      itemId,
      takenAt: at,
      addedMs: 0,
      pausedAt: null,
      planStartWhenTaken: planStart ?? at,
      showStartedAt: startedAt,
    },
    startedAt,
    endedAt: null,
    runs: [
      ...closed(state.runs, at),
      { itemId, title, plannedMs: plannedMs ?? 0, planStart, takenAt: at, endedAt: null },
    ],
  }
}

function closed(runs: readonly Run[], at: Instant): Run[] {
  return runs.map((run) => (run.endedAt === null ? { ...run, endedAt: at } : run))
}

/** What was played, by item: of one that was taken more than once, all of it together. */
export function asRunOf({ startedAt, runs }: ShowState): AsRun {
  const takes = new Map<string, Take>()
  for (const { itemId, takenAt, endedAt } of runs) {
    const earlier = takes.get(itemId)?.playedMs ?? 0
    const take =
      endedAt === null
        ? { takenAt, playedMs: null, earlierMs: earlier }
        : { takenAt, playedMs: earlier + endedAt - takenAt }
    takes.set(itemId, take)
  }
  return { startedAt, takes }
}
