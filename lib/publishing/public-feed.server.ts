import { eq, sql } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { rubrics, shows } from '#lib/db/schema.ts'
import { findShow } from '#lib/episode/show.server.ts'
import { feedPath, rubricFeedPath } from './addresses.ts'
import { feedPages } from './feed.ts'
import type { FeedShow } from './feed-show.ts'
import { feedEpisodeOf, feedShowOf, rubricFeedOf } from './feed-source.ts'
import { podcastGuid } from './guid.ts'
import { readMove } from './podcast.server.ts'
import { sha1 } from './press.server.ts'
import type { PublicationCard, PublicShow } from './publication.ts'
import { findPublications, findPublicationsIn } from './publication-rows.server.ts'

type Place = { db: Db; baseUrl: string; version: string }
type Rubric = typeof rubrics.$inferSelect
/** A feed's bytes, page by page, the newest first. */
export type RenderedFeed = {
  pages: Buffer[]
  /** Epoch milliseconds. */
  changedAt: number
  /** The hub that is told of it, and its own address; null without one. */
  hub: { hubUrl: string; feedUrl: string } | null
  /** From `at` on (epoch milliseconds) it is elsewhere; null while it is here. */
  move: { to: string; at: number } | null
}

/**
 * Reads a feed, written once for each change of what listeners see: the show's, or the one of the rubric `slug`.
 * Null before there is a show, for an unknown rubric, and for one in which nothing was ever published.
 * Every process asks the database for the newest change, so that any of them may have made it.
 */
export function feedCache(place: Place): (slug?: string) => Promise<RenderedFeed | null> {
  const kept = new Map<string, { key: string; feed: Promise<RenderedFeed | null> }>()
  return async (slug) => {
    const [newest] = await place.db.select({ key: sql<string>`${shows.changedAt}::text` }).from(shows)
    const rubric = slug === undefined ? null : await findRubric(place.db, slug)
    if (!newest || (slug !== undefined && !rubric)) return null
    const name = rubric?.id ?? ''
    const known = kept.get(name)
    if (known?.key === newest.key) return await known.feed
    const fresh = { key: newest.key, feed: renderFeed(place, rubric) }
    kept.set(name, fresh)
    // A failure must be tried again by the next reader, not remembered.
    fresh.feed.catch(() => {
      if (kept.get(name) === fresh) kept.delete(name)
    })
    return await fresh.feed
  }
}

async function findRubric(db: Db, slug: string): Promise<Rubric | null> {
  const [rubric] = await db.select().from(rubrics).where(eq(rubrics.slug, slug))
  return rubric ?? null
}

/** One look at the database: show and episodes as they were together at one moment. */
async function renderFeed(place: Place, rubric: Rubric | null): Promise<RenderedFeed | null> {
  const look = { isolationLevel: 'repeatable read', accessMode: 'read only' } as const
  const seen = await place.db.transaction(async (tx) => {
    const show = await findShow(tx)
    const published = rubric ? await findPublicationsIn(tx, rubric) : await findPublications(tx)
    return show && { show, published, move: rubric ? null : await readMove(tx, show.movedTo) }
  }, look)
  if (!seen) return null
  const { show, published, move } = seen
  // Once it was there, an empty feed keeps its subscribers; before, there is nothing to subscribe to.
  if (rubric && published.length === 0 && !rubric.podcastGuid) return null
  const channel = channelOf(place, show, published, rubric)
  const items = published.map((publication) => feedEpisodeOf(publication, place.baseUrl))
  return {
    pages: feedPages(channel, items).map((page) => Buffer.from(page)),
    changedAt: channel.changedAt,
    hub: channel.hubUrl ? { hubUrl: channel.hubUrl, feedUrl: channel.feedUrl } : null,
    move: move && { to: show.movedTo, at: move.endsAt.getTime() },
  }
}

function channelOf(
  { baseUrl, version }: Place,
  show: PublicShow,
  published: readonly PublicationCard[],
  rubric: Rubric | null,
): FeedShow {
  const guid = show.podcastGuid ?? podcastGuid(baseUrl + feedPath, sha1)
  const channel = feedShowOf(show, published[0], { baseUrl, guid, generator: `La Bobine/${version}` })
  if (!rubric) return channel
  const ownGuid = rubric.podcastGuid ?? podcastGuid(baseUrl + rubricFeedPath(rubric.slug), sha1)
  return rubricFeedOf(channel, rubric, { baseUrl, guid: ownGuid })
}
