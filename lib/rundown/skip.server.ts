import { and, asc, between, desc, eq, inArray, isNotNull } from 'drizzle-orm'
import { z } from 'zod'
import type { Db } from '#lib/db/db.server.ts'
import {
  audit,
  episodes,
  masters,
  publications,
  recordings,
  rundownItems,
  rundownTemplates,
  skippedAirings,
} from '#lib/db/schema.ts'
import { holdCalendar } from '#lib/episode/episode.server.ts'
import { readClaims } from '#lib/episode/planned.server.ts'
import { readShow } from '#lib/episode/show.server.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import type { Actor } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { addDays, type LocalDate, localParts } from '#lib/time/airtime.ts'
import { occurrences } from '#lib/time/recurrence.ts'
import { makeFromTemplate } from './from-template.server.ts'
import { schedulesOf } from './schedule.ts'
import { planComingEpisodes, templatesOf } from './template.server.ts'

type EpisodeRow = typeof episodes.$inferSelect
/** What `restoreWeek` makes again. */
const removedShape = z.array(
  z.object({
    airDate: z.string(),
    airTime: z.string(),
    number: z.int(),
    templateId: z.string().nullable(),
    isSlot: z.boolean(),
  }),
)
type Removed = z.output<typeof removedShape>[number]

/**
 * Leaves the week from `monday` on without a show. An episode that nobody has begun to work on goes; one that somebody
 * has stays, and the week with it: refuses `episode.begun`. Refuses `week.nothing` when there is nothing to skip.
 */
export async function skipWeek(db: Db, actor: Actor, monday: LocalDate, reason: string, now: Date) {
  permit(actor, 'episode.edit', null)
  await db.transaction(async (tx) => {
    await holdCalendar(tx)
    const show = await readShow(tx)
    const today = localParts(now.getTime(), show.timeZone).date
    const span = { from: monday > today ? monday : today, to: addDays(monday, 6) }
    const removed = await removeUntouched(tx, span)
    const foreseen = schedulesOf(show, await templatesOf(tx)).flatMap(({ rule }) =>
      occurrences(rule, span.from, span.to),
    )
    const days = new Set([...foreseen, ...removed.map(({ airDate }) => airDate)])
    if (days.size === 0) throw new Refusal('week.nothing')
    const { memberId } = actor
    for (const airDate of days)
      await tx
        .insert(skippedAirings)
        .values({ airDate, reason, memberId })
        .onConflictDoUpdate({ target: skippedAirings.airDate, set: { reason, memberId } })
    const facts = { removed: JSON.stringify(removed) }
    await tx.insert(audit).values({ memberId, what: 'week.skipped', object: monday, facts })
  })
}

async function removeUntouched(tx: Db, { from, to }: { from: LocalDate; to: LocalDate }): Promise<Removed[]> {
  const rows = await tx
    .select()
    .from(episodes)
    .where(between(episodes.airDate, from, to))
    .orderBy(asc(episodes.airDate))
    .for('update')
  const removed: Removed[] = []
  for (const episode of rows) removed.push(await untouchedOf(tx, episode))
  const ids = rows.map(({ id }) => id)
  await tx.delete(episodes).where(inArray(episodes.id, ids))
  return removed
}

/** Takes back `skipWeek`: the episodes that it removed are made again. Doing it twice harms nothing. */
export async function restoreWeek(db: Db, actor: Actor, monday: LocalDate, now: Date) {
  permit(actor, 'episode.edit', null)
  await db.transaction(async (tx) => {
    await holdCalendar(tx)
    const gone = await tx
      .delete(skippedAirings)
      .where(between(skippedAirings.airDate, monday, addDays(monday, 6)))
      .returning({ airDate: skippedAirings.airDate })
    if (gone.length === 0) return
    const days = new Set(gone.map(({ airDate }) => airDate))
    const [row] = await tx
      .select({ facts: audit.facts })
      .from(audit)
      .where(and(eq(audit.what, 'week.skipped'), eq(audit.object, monday)))
      .orderBy(desc(audit.id))
      .limit(1)
    const removed = removedShape.parse(JSON.parse(String(row?.facts.removed ?? '[]')))
    for (const one of removed.filter(({ airDate }) => days.has(airDate))) await makeAgain(tx, actor, one)
  })
  await planComingEpisodes(db, now)
}

async function makeAgain(tx: Db, actor: Actor, { airDate, airTime, number, templateId, isSlot }: Removed) {
  const isThere = and(eq(episodes.airDate, airDate), eq(episodes.airTime, airTime))
  if ((await tx.$count(episodes, isThere)) > 0) return
  const [template] = templateId
    ? await tx.select().from(rundownTemplates).where(eq(rundownTemplates.id, templateId))
    : []
  const show = await readShow(tx)
  const airing = { airDate, airTime }
  const id = await makeFromTemplate(tx, actor, show, template ?? null, airing, isSlot)
  await takeNumber(tx, id, number)
}

/** Gives an episode the number that it had, unless another one has it by now. */
async function takeNumber(tx: Db, episodeId: string, number: number) {
  const season = tx.select({ id: episodes.seasonId }).from(episodes).where(eq(episodes.id, episodeId))
  const taken = and(inArray(episodes.seasonId, season), eq(episodes.number, number))
  if ((await tx.$count(episodes, taken)) === 0)
    await tx.update(episodes).set({ number }).where(eq(episodes.id, episodeId))
}

/** What is needed to make the episode again as it is. Refuses `episode.begun` when somebody has worked on it. */
async function untouchedOf(tx: Db, episode: EpisodeRow): Promise<Removed> {
  const { id, airDate, airTime, number } = episode
  const made = (await readClaims(tx, [id])).get(id) ?? null
  const isOwnTitle = episode.title !== (made?.title ?? '')
  const isBegun =
    episode.rundownVersion > 0 ||
    episode.summary !== '' ||
    episode.publishAt !== null ||
    isOwnTitle ||
    (await hasWork(tx, id, made === null))
  if (isBegun) throw new Refusal('episode.begun', { number })
  return {
    airDate,
    airTime,
    number,
    templateId: made?.templateId ?? null,
    isSlot: made?.isSlot ?? true,
  }
}

/** Whether anything hangs on the episode; any line does when nobody knows from which template it came. */
async function hasWork(tx: Db, episodeId: string, anyLine: boolean): Promise<boolean> {
  const ofEpisode = eq(rundownItems.episodeId, episodeId)
  const lines = and(ofEpisode, anyLine ? undefined : isNotNull(rundownItems.storyId))
  // One after the other: a transaction has one connection.
  if ((await tx.$count(rundownItems, lines)) > 0) return true
  if ((await tx.$count(masters, eq(masters.episodeId, episodeId))) > 0) return true
  if ((await tx.$count(recordings, eq(recordings.episodeId, episodeId))) > 0) return true
  return (await tx.$count(publications, eq(publications.episodeId, episodeId))) > 0
}
