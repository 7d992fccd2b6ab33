import { CircleAlert } from 'lucide-react'
import { Clock } from '#app/_ui/clock.tsx'
import { OverUnder } from '#app/_ui/over-under.tsx'
import type { Milliseconds } from '#lib/time/duration.ts'
import type { TimedLine } from './timed-line.ts'

type Props = { totalMs: Milliseconds; targetMs: Milliseconds; lines: readonly TimedLine[] }

/** How long the show is, how far from its slot, and how much is still missing. */
export function RundownTotal({ totalMs, targetMs, lines }: Props) {
  const lacking = lines.filter(({ lacks }) => lacks.length > 0).length
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-3 rounded-card bg-sand p-4" aria-live="polite">
      <p>
        <span className="text-ink-2">Total </span>
        <strong className="text-lead">
          <Clock durationMs={totalMs} />
        </strong>
        <span className="text-ink-2">
          {' '}
          pour <Clock durationMs={targetMs} />
        </span>
      </p>
      <OverUnder overMs={totalMs - targetMs} />
      {lacking > 0 && (
        <p className="inline-flex items-center gap-2">
          <CircleAlert className="text-warn" />
          {lacking === 1
            ? 'Il manque quelque chose à 1 ligne'
            : `Il manque quelque chose à ${lacking} lignes`}
        </p>
      )}
    </div>
  )
}
