import { randomUUID } from 'node:crypto'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { announce } from '#lib/db/announce.server.ts'
import type { Db } from '#lib/db/db.server.ts'
import { tell } from '#lib/db/events.server.ts'
import { type ClipEdit, cleanedSounds, clips } from '#lib/db/schema.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import type { Actor } from '#lib/people/can.ts'
import { cleanUpProposals, recipeOf, type Symptoms } from './clean-up.ts'
import { requireEditable } from './clip-rows.server.ts'
import { editedMs, editedSoundOf, isSameEdit, settledEdit, splitEdit } from './edit.ts'
import { noiseFloorLufs } from './loudness.ts'
import { loudnessCurve } from './loudness-curve.ts'
import { numberedTitle } from './sound-name.ts'
import { floatsOf } from './stored.ts'

/** What the page that cuts a sound shows. */
export type SoundEditor = Awaited<ReturnType<typeof readSoundEditor>>

const curveValues = 240

/**
 * A sound as it is cut and cleaned: what is kept of it, its cleaned copies, its loudness over time, and what
 * would do it good. Refuses `sound.not-ready` until it is prepared.
 */
export async function readSoundEditor(db: Db, actor: Actor, clipId: string) {
  const row = await requireCuttable(db, actor, clipId)
  const [stored] = await db.select({ subBlocks: clips.subBlocks }).from(clips).where(eq(clips.id, clipId))
  const subBlocks = stored?.subBlocks ? floatsOf(stored.subBlocks) : new Float32Array()
  const cleaned = await db
    .select({
      recipe: cleanedSounds.recipe,
      state: cleanedSounds.state,
      refusal: cleanedSounds.refusal,
      integratedLufs: cleanedSounds.integratedLufs,
    })
    .from(cleanedSounds)
    .where(eq(cleanedSounds.clipId, clipId))
  const { title, integratedLufs, edit, story } = row
  return {
    id: clipId,
    title,
    story: story && { id: story.id, title: story.title },
    sound: editedSoundOf(row),
    edit,
    cleaned,
    integratedLufs,
    loudness: loudnessCurve(subBlocks, curveValues),
    proposals: cleanUpProposals(symptomsOf(row, noiseFloorLufs(subBlocks))),
  }
}

function symptomsOf(row: Awaited<ReturnType<typeof requireCuttable>>, floorLufs: number | null): Symptoms {
  const figure = (name: string) => {
    const known = row.facts?.[name]
    return typeof known === 'number' ? known : null
  }
  return {
    isMusic: row.music !== null || row.imaging !== null,
    silence: editedSoundOf(row).silence,
    dcOffset: figure('dcOffset') ?? 0,
    integratedLufs: row.integratedLufs,
    floorLufs,
    lraLu: row.lraLu ?? 0,
    humDb: figure('humDb'),
    rumbleDb: figure('rumbleDb'),
  }
}

/**
 * Keeps an edit of a sound, or (null) the whole sound as it came; answers what is kept, every figure within
 * its limits. `seen` is the edit that one started from: when somebody kept another meanwhile it refuses
 * `sound.edit-stale`. Clean-ups without their copy yet are asked for.
 */
export async function editSound(
  db: Db,
  actor: Actor,
  clipId: string,
  edit: ClipEdit | null,
  seen: ClipEdit | null,
): Promise<ClipEdit | null> {
  return await db.transaction(async (tx) => {
    const row = await requireCuttable(tx, actor, clipId)
    const sound = editedSoundOf(row)
    const kept = settledEdit(edit, sound)
    const [changed] = await tx
      .update(clips)
      .set({ edit: kept })
      .where(and(eq(clips.id, clipId), isStillSeen(seen)))
      .returning({ id: clips.id })
    if (!changed) throw new Refusal('sound.edit-stale', { title: row.title })
    await askCleanUps(tx, clipId, kept)
    await announce(tx, { clipId })
    if (!isSameEdit(kept, seen)) await tell(tx, 'clip.edited', clipId, { wasMs: editedMs(seen, sound) })
    return kept
  })
}

const isStillSeen = (seen: ClipEdit | null) =>
  seen === null ? isNull(clips.edit) : sql`${clips.edit} = ${JSON.stringify(seen)}::jsonb`

/**
 * Makes two sounds of one at an instant of it: a second one that shares its files begins where the first now
 * ends. Answers the second's id. Refuses `sound.split-empty` when one of them would have nothing to play.
 */
export async function splitSound(db: Db, actor: Actor, clipId: string, atMs: number): Promise<string> {
  return await db.transaction(async (tx) => {
    await requireCuttable(tx, actor, clipId)
    const [row] = await tx.select().from(clips).where(eq(clips.id, clipId)).for('update')
    if (!row) throw new Refusal('not-found')
    const sound = editedSoundOf(row)
    const halves = splitEdit(row.edit, sound, atMs)
    if (!halves) throw new Refusal('sound.split-empty')
    const [before, after] = halves.map((half) => settledEdit(half, sound))
    const id = randomUUID()
    const second = { id, title: numberedTitle(row.title, 2), edit: after, splitFromId: clipId }
    await tx.insert(clips).values({ ...row, ...second, createdAt: sql`now()` })
    await tx
      .update(clips)
      .set({ title: numberedTitle(row.title, 1), edit: before })
      .where(eq(clips.id, clipId))
    await shareCleaned(tx, clipId, id)
    await announce(tx, { clipId })
    await tell(tx, 'clip.edited', clipId, { wasMs: editedMs(row.edit, sound) })
    return id
  })
}

/** The second half plays from the same cleaned copies, or waits for its own. */
async function shareCleaned(tx: Db, clipId: string, id: string) {
  const copies = await tx.select().from(cleanedSounds).where(eq(cleanedSounds.clipId, clipId))
  if (copies.length === 0) return
  await tx.insert(cleanedSounds).values(copies.map((copy) => ({ ...copy, clipId: id })))
  if (copies.some(({ state }) => state === 'asked')) await tell(tx, 'clip.clean-up-asked', id)
}

/** Asks for the copy that an edit needs, once; one that could not be made is tried again. */
async function askCleanUps(tx: Db, clipId: string, edit: ClipEdit | null) {
  const recipe = recipeOf(edit?.cleanUps ?? [])
  if (recipe === '') return
  const [asked] = await tx
    .insert(cleanedSounds)
    .values({ clipId, recipe })
    .onConflictDoUpdate({
      target: [cleanedSounds.clipId, cleanedSounds.recipe],
      set: { state: 'asked', refusal: null, askedAt: sql`now()` },
      setWhere: eq(cleanedSounds.state, 'refused'),
    })
    .returning({ recipe: cleanedSounds.recipe })
  if (asked) await tell(tx, 'clip.clean-up-asked', clipId)
}

async function requireCuttable(db: Db, actor: Actor, clipId: string) {
  const { row, story } = await requireEditable(db, actor, clipId)
  if (row.deletedAt !== null) throw new Refusal('not-found')
  if (row.state !== 'ready') throw new Refusal('sound.not-ready')
  return { ...row, story }
}
