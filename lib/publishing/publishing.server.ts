import { and, eq, isNotNull, lte } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { tell } from '#lib/db/events.server.ts'
import { audit, episodes } from '#lib/db/schema.ts'
import { log } from '#lib/machine/log.server.ts'
import { isRefusal, Refusal } from '#lib/machine/refusal.ts'
import type { Actor } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { publishAdditions } from './additions.server.ts'
import { readDraft } from './draft.server.ts'
import { type PublicHouse, thePublicHouse } from './press.server.ts'
import { bringOutChecked, pressDraft } from './proved.server.ts'
import { findPublication } from './publication-rows.server.ts'
import { blockersOf, refuseWhenBlocked } from './readiness.server.ts'

export type { PublicHouse } from './press.server.ts'
export { readSelfCheck } from './proved.server.ts'
export { findPublication, findPublications } from './publication-rows.server.ts'
export { type Readiness, readReadiness } from './readiness.server.ts'
export { bringBackEpisode, unpublishEpisode } from './unpublish.server.ts'

/** A slip of the finger in the year must not put an episode away for a century. */
const FARTHEST_MS = 400 * 86_400_000

/**
 * Publishes now (`at` null), or waits for `at`. An episode that is public already is published anew: same
 * address, same date, same guid. Refuses `publish.blocked` with the number of things missing, and an hour
 * that is past (`publish.hour-past`) or more than 400 days away (`publish.hour-far`).
 */
export async function publishEpisode(
  db: Db,
  actor: Actor | 'console',
  episodeId: string,
  at: Date | null,
  house = thePublicHouse(),
) {
  if (actor !== 'console') permit(actor, 'episode.publish', null)
  const memberId = actor === 'console' ? null : actor.memberId
  const now = new Date()
  if (at) {
    if (at <= now) throw new Refusal('publish.hour-past')
    if (at.getTime() - now.getTime() > FARTHEST_MS) throw new Refusal('publish.hour-far')
    return await schedule(db, memberId, episodeId, at, house)
  }
  const pressed = await pressDraft(db, episodeId, house)
  await db.transaction(async (tx) => {
    await bringOutChecked(tx, pressed, { publishedAt: now, now, memberId }, house)
  })
  await publishAdditions(db, pressed.words.masterId, house)
}

/**
 * The job: publishes an episode whose hour has come, dated by that hour. Hearing it twice publishes once.
 * One that is blocked meanwhile keeps its hour and goes out as soon as it is mended.
 */
export async function publishDue(db: Db, episodeId: string, now: Date, house: PublicHouse): Promise<boolean> {
  const isDue = and(eq(episodes.id, episodeId), lte(episodes.publishAt, now))
  if ((await db.$count(episodes, isDue)) === 0) return false
  const pressed = await pressDraft(db, episodeId, house)
  const isOut = await db.transaction(async (tx) => {
    const [due] = await tx.select({ at: episodes.publishAt }).from(episodes).where(isDue).for('update')
    if (!due?.at) return false
    await bringOutChecked(tx, pressed, { publishedAt: due.at, now, memberId: null }, house)
    return true
  })
  if (isOut) await publishAdditions(db, pressed.words.masterId, house)
  return isOut
}

/** Publishes whatever is due, at start and every minute: no hour is missed while the radio was off. */
export async function publishAllDue(db: Db, now: Date, house = thePublicHouse()) {
  const due = await db.select({ id: episodes.id }).from(episodes).where(lte(episodes.publishAt, now))
  for (const { id } of due) {
    await publishDue(db, id, now, house).catch((error: unknown) => {
      if (!isRefusal(error)) throw error
      log.warn('publication.waits', { episodeId: id, reason: error.reason })
    })
  }
}

/** Takes the hour back; nothing goes out until somebody publishes. */
export async function cancelSchedule(db: Db, actor: Actor, episodeId: string) {
  permit(actor, 'episode.publish', null)
  const set = await db
    .update(episodes)
    .set({ publishAt: null })
    .where(and(eq(episodes.id, episodeId), isNotNull(episodes.publishAt)))
    .returning({ id: episodes.id })
  if (set.length === 0) return
  await db
    .insert(audit)
    .values({ memberId: actor.memberId, what: 'publication.cancelled', object: episodeId })
}

async function schedule(db: Db, memberId: string | null, episodeId: string, at: Date, house: PublicHouse) {
  const draft = await readDraft(db, episodeId)
  refuseWhenBlocked(await blockersOf(draft, house))
  await db.transaction(async (tx) => {
    if (await findPublication(tx, { episodeId })) throw new Refusal('publish.already')
    await tx.update(episodes).set({ publishAt: at }).where(eq(episodes.id, episodeId))
    await tell(tx, 'publication.scheduled', episodeId, { notBefore: at })
    const facts = { at: at.toISOString() }
    await tx.insert(audit).values({ memberId, what: 'publication.scheduled', object: episodeId, facts })
  })
}
