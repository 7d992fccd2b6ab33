import { and, asc, eq, isNull, ne, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Db } from '#lib/db/db.server.ts'
import { members, stories, storyDocuments, storyNotes, storyReviews } from '#lib/db/schema.ts'
import { type Actor, can } from '#lib/people/can.ts'
import { readingTime, readingWpm } from '#lib/time/reading.ts'
import { isOpenNote } from './open-notes.server.ts'

/**
 * Stories that wait to be read over, the longest waiting first. The coordination sees all of them; others those that
 * ask anybody or them, never their own.
 */
export async function readReviewQueue(db: Db, actor: Actor) {
  const [author, reader] = [alias(members, 'author'), alias(members, 'reader')]
  const askedAt = sql<Date>`coalesce(${storyReviews.askedAt}, ${stories.changedAt})`.mapWith(
    stories.changedAt,
  )
  const forThem = and(
    ne(stories.authorId, actor.memberId),
    or(
      and(sql`${storyReviews.id} is not null`, isNull(storyReviews.reviewerId)),
      eq(storyReviews.reviewerId, actor.memberId),
    ),
  )
  const rows = await db
    .select({
      id: stories.id,
      title: stories.title,
      author: author.name,
      isOwn: sql<boolean>`${stories.authorId} = ${actor.memberId}`,
      wpm: author.readingWpm,
      words: sql<number>`coalesce(${storyDocuments.words}, 0)`.mapWith(Number),
      askedAt,
      reader: reader.name,
      isForMe: sql<boolean>`coalesce(${storyReviews.reviewerId} = ${actor.memberId}, false)`,
      notes: openNotes,
    })
    .from(stories)
    .innerJoin(author, eq(author.id, stories.authorId))
    // One that was handed in before readings over were kept has no row: only the coordination sees it.
    .leftJoin(storyReviews, and(eq(storyReviews.storyId, stories.id), isNull(storyReviews.doneAt)))
    .leftJoin(reader, eq(reader.id, storyReviews.reviewerId))
    .leftJoin(storyDocuments, eq(storyDocuments.storyId, stories.id))
    .where(
      and(
        eq(stories.state, 'toReview'),
        isNull(stories.deletedAt),
        can(actor, 'workspace.enter', null) ? undefined : forThem,
      ),
    )
    .orderBy(asc(askedAt), asc(stories.id))
  return rows.map(({ wpm, ...row }) => {
    const pace = wpm ?? readingWpm.default
    return { ...row, wpm: pace, readingMs: readingTime(row.words, pace) }
  })
}

export type WaitingStory = Awaited<ReturnType<typeof readReviewQueue>>[number]

const openNotes = sql<number>`(
  select count(*) from ${storyNotes}
  where ${storyNotes.storyId} = ${stories.id} and ${isOpenNote}
)`.mapWith(Number)
