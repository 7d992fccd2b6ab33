import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import type { Db } from '#lib/db/db.server.ts'
import { members, storyNotes, storyReviews } from '#lib/db/schema.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import { type Actor, can } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { checkNames } from './checklist.ts'
import { cleanText } from './clean-text.ts'
import { countOpenNotes, isOpenNote } from './open-notes.server.ts'
import { endReview, moveStory, openReview, type Verdict } from './review-rows.server.ts'
import { nextStates, reviewedState } from './state.ts'
import { findStoryRow, requireStoryRow } from './story-rows.server.ts'

/** The most that is said with a verdict, in characters. */
export const MAX_MESSAGE = 1000

/**
 * Asks that a story be read over: by `reviewerId`, null by anybody. Hands it in when it is not yet. Refuses
 * `review.own` for its author, `review.no-such-reader`, `story.state` when it is further on.
 */
export async function askReview(db: Db, actor: Actor, storyId: string, reviewerId: string | null) {
  await db.transaction(async (tx) => {
    const story = await requireStoryRow(tx, actor, storyId, true)
    permit(actor, 'story.edit', story)
    if (story.deletedAt) throw new Refusal('story.closed')
    if (reviewerId === story.authorId) throw new Refusal('review.own')
    if (reviewerId !== null) await requireReader(tx, reviewerId)
    const isReachable = nextStates(story.state, can(actor, 'story.validate', story)).includes('toReview')
    if (story.state !== 'toReview' && !isReachable)
      throw new Refusal('story.state', { from: story.state, to: 'toReview' })
    await moveStory(tx, actor, story, 'toReview')
    await openReview(tx, actor, story.id, reviewerId)
  })
}

/** What somebody says who has read a story over. */
export type Finish = { verdict: Exclude<Verdict, 'withdrawn'>; checks: readonly string[]; message: string }

/**
 * Ends a reading over: ready, or a draft again with something to look at. Of two who end it at once, one does and
 * the other is told who was first (`review.done`). Refuses `review.own`, `review.nothing-said`, `note.too-long`.
 */
export async function finishReview(db: Db, actor: Actor, storyId: string, finish: Finish) {
  const message = cleanText(finish.message).trim()
  if (message.length > MAX_MESSAGE) throw new Refusal('note.too-long', { most: MAX_MESSAGE })
  const checks = checkNames.filter((name) => finish.checks.includes(name))
  const { verdict } = finish
  await db.transaction(async (tx) => {
    const story = await findStoryRow(tx, storyId, true)
    if (!story) throw new Refusal('not-found')
    if (story.state !== 'toReview') throw await alreadyDone(tx, actor, story.id)
    permit(actor, 'story.read', story)
    if (story.authorId === actor.memberId) throw new Refusal('review.own')
    permit(actor, 'story.review', story)
    if (story.deletedAt) throw new Refusal('story.closed')
    if (verdict === 'changes' && message === '' && (await countOpenNotes(tx, story.id)) === 0)
      throw new Refusal('review.nothing-said')
    const end = { verdict, checks, message }
    // A story that was handed in before readings over were kept has no row yet.
    if (!(await endReview(tx, actor, story.id, end))) {
      await openReview(tx, actor, story.id)
      await endReview(tx, actor, story.id, end)
    }
    await moveStory(tx, actor, story, reviewedState(verdict))
  })
}

/** Where the reading over of a story stands: who is asked now, and how the last one ended. */
export async function readReview(db: Db, actor: Actor, storyId: string) {
  const story = await requireStoryRow(db, actor, storyId)
  const [reader, doer] = [alias(members, 'reader'), alias(members, 'doer')]
  const { askedAt, doneAt, verdict, message } = storyReviews
  const query = db
    .select({ askedAt, doneAt, verdict, message, reader: reader.name, readerId: reader.id, by: doer.name })
    .from(storyReviews)
    .leftJoin(reader, eq(reader.id, storyReviews.reviewerId))
    .leftJoin(doer, eq(doer.id, storyReviews.doneById))
    .where(and(eq(storyReviews.storyId, story.id), sql`${storyReviews.verdict} is distinct from 'withdrawn'`))
    .orderBy(desc(storyReviews.askedAt))
    .limit(20)
  const rows = await query
  return {
    waiting: rows.find((row) => row.doneAt === null) ?? null,
    last: rows.find((row) => row.doneAt !== null) ?? null,
    remarks: await readOpenRemarks(db, story.id),
    mayAsk: can(actor, 'story.edit', story) && story.deletedAt === null,
    mayReview: can(actor, 'story.review', story) && story.state === 'toReview' && story.deletedAt === null,
    mayNote: can(actor, 'story.note', story) && story.deletedAt === null,
  }
}

/** Open notes by who wrote them: how many other words, how many remarks. The author's own do not count. */
async function readOpenRemarks(db: Db, storyId: string) {
  const count = (kind: 'suggestion' | 'comment') =>
    sql<number>`count(*) filter (where ${storyNotes.kind} = ${kind})`.mapWith(Number)
  return await db
    .select({
      by: members.name,
      byId: members.id,
      suggestions: count('suggestion'),
      comments: count('comment'),
    })
    .from(storyNotes)
    .innerJoin(members, eq(members.id, storyNotes.memberId))
    .where(and(eq(storyNotes.storyId, storyId), isOpenNote))
    .groupBy(members.id, members.name)
    .orderBy(members.name)
}

const uuid = z.uuid()

async function requireReader(tx: Db, memberId: string) {
  const isThere = and(eq(members.id, memberId), isNull(members.suspendedAt))
  if (!uuid.safeParse(memberId).success || (await tx.$count(members, isThere)) === 0)
    throw new Refusal('review.no-such-reader')
}

/**
 * How the last reading over of a story ended, for who may read it or might have ended it themselves; for others, and
 * where there was none, null. Whoever was asked stops seeing the story then: this is what they are told.
 */
export async function findReviewEnd(db: Db, actor: Actor, storyId: string) {
  const story = await findStoryRow(db, storyId)
  if (!story) return null
  const [last] = await db
    .select({ by: members.name, reviewerId: storyReviews.reviewerId, verdict: storyReviews.verdict })
    .from(storyReviews)
    .leftJoin(members, eq(members.id, storyReviews.doneById))
    .where(and(eq(storyReviews.storyId, storyId), isNotNull(storyReviews.doneAt)))
    .orderBy(desc(storyReviews.doneAt))
    .limit(1)
  const mightHave = last && (last.reviewerId === null || last.reviewerId === actor.memberId)
  return last && (mightHave || can(actor, 'story.read', story)) ? last : null
}

async function alreadyDone(tx: Db, actor: Actor, storyId: string): Promise<Refusal> {
  const last = await findReviewEnd(tx, actor, storyId)
  if (last)
    return new Refusal(last.verdict === 'withdrawn' ? 'review.withdrawn' : 'review.done', {
      by: last.by ?? '',
    })
  const story = await findStoryRow(tx, storyId)
  return new Refusal(story && can(actor, 'story.read', story) ? 'review.not-asked' : 'not-found')
}
