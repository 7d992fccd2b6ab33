import { randomUUID } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { announce } from '#lib/db/announce.server.ts'
import type { Db } from '#lib/db/db.server.ts'
import { tell } from '#lib/db/events.server.ts'
import { audit, clips, type ImagingKind, type Music, members, stories } from '#lib/db/schema.ts'
import { theFiles } from '#lib/machine/files.server.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import { type Actor, can } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { cleanLine } from '#lib/story/clean-text.ts'
import { requireStoryRow } from '#lib/story/story-rows.server.ts'
import { clipColumns, insertClip, permitAdding, requireClipRow, requireEditable } from './clip-rows.server.ts'
import { editedMs, editedSoundOf } from './edit.ts'
import { levelOf } from './level.ts'
import { type LibraryQuestion, onShelf } from './library.server.ts'
import { parseIsrc } from './music.ts'
import { longestTitle } from './sound-name.ts'

export type SoundDetails = {
  title: string
  music: Music | null
  imaging: ImagingKind | null
  credits: string
}

/** A sound as pages show it. */
export type Sound = Awaited<ReturnType<typeof readClip>>

/** Takes a copy of a local file in, to be prepared like any other sound. Answers the sound's id. */
export async function receiveClip(
  db: Db,
  actor: Actor,
  path: string,
  details: { name: string; storyId?: string | null; passage?: string } & Partial<SoundDetails>,
): Promise<string> {
  const { storyId = null, ...rest } = details
  await permitAdding(db, actor, storyId)
  const id = randomUUID()
  const originalFile = `originals/${id}`
  await theFiles().putCopy(originalFile, path)
  const { size } = await stat(theFiles().path(originalFile))
  await db.transaction((tx) =>
    insertClip(tx, { ...rest, id, ownerId: actor.memberId, storyId, originalFile, sizeBytes: size }),
  )
  return id
}

/** One sound, with its level in a word and what `actor` may do with it. */
export async function readClip(db: Db, actor: Actor, clipId: string) {
  const { row, story, rights } = await requireClipRow(db, actor, clipId)
  const [owner] = row.ownerId
    ? await db.select({ name: members.name }).from(members).where(eq(members.id, row.ownerId))
    : []
  return shown(row, owner?.name ?? null, story, can(actor, 'clip.edit', rights))
}

/** The sounds of a story, in the order in which they came. */
export async function listClips(db: Db, actor: Actor, storyId: string): Promise<Sound[]> {
  const story = await requireStoryRow(db, actor, storyId)
  const rows = await db
    .select({ clip: clipColumns, owner: members.name })
    .from(clips)
    .leftJoin(members, eq(members.id, clips.ownerId))
    .where(and(eq(clips.storyId, storyId), isNull(clips.deletedAt)))
    .orderBy(clips.createdAt, clips.id)
  return rows.map(({ clip, owner }) =>
    shown(clip, owner, story, can(actor, 'clip.edit', { ownerId: clip.ownerId, story })),
  )
}

/** A shelf of the sound library, newest first, at most `limit`. */
export async function listLibrary(db: Db, actor: Actor, question: LibraryQuestion): Promise<Sound[]> {
  permit(actor, 'studio.enter', null)
  const rows = await db
    .select({ clip: clipColumns, owner: members.name, story: { id: stories.id, title: stories.title } })
    .from(clips)
    .leftJoin(members, eq(members.id, clips.ownerId))
    .leftJoin(stories, eq(stories.id, clips.storyId))
    .where(onShelf(question))
    .orderBy(desc(clips.createdAt), desc(clips.id))
    .limit(question.limit ?? 200)
  return rows.map(({ clip, owner, story }) => shown(clip, owner, story, true))
}

/** Puts a sound into a story, or (null) back beside all stories. */
export async function attachClip(db: Db, actor: Actor, clipId: string, storyId: string | null) {
  await db.transaction(async (tx) => {
    const { row } = await requireEditable(tx, actor, clipId)
    await permitAdding(tx, actor, storyId)
    if (row.storyId === storyId) return
    // What it says of the one text it does not say of another.
    await tx.update(clips).set({ storyId, passage: '' }).where(eq(clips.id, clipId))
    await tx.update(stories).set({ takeClipId: null }).where(eq(stories.takeClipId, clipId))
  })
}

