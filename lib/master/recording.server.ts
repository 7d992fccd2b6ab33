import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { audit, clips, episodes, type RecordedPart, recordings, rundownChanges } from '#lib/db/schema.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import type { Actor } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { rundownOf } from '#lib/rundown/rundown.server.ts'
import { requireClipRow } from '#lib/sound/clip-rows.server.ts'
import { editedSoundOf } from '#lib/sound/edit.ts'
import { quietNear } from '#lib/sound/quiet.ts'
import { pairsOf } from '#lib/sound/stored.ts'
import { areParts, partsFromPlan, type RecordedLine } from './recording.ts'

/** The whole show recorded in one run. */
export type Recording = {
  clipId: string
  title: string
  durationMs: number
  /** It lies in the bin: masters go without it until it is taken out again. */
  isBinned: boolean
  parts: RecordedPart[]
  version: number
}

/** The recording of an episode; null when its lines have sounds of their own. */
export async function readRecording(db: Db, actor: Actor, episodeId: string): Promise<Recording | null> {
  permit(actor, 'rundown.read', null)
  return await recordingOf(db, episodeId)
}

/** As `readRecording`, for whoever has checked the right. A part whose line was taken out of the rundown is left out. */
export async function recordingOf(db: Db, episodeId: string): Promise<Recording | null> {
  const [row] = await db
    .select({
      clipId: recordings.clipId,
      title: clips.title,
      durationMs: clips.durationMs,
      deletedAt: clips.deletedAt,
      parts: recordings.parts,
      version: recordings.version,
    })
    .from(recordings)
    .innerJoin(clips, eq(clips.id, recordings.clipId))
    .where(eq(recordings.episodeId, episodeId))
  if (!row) return null
  const { deletedAt, durationMs, ...rest } = row
  const known = new Map((await rundownOf(db, episodeId)).lines.map((line) => [line.id, line.title]))
  const parts = row.parts.map((part) => ({
    ...part,
    itemId: part.itemId !== null && known.has(part.itemId) ? part.itemId : null,
    title: known.get(part.itemId ?? '') ?? part.title,
  }))
  return { ...rest, parts, durationMs: durationMs ?? 0, isBinned: deletedAt !== null }
}

/** The lines of a rundown, as proposals for a recording need them. */
export async function readRecordedLines(db: Db, actor: Actor, episodeId: string): Promise<RecordedLine[]> {
  permit(actor, 'rundown.read', null)
  return await recordedLinesOf(db, episodeId)
}

/**
 * Takes a prepared sound for the recording of the whole show, in place of an earlier one, and proposes its parts
 * from the rundown's planned lengths. Refuses `recording.not-ready`.
 */
export async function setRecording(db: Db, actor: Actor, episodeId: string, clipId: string) {
  await change(db, actor, episodeId, async (tx) => {
    const { row: clip } = await requireClipRow(tx, actor, clipId)
    if (clip.state !== 'ready' || !clip.durationMs || clip.deletedAt) throw new Refusal('recording.not-ready')
    const { startMs, endMs } = heardIn(clip.facts, clip.durationMs)
    const lines = await recordedLinesOf(tx, episodeId)
    const parts = partsFromPlan(lines, clip.durationMs, startMs, endMs)
    await tx
      .insert(recordings)
      .values({ episodeId, clipId, parts })
      .onConflictDoUpdate({
        target: recordings.episodeId,
        set: { clipId, parts, version: sql`${recordings.version} + 1`, changedAt: sql`now()` },
      })
    return { what: 'recording.set', change: { clipId, parts } }
  })
}

/**
 * Keeps the parts as they were cut on a screen that saw `version`. Refuses `recording.stale`, with both cuts as
 * JSON in its facts, when somebody changed them meanwhile; `rundown.gone` for a line that is no longer there;
 * `recording.not-whole` when the parts do not follow each other through the whole sound.
 */
