import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { z } from 'zod'
import type { Db } from '#lib/db/db.server.ts'
import { members, stories, storyPeople, storyReviews, storyThemes, themes } from '#lib/db/schema.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import { type Actor, can, type StoryRights } from '#lib/people/can.ts'

export type StoryRow = typeof stories.$inferSelect & StoryRights

const uuid = z.uuid()

/** A story with what the rights ask about it; null when there is none, or the id is not one. */
export async function findStoryRow(db: Db, storyId: string, lock = false): Promise<StoryRow | null> {
  if (!uuid.safeParse(storyId).success) return null
  const query = db.select().from(stories).where(eq(stories.id, storyId))
  const [story] = await (lock ? query.for('no key update') : query)
  if (!story) return null
  const people = await db
    .select({ memberId: storyPeople.memberId })
    .from(storyPeople)
    .where(eq(storyPeople.storyId, storyId))
  const asked = await db
    .select({ reviewerId: storyReviews.reviewerId })
    .from(storyReviews)
    .where(and(eq(storyReviews.storyId, storyId), isNull(storyReviews.doneAt)))
  return {
    ...story,
    sharedWith: people.map((person) => person.memberId),
    reviewerIds: asked.flatMap(({ reviewerId }) => reviewerId ?? []),
    isOpenToReview: asked.some(({ reviewerId }) => reviewerId === null),
  }
}

/** The story that `actor` may read; one that they may not see is answered like one that does not exist. */
export async function requireStoryRow(db: Db, actor: Actor, storyId: string, lock = false) {
  const story = await findStoryRow(db, storyId, lock)
  if (!story || !can(actor, 'story.read', story)) throw new Refusal('not-found')
  return story
}

export type Named = { id: string; name: string }

/** Themes of several stories at once, in the show's order. */
export async function readThemesOf(db: Db, storyIds: string[]): Promise<Map<string, Named[]>> {
  if (storyIds.length === 0) return new Map()
  const rows = await db
    .select({ storyId: storyThemes.storyId, id: themes.id, name: themes.name })
    .from(storyThemes)
    .innerJoin(themes, eq(themes.id, storyThemes.themeId))
    .where(inArray(storyThemes.storyId, storyIds))
    .orderBy(asc(themes.position), asc(themes.name))
  return Map.groupBy(rows, (row) => row.storyId)
}

/** Those with whom a story is shared. */
export async function readPeopleOf(db: Db, storyId: string): Promise<Named[]> {
  return await db
    .select({ id: members.id, name: members.name })
    .from(storyPeople)
    .innerJoin(members, eq(members.id, storyPeople.memberId))
    .where(eq(storyPeople.storyId, storyId))
    .orderBy(asc(members.name))
}
