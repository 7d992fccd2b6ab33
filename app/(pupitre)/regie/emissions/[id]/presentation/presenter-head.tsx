import { ArrowLeft, Clock, WifiOff } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { OverUnder } from '#app/_ui/over-under.tsx'
import { localParts } from '#lib/time/airtime.ts'
import type { Instant, Milliseconds } from '#lib/time/duration.ts'

type Props = {
  title: string
  back: string
  now: Instant
  /** Null for a recorded show: no clock on the wall. */
  zone: string | null
  overMs: Milliseconds
  isOnline: boolean
  children: ReactNode
}

/** The clock on the wall, and whether the show fits its slot; `children` beside the title. */
export function PresenterHead({ title, back, now, zone, overMs, isOnline, children }: Props) {
  return (
    <header className="presentation-head">
      <Link href={back} prefetch={false} className="inline-flex min-h-12 items-center gap-2 text-ink">
        <ArrowLeft />
        Conducteur
      </Link>
      <h1>{title}</h1>
      {children}
      {!isOnline && (
        <p role="status" className="inline-flex items-center gap-2 font-bold">
          <WifiOff /> Pas de réseau. On réessaie.
        </p>
      )}
      <OverUnder overMs={overMs} />
      {zone !== null && (
        <p className="presentation-clock tabular">
          <Clock />
          <span role="timer" aria-label="Heure" aria-live="off">
            {wallTime(now, zone)}
          </span>
        </p>
      )}
    </header>
  )
}

function wallTime(now: Instant, zone: string): string {
  const { time, second } = localParts(now, zone)
  return `${time}:${String(second).padStart(2, '0')}`
}