export async function saveRecording(
  db: Db,
  actor: Actor,
  episodeId: string,
  version: number,
  parts: readonly RecordedPart[],
) {
  await change(db, actor, episodeId, async (tx) => {
    const before = await recordingOf(tx, episodeId)
    if (!before) throw new Refusal('recording.gone')
    if (before.version !== version)
      throw new Refusal('recording.stale', {
        version: before.version,
        theirs: JSON.stringify(before.parts),
        yours: JSON.stringify(parts),
      })
    const named = await underTitles(tx, episodeId, parts)
    if (!areParts(named, before.durationMs)) throw new Refusal('recording.not-whole')
    await tx
      .update(recordings)
      .set({ parts: named, version: sql`${recordings.version} + 1`, changedAt: sql`now()` })
      .where(and(eq(recordings.episodeId, episodeId), eq(recordings.version, version)))
    return { what: 'recording.cut', change: { before: before.parts, after: named } }
  })
}

/** Goes back to the lines' own sounds. The sound stays in the library. Doing it twice harms nothing. */
export async function dropRecording(db: Db, actor: Actor, episodeId: string) {
  permit(actor, 'rundown.edit', null)
  if (!(await recordingOf(db, episodeId))) return
  await change(db, actor, episodeId, async (tx) => {
    const gone = await tx.delete(recordings).where(eq(recordings.episodeId, episodeId)).returning()
    await tx.insert(audit).values({ memberId: actor.memberId, what: 'recording.dropped', object: episodeId })
    return { what: 'recording.dropped', change: { clipId: gone[0]?.clipId ?? null } }
  })
}

/** The quietest place of the recording within `withinMs` of `atMs`, milliseconds. Refuses `recording.gone`. */
export async function findQuietPlace(
  db: Db,
  actor: Actor,
  episodeId: string,
  atMs: number,
  withinMs = 1_500,
): Promise<number> {
  permit(actor, 'rundown.read', null)
  const [row] = await db
    .select({ waveform: clips.waveform })
    .from(recordings)
    .innerJoin(clips, eq(clips.id, recordings.clipId))
    .where(eq(recordings.episodeId, episodeId))
  if (!row?.waveform) throw new Refusal('recording.gone')
  return quietNear(pairsOf(row.waveform), atMs, withinMs)
}

/**
 * Right, lock, change, log, in one transaction. Masters made before a new cut are as old as those made before a
 * change of the rundown: it counts as one.
 */
async function change(
  db: Db,
  actor: Actor,
  episodeId: string,
  work: (tx: Db) => Promise<{ what: string; change: Record<string, unknown> }>,
) {
  permit(actor, 'rundown.edit', null)
  await db.transaction(async (tx) => {
    const [episode] = await tx
      .update(episodes)
      .set({ rundownVersion: sql`${episodes.rundownVersion} + 1` })
      .where(eq(episodes.id, episodeId))
      .returning({ version: episodes.rundownVersion })
    if (!episode) throw new Refusal('not-found')
    const done = await work(tx)
    await tx
      .insert(rundownChanges)
      .values({ episodeId, version: episode.version, memberId: actor.memberId, ...done })
  })
}

async function recordedLinesOf(db: Db, episodeId: string): Promise<RecordedLine[]> {
  const { lines } = await rundownOf(db, episodeId)
  return lines.map(({ id, title, plannedMs, clip }) => ({
    ...{ id, title, plannedMs },
    isFixed: typeof clip?.durationMs === 'number',
  }))
}

/** Parts under their lines' titles as they are now. */
async function underTitles(
  tx: Db,
  episodeId: string,
  parts: readonly RecordedPart[],
): Promise<RecordedPart[]> {
  const lines = await recordedLinesOf(tx, episodeId)
  return parts.map(({ itemId, title, startMs, endMs }) => {
    const line = lines.find(({ id }) => id === itemId)
    if (itemId !== null && !line) throw new Refusal('rundown.gone')
    return { itemId, title: line?.title ?? title, startMs, endMs }
  })
}

/** Where the sound begins and ends to be heard: recorders are started early and stopped late. */
function heardIn(facts: Record<string, unknown> | null, durationMs: number) {
  const { silence } = editedSoundOf({ durationMs, facts })
  return { startMs: silence.startMs, endMs: durationMs - silence.endMs }
}
