import { OctagonAlert, OctagonX, Pause, Timer, TriangleAlert } from 'lucide-react'
import type { Current } from '#lib/rundown/air-view.ts'
import type { Phase } from '#lib/rundown/live.ts'
import { countdownFigures, fitOf, phaseWords } from './air-words.ts'

const looks: Record<Phase, { ground: string; Sign: typeof Timer }> = {
  default: { ground: 'border-border bg-surface text-ink', Sign: Timer },
  warning: { ground: 'border-ink bg-sun text-on-sun', Sign: TriangleAlert },
  danger: { ground: 'border-brick bg-brick text-on-fill', Sign: OctagonAlert },
  overtime: { ground: 'border-dashed border-error bg-error text-on-fill', Sign: OctagonX },
}

type Props = { current: Pick<Current, 'phase' | 'remainingMs' | 'isPaused'>; size: 'large' | 'huge' }

/** What remains of the line on air: figure, word, sign and ground change together at two and at one minute. */
export function Remaining({ current: { phase, remainingMs, isPaused }, size }: Props) {
  const { ground, Sign } = looks[phase]
  const figures = countdownFigures(remainingMs)
  return (
    <div
      role="timer"
      aria-live="off"
      aria-label="Temps qui reste à la ligne"
      data-phase={phase}
      className={`grid content-center justify-items-center gap-1 rounded-card border-4 px-3 py-3 text-center ${ground}`}
    >
      <span
        className={`flex flex-wrap items-center justify-center gap-2 font-bold ${size === 'huge' ? 'air-far' : 'text-lead'}`}
      >
        <Sign />
        {phaseWords[phase]}
        {isPaused && (
          <span className="inline-flex items-center gap-1">
            <Pause /> En pause
          </span>
        )}
      </span>
      <span
        className={`tabular whitespace-nowrap font-title font-bold leading-none ${size === 'huge' ? 'air-huge' : 'air-large'} ${fitOf(figures)}`}
      >
        {figures}
      </span>
    </div>
  )
}
