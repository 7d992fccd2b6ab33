import type { Instant, Milliseconds } from '#lib/time/duration.ts'
import { type AirFacts, type AirLine, type AirRow, airRows } from './air-rows.ts'
import { type Countdown, countdown, forecast, type OnAir } from './live.ts'
import { asRunOf, type LoggedDeed, type ShowState, showState } from './on-air.ts'
import { type AsRun, slotFit } from './slot.ts'
import { planRundown, type RundownPlan } from './timing.ts'
import { timedItems } from './wall.ts'

/** The line on air. `dueAt` is when its time is over; null while it is paused. */
export type Current = Countdown & {
  id: string
  title: string
  durationMs: Milliseconds
  takenAt: Instant
  elapsedMs: Milliseconds
  isPaused: boolean
  dueAt: Instant | null
}

/** All that an on-air screen shows at `now`. */
export type AirView = {
  now: Instant
  stage: 'before' | 'running' | 'after'
  rows: readonly AirRow[]
  current: Current | null
  next: AirRow | null
  /** The one figure: positive when the show will end too late, negative when there is room left. */
  overMs: Milliseconds
  /** Of the show. */
  remainingMs: Milliseconds
  /** Until the planned start; below zero once it has passed. */
  startsInMs: Milliseconds
  /** Where times are counted from in a show without a wall clock; null when the wall clock is shown. */
  origin: Instant | null
}

/** Reads the log against the rundown as it is now. Counts a line that was taken away while it is on air. */
export function airView(
  lines: readonly AirLine[],
  log: readonly LoggedDeed[],
  facts: AirFacts,
  now: Instant,
): AirView {
  const show = showState(log)
  const { onAir } = show
  const shown = withGone(lines, show)
  const plan = planRundown(timedItems(shown, facts.showStart, facts.zone), facts.showStart)
  const asRun = asRunOf(show)
  const ahead = stillToPlay(plan, asRun, show)
  const counted = onAir && countdown(plan, onAir, now, facts.lateness)
  const expected = isAfter(show) ? null : forecast(ahead, onAir, now, facts.lateness)
  const started = show.startedAt ?? expected?.items[0]?.start ?? facts.showStart
  const origin = facts.lateness === 'relative' ? started : null
  const rows = airRows({ shown, plan, ahead, asRun, show, expected, facts, origin })
  const fit = slotFit(withLive(ahead, asRun, onAir, counted, now), asRun, slotOf(facts), now)
  return {
    now,
    stage: isAfter(show) ? 'after' : onAir ? 'running' : 'before',
    rows,
    current: onAir && counted && currentOf(plan, shown, onAir, counted, now),
    next: rows.find(({ stage }) => stage === 'next') ?? null,
    overMs: fit.overMs,
    remainingMs: fit.remainingMs,
    startsInMs: (plan.plannedStart ?? facts.showStart) - now,
    origin,
  }
}

/** In how long a figure on the screen changes: the wall clock's second, or that of the countdown. */
export function nextChange({ now, current }: Pick<AirView, 'now' | 'current'>): Milliseconds {
  const untilSecond = 1000 - (now % 1000)
  if (!current || current.dueAt === null) return untilSecond
  const left = current.dueAt - now
  // A countdown is rounded up: it changes just after a whole second is reached.
  return Math.min(untilSecond, left - 1000 * (Math.ceil(left / 1000) - 1))
}

const isAfter = ({ onAir, endedAt }: ShowState) => onAir === null && endedAt !== null

const slotOf = ({ lateness, showStart, targetMs }: AirFacts) =>
  lateness === 'relative' ? { durationMs: targetMs } : { start: showStart, end: showStart + targetMs }

/** The lines with the one on air, also when somebody took it away: behind what was played before it. */
function withGone(lines: readonly AirLine[], { onAir, runs }: ShowState): readonly AirLine[] {
  if (!onAir || lines.some(({ id }) => id === onAir.itemId)) return lines
  const run = runs.findLast(({ itemId }) => itemId === onAir.itemId)
  const before = runs.findLast(({ itemId }) => lines.some(({ id }) => id === itemId))
  const ghost: AirLine = {
    id: onAir.itemId,
    kind: 'other',
    title: run?.title ?? '',
    plannedMs: run?.plannedMs ?? 0,
    joinMs: 0,
    fixedStart: null,
    fixedEnd: null,
    hitTime: null,
    isSkipped: false,
    countToEnd: false,
  }
  return lines.toSpliced(lines.findIndex(({ id }) => id === before?.itemId) + 1, 0, ghost)
}

/** The plan in which only what is still to be played is not skipped. */
function stillToPlay(plan: RundownPlan, { takes }: AsRun, show: ShowState): RundownPlan {
  const isOver = (id: string) => isAfter(show) || (takes.has(id) && id !== show.onAir?.itemId)
  const items = plan.items.map((planned) =>
    isOver(planned.item.id) ? { ...planned, item: { ...planned.item, isSkipped: true } } : planned,
  )
  return { ...plan, items }
}

/** The plan in which the line on air lasts as long as its countdown says: with time given, pauses and all. */
function withLive(
  plan: RundownPlan,
  { takes }: AsRun,
  onAir: OnAir | null,
  counted: Countdown | null,
  now: Instant,
): RundownPlan {
  const take = onAir && takes.get(onAir.itemId)
  if (!take || !counted) return plan
  const durationMs = now - take.takenAt + counted.remainingMs
  const items = plan.items.map((planned) =>
    planned.item.id === onAir.itemId ? { ...planned, durationMs } : planned,
  )
  return { ...plan, items }
}

function currentOf(
  plan: RundownPlan,
  lines: readonly AirLine[],
  onAir: OnAir,
  counted: Countdown,
  now: Instant,
): Current {
  const { itemId: id, takenAt, pausedAt } = onAir
  return {
    ...counted,
    id,
    title: lines.find((line) => line.id === id)?.title ?? '',
    durationMs: plan.items.find(({ item }) => item.id === id)?.durationMs ?? 0,
    takenAt,
    elapsedMs: (pausedAt ?? now) - takenAt,
    isPaused: pausedAt !== null,
    dueAt: pausedAt === null ? now + counted.remainingMs : null,
  }
}
