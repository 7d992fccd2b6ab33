import { and, desc, eq, exists, inArray, isNull, ne, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Db } from '#lib/db/db.server.ts'
import { clips, members, stories, storyNotes, storyPeople, storyReviews } from '#lib/db/schema.ts'
import type { Actor } from '#lib/people/can.ts'
import type { MyStory, ToReadOver } from './next-thing.ts'
import { isOpenNote } from './open-notes.server.ts'

const proposers = alias(members, 'proposers')

/** What a member's first page is made of: their stories, the latest touched first, and what others ask of them. */
export async function readHome(db: Db, actor: Actor) {
  const [rows, toReadOver, taken] = await Promise.all([
    readMine(db, actor),
    readToReadOver(db, actor),
    readTaken(db, actor),
  ])
  const ids = rows.map(({ id }) => id)
  const [answers, takes] = await Promise.all([readAnswers(db, actor, ids), countTakes(db, ids)])
  const own = rows.map(
    ({ takeClipId, authorId, ...row }): MyStory => ({
      ...row,
      isMine: authorId === actor.memberId,
      answeredBy: answers.get(row.id) ?? null,
      takes: takes.get(row.id) ?? 0,
      isTakeChosen: takeClipId !== null,
    }),
  )
  return { stories: own, toReadOver, taken }
}

async function readMine(db: Db, { memberId }: Actor) {
  const shared = db
    .select({ one: sql`1` })
    .from(storyPeople)
    .where(and(eq(storyPeople.storyId, stories.id), eq(storyPeople.memberId, memberId)))
  return await db
    .select({
      id: stories.id,
      title: stories.title,
      state: stories.state,
      authorId: stories.authorId,
      author: members.name,
      proposedBy: proposers.name,
      isProposal: stories.isProposal,
      takeClipId: stories.takeClipId,
    })
    .from(stories)
    .innerJoin(members, eq(members.id, stories.authorId))
    .leftJoin(proposers, eq(proposers.id, stories.proposedById))
    .where(and(isNull(stories.deletedAt), or(eq(stories.authorId, memberId), exists(shared))))
    .orderBy(desc(stories.changedAt), desc(stories.id))
}

/** Handed in, and waiting for `actor` by name or for anybody; the longest waiting first. */
async function readToReadOver(db: Db, { memberId }: Actor): Promise<ToReadOver[]> {
  const rows = await db
    .select({
      id: stories.id,
      title: stories.title,
      author: members.name,
      reviewerId: storyReviews.reviewerId,
    })
    .from(storyReviews)
    .innerJoin(stories, eq(stories.id, storyReviews.storyId))
    .innerJoin(members, eq(members.id, stories.authorId))
    .where(
      and(
        isNull(storyReviews.doneAt),
        or(eq(storyReviews.reviewerId, memberId), isNull(storyReviews.reviewerId)),
        ...[eq(stories.state, 'toReview'), isNull(stories.deletedAt), ne(stories.authorId, memberId)],
      ),
    )
    .orderBy(storyReviews.askedAt)
  const once = rows.filter(({ id }, at) => rows.findIndex((row) => row.id === id) === at)
  return once.map(({ reviewerId, ...text }) => ({ ...text, isAskedOfMe: reviewerId !== null }))
}

/** Ideas that `actor` offered and somebody else took: no more than that they are in good hands. */
async function readTaken(db: Db, { memberId }: Actor) {
  return await db
    .select({ id: stories.id, title: stories.title, by: members.name })
    .from(stories)
    .innerJoin(members, eq(members.id, stories.authorId))
    .leftJoin(storyPeople, and(eq(storyPeople.storyId, stories.id), eq(storyPeople.memberId, memberId)))
    .where(
      and(
        ...[eq(stories.proposedById, memberId), ne(stories.authorId, memberId), isNull(storyPeople.memberId)],
        ...[ne(stories.state, 'aired'), isNull(stories.deletedAt)],
      ),
    )
    .orderBy(desc(stories.changedAt))
}

/** Who has said something of a story that is still open, or has read it over since it was last touched. */
async function readAnswers(db: Db, actor: Actor, storyIds: string[]): Promise<Map<string, string>> {
  if (storyIds.length === 0) return new Map()
  const notes = await db
    .select({ storyId: storyNotes.storyId, by: members.name })
    .from(storyNotes)
    .innerJoin(members, eq(members.id, storyNotes.memberId))
    .where(and(inArray(storyNotes.storyId, storyIds), isOpenNote, ne(storyNotes.memberId, actor.memberId)))
    .orderBy(storyNotes.createdAt)
  const verdicts = await db
    .select({ storyId: storyReviews.storyId, by: members.name })
    .from(storyReviews)
    .innerJoin(stories, eq(stories.id, storyReviews.storyId))
    .innerJoin(members, eq(members.id, storyReviews.doneById))
    .where(
      and(
        inArray(storyReviews.storyId, storyIds),
        ...[eq(storyReviews.verdict, 'changes'), sql`${storyReviews.doneAt} >= ${stories.changedAt}`],
      ),
    )
  return new Map([...verdicts, ...notes].map(({ storyId, by }) => [storyId, by]))
}

/** Recordings of the whole of a story: its sounds that are no music and say no single passage. */
async function countTakes(db: Db, storyIds: string[]): Promise<Map<string, number>> {
  if (storyIds.length === 0) return new Map()
  const rows = await db
    .select({ storyId: clips.storyId, count: sql<number>`count(*)`.mapWith(Number) })
    .from(clips)
    .where(
      and(
        inArray(clips.storyId, storyIds),
        ...[isNull(clips.deletedAt), eq(clips.passage, ''), isNull(clips.music), ne(clips.state, 'refused')],
      ),
    )
    .groupBy(clips.storyId)
  return new Map(rows.flatMap(({ storyId, count }) => (storyId ? [[storyId, count]] : [])))
}
