import './air.css'
import { CircleCheck, Hourglass } from 'lucide-react'
import type { AirView } from '#lib/rundown/air-view.ts'
import { formatDuration } from '#lib/time/duration.ts'
import { countdownFigures, fitOf, titleOf } from './air-words.ts'
import { Remaining } from './remaining.tsx'

type Props = { view: AirView; size: 'large' | 'huge' }

/** What is on air and what remains of it; before the show, when it begins; after it, that it is over. */
export function StagePanel({ view, size }: Props) {
  const { current, stage } = view
  const far = size === 'huge' ? 'air-far' : 'text-title'
  if (stage === 'after')
    return (
      <p className={`flex items-center gap-3 font-title font-bold ${far}`}>
        <CircleCheck /> Émission finie
      </p>
    )
  if (!current) return <Before view={view} far={far} size={size} />
  return (
    <>
      <h2 className={`font-title font-bold leading-tight ${far}`}>
        <span className="sr-only">À l’antenne : </span>
        {titleOf(current)}
      </h2>
      <Remaining current={current} size={size} />
      <p
        className={`tabular flex flex-wrap gap-x-6 ${size === 'huge' ? 'air-far max-w-none font-bold' : ''}`}
      >
        {size === 'large' && (
          <>
            <span>Prévu {formatDuration(current.durationMs)}</span>
            <span>Depuis {formatDuration(Math.floor(current.elapsedMs / 1000) * 1000)}</span>
          </>
        )}
        <span>Reste de l’émission {countdownFigures(view.remainingMs)}</span>
      </p>
    </>
  )
}

function Before({ view: { origin, startsInMs }, far, size }: Props & { far: string }) {
  const figures = countdownFigures(startsInMs)
  const look = `tabular font-title font-bold leading-none ${size === 'huge' ? 'air-huge' : 'air-large'} ${fitOf(figures)}`
  // More than a day ahead, a countdown is no figure that anybody reads.
  const isFar = Math.abs(startsInMs) > 86_400_000
  return (
    <div role="timer" aria-live="off" aria-label="Avant l’émission" className="grid gap-2">
      <span className={`flex items-center gap-3 font-bold ${far}`}>
        <Hourglass />
        {origin !== null || isFar ? 'Prête à commencer' : startsInMs >= 0 ? 'Commence dans' : 'En retard de'}
      </span>
      {origin === null && !isFar && <span className={look}>{figures}</span>}
    </div>
  )
}
