import pg from 'pg'
import { type Address, poolSettings } from '#lib/db/db.server.ts'
import { log } from '#lib/machine/log.server.ts'
import { type Presence, RUNDOWN_CHANNEL, type RundownNews } from './change.server.ts'

/** `lost`: the connection was away, something may have been missed. */
export type FeedNews = RundownNews | { lost: true }
type Follower = (news: FeedNews) => void

export type RundownFeed = {
  /** Hears everything about an episode's rundown from now on; returns how to stop. */
  follow: (episodeId: string, hear: Follower) => () => void
  /** Who has the rundown open, on whatever process. */
  here: (episodeId: string) => Presence[]
  close: () => Promise<void>
}

/** A screen says again where it is every twenty seconds; one that has not for this long has gone. */
const PRESENCE_LIFE_MS = 50_000
const FIRST_WAIT_MS = 100
const LONGEST_WAIT_MS = 5_000

/**
 * One connection of this process that hears every change of every rundown (PostgreSQL's LISTEN), and hands it on.
 * It reconnects by itself, and then tells its followers that they may have missed something.
 */
export async function openRundownFeed(address: Address): Promise<RundownFeed> {
  const followers = new Map<string, Set<Follower>>()
  const present = new Map<string, Map<string, { who: Presence; at: number }>>()
  let client: pg.Client | null = null
  let isClosing = false

  const hear = ({ payload }: pg.Notification) => {
    // We wrote it ourselves, in `notifyRundown`.
    const news = JSON.parse(payload ?? '') as RundownNews
    if ('here' in news) remember(news.episodeId, news.here)
    for (const follower of followers.get(news.episodeId) ?? []) follower(news)
  }
  const remember = (episodeId: string, who: Presence) => {
    const tabs = present.get(episodeId) ?? new Map()
    present.set(episodeId, tabs)
    if (who.gone) tabs.delete(who.tab)
    else tabs.set(who.tab, { who, at: Date.now() })
    for (const [tab, { at }] of tabs) if (Date.now() - at > PRESENCE_LIFE_MS) tabs.delete(tab)
    if (tabs.size === 0) present.delete(episodeId)
  }
  const connect = async () => {
    const next = new pg.Client(poolSettings(address))
    next.on('notification', hear)
    next.on('error', (error) => isClosing || log.warn('rundown-feed.lost', {}, error))
    await next.connect()
    await next.query(`listen ${RUNDOWN_CHANNEL}`)
    if (isClosing) return await next.end()
    next.on('end', () => isClosing || reconnect(FIRST_WAIT_MS))
    client = next
  }
  const reconnect = (waitMs: number) => {
    setTimeout(async () => {
      if (isClosing) return
      try {
        await connect()
        for (const hearers of followers.values()) for (const follower of hearers) follower({ lost: true })
      } catch (error) {
        log.warn('rundown-feed.away', { waitMs }, error)
        reconnect(Math.min(LONGEST_WAIT_MS, waitMs * 2))
      }
    }, waitMs).unref()
  }
  await connect()
  return {
    follow(episodeId, follower) {
      const hearers = followers.get(episodeId) ?? new Set()
      followers.set(episodeId, hearers.add(follower))
      return () => {
        hearers.delete(follower)
        if (hearers.size === 0 && followers.get(episodeId) === hearers) followers.delete(episodeId)
      }
    },
    here(episodeId) {
      const tabs = [...(present.get(episodeId)?.values() ?? [])]
      return tabs.filter(({ at }) => Date.now() - at < PRESENCE_LIFE_MS).map(({ who }) => who)
    },
    async close() {
      isClosing = true
      await client?.end()
    },
  }
}
