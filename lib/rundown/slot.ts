import type { Instant, Milliseconds } from '#lib/time/duration.ts'
import type { PlannedItem, RundownPlan } from './timing.ts'

/** The back-time of each item that is played: start it later than that, and the show overruns `slotEnd`. */
export function backTimes(plan: RundownPlan, slotEnd: Instant): { id: string; start: Instant }[] {
  let start = slotEnd
  return playable(plan)
    .reverse()
    .map(({ item, durationMs }) => {
      start = item.hitTime ?? start - durationMs
      return { id: item.id, start }
    })
    .reverse()
}

/** The time on air agreed with the station: a fixed end, or a length that starts when the show does, or neither. */
export type AirSlot = { start?: Instant | null; end?: Instant | null; durationMs?: Milliseconds | null }

/**
 * One item as it was played, since it was taken last; `playedMs` is of all its takes, and null while it is on air.
 * `earlierMs`: what the earlier takes of the one on air lasted.
 */
export type Take = { takenAt: Instant; playedMs: Milliseconds | null; earlierMs?: Milliseconds }

/** What was played so far, by item id. `startedAt` is null before the show. */
export type AsRun = { startedAt: Instant | null; takes: ReadonlyMap<string, Take> }

export type SlotFit = {
  /** Positive when the show is too long for its slot, negative when there is room left. */
  overMs: Milliseconds
  /** Still to be played. */
  remainingMs: Milliseconds
  /** Length of the show if the rest lasts as planned. Items that were jumped over do not count. */
  asPlayedMs: Milliseconds
}

/** How the show fits its slot at `now`: what was played counts as it was, the rest as planned. */
export function slotFit(plan: RundownPlan, asRun: AsRun, slot: AirSlot, now: Instant): SlotFit {
  const left = lengthsLeft(plan, asRun, now)
  const remainingMs = sum(left)
  const playedMs = sum([...asRun.takes.values()].map((take) => playedBy(take, now)))
  const asPlayedMs = playedMs + remainingMs
  const { startedAt } = asRun
  const front = startedAt ?? Math.max(now, slot.start ?? now)
  const end = slot.end ?? (slot.durationMs == null ? null : front + slot.durationMs)
  if (end === null) return { overMs: asPlayedMs - plannedMs(plan), remainingMs, asPlayedMs }
  const isOver = startedAt !== null && left.length === 0
  const reached = isOver ? startedAt + playedMs : startedAt === null ? front : now
  return { overMs: reached + remainingMs - end, remainingMs, asPlayedMs }
}

/**
 * What each item still to be played will last: the rest of the one on air, then the unplayed ones after it.
 * Empty once the show is over.
 */
function lengthsLeft(plan: RundownPlan, { takes }: AsRun, now: Instant): Milliseconds[] {
  const last = lastTaken(plan, takes)
  const next = plan.items
    .slice(last ? plan.items.indexOf(last) + 1 : 0)
    .filter(({ item }) => !item.isSkipped && !takes.has(item.id))
    .map(({ durationMs }) => durationMs)
  const take = last && takes.get(last.item.id)
  if (!take || take.playedMs !== null) return next
  return [Math.max(0, last.durationMs - (now - take.takenAt)), ...next]
}

const playedBy = ({ takenAt, playedMs, earlierMs = 0 }: Take, now: Instant) =>
  playedMs ?? earlierMs + now - takenAt

function lastTaken(plan: RundownPlan, takes: AsRun['takes']): PlannedItem | undefined {
  const takenAt = ({ item }: PlannedItem) => takes.get(item.id)?.takenAt ?? Number.NEGATIVE_INFINITY
  return plan.items
    .filter(({ item }) => takes.has(item.id))
    .reduce<PlannedItem | undefined>(
      (last, planned) => (last && takenAt(last) > takenAt(planned) ? last : planned),
      undefined,
    )
}

const playable = (plan: RundownPlan) => plan.items.filter(({ item }) => !item.isSkipped)
const plannedMs = (plan: RundownPlan) => sum(playable(plan).map(({ durationMs }) => durationMs))
const sum = (lengths: readonly Milliseconds[]) => lengths.reduce((total, length) => total + length, 0)
