import { type Instant, type Milliseconds, minutes } from '#lib/time/duration.ts'
import { type PlannedItem, planItem, type RundownPlan } from './timing.ts'

/** What is on air, and everything that was done to it since it was taken. */
export type OnAir = {
  itemId: string
  takenAt: Instant
  /** Time given (or taken back when negative), and the pauses that are over. */
  addedMs: Milliseconds
  /** Null while it runs. */
  pausedAt: Instant | null
  /** Where the plan had the item when it was taken: later edits above it make nobody late. */
  planStartWhenTaken: Instant
  /** When the first item of the show was taken. */
  showStartedAt: Instant
}

/** `relative`: a recorded show, late or early only since it really started. */
export type Lateness = 'absolute' | 'relative'
/** How near its end the item on air is: two minutes, one minute, past it. */
export type Phase = 'default' | 'warning' | 'danger' | 'overtime'

/** Puts an item on air, also one that is skipped, was played before or is on air already. */
export function takeItem(onAir: OnAir | null, plan: RundownPlan, itemId: string, now: Instant): OnAir {
  return {
    itemId,
    takenAt: now,
    addedMs: 0,
    pausedAt: null,
    planStartWhenTaken: plannedItem(plan, itemId).start,
    showStartedAt: onAir?.showStartedAt ?? now,
  }
}

/** Stops the countdown; the show gets later while it stands. */
export function pause(onAir: OnAir, now: Instant): OnAir {
  return { ...onAir, pausedAt: onAir.pausedAt ?? now }
}

/** Lets the countdown run again, and gives the item the time that the pause took. */
export function resume(onAir: OnAir, now: Instant): OnAir {
  return { ...onAir, addedMs: onAir.addedMs + pausedFor(onAir, now), pausedAt: null }
}

/** Gives the item on air `ms` more, or less when negative. */
export function addTime(onAir: OnAir, ms: Milliseconds): OnAir {
  return { ...onAir, addedMs: onAir.addedMs + ms }
}

/** Below zero is overtime. `offsetMs` is positive when the show is late, negative when it is ahead. */
export type Countdown = { remainingMs: Milliseconds; phase: Phase; offsetMs: Milliseconds }

/** The item on air at `now`. A locked end is a planning rule: on air the item keeps its planned length. */
export function countdown(
  plan: RundownPlan,
  onAir: OnAir,
  now: Instant,
  lateness: Lateness = 'absolute',
): Countdown {
  const current = currentItem(plan, onAir)
  const remainingMs = current.item.countToEnd
    ? current.end + onAir.addedMs - now
    : onAir.takenAt + current.durationMs + onAir.addedMs - (onAir.pausedAt ?? now)
  const overtime = Math.max(0, -remainingMs)
  const takenLate = onAir.takenAt - onAir.planStartWhenTaken + pausedFor(onAir, now)
  const late = overtime + onAir.addedMs + (current.item.countToEnd ? 0 : takenLate)
  return { remainingMs, phase: phaseOf(remainingMs), offsetMs: late - relativeShift(plan, onAir, lateness) }
}

/** When an item that is still to come will really be played. */
export type ExpectedItem = { id: string; start: Instant; end: Instant }
/** `end` is the end of the show: of the last item, or of the one on air when none comes after it. */
export type Forecast = { items: readonly ExpectedItem[]; end: Instant }

/**
 * When the items after the one on air will really be played; `onAir` is null before the first take.
 * A hard start is waited for, but never goes back: what is late stays late.
 */
export function forecast(
  plan: RundownPlan,
  onAir: OnAir | null,
  now: Instant,
  lateness: Lateness = 'absolute',
): Forecast {
  const shift = onAir ? relativeShift(plan, onAir, lateness) : 0
  let prevEnd = onAir ? currentEnd(plan, onAir, now) : Math.max(now, plan.plannedStart ?? now)
  const items = itemsAfter(plan, onAir).map(({ item, end, durationMs }) => {
    const start = item.fixedStart == null ? prevEnd : Math.max(item.fixedStart + shift, prevEnd)
    prevEnd = item.countToEnd ? Math.max(start, end + shift) : start + durationMs
    return { id: item.id, start, end: prevEnd }
  })
  return { items, end: prevEnd }
}

/** The earliest end of the item on air; once in overtime, now. */
function currentEnd(plan: RundownPlan, onAir: OnAir, now: Instant): Instant {
  const { item, end, durationMs } = currentItem(plan, onAir)
  const due = item.countToEnd ? end : onAir.takenAt + durationMs + pausedFor(onAir, now)
  return Math.max(now, due + onAir.addedMs)
}

/** The item on air with the edits made to it since, but not moved by edits of what was played before it. */
function currentItem(plan: RundownPlan, { itemId, planStartWhenTaken }: OnAir): PlannedItem {
  const { item } = plannedItem(plan, itemId)
  return planItem({ ...item, fixedStart: planStartWhenTaken }, planStartWhenTaken, null)
}

function itemsAfter(plan: RundownPlan, onAir: OnAir | null): PlannedItem[] {
  const next = onAir ? plan.items.indexOf(plannedItem(plan, onAir.itemId)) + 1 : 0
  return plan.items.slice(next).filter(({ item }) => !item.isSkipped)
}

function plannedItem(plan: RundownPlan, itemId: string): PlannedItem {
  const found = plan.items.find(({ item }) => item.id === itemId)
  if (!found) throw new Error(`Item ${itemId} is not in the rundown`)
  return found
}

function phaseOf(remainingMs: Milliseconds): Phase {
  if (remainingMs < 0) return 'overtime'
  if (remainingMs <= minutes(1)) return 'danger'
  return remainingMs <= minutes(2) ? 'warning' : 'default'
}

/** The pause still running; those that are over are part of `addedMs`. */
function pausedFor({ pausedAt }: OnAir, now: Instant): Milliseconds {
  return pausedAt === null ? 0 : now - pausedAt
}

/** How much later than planned a recorded show began; its hard starts move with it. */
function relativeShift(plan: RundownPlan, onAir: OnAir, lateness: Lateness): Milliseconds {
  return lateness === 'relative' ? onAir.showStartedAt - (plan.plannedStart ?? onAir.showStartedAt) : 0
}
