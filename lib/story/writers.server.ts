import { and, asc, eq, gt, isNotNull, min, ne, sql } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/pg-core'
import type { Db } from '#lib/db/db.server.ts'
import { members, stories, storyUpdates, storyWriters } from '#lib/db/schema.ts'
import type { Actor } from '#lib/people/can.ts'
import { requireStoryRow } from './story-rows.server.ts'
import type { LastWriting } from './writers.ts'

/** When each member last wrote in a text, as far as it is merged. */
export async function readLastWritings(db: Db, storyId: string): Promise<LastWriting[]> {
  return await db
    .select({ memberId: storyWriters.memberId, lastAt: storyWriters.lastAt })
    .from(storyWriters)
    .where(eq(storyWriters.storyId, storyId))
}

/** Notes who wrote the changes that are about to be merged, in one statement: afterwards nobody could tell. */
export async function noteWriters(tx: Db, storyId: string, rowIds: readonly number[]) {
  // In whole milliseconds, as everything that compares with it has them.
  const at = sql`date_trunc('milliseconds', ${storyUpdates.at})`
  await tx.execute(sql`
    insert into ${storyWriters} (story_id, member_id, first_at, last_at)
    select ${storyId}::uuid, ${members.id}, min(${at}), max(${at})
    from ${storyUpdates} join ${members} on ${members.id} = ${storyUpdates.memberId}
    where ${storyUpdates.id} = any(${sql.param(rowIds)}) group by ${members.id}
    on conflict (story_id, member_id) do update set last_at = greatest(story_writers.last_at, excluded.last_at)`)
}

/**
 * Ids of those who wrote after `after` (null: ever). Changes that are not merged yet count too, unless their writers
 * are given in `waiting`.
 */
export async function readWritersSince(
  db: Db,
  storyId: string,
  after: Date | null,
  waiting?: readonly string[],
): Promise<string[]> {
  const merged = await db
    .select({ id: storyWriters.memberId })
    .from(storyWriters)
    .where(and(eq(storyWriters.storyId, storyId), after ? gt(storyWriters.lastAt, after) : undefined))
  const rows = waiting
    ? waiting.map((id) => ({ id }))
    : await db
        .selectDistinct({ id: storyUpdates.memberId })
        .from(storyUpdates)
        .where(eq(storyUpdates.storyId, storyId))
  return [...new Set([...merged, ...rows].flatMap(({ id }) => id ?? []))]
}

/** First names of a story's author and of everybody else who wrote in it, in the order in which they began. */
export async function readContributors(
  db: Db,
  actor: Actor,
  storyId: string,
): Promise<{ author: string; others: string[] }> {
  await requireStoryRow(db, actor, storyId)
  const [story] = await db
    .select({ author: members.name })
    .from(stories)
    .innerJoin(members, eq(members.id, stories.authorId))
    .where(eq(stories.id, storyId))
  // Changes that are not merged yet count too, as they do for what was cut.
  const began = unionAll(
    db
      .select({ memberId: storyWriters.memberId, at: storyWriters.firstAt })
      .from(storyWriters)
      .where(eq(storyWriters.storyId, storyId)),
    db
      .select({ memberId: sql<string>`${storyUpdates.memberId}`, at: storyUpdates.at })
      .from(storyUpdates)
      .where(and(eq(storyUpdates.storyId, storyId), isNotNull(storyUpdates.memberId))),
  ).as('began')
  const others = await db
    .select({ name: members.name })
    .from(began)
    .innerJoin(members, eq(members.id, began.memberId))
    .innerJoin(stories, eq(stories.id, storyId))
    .where(ne(members.id, stories.authorId))
    .groupBy(members.id, members.name)
    .orderBy(asc(min(began.at)))
  return { author: story?.author ?? '', others: others.map(({ name }) => name) }
}
