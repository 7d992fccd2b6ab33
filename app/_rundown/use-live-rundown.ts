'use client'
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { RundownState } from '#lib/rundown/rundown.server.ts'
import { LiveRundown, type LiveView } from './live-rundown.ts'

/** The rundown of an episode, live while the component is shown. With a `memberId` unstored edits outlive the page. */
export function useLiveRundown(
  episodeId: string,
  initial: RundownState,
  memberId: string | null = null,
): { live: LiveRundown; view: LiveView } {
  const [live] = useState(() => new LiveRundown(episodeId, initial, memberId))
  useEffect(() => live.open(), [live])
  return { live, view: useSyncExternalStore(live.watch, live.read, live.read) }
}
