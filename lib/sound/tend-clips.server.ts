import { and, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { tell } from '#lib/db/events.server.ts'
import { cleanedSounds, clips } from '#lib/db/schema.ts'
import { theFiles } from '#lib/machine/files.server.ts'
import { recipeOf } from './clean-up.ts'

const binDays = 30

/**
 * At the start and each day: sounds that wait are told again; what lay in the bin for thirty days goes, and so
 * do cleaned copies that nobody has wished for in as long.
 */
export async function tendClips(db: Db) {
  await tellWaiting(db)
  await emptyBin(db)
  await dropUnwished(db)
}

async function tellWaiting(db: Db) {
  await db.transaction(async (tx) => {
    const waiting = await tx
      .select({ id: clips.id })
      .from(clips)
      .where(and(inArray(clips.state, ['received', 'preparing']), isNull(clips.deletedAt)))
    for (const { id } of waiting) await tell(tx, 'clip.received', id)
    const unclean = await tx
      .selectDistinct({ id: cleanedSounds.clipId })
      .from(cleanedSounds)
      .where(eq(cleanedSounds.state, 'asked'))
    for (const { id } of unclean) await tell(tx, 'clip.clean-up-asked', id)
  })
}

async function emptyBin(db: Db) {
  await db.transaction(async (tx) => {
    const old = lt(clips.deletedAt, sql`now() - make_interval(days => ${binDays})`)
    const gone = await tx
      .select({
        id: clips.id,
        original: clips.originalFile,
        mezzanine: clips.mezzanineFile,
        listening: clips.listeningFile,
      })
      .from(clips)
      .where(old)
      .for('update')
    if (gone.length === 0) return
    const ids = gone.map(({ id }) => id)
    const cleaned = await tx
      .delete(cleanedSounds)
      .where(inArray(cleanedSounds.clipId, ids))
      .returning({ mezzanine: cleanedSounds.mezzanineFile, listening: cleanedSounds.listeningFile })
    await tx.delete(clips).where(inArray(clips.id, ids))
    const files = gone.flatMap(({ original, mezzanine, listening }) => [original, mezzanine, listening])
    // Inside the transaction: a row that stays after a crash is emptied again next time.
    await removeUnused(tx, [...files, ...cleaned.flatMap((one) => Object.values(one))])
  })
}

async function dropUnwished(db: Db) {
  await db.transaction(async (tx) => {
    const old = await tx
      .select({ clipId: cleanedSounds.clipId, recipe: cleanedSounds.recipe, edit: clips.edit })
      .from(cleanedSounds)
      .innerJoin(clips, eq(clips.id, cleanedSounds.clipId))
      .where(lt(cleanedSounds.askedAt, sql`now() - make_interval(days => ${binDays})`))
      .for('update')
    for (const { clipId, recipe, edit } of old) {
      if (recipeOf(edit?.cleanUps ?? []) === recipe) continue
      const dropped = await tx
        .delete(cleanedSounds)
        .where(and(eq(cleanedSounds.clipId, clipId), eq(cleanedSounds.recipe, recipe)))
        .returning({ mezzanine: cleanedSounds.mezzanineFile, listening: cleanedSounds.listeningFile })
      await removeUnused(
        tx,
        dropped.flatMap((one) => Object.values(one)),
      )
    }
  })
}

/** Removes files that no sound uses any more: the halves of one that was split share theirs. */
async function removeUnused(tx: Db, keys: readonly (string | null)[]) {
  for (const key of new Set(keys)) if (key && !(await isUsed(tx, key))) await theFiles().remove(key)
}

async function isUsed(tx: Db, key: string): Promise<boolean> {
  const [clip] = await tx
    .select({ id: clips.id })
    .from(clips)
    .where(or(eq(clips.originalFile, key), eq(clips.mezzanineFile, key), eq(clips.listeningFile, key)))
    .limit(1)
  if (clip) return true
  const [cleaned] = await tx
    .select({ id: cleanedSounds.clipId })
    .from(cleanedSounds)
    .where(or(eq(cleanedSounds.mezzanineFile, key), eq(cleanedSounds.listeningFile, key)))
    .limit(1)
  return cleaned !== undefined
}
