'use client'
import { useEffect, useRef, useState } from 'react'
import type { LiveAir, LiveAirView } from '#app/_rundown/live-air.ts'
import { type AirGestures, keysAct, pressAirKey } from './air-keys.ts'

/** What buttons and keys do to the show, and which line is chosen. */
export function useAirGestures(air: LiveAir, view: LiveAirView) {
  const [chosen, setChosen] = useState<string | null>(null)
  const { rows, current, next } = view
  const shown = rows.some(({ id }) => id === chosen) ? chosen : null
  const gestures: AirGestures = {
    next: () => {
      setChosen(null)
      air.next()
    },
    choose: (step) => {
      const from = rows.findIndex(({ id }) => id === (shown ?? current?.id ?? null))
      const at = from < 0 && next ? rows.indexOf(next) : from + step
      setChosen(rows[Math.min(rows.length - 1, Math.max(0, at))]?.id ?? null)
    },
    takeChosen: () => {
      if (shown === null) return
      setChosen(null)
      air.do({ deed: 'take', itemId: shown })
    },
    give: (ms) => current && air.do({ deed: 'add', ms }),
    pause: () => current && air.do({ deed: current.isPaused ? 'resume' : 'pause' }),
  }
  // The listener stays; what it does is of the latest view.
  const latest = useRef(gestures)
  useEffect(() => {
    latest.current = gestures
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => keysAct() && pressAirKey(event, latest.current)
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
  return { chosen: shown, setChosen, gestures }
}
