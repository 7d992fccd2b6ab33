'use client'
import type { Presence, Told } from '#lib/rundown/change.server.ts'

/** What a rundown's stream tells, and whether it is there. */
export type StreamHearers = {
  hello: (here: readonly Presence[]) => void
  change: (told: Told) => void
  here: (who: Presence) => void
  air: (deed: unknown) => void
  /** Too much was missed: the whole must be fetched. */
  reset: () => void
  lost: () => void
}

/** The browser gives up after an answer that is no stream (a restart, a sign-out): we do not. */
const AGAIN_MS = 3_000

/** Follows a rundown's changes from `since` on; returns how to stop. */
export function followRundown(at: string, since: number, hearers: StreamHearers): () => void {
  let again: ReturnType<typeof setTimeout> | null = null
  const source = new EventSource(`${at}/rundown/events?since=${since}`)
  const on = (name: string, hear: (told: unknown) => void) =>
    source.addEventListener(name, (event) => hear(JSON.parse(event.data)))
  on('hello', (told) => hearers.hello((told as { here: Presence[] }).here))
  on('change', (told) => hearers.change(told as Told))
  on('here', (told) => hearers.here(told as Presence))
  on('air', hearers.air)
  on('reset', hearers.reset)
  source.addEventListener('error', () => {
    hearers.lost()
    if (source.readyState !== EventSource.CLOSED || again) return
    again = setTimeout(() => hearers.reset(), AGAIN_MS)
  })
  return () => {
    source.close()
    if (again) clearTimeout(again)
  }
}
