import { randomUUID } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { and, eq, inArray } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { tell } from '#lib/db/events.server.ts'
import { audit, cleanedSounds, clips, members, stories, voices } from '#lib/db/schema.ts'
import { encodeGraph } from '#lib/machine/ffmpeg-graph.server.ts'
import { theFiles } from '#lib/machine/files.server.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import { type Actor, can } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { tellStory } from '#lib/story/news.server.ts'
import { findStoryRow, requireStoryRow } from '#lib/story/story-rows.server.ts'
import { recipeOf } from './clean-up.ts'
import { insertClip } from './clip-rows.server.ts'
import { editedSoundOf } from './edit.ts'
import { type JoinedTake, joining } from './joining.ts'
import { readTakes } from './takes.server.ts'
import { takeChosen } from './takes.ts'

const flac = ['-f', 'flac', '-c:a', 'flac', '-sample_fmt', 's32', '-bits_per_raw_sample', '24']
const longestJoinMs = 300_000

/** In the log: who asked for a story's takes to be joined; its `facts.clipId` is the sound that they become. */
const assemblyAsked = 'take.assembly-asked'

/**
 * Asks for one sound of the takes that stand for the passages, in the order of the text; it will be the one chosen for
 * the story. Answers its id. Refuses `take.too-few` below two prepared takes.
 */
export async function askAssembly(db: Db, actor: Actor, storyId: string): Promise<string> {
  return await db.transaction(async (tx) => {
    permit(actor, 'story.edit', await requireStoryRow(tx, actor, storyId, true))
    if ((await chosenTakes(tx, actor, storyId)).ids.length < 2) throw new Refusal('take.too-few')
    const clipId = randomUUID()
    const asked = { memberId: actor.memberId, what: assemblyAsked, object: storyId, facts: { clipId } }
    const [row] = await tx.insert(audit).values(asked).returning({ id: audit.id })
    await tell(tx, 'take.assembly-asked', String(row?.id))
    return clipId
  })
}

/**
 * The job behind `take.assembly-asked`: joins the takes that are chosen by now, and tells that a sound has arrived.
 * The takes stay as they are. Hearing it twice harms nothing; nothing happens once the story is gone.
 */
export async function assembleTakes(db: Db, askedId: string, signal: AbortSignal) {
  const asked = await readAsked(db, Number(askedId))
  if (!asked) return
  const { actor, storyId, clipId } = asked
  const { title, ids } = await chosenTakes(db, actor, storyId)
  if (ids.length < 2) return
  const files = theFiles()
  const work = `assemble-${clipId}`
  try {
    const joined = join(await files.workFolder(work), 'joined.flac')
    const { inputs, graph } = joining(await readJoined(db, ids))
    await encodeGraph(inputs, graph, { path: joined, options: flac }, { signal, limitMs: longestJoinMs })
    const { size: sizeBytes } = await stat(joined)
    const originalFile = `originals/${clipId}`
    await files.put(originalFile, joined)
    const name = `${title} (prises assemblées).flac`
    const clip = { id: clipId, ownerId: actor.memberId, storyId, name, originalFile, sizeBytes }
    await db.transaction((tx) => keep(tx, clip, ids))
  } finally {
    await files.dropWork(work)
  }
}

type Joined = { id: string; ownerId: string; storyId: string } & Parameters<typeof insertClip>[1]

async function keep(tx: Db, clip: Joined, ids: readonly string[]) {
  const { id, ownerId, storyId } = clip
  await insertClip(tx, clip)
  // Who speaks in one of the takes speaks in this sound too: their yes must be asked for both.
  await tx
    .update(voices)
    .set({ clipId: null, storyId })
    .where(inArray(voices.clipId, [...ids]))
  await tx.update(stories).set({ takeClipId: id }).where(eq(stories.id, storyId))
  await tx.insert(audit).values({ memberId: ownerId, what: takeChosen, object: id })
  await tellStory(tx, { storyId, what: 'sounds' })
}

/** Who asked for what; null when it is done already, or whoever asked or the story is gone. */
async function readAsked(db: Db, askedId: number) {
  const [row] = await db
    .select({ storyId: audit.object, facts: audit.facts, who: members })
    .from(audit)
    .innerJoin(members, eq(members.id, audit.memberId))
    .where(and(eq(audit.id, askedId), eq(audit.what, assemblyAsked)))
  const clipId = row?.facts.clipId
  if (!row || typeof clipId !== 'string') return null
  const { who, storyId } = row
  const [done] = await db.select({ id: clips.id }).from(clips).where(eq(clips.id, clipId))
  const story = await findStoryRow(db, storyId)
  const actor: Actor = {
    memberId: who.id,
    name: who.name,
    role: who.role,
    houseId: who.houseId,
    sessionId: '',
  }
  return done || !story || !can(actor, 'story.edit', story) ? null : { actor, storyId, clipId }
}

/** Ids of the prepared takes that stand for passages, in the order of the text, each once. */
async function chosenTakes(db: Db, actor: Actor, storyId: string) {
  const { title, passages } = await readTakes(db, actor, storyId)
  const chosen = passages.flatMap(({ takes, chosenId }) => takes.find(({ id }) => id === chosenId) ?? [])
  return { title, ids: [...new Set(chosen.filter(({ state }) => state === 'ready').map(({ id }) => id))] }
}

/** The files of prepared takes, in this order; the cleaned copy of each that has one. */
async function readJoined(db: Db, ids: readonly string[]): Promise<JoinedTake[]> {
  const rows = await db
    .select()
    .from(clips)
    .where(inArray(clips.id, [...ids]))
  const copies = await db
    .select()
    .from(cleanedSounds)
    .where(and(inArray(cleanedSounds.clipId, [...ids]), eq(cleanedSounds.state, 'ready')))
  return ids.flatMap((id) => {
    const row = rows.find((one) => one.id === id)
    const recipe = recipeOf(row?.edit?.cleanUps ?? [])
    const copy = copies.find((one) => one.clipId === id && one.recipe === recipe)
    const file = copy?.mezzanineFile ?? row?.mezzanineFile
    if (!row || !file) return []
    const { edit } = row
    const integratedLufs = copy?.integratedLufs ?? row.integratedLufs
    return [{ path: theFiles().path(file), sound: editedSoundOf(row), edit, integratedLufs }]
  })
}
