'use client'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { type LoggedDeed, type ShowState, showState } from '#lib/rundown/on-air.ts'
import type { Instant } from '#lib/time/duration.ts'
import type { LiveRundown } from './live-rundown.ts'

/** The show as its log tells it, kept up with what is done on air; `take` adds what another reading found. */
export function useAirLog(
  live: LiveRundown,
  initial: readonly LoggedDeed[],
  isRehearsal: boolean,
): { state: ShowState; take: (deeds: readonly LoggedDeed[]) => void } {
  const [log, setLog] = useState(initial)
  const add = useCallback((deeds: readonly LoggedDeed[]) => setLog((known) => withDeeds(known, deeds)), [])
  useEffect(
    () =>
      live.watchAir((news) => {
        // A rehearsal's deeds are no part of the show.
        if ('deed' in news && news.isRehearsal === isRehearsal) add([news.deed])
        if ('forgotten' in news && isRehearsal) setLog([])
      }),
    [live, add, isRehearsal],
  )
  // A rehearsal may have been forgotten meanwhile: what was read is all that there is of it.
  const take = isRehearsal ? setLog : add
  return { state: useMemo(() => showState(log), [log]), take }
}

/** The server's time, moving four times a second; `first` is what the page was drawn with. */
export function useServerNow(live: LiveRundown, first: Instant): Instant {
  const [now, setNow] = useState(first)
  useEffect(() => {
    const tick = () => setNow(live.clock.now())
    tick()
    const timer = setInterval(tick, 250)
    return () => clearInterval(timer)
  }, [live])
  return now
}

/** The same log when nothing of `deeds` is new, so that nothing is drawn again. */
function withDeeds(known: readonly LoggedDeed[], deeds: readonly LoggedDeed[]): readonly LoggedDeed[] {
  const ids = new Set(known.map(({ id }) => id))
  const fresh = deeds.filter(({ id }) => !ids.has(id))
  return fresh.length > 0 ? [...known, ...fresh] : known
}
