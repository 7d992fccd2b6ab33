import type { Instant } from '#lib/time/duration.ts'
import { timeFigures } from './air-words.ts'

/** The time of day in the show's zone, by the server's clock. Silent: a clock must not talk. */
export function HourNow({ now, zone }: { now: Instant; zone: string }) {
  return (
    <p role="timer" aria-live="off" aria-label="Heure" className="tabular whitespace-nowrap text-lead">
      Il est {timeFigures(now, zone, null)}
    </p>
  )
}
