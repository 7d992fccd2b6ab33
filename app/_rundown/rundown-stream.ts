'use client'
import type { Presence, Told } from '#lib/rundown/change.server.ts'
import type { FactsNews } from '#lib/rundown/facts.ts'
import type { AirNews } from '#lib/rundown/on-air.server.ts'

/** What a rundown's stream tells, and whether it is there. */
export type StreamHearers = {
  hello: (here: readonly Presence[]) => void
  change: (told: Told) => void
  facts: (news: FactsNews) => void
  here: (who: Presence) => void
  air: (news: AirNews) => void
  /** The server's clock, now and then. */
  beat: (now: number) => void
  /** Too much was missed: the whole must be fetched. */
  reset: () => void
  lost: () => void
}

/** The browser gives up after an answer that is no stream (a restart, a sign-out): we do not. */
const AGAIN_MS = 3_000
/** Over plain http a browser has six connections to a site: a window that nobody has looked at for this long gives its own back. */
const UNSEEN_MS = 30_000

/** Follows a rundown's changes from `since` on; returns how to stop. */
export function followRundown(at: string, since: number, hearers: StreamHearers): () => void {
  let again: ReturnType<typeof setTimeout> | null = null
  const source = new EventSource(`${at}/rundown/events?since=${since}`)
  const on = (name: string, hear: (told: unknown) => void) =>
    source.addEventListener(name, (event) => hear(JSON.parse(event.data)))
  on('hello', (told) => hearers.hello((told as { here: Presence[] }).here))
  on('change', (told) => hearers.change(told as Told))
  on('facts', (told) => hearers.facts(told as FactsNews))
  on('here', (told) => hearers.here(told as Presence))
  on('air', (told) => hearers.air(told as AirNews))
  on('beat', (told) => hearers.beat((told as { now: number }).now))
  on('reset', hearers.reset)
  source.addEventListener('error', () => {
    hearers.lost()
    if (source.readyState !== EventSource.CLOSED || again) return
    again = setTimeout(() => hearers.reset(), AGAIN_MS)
  })
  const unwatch = whileSeen(
    () => source.close(),
    () => source.readyState === EventSource.CLOSED && hearers.reset(),
  )
  return () => {
    source.close()
    unwatch()
    if (again) clearTimeout(again)
  }
}

/** Calls `leave` when the page has been out of sight for a while, `back` when it is seen again; returns how to stop. */
function whileSeen(leave: () => unknown, back: () => unknown): () => void {
  let leaving: ReturnType<typeof setTimeout> | null = null
  const look = () => {
    if (leaving) clearTimeout(leaving)
    leaving = document.hidden ? setTimeout(leave, UNSEEN_MS) : null
    if (!document.hidden) back()
  }
  document.addEventListener('visibilitychange', look)
  return () => {
    document.removeEventListener('visibilitychange', look)
    if (leaving) clearTimeout(leaving)
  }
}
