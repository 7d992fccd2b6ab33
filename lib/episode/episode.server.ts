import { and, asc, desc, eq, gte, max, sql } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import {
  audit,
  broadcasts,
  type EpisodeKind,
  episodes,
  publications,
  type Soundbite,
  seasons,
} from '#lib/db/schema.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import type { Actor } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { addDays, localParts, seasonOf } from '#lib/time/airtime.ts'
import type { Show } from './show.server.ts'
import { slugOf } from './slug.ts'

export type Episode = typeof episodes.$inferSelect & {
  season: string
  seasonNumber: number
  publishedAt: Date | null
}
export type EpisodeDetails = {
  title: string
  summary: string
  number: number
  airDate: string
  airTime: string
  targetMs: number
  isRecorded?: boolean
}

const columns = {
  id: episodes.id,
  seasonId: episodes.seasonId,
  number: episodes.number,
  guid: episodes.guid,
  kind: episodes.kind,
  soundbite: episodes.soundbite,
  slug: episodes.slug,
  title: episodes.title,
  summary: episodes.summary,
  airDate: episodes.airDate,
  airTime: episodes.airTime,
  targetMs: episodes.targetMs,
  rundownVersion: episodes.rundownVersion,
  isRecorded: episodes.isRecorded,
  publishAt: episodes.publishAt,
  createdAt: episodes.createdAt,
  season: seasons.name,
  seasonNumber: seasons.number,
  publishedAt: publications.publishedAt,
}

const selectEpisodes = (db: Db) =>
  db
    .select(columns)
    .from(episodes)
    .innerJoin(seasons, eq(seasons.id, episodes.seasonId))
    .leftJoin(publications, eq(publications.episodeId, episodes.id))

/** All episodes, the latest air date first. */
export async function readEpisodes(db: Db, actor: Actor): Promise<Episode[]> {
  permit(actor, 'episode.read', null)
  return await selectEpisodes(db).orderBy(desc(episodes.airDate), desc(episodes.number))
}

/** One episode. Refuses `not-found`. */
export async function readEpisode(db: Db, actor: Actor, episodeId: string): Promise<Episode> {
  permit(actor, 'episode.read', null)
  const [episode] = await selectEpisodes(db).where(eq(episodes.id, episodeId))
  if (!episode) throw new Refusal('not-found')
  return episode
}

/** The episode that airs next, or is on the air; for every member, since their text goes into it. */
export async function findNextEpisode(db: Db, show: Show, now: Date): Promise<Episode | null> {
  const { date, time } = localParts(now.getTime(), show.timeZone)
  // Wall clock against wall clock: both are the show's.
  const end = sql`${episodes.airDate} + ${episodes.airTime}::time + ${episodes.targetMs} * interval '1 ms'`
  const [episode] = await selectEpisodes(db)
    .where(and(gte(episodes.airDate, addDays(date, -1)), sql`${end} > ${`${date} ${time}`}::timestamp`))
    .orderBy(asc(episodes.airDate), asc(episodes.airTime))
    .limit(1)
  return episode ?? null
}

/** Until the transaction ends nobody else plans, dates or numbers an episode; asked for again it passes. */
export async function holdCalendar(tx: Db) {
  await tx.execute(sql`select pg_advisory_xact_lock(2624631)`)
}

/** What an episode brings along that was made elsewhere; its `number` is kept where it is free in its season. */
type Brought = {
  id?: string
  guid?: string
  kind?: EpisodeKind
  soundbite?: Soundbite | null
  number?: number | null
}

/** Makes an empty episode; its season and number follow from its air date, and a title may be made of its number. */
export async function makeEpisode(
  db: Db,
  actor: Actor | 'console',
  show: Show,
  airing: { airDate: string; airTime: string },
  details: {
    title?: string | ((number: number) => string)
    summary?: string
    targetMs?: number
  } & Brought = {},
): Promise<string> {
  if (actor !== 'console') permit(actor, 'episode.edit', null)
  return await db.transaction(async (tx) => {
    const seasonId = await seasonFor(tx, airing.airDate)
    const [last] = await tx
      .select({ n: max(episodes.number) })
      .from(episodes)
      .where(eq(episodes.seasonId, seasonId))
    const isFree = details.number && !(await isNumberTaken(tx, seasonId, details.number))
    const number = isFree && details.number ? details.number : (last?.n ?? 0) + 1
    const title = typeof details.title === 'function' ? details.title(number) : details.title
    const [episode] = await tx
      .insert(episodes)
      .values({
        targetMs: show.targetMs,
        ...airing,
        ...details,
        title,
        seasonId,
        number,
        slug: await freeSlug(tx, title || airing.airDate),
      })
      .returning({ id: episodes.id })
    if (!episode) throw new Error('An episode row was not made')
    return episode.id
  })
}

