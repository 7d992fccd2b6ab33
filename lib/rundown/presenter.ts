import type { Instant, Milliseconds } from '#lib/time/duration.ts'
import { type Countdown, countdown, forecast } from './live.ts'
import { asRunOf, type ShowState } from './on-air.ts'
import type { Line } from './patch.ts'
import { type AirSlot, slotFit } from './slot.ts'
import { planRundown } from './timing.ts'
import { timedItems } from './wall.ts'

/** What of an episode its presenter's screen is made from. */
export type PresentedShow = {
  showStart: Instant
  targetMs: Milliseconds
  zone: string
  /** Recorded beforehand: late only since it really began. */
  isRecorded: boolean
}

/** `current` is null before and after the show, and when what is on air was taken out of the rundown meanwhile. */
export type Presented = {
  stage: 'before' | 'onAir' | 'over'
  current: Line | null
  /** What is on air, as it was called when it was taken. */
  title: string
  countdown: (Countdown & { isPaused: boolean }) | null
  next: Line | null
  /** Positive: the show is too long for its slot. */
  overMs: Milliseconds
}

/** The show at `now` as its presenter sees it: what is on air and how long, what comes next, over or under. */
export function presented(
  lines: readonly Line[],
  show: PresentedShow,
  state: ShowState,
  now: Instant,
): Presented {
  const { showStart, targetMs, zone, isRecorded } = show
  const plan = planRundown(timedItems(lines, showStart, zone), showStart)
  const lateness = isRecorded ? 'relative' : 'absolute'
  const slot: AirSlot = isRecorded
    ? { durationMs: targetMs }
    : { start: showStart, end: showStart + targetMs }
  const lineOf = (id: string | undefined) => lines.find((line) => line.id === id) ?? null
  const { onAir } = state
  const current = lineOf(onAir?.itemId)
  const onTime = onAir && current ? onAir : null
  const stage = state.endedAt !== null ? 'over' : onAir ? 'onAir' : 'before'
  return {
    stage,
    current,
    title: current?.title ?? (onAir ? (state.runs.at(-1)?.title ?? '') : ''),
    countdown: onTime && { ...countdown(plan, onTime, now, lateness), isPaused: onTime.pausedAt !== null },
    // Of a line that was taken out meanwhile nobody knows what follows it.
    next:
      stage === 'over' || (onAir && !current)
        ? null
        : lineOf(forecast(plan, onTime, now, lateness).items[0]?.id),
    overMs: playedOver(state, slot) ?? slotFit(plan, asRunOf(state), slot, now).overMs,
  }
}

/** Once the show is over, what was not played counts no more; null before. */
function playedOver({ startedAt, endedAt }: ShowState, { end, durationMs }: AirSlot): Milliseconds | null {
  if (startedAt === null || endedAt === null) return null
  return endedAt - (end ?? startedAt + (durationMs ?? 0))
}
