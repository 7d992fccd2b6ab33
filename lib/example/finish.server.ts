import { setTimeout as pause } from 'node:timers/promises'
import { and, eq, isNotNull, notInArray } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { clips, episodes, members, publications, rundownItems } from '#lib/db/schema.ts'
import { readShow } from '#lib/episode/show.server.ts'
import { log } from '#lib/machine/log.server.ts'
import { askMaster, readMasters } from '#lib/master/master.server.ts'
import type { Actor } from '#lib/people/can.ts'
import type { PublicHouse } from '#lib/publishing/press.server.ts'
import { publishDue } from '#lib/publishing/publishing.server.ts'
import { addDays, instantOf } from '#lib/time/airtime.ts'

const LOOK_MS = 500

/**
 * Makes and publishes the example's finished episode once its sounds are prepared, dated the day after it
 * aired. Started again it goes on where it was.
 */
export async function finishExample(db: Db, episodeId: string, house: PublicHouse, signal: AbortSignal) {
  const actor = await anyCoordination(db)
  const isOut = (await db.$count(publications, eq(publications.episodeId, episodeId))) > 0
  if (!actor || isOut) return
  while (await hasSoundsUnderWay(db, episodeId)) await pause(LOOK_MS, undefined, { signal })
  const done = await newest(db, actor, episodeId)
  if (done?.state !== 'ready') await askMaster(db, actor, episodeId)
  for (;;) {
    const master = await newest(db, actor, episodeId)
    if (master?.state === 'ready') break
    if (master?.state === 'failed' || master?.state === 'cancelled')
      return log.warn('example.unfinished', { reason: master.failure })
    await pause(LOOK_MS, undefined, { signal })
  }
  await makeDue(db, episodeId)
  await publishDue(db, episodeId, new Date(), house)
}

async function newest(db: Db, actor: Actor, episodeId: string) {
  const masters = await readMasters(db, actor, episodeId)
  return masters.find(({ kind }) => kind === 'podcast')
}

async function hasSoundsUnderWay(db: Db, episodeId: string): Promise<boolean> {
  const waiting = await db
    .select({ id: clips.id })
    .from(rundownItems)
    .innerJoin(clips, eq(clips.id, rundownItems.clipId))
    .where(
      and(
        eq(rundownItems.episodeId, episodeId),
        isNotNull(rundownItems.clipId),
        notInArray(clips.state, ['ready', 'refused']),
      ),
    )
    .limit(1)
  return waiting.length > 0
}

/** The hour of its publication was nine in the morning after it aired: publishing then dates it so. */
async function makeDue(db: Db, episodeId: string) {
  const show = await readShow(db)
  const [episode] = await db.select().from(episodes).where(eq(episodes.id, episodeId))
  if (!episode) return
  const publishAt = new Date(
    instantOf({ date: addDays(episode.airDate, 1), time: '09:00', zone: show.timeZone }),
  )
  await db.update(episodes).set({ publishAt }).where(eq(episodes.id, episodeId))
}

async function anyCoordination(db: Db): Promise<Actor | null> {
  const [one] = await db.select().from(members).where(eq(members.role, 'coordination')).limit(1)
  return one
    ? { memberId: one.id, name: one.name, role: one.role, houseId: one.houseId, sessionId: '' }
    : null
}
