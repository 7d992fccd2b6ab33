import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { members, stories } from '#lib/db/schema.ts'
import type { Actor } from '#lib/people/can.ts'
import { readingWpm } from '#lib/time/reading.ts'
import { emptyContent } from './document.ts'
import { type PaceOf, type PromptPart, promptParts } from './prompt.ts'
import { requireStoryRow } from './story-rows.server.ts'
import { readText, readTexts } from './text.server.ts'

/** A story's text for a prompter, as of this moment. */
export type PromptText = { title: string; parts: PromptPart[] }

/** One story for whoever rehearses it, at their own pace. Refuses `not-found`. */
export async function readStoryPrompt(db: Db, actor: Actor, storyId: string): Promise<PromptText> {
  const { title } = await requireStoryRow(db, actor, storyId)
  const [reader] = await db
    .select({ wpm: members.readingWpm })
    .from(members)
    .where(eq(members.id, actor.memberId))
  const paceOf = await pacesOf(db)
  const own = reader?.wpm ?? readingWpm.default
  return { title, parts: promptParts(await readText(db, storyId), paceOf(own)) }
}

/**
 * Texts by their stories' ids, each at the pace of who is named, else of its author; what is in the bin is not there.
 * For the later rooms, which have checked the right themselves.
 */
export async function promptTextsOf(
  db: Db,
  storyIds: readonly string[],
): Promise<Record<string, PromptText>> {
  if (storyIds.length === 0) return {}
  const rows = await db
    .select({ id: stories.id, title: stories.title, wpm: members.readingWpm })
    .from(stories)
    .innerJoin(members, eq(members.id, stories.authorId))
    .where(and(inArray(stories.id, [...storyIds]), isNull(stories.deletedAt)))
  const contents = await readTexts(db, storyIds)
  const paceOf = await pacesOf(db)
  return Object.fromEntries(
    rows.map(({ id, title, wpm }) => {
      const pace = paceOf(wpm ?? readingWpm.default)
      return [id, { title, parts: promptParts(contents.get(id) ?? emptyContent, pace) }]
    }),
  )
}

/** The members' own paces by first name. A name that two of them bear tells nothing. */
async function pacesOf(db: Db): Promise<(otherwise: number) => PaceOf> {
  const rows = await db
    .select({ name: members.name, wpm: members.readingWpm })
    .from(members)
    .where(isNotNull(members.readingWpm))
  const named = Map.groupBy(rows, ({ name }) => name)
  return (otherwise) => (by) => {
    const [one, ...others] = named.get(by) ?? []
    return others.length === 0 ? (one?.wpm ?? otherwise) : otherwise
  }
}
