import { CircleCheck, ClockAlert, ClockArrowDown } from 'lucide-react'
import type { Milliseconds } from '#lib/time/duration.ts'
import { endWords } from './air-words.ts'

type Props = {
  overMs: Milliseconds
  hasWallClock: boolean
  /** Read from the other end of the studio. */
  far?: boolean
}

/** Whether the show will end in time, in one figure. */
export function EndFigure({ overMs, hasWallClock, far }: Props) {
  const { words, figures } = endWords(overMs, hasWallClock)
  const isLate = overMs > 0
  const Sign = figures === '' ? CircleCheck : isLate ? ClockAlert : ClockArrowDown
  const look =
    figures === ''
      ? 'bg-pine-soft text-pine border-pine'
      : isLate
        ? 'bg-warn-soft text-warn border-warn'
        : 'bg-sky-soft text-sky border-sky'
  return (
    <p
      data-figure="end"
      className={`flex max-w-full flex-wrap items-center gap-2 rounded-card border-2 px-3 py-2 font-bold ${far ? 'air-far' : 'text-lead'} ${look}`}
    >
      <Sign />
      <span>
        {words} <span className="tabular whitespace-nowrap">{figures}</span>
      </span>
    </p>
  )
}
