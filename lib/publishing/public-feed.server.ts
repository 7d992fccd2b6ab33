import { sql } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { shows } from '#lib/db/schema.ts'
import { findShow } from '#lib/episode/show.server.ts'
import { feedPath } from './addresses.ts'
import { podcastFeed } from './feed.ts'
import { feedEpisodeOf, feedShowOf } from './feed-source.ts'
import { podcastGuid } from './guid.ts'
import { sha1 } from './press.server.ts'
import { findPublications } from './publication-rows.server.ts'

type Place = { db: Db; baseUrl: string; version: string }
/** The feed's bytes; `changedAt` in epoch milliseconds. */
export type RenderedFeed = { bytes: Buffer; changedAt: number }

/**
 * Reads the feed, written once for each change of what listeners see. Null before there is a show.
 * Every process asks the database for the newest change, so that any of them may have made it.
 */
export function feedCache(place: Place): () => Promise<RenderedFeed | null> {
  let kept: { key: string; feed: Promise<RenderedFeed | null> } | null = null
  return async () => {
    const [newest] = await place.db.select({ key: sql<string>`${shows.changedAt}::text` }).from(shows)
    if (!newest) return null
    if (kept?.key !== newest.key) {
      const fresh = { key: newest.key, feed: renderFeed(place) }
      kept = fresh
      // A failure must be tried again by the next reader, not remembered.
      fresh.feed.catch(() => {
        if (kept === fresh) kept = null
      })
    }
    return await kept.feed
  }
}

/** One look at the database: show and episodes as they were together at one moment. */
async function renderFeed({ db, baseUrl, version }: Place): Promise<RenderedFeed | null> {
  const look = { isolationLevel: 'repeatable read', accessMode: 'read only' } as const
  const { show, published } = await db.transaction(
    async (tx) => ({ show: await findShow(tx), published: await findPublications(tx) }),
    look,
  )
  if (!show) return null
  const guid = show.podcastGuid ?? podcastGuid(baseUrl + feedPath, sha1)
  const channel = feedShowOf(show, published[0], { baseUrl, guid, generator: `La Bobine/${version}` })
  const items = published.map((publication) => feedEpisodeOf(publication, baseUrl))
  return { bytes: Buffer.from(podcastFeed(channel, items)), changedAt: channel.changedAt }
}
