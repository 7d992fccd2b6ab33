import { readSubject, SUBJECT_CHANNEL, type Subject } from '#lib/db/announce.server.ts'
import type { Address, Db } from '#lib/db/db.server.ts'
import { openListener } from '#lib/db/listen.server.ts'
import { log } from '#lib/machine/log.server.ts'
import { type Presence, RUNDOWN_CHANNEL, type RundownNews } from './change.server.ts'
import { readNewFacts } from './facts.server.ts'
import type { FactsNews } from './facts.ts'

/** `facts`: of a story or a sound in it. `lost`: the connection was away, something may have been missed. */
export type FeedNews = RundownNews | { facts: FactsNews } | { lost: true }
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

/**
 * Hears every change of every rundown, and of the stories and sounds in them, and hands it on to whoever follows.
 * When the connection was away, it tells its followers that they may have missed something.
 */
export async function openRundownFeed(db: Db, address: Address): Promise<RundownFeed> {
  const followers = new Map<string, Set<Follower>>()
  const present = new Map<string, Map<string, { who: Presence; at: number }>>()
  let looking: Promise<unknown> = Promise.resolve()

  const tell = (episodeId: string, news: FeedNews) => {
    for (const follower of followers.get(episodeId) ?? []) follower(news)
  }
  const tellLost = () => {
    for (const episodeId of followers.keys()) tell(episodeId, { lost: true })
  }
  const hear = (payload: string) => {
    // We wrote it ourselves, in `notifyRundown`.
    const news = JSON.parse(payload) as RundownNews
    if ('here' in news) remember(news.episodeId, news.here)
    tell(news.episodeId, news)
  }
  const look = async (subject: Subject) => {
    if (followers.size === 0) return
    const { episodeIds, facts } = await readNewFacts(db, subject, [...followers.keys()])
    for (const episodeId of episodeIds) tell(episodeId, { facts })
  }
  /** One after the other: of two changes of a story, the later one is told last. */
  const hearSubject = (payload: string) => {
    looking = looking
      .then(() => look(readSubject(payload)))
      .catch((error: unknown) => log.warn('rundown-feed.facts-not-read', {}, error))
  }
  const remember = (episodeId: string, who: Presence) => {
    const tabs = present.get(episodeId) ?? new Map()
    present.set(episodeId, tabs)
    if (who.gone) tabs.delete(who.tab)
    else tabs.set(who.tab, { who, at: Date.now() })
    for (const [tab, { at }] of tabs) if (Date.now() - at > PRESENCE_LIFE_MS) tabs.delete(tab)
    if (tabs.size === 0) present.delete(episodeId)
  }
  const hearers = { [SUBJECT_CHANNEL]: hearSubject, [RUNDOWN_CHANNEL]: hear }
  const listener = await openListener(address, hearers, tellLost)
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
      await listener.close()
      await looking
    },
  }
}
