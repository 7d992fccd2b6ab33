import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Db } from '#lib/db/db.server.ts'
import { tell } from '#lib/db/events.server.ts'
import { clips, type ImagingKind, type Music } from '#lib/db/schema.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import { type Actor, type ClipRights, can } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { findStoryRow, requireStoryRow } from '#lib/story/story-rows.server.ts'
import { soundName, titleFromName } from './sound-name.ts'

/** What is known of a sound when it arrives. */
export type Arrival = {
  id: string
  ownerId: string | null
  storyId: string | null
  /** As the file was called; becomes the title unless there is one. */
  name: string
  title?: string | undefined
  originalFile: string
  sizeBytes: number
  music?: Music | null | undefined
  imaging?: ImagingKind | null | undefined
  credits?: string | undefined
  /** The passage of the story that it says. */
  passage?: string | undefined
}

/** Whether `actor` may add a sound, in a story or beside all. Refuses `not-allowed`, and `not-found` for a hidden story. */
export async function permitAdding(db: Db, actor: Actor, storyId: string | null) {
  permit(actor, 'clip.add', null)
  if (storyId) permit(actor, 'story.edit', await requireStoryRow(db, actor, storyId))
}

/** Writes an arrived sound down and tells so. Its original is on disk already. */
export async function insertClip(tx: Db, { name, title, ...arrival }: Arrival) {
  const originalName = soundName(name)
  await tx.insert(clips).values({ ...arrival, originalName, title: title ?? titleFromName(originalName) })
  await tell(tx, 'clip.received', arrival.id)
}

/** What a sound is, without the large columns that only drawings and masters need. */
export const clipColumns = {
  id: clips.id,
  title: clips.title,
  ownerId: clips.ownerId,
  storyId: clips.storyId,
  state: clips.state,
  refusal: clips.refusal,
  progress: clips.progress,
  originalName: clips.originalName,
  originalFile: clips.originalFile,
  sizeBytes: clips.sizeBytes,
  durationMs: clips.durationMs,
  integratedLufs: clips.integratedLufs,
  truePeakDbtp: clips.truePeakDbtp,
  lraLu: clips.lraLu,
  facts: clips.facts,
  mezzanineFile: clips.mezzanineFile,
  listeningFile: clips.listeningFile,
  music: clips.music,
  imaging: clips.imaging,
  edit: clips.edit,
  splitFromId: clips.splitFromId,
  credits: clips.credits,
  passage: clips.passage,
  createdAt: clips.createdAt,
  deletedAt: clips.deletedAt,
}

const uuid = z.uuid()

/** The sound that `actor` may hear, with what the rights ask about it; for others it does not exist. */
export async function requireClipRow(db: Db, actor: Actor, clipId: string) {
  if (!uuid.safeParse(clipId).success) throw new Refusal('not-found')
  const [row] = await db.select(clipColumns).from(clips).where(eq(clips.id, clipId))
  if (!row) throw new Refusal('not-found')
  const story = row.storyId ? await findStoryRow(db, row.storyId) : null
  const rights: ClipRights = { ownerId: row.ownerId, story }
  if (!can(actor, 'clip.hear', rights)) throw new Refusal('not-found')
  return { row, rights, story }
}

/** As `requireClipRow`, for whoever changes the sound. Refuses `not-allowed` to who may only hear it. */
export async function requireEditable(db: Db, actor: Actor, clipId: string) {
  const found = await requireClipRow(db, actor, clipId)
  permit(actor, 'clip.edit', found.rights)
  return found
}