/**
 * Changes what is written about a sound. Whether it belongs to the show's own sounds is for the studio to
 * say. Refuses `clip.title-missing` and `clip.title-too-long`.
 */
export async function editClip(db: Db, actor: Actor, clipId: string, details: Partial<SoundDetails>) {
  const { title, music, imaging, credits } = details
  if (imaging !== undefined) permit(actor, 'studio.enter', null)
  const set = {
    ...(title === undefined ? {} : { title: titleOf(title) }),
    ...(music === undefined ? {} : { music: music && cleanMusic(music) }),
    ...(imaging === undefined ? {} : { imaging }),
    ...(credits === undefined ? {} : { credits: cleanLine(credits).slice(0, 500) }),
  }
  await db.transaction(async (tx) => {
    await requireEditable(tx, actor, clipId)
    if (Object.keys(set).length === 0) return
    await tx.update(clips).set(set).where(eq(clips.id, clipId))
    await announce(tx, { clipId })
  })
}

/** Puts a sound in the bin for thirty days. Doing it twice harms nothing. */
export async function binClip(db: Db, actor: Actor, clipId: string) {
  await moveBin(db, actor, clipId, 'clip.binned', { deletedAt: sql`coalesce(${clips.deletedAt}, now())` })
}

/** Takes a sound out of the bin as it was. */
export async function restoreClip(db: Db, actor: Actor, clipId: string) {
  await moveBin(db, actor, clipId, 'clip.restored', { deletedAt: null })
}

/** Has a refused sound prepared once more: after the machine's trouble, or a newer ffmpeg. */
export async function retryClip(db: Db, actor: Actor, clipId: string) {
  await db.transaction(async (tx) => {
    await requireEditable(tx, actor, clipId)
    const again = { state: 'received', refusal: null, progress: 0, facts: null } as const
    const [retried] = await tx
      .update(clips)
      .set(again)
      .where(and(eq(clips.id, clipId), eq(clips.state, 'refused')))
      .returning({ id: clips.id })
    if (!retried) return
    await tell(tx, 'clip.received', clipId)
    await announce(tx, { clipId })
  })
}

type Row = Awaited<ReturnType<typeof requireClipRow>>['row']

function shown(
  { facts, originalFile, mezzanineFile, listeningFile, ...row }: Row,
  owner: string | null,
  story: { id: string; title: string } | null,
  mayEdit: boolean,
) {
  const clippedSamples = Number(facts?.clippedSamples ?? 0)
  const level = levelOf({ ...row, clippedSamples, durationMs: row.durationMs ?? 0 })
  const keptMs = editedMs(row.edit, editedSoundOf({ ...row, facts }))
  return { ...row, owner, story: story && { id: story.id, title: story.title }, mayEdit, level, keptMs }
}

async function moveBin(db: Db, actor: Actor, clipId: string, what: string, set: Record<string, unknown>) {
  await db.transaction(async (tx) => {
    await requireEditable(tx, actor, clipId)
    await tx.update(clips).set(set).where(eq(clips.id, clipId))
    await tx.insert(audit).values({ memberId: actor.memberId, what, object: clipId })
    await announce(tx, { clipId })
  })
}

function titleOf(typed: string): string {
  const title = cleanLine(typed)
  if (title === '') throw new Refusal('clip.title-missing')
  if (title.length > longestTitle) throw new Refusal('clip.title-too-long', { most: longestTitle })
  return title
}

function cleanMusic({ rights, ...words }: Music): Music {
  const line = (text: string) => cleanLine(text).slice(0, 200)
  return {
    title: line(words.title),
    performer: line(words.performer),
    author: line(words.author),
    label: line(words.label),
    catalogue: line(words.catalogue),
    isrc: parseIsrc(words.isrc) ?? '',
    rights,
  }
}
