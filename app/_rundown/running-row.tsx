import { Ban, Check, CircleDot, CornerDownRight, type LucideIcon, SkipForward } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import type { AirRow, RowStage } from '#lib/rundown/air-rows.ts'
import { formatDuration, type Instant } from '#lib/time/duration.ts'
import { stageWords, timeFigures, titleOf } from './air-words.ts'

type Props = {
  row: AirRow
  zone: string
  origin: Instant | null
  choice?: { isChosen: boolean; choose: () => void } | undefined
}

const signs: Record<Exclude<RowStage, 'coming'>, LucideIcon> = {
  played: Check,
  onAir: CircleDot,
  next: SkipForward,
  skipped: Ban,
  jumped: CornerDownRight,
}

/** One line of the running show. */
export function RunningRow({ row, zone, origin, choice }: Props) {
  const own = useRef<HTMLLIElement>(null)
  const isChosen = choice?.isChosen ?? false
  useEffect(() => {
    if (isChosen) own.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  const figures = (at: Instant | null) => (at === null ? '–' : timeFigures(at, zone, origin))
  return (
    <li
      ref={own}
      data-stage={row.stage}
      data-chosen={isChosen || undefined}
      aria-current={row.stage === 'onAir' || undefined}
    >
      <Name row={row} choice={choice} />
      <span className="air-times tabular">
        <Figure label="Durée">{formatDuration(row.playedMs ?? row.durationMs)}</Figure>
        <Figure label="Début">{figures(row.start)}</Figure>
        <Figure label="Au plus tard">{figures(row.backTime)}</Figure>
      </span>
    </li>
  )
}

function Name({ row, choice }: Pick<Props, 'row' | 'choice'>) {
  const Sign = row.stage === 'coming' ? null : signs[row.stage]
  const words = (
    <span className="min-w-0">
      <span className={row.stage === 'onAir' || row.stage === 'next' ? 'font-bold' : ''}>{titleOf(row)}</span>
      {Sign && (
        <span className="ml-2 inline-flex items-center gap-1 text-small">
          <Sign size={20} /> {stageWords[row.stage]}
        </span>
      )}
    </span>
  )
  if (!choice) return <div className="flex min-h-12 items-center">{words}</div>
  return (
    <label className="flex min-h-12 items-center gap-3">
      <input
        type="radio"
        name="ligne"
        checked={choice.isChosen}
        onChange={choice.choose}
        className="size-7 flex-none accent-brick"
      />
      {words}
    </label>
  )
}

function Figure({ label, children }: { label: string; children: ReactNode }) {
  return (
    <span>
      <span className="air-label">{`${label} `}</span>
      {children}
    </span>
  )
}
