import { Clock } from '#app/_ui/clock.tsx'
import { OverUnder } from '#app/_ui/over-under.tsx'
import type { Milliseconds } from '#lib/time/duration.ts'

type Props = { totalMs: Milliseconds; targetMs: Milliseconds }

/** How long the show is, and how far from its slot. */
export function RundownTotal({ totalMs, targetMs }: Props) {
  return (
    <div
      className="flex flex-wrap items-center gap-x-6 gap-y-2 rounded-card bg-sand p-4 @min-[56rem]:p-1"
      aria-live="polite"
    >
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
    </div>
  )
}
