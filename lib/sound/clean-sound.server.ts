import { and, eq } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { cleanedSounds, clips } from '#lib/db/schema.ts'
import { availableFilters } from '#lib/machine/ffmpeg.server.ts'
import { type FileStore, theFiles } from '#lib/machine/files.server.ts'
import { log } from '#lib/machine/log.server.ts'
import { isRefusal } from '#lib/machine/refusal.ts'
import { cleanUpFilters, cleanUpsOf } from './clean-up.ts'
import { noiseFloorLufs } from './loudness.ts'
import { type CleanedSound, prepareCleaned } from './prepare.server.ts'
import { bytesOf, floatsOf } from './stored.ts'

const running = new Map<string, Promise<void>>()

/**
 * The job behind `clip.clean-up-asked`: makes the cleaned copies that a sound still waits for. The sound
 * itself is never touched. What cannot be cleaned is `refused` with its reason; the machine's own trouble
 * becomes that on the last try. Hearing it twice, at once or later, harms nothing.
 */
export function cleanSound(db: Db, clipId: string, signal: AbortSignal, isLastTry = false): Promise<void> {
  // Two runs of one sound would empty each other's work folder; the second looks again after the first.
  const before = running.get(clipId)?.catch(() => undefined) ?? Promise.resolve()
  const run = before
    .then(() => cleanAsked(db, clipId, signal, isLastTry))
    .finally(() => running.get(clipId) === run && running.delete(clipId))
  running.set(clipId, run)
  return run
}

async function cleanAsked(db: Db, clipId: string, signal: AbortSignal, isLastTry: boolean) {
  const asked = await db
    .select({
      recipe: cleanedSounds.recipe,
      original: clips.mezzanineFile,
      integratedLufs: clips.integratedLufs,
      subBlocks: clips.subBlocks,
    })
    .from(cleanedSounds)
    .innerJoin(clips, eq(clips.id, cleanedSounds.clipId))
    .where(and(eq(cleanedSounds.clipId, clipId), eq(cleanedSounds.state, 'asked')))
  for (const { recipe, original, integratedLufs, subBlocks } of asked) {
    if (!original) continue
    const heard = { integratedLufs, floorLufs: subBlocks && noiseFloorLufs(floatsOf(subBlocks)) }
    await cleanOne(db, { clipId, recipe, original, heard }, signal, isLastTry)
  }
}

type Asked = {
  clipId: string
  recipe: string
  original: string
  heard: { integratedLufs: number | null; floorLufs: number | null }
}

async function cleanOne(db: Db, asked: Asked, signal: AbortSignal, isLastTry: boolean) {
  const { clipId, recipe, original, heard } = asked
  const files = theFiles()
  const work = `clean-${clipId}`
  try {
    const folder = await files.workFolder(work)
    const filters = cleanUpFilters(cleanUpsOf(recipe), { ...heard, available: await availableFilters() })
    await keep(db, files, asked, await prepareCleaned(files.path(original), filters, folder, signal))
  } catch (error) {
    if (signal.aborted || !(isLastTry || isRefusal(error))) throw error
    const refusal = isRefusal(error) ? error.reason : 'sound.not-cleaned'
    await settle(db, asked, { state: 'refused', refusal })
    log.error('sound.not-cleaned', error, { clipId, recipe })
  } finally {
    await files.dropWork(work)
  }
}

async function keep(db: Db, files: FileStore, asked: Asked, { measurement, ...made }: CleanedSound) {
  const mezzanineFile = `cleaned/${asked.clipId}-${asked.recipe}.flac`
  const listeningFile = `cleaned/${asked.clipId}-${asked.recipe}.mp3`
  await files.put(mezzanineFile, made.mezzanine)
  await files.put(listeningFile, made.listening)
  const { durationMs, integratedLufs, lraLu, truePeakDbtp } = measurement
  const isKept = await settle(db, asked, {
    state: 'ready',
    refusal: null,
    durationMs,
    integratedLufs,
    lraLu,
    truePeakDbtp,
    subBlocks: bytesOf(measurement.subBlocks),
    waveform: bytesOf(measurement.waveform),
    mezzanineFile,
    listeningFile,
  })
  if (isKept) return
  // The sound went for good while it was being cleaned.
  await files.remove(mezzanineFile)
  await files.remove(listeningFile)
}

async function settle(
  db: Db,
  { clipId, recipe }: Asked,
  set: Partial<typeof cleanedSounds.$inferInsert>,
): Promise<boolean> {
  const rows = await db
    .update(cleanedSounds)
    .set(set)
    .where(and(eq(cleanedSounds.clipId, clipId), eq(cleanedSounds.recipe, recipe)))
    .returning({ recipe: cleanedSounds.recipe })
  return rows.length > 0
}
