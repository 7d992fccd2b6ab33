import { addDays, instantOf, type LocalTime, localParts } from '#lib/time/airtime.ts'
import { hours, type Instant } from '#lib/time/duration.ts'
import type { Line } from './patch.ts'
import type { TimedItem } from './timing.ts'

/** What timing needs of a line. */
export type WallLine = Pick<
  Line,
  'id' | 'plannedMs' | 'joinMs' | 'fixedStart' | 'fixedEnd' | 'hitTime' | 'isSkipped' | 'countToEnd'
>

/** A show may begin on one day and end on the next: a wall time means the one nearest after six hours before its start. */
const EARLIEST = hours(6)

/** The instant that `time` on the wall means for a show that starts at `showStart`. */
export function wallInstant(time: LocalTime, showStart: Instant, zone: string): Instant {
  const earliest = showStart - EARLIEST
  const { date } = localParts(earliest, zone)
  const sameDay = instantOf({ date, time, zone })
  return sameDay >= earliest ? sameDay : instantOf({ date: addDays(date, 1), time, zone })
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
