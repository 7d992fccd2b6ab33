import { and, eq, max, sql } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { audit, clips, stories } from '#lib/db/schema.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import { type Actor, can } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { tellStory } from '#lib/story/news.server.ts'
import { passagesOf } from '#lib/story/passages.ts'
import { readStoryPrompt } from '#lib/story/prompt.server.ts'
import { requireStoryRow } from '#lib/story/story-rows.server.ts'
import { requireClipRow } from './clip-rows.server.ts'
import { learnPace } from './learn-pace.server.ts'
import { listClips } from './sound.server.ts'
import { chosenOf, takeChosen, takesByPassage } from './takes.ts'

/** A story's text as it is recorded: its passages with their takes, and the takes of all of it. */
export type TakeDesk = Awaited<ReturnType<typeof readTakes>>

/**
 * What the recorder of a story shows: the text whole and by passages, each passage's takes in the order in which they
 * came with the one that stands for it, the takes of the whole, those whose passage is gone. Refuses `not-found`.
 */
export async function readTakes(db: Db, actor: Actor, storyId: string) {
  const story = await requireStoryRow(db, actor, storyId)
  const { parts } = await readStoryPrompt(db, actor, storyId)
  const chosenAt = await readChoices(db, storyId)
  const takes = (await listClips(db, actor, storyId)).map((clip) => ({
    ...clip,
    chosenAt: chosenAt.get(clip.id) ?? null,
  }))
  const passages = passagesOf(parts)
  const { passages: byPassage, gone } = takesByPassage(
    passages.map(({ key }) => key),
    takes,
  )
  return {
    title: story.title,
    mayRecord: can(actor, 'story.edit', story) && can(actor, 'clip.add', null) && story.deletedAt === null,
    parts,
    passages: passages.map((passage, at) => {
      const said = byPassage[at] ?? []
      return { ...passage, takes: said, chosenId: chosenOf(said)?.id ?? null }
    }),
    gone,
    whole: takes.filter(({ passage }) => passage === ''),
    takeClipId: story.takeClipId,
  }
}

async function readChoices(db: Db, storyId: string): Promise<Map<string, Date | null>> {
  const rows = await db
    .select({ id: clips.id, at: max(audit.at) })
    .from(clips)
    .innerJoin(audit, and(eq(audit.what, takeChosen), eq(audit.object, sql`${clips.id}::text`)))
    .where(eq(clips.storyId, storyId))
    .groupBy(clips.id)
  return new Map(rows.map(({ id, at }) => [id, at]))
}

/**
 * Chooses a take of a story: for its passage, or for the whole story when it says no passage. The state of the story
 * stays. Refuses `not-found` for a sound that is not in this story, `take.unusable` for one that was refused.
 */
export async function chooseTake(db: Db, actor: Actor, storyId: string, clipId: string) {
  await db.transaction(async (tx) => {
    const story = await requireStoryRow(tx, actor, storyId, true)
    permit(actor, 'story.edit', story)
    const { row } = await requireClipRow(tx, actor, clipId)
    if (row.storyId !== storyId || row.deletedAt !== null) throw new Refusal('not-found')
    if (row.state === 'refused') throw new Refusal('take.unusable')
    if (row.passage === '')
      await tx.update(stories).set({ takeClipId: clipId }).where(eq(stories.id, storyId))
    await tx.insert(audit).values({ memberId: actor.memberId, what: takeChosen, object: clipId })
    await tellStory(tx, { storyId, what: 'sounds' })
  })
  await learnPace(db, clipId)
}
