import { addDays, instantOf, type LocalDate, type LocalTime } from '#lib/time/airtime.ts'
import type { Instant } from '#lib/time/duration.ts'

/** What must be done before a show airs. */
export type DeadlineKind = 'texts' | 'recording' | 'file'
export type Deadline = { kind: DeadlineKind; day: LocalDate; at: Instant | null }

/**
 * The week counted back from the slot (design, `product.md`, "The week"): texts are due on D−3, recording is on D−2, the
 * station has its file on D−1 at noon.
 */
const week = [
  { kind: 'texts', daysBefore: 3, time: null },
  { kind: 'recording', daysBefore: 2, time: null },
  { kind: 'file', daysBefore: 1, time: '12:00' },
] as const satisfies readonly { kind: DeadlineKind; daysBefore: number; time: LocalTime | null }[]

/** The deadlines of a show that airs on `airDate`, the first one first; `at` null = that day, at no hour. */
export function deadlines(airDate: LocalDate, zone: string): Deadline[] {
  return week.map(({ kind, daysBefore, time }) => {
    const day = addDays(airDate, -daysBefore)
    return { kind, day, at: time === null ? null : instantOf({ date: day, time, zone }) }
  })
}