/**
 * Changes an episode. Its address follows its title until it is published, then stays for ever.
 * Refuses `episode.number-taken`.
 */
export async function editEpisode(db: Db, actor: Actor, episodeId: string, details: EpisodeDetails) {
  permit(actor, 'episode.edit', null)
  await db.transaction(async (tx) => {
    const episode = await holdEpisode(tx, actor, episodeId)
    const seasonId = await seasonFor(tx, details.airDate)
    const [twin] = await tx
      .select({ id: episodes.id })
      .from(episodes)
      .where(and(eq(episodes.seasonId, seasonId), eq(episodes.number, details.number)))
    if (twin && twin.id !== episodeId) throw new Refusal('episode.number-taken', { number: details.number })
    const renamed = details.title !== episode.title && details.title !== '' && !episode.publishedAt
    const slug = renamed ? await freeSlug(tx, details.title, episodeId) : episode.slug
    await tx
      .update(episodes)
      .set({ ...details, seasonId, slug })
      .where(eq(episodes.id, episodeId))
  })
}

/**
 * Removes an episode that was never published. Stories and sounds stay where they are, and its week stays
 * without a show. Refuses `episode.published`, and `episode.broadcast` where a copy of what aired is kept.
 */
export async function removeEpisode(db: Db, actor: Actor, episodeId: string) {
  permit(actor, 'episode.edit', null)
  await db.transaction(async (tx) => {
    const { publishedAt, airDate } = await holdEpisode(tx, actor, episodeId)
    if (publishedAt) throw new Refusal('episode.published')
    if ((await tx.$count(broadcasts, eq(broadcasts.episodeId, episodeId))) > 0)
      throw new Refusal('episode.broadcast')
    await tx.delete(episodes).where(eq(episodes.id, episodeId))
    const facts = { airDate }
    await tx
      .insert(audit)
      .values({ memberId: actor.memberId, what: 'episode.removed', object: episodeId, facts })
  })
}

/** The highest number in a season; 0 while it has no episode. */
export async function lastNumber(db: Db, season: string): Promise<number> {
  const [last] = await db
    .select({ n: max(episodes.number) })
    .from(episodes)
    .innerJoin(seasons, eq(seasons.id, episodes.seasonId))
    .where(eq(seasons.name, season))
  return last?.n ?? 0
}

/** Locks an episode before it is read: whoever publishes it waits, or is waited for. */
async function holdEpisode(tx: Db, actor: Actor, episodeId: string): Promise<Episode> {
  await tx.select({ id: episodes.id }).from(episodes).where(eq(episodes.id, episodeId)).for('update')
  return await readEpisode(tx, actor, episodeId)
}

async function isNumberTaken(tx: Db, seasonId: string, number: number): Promise<boolean> {
  const isIt = and(eq(episodes.seasonId, seasonId), eq(episodes.number, number))
  return (await tx.$count(episodes, isIt)) > 0
}

async function seasonFor(tx: Db, airDate: string): Promise<string> {
  const name = seasonOf(airDate)
  await holdCalendar(tx)
  const [known] = await tx.select({ id: seasons.id }).from(seasons).where(eq(seasons.name, name))
  if (known) return known.id
  const [last] = await tx.select({ n: max(seasons.number) }).from(seasons)
  const [season] = await tx
    .insert(seasons)
    .values({ name, number: (last?.n ?? 0) + 1 })
    .returning({ id: seasons.id })
  if (!season) throw new Error('A season row was not made')
  return season.id
}

async function freeSlug(tx: Db, title: string, ownId: string | null = null): Promise<string> {
  const base = slugOf(title)
  for (let n = 1; ; n++) {
    const slug = n === 1 ? base : `${base}-${n}`
    const [taken] = await tx.select({ id: episodes.id }).from(episodes).where(eq(episodes.slug, slug))
    if (!taken || taken.id === ownId) return slug
  }
}
