import { stat } from 'node:fs/promises'
import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { isOnItsWay } from '#lib/db/events.server.ts'
import { audiograms, masters } from '#lib/db/schema.ts'
import { readShow } from '#lib/episode/show.server.ts'
import { isDiskFull } from '#lib/machine/disk.server.ts'
import type { FileStore } from '#lib/machine/files.server.ts'
import { log } from '#lib/machine/log.server.ts'
import { isRefusal, Refusal } from '#lib/machine/refusal.ts'
import { type Audiogram, isUnderWay } from './audiogram.server.ts'
import { captionsOfPassage } from './audiogram.ts'
import { filmPassage } from './audiogram-film.server.ts'
import { findPublication } from './publication-rows.server.ts'

/** How often a film says how far it is, and asks whether it was stopped. */
const BEAT_MS = 500
const BROKEN = 'film.broken'

/**
 * The job: makes an asked film. Hearing it twice makes it once; killed half-way it starts again. What the person can
 * mend ends as `failed` with its reason; a bug flies, and is seen as `film.broken` once there is no further try.
 */
export async function makeAudiogram(
  db: Db,
  files: FileStore,
  id: string,
  signal: AbortSignal,
  isLastTry = true,
) {
  const [film] = await db
    .update(audiograms)
    .set({ state: 'running', progress: 0 })
    .where(and(eq(audiograms.id, id), isUnderWay))
    .returning()
  if (!film) return
  const stopped = new AbortController()
  let share = 0
  const beat = setInterval(() => {
    sayProgress(db, id, share)
      .then((goesOn) => goesOn || stopped.abort())
      .catch((error: unknown) => log.warn('film.progress-unsaid', { id }, error))
  }, BEAT_MS)
  try {
    await make(db, files, film, AbortSignal.any([signal, stopped.signal]), (done) => {
      share = done
    })
  } catch (thrown) {
    if (stopped.signal.aborted) return
    const error = isDiskFull(thrown) ? new Refusal('disk.full', {}, { cause: thrown }) : thrown
    const reason = isRefusal(error) ? error.reason : isLastTry && BROKEN
    if (reason && !signal.aborted) await settle(db, id, { state: 'failed', failure: reason })
    if (!isRefusal(error)) throw new Error(`The film ${id} could not be made`, { cause: error })
  } finally {
    clearInterval(beat)
    await files.dropWork(workOf(id))
  }
}

/** A film whose job was given up, its process killed each time, fails instead of seeming on its way for ever. */
export async function tendAudiograms(db: Db) {
  const underWay = await db.select({ id: audiograms.id }).from(audiograms).where(isUnderWay)
  for (const { id } of underWay) {
    if (await isOnItsWay('audiogram.asked', id)) continue
    await settle(db, id, { state: 'failed', failure: BROKEN })
  }
}

async function make(
  db: Db,
  files: FileStore,
  { id, masterId, startMs, durationMs }: Audiogram,
  signal: AbortSignal,
  onProgress: (share: number) => void,
) {
  const [master] = await db.select().from(masters).where(eq(masters.id, masterId))
  const out = master && (await findPublication(db, { episodeId: master.episodeId }))
  if (!master?.file || out?.masterId !== masterId) throw new Refusal('not-found')
  const { name: showName } = await readShow(db)
  const part = `${await files.workFolder(workOf(id))}/film.mp4`
  const captions = captionsOfPassage(out.transcript, out.durationMs, { startMs, durationMs })
  await filmPassage(
    { ...{ startMs, durationMs, captions, showName, title: out.title }, soundPath: files.path(master.file) },
    part,
    { signal, onProgress },
  )
  const file = `films/${id}.mp4`
  const { size } = await stat(part)
  await files.put(file, part)
  await settle(db, id, { state: 'done', progress: 1, file, sizeBytes: size })
}

const workOf = (id: string) => `film-${id}`

/** Ends a film that is still on its way; one that was stopped meanwhile stays stopped. */
async function settle(db: Db, id: string, end: Partial<typeof audiograms.$inferInsert>) {
  await db
    .update(audiograms)
    .set({ ...end, finishedAt: sql`now()` })
    .where(and(eq(audiograms.id, id), isUnderWay))
}

async function sayProgress(db: Db, id: string, progress: number): Promise<boolean> {
  const kept = await db
    .update(audiograms)
    .set({ progress })
    .where(and(eq(audiograms.id, id), eq(audiograms.state, 'running')))
    .returning({ id: audiograms.id })
  return kept.length > 0
}
