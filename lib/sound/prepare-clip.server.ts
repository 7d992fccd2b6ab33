import { and, eq, inArray, sql } from 'drizzle-orm'
import { announce } from '#lib/db/announce.server.ts'
import type { Db } from '#lib/db/db.server.ts'
import { tell } from '#lib/db/events.server.ts'
import { clips } from '#lib/db/schema.ts'
import { type FileStore, theFiles } from '#lib/machine/files.server.ts'
import { log } from '#lib/machine/log.server.ts'
import { isRefusal } from '#lib/machine/refusal.ts'
import { type PreparedSound, prepareSound } from './prepare.server.ts'
import { bytesOf } from './stored.ts'

const mostTries = 3
const progressEveryMs = 700
const running = new Map<string, Promise<void>>()

/**
 * The job behind `clip.received`: measures a sound and makes its two copies. What is no sound becomes
 * `refused` with its reason; the machine's own trouble is tried three times, then is `sound.not-prepared`.
 * The original is never touched. Hearing it twice, at once or later, harms nothing.
 */
export function prepareClip(db: Db, clipId: string, signal: AbortSignal): Promise<void> {
  // Two runs of one sound would empty each other's work folder.
  const run = running.get(clipId) ?? prepareOnce(db, clipId, signal).finally(() => running.delete(clipId))
  running.set(clipId, run)
  return run
}

async function prepareOnce(db: Db, clipId: string, signal: AbortSignal) {
  const [clip] = await db
    .update(clips)
    .set({ state: 'preparing', progress: 0 })
    .where(and(eq(clips.id, clipId), inArray(clips.state, ['received', 'preparing'])))
    .returning({
      originalFile: clips.originalFile,
      tries: sql<number>`coalesce((facts ->> 'tries')::int, 0)`,
    })
  if (!clip) return
  const files = theFiles()
  const progress = progressOf(db, clipId)
  try {
    const folder = await files.workFolder(`prepare-${clipId}`)
    const original = files.path(clip.originalFile)
    const prepared = await prepareSound(original, folder, { signal, onProgress: progress.tell })
    await progress.stop()
    await keep(db, files, clipId, prepared)
  } catch (error) {
    await progress.stop()
    if (signal.aborted) throw error
    const tries = clip.tries + 1
    const reason = isRefusal(error) ? error.reason : tries < mostTries ? null : 'sound.not-prepared'
    await settle(db, clipId, reason ? { state: 'refused', refusal: reason } : { facts: { tries } })
    if (!isRefusal(error)) throw error
    log.info('sound.refused', { clipId, reason: error.reason })
  } finally {
    await files.dropWork(`prepare-${clipId}`)
  }
}

async function keep(db: Db, files: FileStore, clipId: string, prepared: PreparedSound) {
  const { measurement, facts } = prepared
  const mezzanineFile = `mezzanines/${clipId}.flac`
  const listeningFile = `listening/${clipId}.mp3`
  await files.put(mezzanineFile, prepared.mezzanine)
  await files.put(listeningFile, prepared.listening)
  const { silence, dcOffset, samplePeak, lowEnd } = measurement
  const figures = {
    state: 'ready' as const,
    progress: 1,
    refusal: null,
    facts: { ...facts, silence, dcOffset, samplePeak, ...lowEnd },
    durationMs: measurement.durationMs,
    integratedLufs: measurement.integratedLufs,
    lraLu: measurement.lraLu,
    truePeakDbtp: measurement.truePeakDbtp,
    subBlocks: bytesOf(measurement.subBlocks),
    waveform: bytesOf(measurement.waveform),
    mezzanineFile,
    listeningFile,
  }
  await db.transaction(async (tx) => {
    await settle(tx, clipId, figures)
    await tell(tx, 'clip.prepared', clipId)
  })
}

async function settle(db: Db, clipId: string, set: Partial<typeof clips.$inferInsert>) {
  await db
    .update(clips)
    .set(set)
    .where(and(eq(clips.id, clipId), eq(clips.state, 'preparing')))
  await announce(db, { clipId })
}

/** Writes the share done now and then, one write at a time. */
function progressOf(db: Db, clipId: string) {
  let writing: Promise<unknown> = Promise.resolve()
  let nextAt = 0
  const write = (share: number) =>
    settle(db, clipId, { progress: share }).catch((error) =>
      log.warn('sound.progress-lost', { clipId }, error),
    )
  return {
    tell: (share: number) => {
      if (performance.now() < nextAt) return
      nextAt = performance.now() + progressEveryMs
      writing = writing.then(() => write(share))
    },
    stop: () => writing,
  }
}
