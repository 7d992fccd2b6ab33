import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { type StoryState, stories, storyReviews } from '#lib/db/schema.ts'
import type { Actor } from '#lib/people/can.ts'
import { keepVersion } from './keep-version.server.ts'
import { tellStory } from './news.server.ts'
import { storyStates } from './state.ts'
import type { StoryRow } from './story-rows.server.ts'
import { readText } from './text.server.ts'

export type Verdict = NonNullable<(typeof storyReviews.$inferSelect)['verdict']>

const openOf = (storyId: string) => and(eq(storyReviews.storyId, storyId), isNull(storyReviews.doneAt))

/**
 * The one place where a story goes from a state to another, and what waits to be read over follows: handed in, it
 * asks anybody; whatever way it leaves, nobody is asked any more; its text is kept as it was at that step. Rights are
 * checked before, and the caller holds the story's row.
 */
export async function moveStory(tx: Db, actor: Actor, story: StoryRow, to: StoryState) {
  if (to === 'toReview') await openReview(tx, actor, story.id)
  else {
    const isOn = storyStates.indexOf(to) > storyStates.indexOf('toReview')
    // Nobody reads over their own, so whoever moves their own story on has not read it over.
    const verdict = isOn && story.authorId !== actor.memberId ? 'ready' : 'withdrawn'
    await endReview(tx, actor, story.id, { verdict })
  }
  const content = await readText(tx, story.id)
  await keepVersion(tx, story.id, { reason: 'state', state: to, memberId: actor.memberId, content })
  // What is handed in, or further on, is nobody's to take any more.
  const isProposal = story.isProposal && (to === 'idea' || to === 'draft')
  await tx
    .update(stories)
    .set({ state: to, isProposal, changedAt: sql`now()` })
    .where(eq(stories.id, story.id))
  await tellStory(tx, { storyId: story.id, what: 'state' })
}

/** Asks for a reading over unless one is asked for already; `reviewerId` asks somebody by name, null anybody. */
export async function openReview(tx: Db, actor: Actor, storyId: string, reviewerId?: string | null) {
  const waits = (await tx.$count(storyReviews, openOf(storyId))) > 0
  if (!waits) {
    await tx
      .insert(storyReviews)
      .values({ storyId, askedById: actor.memberId, reviewerId: reviewerId ?? null })
  } else if (reviewerId !== undefined) {
    // Whoever waits keeps their turn: asking somebody else does not begin anew.
    await tx.update(storyReviews).set({ reviewerId }).where(openOf(storyId))
  }
}

/** Writes down how the reading over ended. Returns whether one was asked for. */
export async function endReview(
  tx: Db,
  actor: Actor,
  storyId: string,
  end: { verdict: Verdict; checks?: string[]; message?: string },
): Promise<boolean> {
  const ended = await tx
    .update(storyReviews)
    .set({ doneAt: sql`now()`, doneById: actor.memberId, ...end })
    .where(openOf(storyId))
    .returning({ id: storyReviews.id })
  return ended.length > 0
}
