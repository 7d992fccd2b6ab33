import {
  addDays,
  instantOf,
  instantsOf,
  type LocalDate,
  type LocalTime,
  localParts,
} from '#lib/time/airtime.ts'
import { hours, type Instant } from '#lib/time/duration.ts'
import type { Line } from './patch.ts'
import type { TimedItem } from './timing.ts'

/** What timing needs of a line. */
export type WallLine = Pick<
  Line,
  'id' | 'plannedMs' | 'joinMs' | 'fixedStart' | 'fixedEnd' | 'hitTime' | 'isSkipped' | 'countToEnd'
>

/** A show may begin on one day and end on the next: a wall time means the first one after six hours before its start. */
const EARLIEST = hours(6)

/**
 * The instant that `time` on the wall means for a show that starts at `showStart`. Of a time that the autumn night
 * has twice it is the one that the show reaches: the second, when the first lies before its start.
 */
export function wallInstant(time: LocalTime, showStart: Instant, zone: string): Instant {
  const earliest = showStart - EARLIEST
  const { date } = localParts(earliest, zone)
  const ofDay = (day: LocalDate) => shownOn(day, time, zone).filter((instant) => instant >= earliest)
  const sameDay = ofDay(date)
  const shown = sameDay.length > 0 ? sameDay : ofDay(addDays(date, 1))
  return shown.find((instant) => instant >= showStart) ?? Math.min(...shown)
}

/** When a day shows `time`; where spring skips it, as much later as the clock jumps. */
function shownOn(date: LocalDate, time: LocalTime, zone: string): Instant[] {
  const shown = instantsOf({ date, time, zone })
  return shown.length > 0 ? shown : [instantOf({ date, time, zone })]
}

/**
 * The lines as the timing takes them: wall times made instants, and each line as long as it is until the next one
 * begins (a silence between them lengthens it, a crossfade shortens it).
 */
export function timedItems(lines: readonly WallLine[], showStart: Instant, zone: string): TimedItem[] {
  const instant = (time: LocalTime | null) => (time === null ? null : wallInstant(time, showStart, zone))
  const last = lines.findLastIndex(({ isSkipped }) => !isSkipped)
  return lines.map((line, index) => ({
    id: line.id,
    plannedMs: Math.max(0, line.plannedMs + (index < last ? line.joinMs : 0)),
    fixedStart: instant(line.fixedStart),
    fixedEnd: instant(line.fixedEnd),
    hitTime: instant(line.hitTime),
    isSkipped: line.isSkipped,
    countToEnd: line.countToEnd,
  }))
}
