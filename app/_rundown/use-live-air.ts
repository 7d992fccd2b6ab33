'use client'
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { AirState } from '#lib/rundown/air.server.ts'
import type { RundownState } from '#lib/rundown/rundown.server.ts'
import { LiveAir, type LiveAirView } from './live-air.ts'
import type { LiveView } from './live-rundown.ts'
import { useLiveRundown } from './use-live-rundown.ts'

export type AirStart = { episodeId: string; rundown: RundownState; air: AirState; isRehearsal: boolean }

/** The show of an episode on air, live while the component is shown, with its rundown. */
export function useLiveAir({ episodeId, rundown, air: state, isRehearsal }: AirStart): {
  air: LiveAir
  view: LiveAirView
  rundown: LiveView
} {
  const { live, view: lines } = useLiveRundown(episodeId, rundown)
  const [air] = useState(() => new LiveAir(episodeId, state, live, isRehearsal))
  useEffect(() => air.open(), [air])
  return { air, view: useSyncExternalStore(air.watch, air.read, air.read), rundown: lines }
}
