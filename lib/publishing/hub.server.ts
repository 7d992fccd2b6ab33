import type { Db } from '#lib/db/db.server.ts'
import { findShow } from '#lib/episode/show.server.ts'
import { askOutside, type Outside, theOutside } from '#lib/machine/outside.server.ts'
import { feedPath } from './addresses.ts'

/** A hub only takes note; it fetches the feed later. */
const ANSWER_MS = 10_000

/**
 * Tells the show's hub that the feed has changed (WebSub), so that it fetches the feed and brings it to whoever
 * asked for it. Throws when the hub does not take it, so that the job is tried again. Told twice, the hub only
 * looks twice.
 */
export async function pingHub(db: Db, baseUrl: string, signal?: AbortSignal, outside: Outside = theOutside) {
  const hubUrl = (await findShow(db))?.hubUrl
  if (!hubUrl) return
  const patience = AbortSignal.timeout(ANSWER_MS)
  try {
    // Only the address that the coordination wrote is asked, never one that it points to.
    const answer = await askOutside(new URL(hubUrl), {
      ...{ outside, idleMs: ANSWER_MS, method: 'POST' },
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ 'hub.mode': 'publish', 'hub.url': baseUrl + feedPath }).toString(),
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
    })
    const { statusCode = 0 } = answer
    answer.destroy()
    if (statusCode < 200 || statusCode > 299) throw new Error(`It answered ${statusCode}`)
  } catch (cause) {
    throw new Error(`Could not tell the hub ${new URL(hubUrl).host} that the feed has changed`, { cause })
  }
}
