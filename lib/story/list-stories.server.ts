import { and, desc, eq, exists, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { members, rubrics, type StoryState, stories, storyDocuments, storyPeople } from '#lib/db/schema.ts'
import { type Actor, can } from '#lib/people/can.ts'
import { readingTime, readingWpm } from '#lib/time/reading.ts'
import { soundMs } from './cue-length.server.ts'
import { readThemesOf } from './story-rows.server.ts'

export type StoryFilter = {
  states?: readonly StoryState[]
  /** Only those that the actor wrote, or that are shared with them. */
  mine?: boolean
  /** Only those in the bin, instead of those outside it. */
  binned?: boolean
}

/** The stories that `actor` may see, the latest touched first. */
export async function listStories(db: Db, actor: Actor, { states, mine, binned }: StoryFilter = {}) {
  const shared = db
    .select({ one: sql`1` })
    .from(storyPeople)
    .where(and(eq(storyPeople.storyId, stories.id), eq(storyPeople.memberId, actor.memberId)))
  // Whoever works in the studio reads every story; the others theirs.
  const seesAll = can(actor, 'studio.enter', null) && !mine
  const rows = await db
    .select({
      id: stories.id,
      title: stories.title,
      state: stories.state,
      form: stories.form,
      isProposal: stories.isProposal,
      rubric: rubrics.name,
      author: members.name,
      authorId: stories.authorId,
      wpm: members.readingWpm,
      words: sql<number>`coalesce(${storyDocuments.words}, 0)`.mapWith(Number),
      soundMs,
      changedAt: stories.changedAt,
      deletedAt: stories.deletedAt,
    })
    .from(stories)
    .innerJoin(members, eq(members.id, stories.authorId))
    .leftJoin(rubrics, eq(rubrics.id, stories.rubricId))
    .leftJoin(storyDocuments, eq(storyDocuments.storyId, stories.id))
    .where(
      and(
        binned ? isNotNull(stories.deletedAt) : isNull(stories.deletedAt),
        states && inArray(stories.state, [...states]),
        seesAll ? undefined : or(eq(stories.authorId, actor.memberId), exists(shared)),
      ),
    )
    .orderBy(desc(stories.changedAt), desc(stories.id))
  const themesOf = await readThemesOf(
    db,
    rows.map((row) => row.id),
  )
  return rows.map((row) => ({
    ...row,
    wpm: row.wpm ?? readingWpm.default,
    readingMs: readingTime(row.words, row.wpm ?? readingWpm.default) + row.soundMs,
    themes: themesOf.get(row.id) ?? [],
  }))
}
