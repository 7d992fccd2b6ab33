'use client'
import { useEffect, useState } from 'react'

/** The time of day in the show's zone, `18:40:05`, moving each second. Silent: a clock must not talk. */
export function WallClock({ timeZone = 'Europe/Paris' }: { timeZone?: string }) {
  const [now, setNow] = useState<Date | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const tick = () => {
      const moment = new Date()
      setNow(moment)
      timer = setTimeout(tick, 1000 - moment.getMilliseconds())
    }
    tick()
    return () => clearTimeout(timer)
  }, [])
  const figures = now?.toLocaleTimeString('fr-FR', { timeZone, hour12: false }) ?? '--:--:--'
  return (
    <span
      role="timer"
      aria-label="Heure"
      aria-live="off"
      className="tabular whitespace-nowrap font-title text-title"
    >
      {figures}
    </span>
  )
}
