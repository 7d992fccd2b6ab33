import { eq } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { audiograms, masters } from '#lib/db/schema.ts'
import { type Doing, doWork, keepFile, tendWork } from '#lib/db/work.server.ts'
import { readShow } from '#lib/episode/show.server.ts'
import type { FileStore } from '#lib/machine/files.server.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import { captionsOfPassage } from './audiogram.ts'
import { filmPassage } from './audiogram-film.server.ts'
import { findPublication } from './publication-rows.server.ts'

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
  try {
    await doWork(db, { ...running, id }, { signal, isLastTry }, (doing) => make(db, files, id, doing))
  } finally {
    await files.dropWork(workOf(id))
  }
}

/** A film whose job was given up, its process killed each time, fails instead of seeming on its way for ever. */
export async function tendAudiograms(db: Db) {
  await tendWork(db, 'audiogram.asked', running)
}

const running = { table: audiograms, broken: 'film.broken', undone: 'The film could not be made' }

async function make(db: Db, files: FileStore, id: string, { signal, say }: Doing) {
  const [film] = await db.select().from(audiograms).where(eq(audiograms.id, id))
  if (!film) throw new Refusal('not-found')
  const { masterId, startMs, durationMs } = film
  const [master] = await db.select().from(masters).where(eq(masters.id, masterId))
  const out = master && (await findPublication(db, { episodeId: master.episodeId }))
  if (!master?.file || out?.masterId !== masterId) throw new Refusal('not-found')
  const { name: showName } = await readShow(db)
  const part = `${await files.workFolder(workOf(id))}/film.mp4`
  const captions = captionsOfPassage(out.transcript, out.durationMs, { startMs, durationMs })
  await filmPassage(
    { ...{ startMs, durationMs, captions, showName, title: out.title }, soundPath: files.path(master.file) },
    part,
    { signal, onProgress: say },
  )
  await keepFile(db, files, { table: audiograms, id }, { part, file: `films/${id}.mp4` })
}

const workOf = (id: string) => `film-${id}`
