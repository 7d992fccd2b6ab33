import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { tell } from '#lib/db/events.server.ts'
import { audiograms } from '#lib/db/schema.ts'
import { stopWork, underWay } from '#lib/db/work.server.ts'
import { type FileStore, theFiles } from '#lib/machine/files.server.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import type { Actor } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { longestFilmMs, type Passage, shortestFilmMs } from './audiogram.ts'
import { findPublication } from './publication-rows.server.ts'

export type Audiogram = typeof audiograms.$inferSelect

/**
 * Asks for a film of a passage of what is published; a job makes it. While one of the episode is on its way the same one
 * is answered. Refuses `not-found`, `film.outside` for a passage that is none of the episode, too short or too long.
 */
export async function askAudiogram(
  db: Db,
  actor: Actor,
  episodeId: string,
  passage: Passage,
): Promise<string> {
  permit(actor, 'episode.publish', null)
  const { startMs, durationMs } = passage
  return await db.transaction(async (tx) => {
    const publication = await findPublication(tx, { episodeId })
    if (!publication) throw new Refusal('not-found')
    const isLong = durationMs >= shortestFilmMs && durationMs <= longestFilmMs
    if (!isLong || startMs < 0 || startMs + durationMs > publication.durationMs)
      throw new Refusal('film.outside')
    const { masterId } = publication
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`film ${masterId}`}))`)
    const [running] = await tx
      .select({ id: audiograms.id })
      .from(audiograms)
      .where(and(eq(audiograms.masterId, masterId), underWay(audiograms)))
    if (running) return running.id
    const [asked] = await tx
      .insert(audiograms)
      .values({ masterId, startMs, durationMs, askedBy: actor.memberId })
      .returning({ id: audiograms.id })
    if (!asked) throw new Error('The row of a film was not made')
    await tell(tx, 'audiogram.asked', asked.id)
    return asked.id
  })
}

/** The films of what is published, the latest first; those that were stopped are left out. */
export async function readAudiograms(db: Db, actor: Actor, episodeId: string): Promise<Audiogram[]> {
  permit(actor, 'episode.publish', null)
  const publication = await findPublication(db, { episodeId })
  if (!publication) return []
  const rows = await db
    .select()
    .from(audiograms)
    .where(eq(audiograms.masterId, publication.masterId))
    .orderBy(desc(audiograms.createdAt))
  return rows.filter(({ state }) => state !== 'stopped')
}

/** Stops a film on its way: the job notices within a second and leaves nothing behind. */
export async function stopAudiogram(db: Db, actor: Actor, id: string) {
  permit(actor, 'episode.publish', null)
  await stopWork(db, { table: audiograms, id })
}

/** Removes a film that is made, or that failed. Refuses `not-found`. */
export async function removeAudiogram(db: Db, actor: Actor, id: string, files: FileStore = theFiles()) {
  permit(actor, 'episode.publish', null)
  const [gone] = await db
    .delete(audiograms)
    .where(and(eq(audiograms.id, id), inArray(audiograms.state, ['done', 'failed'])))
    .returning({ file: audiograms.file })
  if (!gone) throw new Refusal('not-found')
  if (gone.file) await files.remove(gone.file)
}
