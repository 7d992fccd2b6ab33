import { randomUUID } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { and, eq, inArray } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { audit, cleanedSounds, clips, stories, voices } from '#lib/db/schema.ts'
import { encodeGraph } from '#lib/machine/ffmpeg-graph.server.ts'
import { theFiles } from '#lib/machine/files.server.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import type { Actor } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { tellStory } from '#lib/story/news.server.ts'
import { requireStoryRow } from '#lib/story/story-rows.server.ts'
import { recipeOf } from './clean-up.ts'
import { insertClip } from './clip-rows.server.ts'
import { editedSoundOf } from './edit.ts'
import { type JoinedTake, joining } from './joining.ts'
import { readTakes } from './takes.server.ts'
import { takeChosen } from './takes.ts'

const flac = ['-f', 'flac', '-c:a', 'flac', '-sample_fmt', 's32', '-bits_per_raw_sample', '24']
const longestJoinMs = 300_000

/**
 * Makes one sound of the takes that stand for the passages, in the order of the text, and chooses it for the story:
 * one sound is one line of a rundown. The takes stay as they are. Answers its id. Refuses `take.too-few` below two
 * prepared takes.
 */
export async function assembleTakes(db: Db, actor: Actor, storyId: string): Promise<string> {
  permit(actor, 'story.edit', await requireStoryRow(db, actor, storyId))
  const { title, passages } = await readTakes(db, actor, storyId)
  const chosen = passages.flatMap(({ takes, chosenId }) => takes.find(({ id }) => id === chosenId) ?? [])
  const ids = [...new Set(chosen.filter(({ state }) => state === 'ready').map(({ id }) => id))]
  if (ids.length < 2) throw new Refusal('take.too-few')
  const takes = await readJoined(db, ids)
  const files = theFiles()
  const id = randomUUID()
  const work = `assemble-${id}`
  try {
    const joined = join(await files.workFolder(work), 'joined.flac')
    const { inputs, graph } = joining(takes)
    await encodeGraph(inputs, graph, { path: joined, options: flac }, { limitMs: longestJoinMs })
    const { size: sizeBytes } = await stat(joined)
    const originalFile = `originals/${id}`
    await files.put(originalFile, joined)
    await db.transaction(async (tx) => {
      permit(actor, 'story.edit', await requireStoryRow(tx, actor, storyId, true))
      const name = `${title} (prises assemblées).flac`
      await insertClip(tx, { id, ownerId: actor.memberId, storyId, name, originalFile, sizeBytes })
      // Who speaks in one of the takes speaks in this sound too: their yes must be asked for both.
      await tx.update(voices).set({ clipId: null, storyId }).where(inArray(voices.clipId, ids))
      await tx.update(stories).set({ takeClipId: id }).where(eq(stories.id, storyId))
      await tx.insert(audit).values({ memberId: actor.memberId, what: takeChosen, object: id })
      await tellStory(tx, { storyId, what: 'sounds' })
    })
    return id
  } finally {
    await files.dropWork(work)
  }
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
