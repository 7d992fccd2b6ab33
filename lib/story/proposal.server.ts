import { and, desc, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { audit, members, type StoryState, stories } from '#lib/db/schema.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import { type Actor, can } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { tellStory } from './news.server.ts'
import { findStoryRow, requireStoryRow } from './story-rows.server.ts'

/** The ideas that others offer and `actor` may take, the newest first. */
export async function readProposals(db: Db, actor: Actor) {
  permit(actor, 'story.create', null)
  return await db
    .select({
      id: stories.id,
      title: stories.title,
      angle: stories.angle,
      form: stories.form,
      by: members.name,
    })
    .from(stories)
    .innerJoin(members, eq(members.id, stories.authorId))
    .where(and(isOffered, ne(stories.authorId, actor.memberId)))
    .orderBy(desc(stories.createdAt), desc(stories.id))
}

/** Offers an idea to all, or no longer. Only ideas and drafts may be: else `story.begun`. */
export async function offerStory(db: Db, actor: Actor, storyId: string, isProposal: boolean) {
  await db.transaction(async (tx) => {
    const story = await requireStoryRow(tx, actor, storyId, true)
    permit(actor, 'story.edit', story)
    if (isProposal && !isEarly(story)) throw new Refusal('story.begun')
    await tx.update(stories).set({ isProposal }).where(eq(stories.id, storyId))
    await tellStory(tx, { storyId, what: 'state' })
  })
}

/**
 * Makes `actor` the author of an idea that was offered, and remembers whose it was. Of two who take it at once, one has
 * it; the other is refused `story.taken`, as is whoever asks for what was never offered.
 */
export async function takeStory(db: Db, actor: Actor, storyId: string) {
  await db.transaction(async (tx) => {
    const story = await findStoryRow(tx, storyId)
    if (!story || story.deletedAt !== null || !can(actor, 'story.take', story))
      throw new Refusal('story.taken')
    const [taken] = await tx
      .update(stories)
      .set({
        authorId: actor.memberId,
        proposedById: story.authorId,
        isProposal: false,
        changedAt: sql`now()`,
      })
      .where(and(eq(stories.id, storyId), eq(stories.authorId, story.authorId), isOffered))
      .returning({ id: stories.id })
    if (!taken) throw new Refusal('story.taken')
    await note(tx, actor, 'story.taken', storyId)
    await tellStory(tx, { storyId, what: 'state' })
  })
}

/** Gives back an idea that `actor` took: it is offered again, by whoever had it. Refuses `story.taken`, `story.begun`. */
export async function giveStoryBack(db: Db, actor: Actor, storyId: string) {
  await db.transaction(async (tx) => {
    const story = await findStoryRow(tx, storyId, true)
    if (!story || story.authorId !== actor.memberId || story.proposedById === null)
      throw new Refusal('story.taken')
    // Who opened a story in somebody's name stands there too: only what was taken is given back.
    if ((await lastDeed(tx, storyId)) !== `story.taken ${actor.memberId}`) throw new Refusal('story.taken')
    if (!isEarly(story)) throw new Refusal('story.begun')
    await tx
      .update(stories)
      .set({ authorId: story.proposedById, proposedById: null, isProposal: true })
      .where(eq(stories.id, storyId))
    await note(tx, actor, 'story.given-back', storyId)
    await tellStory(tx, { storyId, what: 'state' })
  })
}

const isEarly = ({ state }: { state: StoryState }) => state === 'idea' || state === 'draft'
const isOffered = and(eq(stories.isProposal, true), isNull(stories.deletedAt))

async function note(tx: Db, actor: Actor, what: 'story.taken' | 'story.given-back', storyId: string) {
  await tx.insert(audit).values({ memberId: actor.memberId, what, object: storyId })
}

async function lastDeed(tx: Db, storyId: string): Promise<string> {
  const [last] = await tx
    .select({ what: audit.what, memberId: audit.memberId })
    .from(audit)
    .where(and(eq(audit.object, storyId), inArray(audit.what, ['story.taken', 'story.given-back'])))
    .orderBy(desc(audit.id))
    .limit(1)
  return last ? `${last.what} ${last.memberId}` : ''
}
