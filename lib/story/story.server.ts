import { and, desc, eq, exists, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm'
import * as Y from 'yjs'
import { type Db, sqlState } from '#lib/db/db.server.ts'
import {
  audit,
  members,
  rubrics,
  type StoryState,
  stories,
  storyDocuments,
  storyPeople,
  storyThemes,
} from '#lib/db/schema.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import { type Actor, can } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { readingTime, readingWpm } from '#lib/time/reading.ts'
import { parseContent } from './clean.ts'
import { cleanLine } from './clean-text.ts'
import { type StoryContent, storyLimits } from './document.ts'
import { sharedTextFrom } from './shared-text.ts'
import { nextStates } from './state.ts'
import { readPeopleOf, readThemesOf, requireStoryRow } from './story-rows.server.ts'
import { appendUpdate, mergeText, readText } from './text.server.ts'

export type StoryDetails = { title: string; rubricId: string | null; themeIds: readonly string[] }

/**
 * Opens a story, as an idea. The coordination may open one in somebody's name (`authorId`) and share it at
 * once; `id` is one that a device made. Refuses `story.title-missing`, `story.title-too-long`, `story.too-many-themes`, `story.unknown-choice`.
 */
export async function createStory(
  db: Db,
  actor: Actor,
  details: StoryDetails & {
    id?: string
    authorId?: string
    peopleIds?: readonly string[]
    state?: StoryState
  },
): Promise<string> {
  permit(actor, 'story.create', null)
  const { authorId = actor.memberId, peopleIds = [], state = 'idea' } = details
  const mayValidate = can(actor, 'workspace.enter', null)
  if (authorId !== actor.memberId && !mayValidate) throw new Refusal('not-allowed')
  if (state !== 'idea' && !nextStates('idea', mayValidate).includes(state)) throw new Refusal('not-allowed')
  const title = titleOf(details.title)
  return await db.transaction(async (tx) => {
    const [story] = await withKnownChoices(() =>
      tx
        .insert(stories)
        .values({ id: details.id, title, rubricId: details.rubricId, authorId, state })
        .returning({ id: stories.id }),
    )
    if (!story) throw new Error('A story row was not made')
    await choose(tx, story.id, details.themeIds, peopleIds)
    return story.id
  })
}

/** A story with all that its page shows but the text, and what `actor` may do with it. */
export async function readStory(db: Db, actor: Actor, storyId: string) {
  const story = await requireStoryRow(db, actor, storyId)
  const [found] = await db
    .select({
      author: { id: members.id, name: members.name, readingWpm: members.readingWpm },
      rubric: rubrics.name,
      words: storyDocuments.words,
    })
    .from(stories)
    .innerJoin(members, eq(members.id, stories.authorId))
    .leftJoin(rubrics, eq(rubrics.id, stories.rubricId))
    .leftJoin(storyDocuments, eq(storyDocuments.storyId, stories.id))
    .where(eq(stories.id, storyId))
  if (!found) throw new Refusal('not-found')
  const wpm = found.author.readingWpm ?? readingWpm.default
  const mayEdit = can(actor, 'story.edit', story)
  return {
    ...story,
    ...found,
    author: { id: found.author.id, name: found.author.name },
    wpm,
    words: found.words ?? 0,
    readingMs: readingTime(found.words ?? 0, wpm),
    themes: (await readThemesOf(db, [storyId])).get(storyId) ?? [],
    people: await readPeopleOf(db, storyId),
    mayWrite: can(actor, 'story.write', story) && story.deletedAt === null,
    mayEdit,
    nextStates: mayEdit ? nextStates(story.state, can(actor, 'story.validate', story)) : [],
  }
}

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
      rubric: rubrics.name,
      author: members.name,
      authorId: stories.authorId,
      wpm: members.readingWpm,
      words: sql<number>`coalesce(${storyDocuments.words}, 0)`.mapWith(Number),
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
    readingMs: readingTime(row.words, row.wpm ?? readingWpm.default),
    themes: themesOf.get(row.id) ?? [],
  }))
}

/** Changes what stands around the text: title, rubric, themes, with whom it is shared. Refuses as `createStory`. */
export async function editStory(
  db: Db,
  actor: Actor,
  storyId: string,
  details: StoryDetails & { peopleIds: readonly string[] },
) {
  const title = titleOf(details.title)
  await db.transaction(async (tx) => {
    const story = await requireStoryRow(tx, actor, storyId, true)
    permit(actor, 'story.edit', story)
    await withKnownChoices(() =>
      tx
        .update(stories)
        .set({ title, rubricId: details.rubricId, changedAt: sql`now()` })
        .where(eq(stories.id, storyId)),
    )
    await choose(tx, storyId, details.themeIds, details.peopleIds)
  })
}

/** Moves a story on, or back. Refuses `story.state` when it may not go there from where it is. */
export async function changeStoryState(db: Db, actor: Actor, storyId: string, to: StoryState) {
  await db.transaction(async (tx) => {
    const story = await requireStoryRow(tx, actor, storyId, true)
    permit(actor, 'story.edit', story)
    if (story.state === to) return
    if (!nextStates(story.state, can(actor, 'story.validate', story)).includes(to))
      throw new Refusal('story.state', { from: story.state, to })
    await tx.update(stories).set({ state: to, changedAt: sql`now()` }).where(eq(stories.id, storyId))
  })
}

/** Puts a story in the bin. What was aired stays (`story.aired`). */
export async function binStory(db: Db, actor: Actor, storyId: string) {
  await db.transaction(async (tx) => {
    const story = await requireStoryRow(tx, actor, storyId, true)
    permit(actor, 'story.edit', story)
    if (story.state === 'aired') throw new Refusal('story.aired')
    await tx.update(stories).set({ deletedAt: sql`now()` }).where(eq(stories.id, storyId))
    await tx.insert(audit).values({ memberId: actor.memberId, what: 'story.binned', object: storyId })
  })
}

/** Takes a story out of the bin as it was. */
export async function restoreStory(db: Db, actor: Actor, storyId: string) {
  await db.transaction(async (tx) => {
    permit(actor, 'story.edit', await requireStoryRow(tx, actor, storyId, true))
    await tx.update(stories).set({ deletedAt: null }).where(eq(stories.id, storyId))
    await tx.insert(audit).values({ memberId: actor.memberId, what: 'story.restored', object: storyId })
  })
}

/** The text of a story as of now, keystrokes of this second included. */
export async function readStoryContent(db: Db, actor: Actor, storyId: string): Promise<StoryContent> {
  await requireStoryRow(db, actor, storyId)
  return await readText(db, storyId)
}

/**
 * Gives a story that has no text yet its text: for imports and the example. Refuses `story.has-text`, and
 * `story.too-long` for what is no text of ours or beyond `storyLimits`.
 */
export async function writeStoryContent(db: Db, actor: Actor, storyId: string, content: unknown) {
  const clean = parseContent(content)
  if (!clean) throw new Refusal('story.too-long')
  await db.transaction(async (tx) => {
    const story = await requireStoryRow(tx, actor, storyId, true)
    permit(actor, 'story.write', story)
    if ((await readText(tx, storyId)).content.length > 0) throw new Refusal('story.has-text')
    await appendUpdate(tx, storyId, actor.memberId, Y.encodeStateAsUpdate(sharedTextFrom(clean)))
    await mergeText(tx, storyId)
  })
}

/** Words said on air and time to read them, of several stories at once: for whoever plans an episode. */
export async function readStoryLengths(db: Db, actor: Actor, storyIds: readonly string[]) {
  const listed = await listStories(db, actor)
  return new Map(
    listed
      .filter((story) => storyIds.includes(story.id))
      .map(({ id, words, readingMs }) => [id, { words, readingMs }]),
  )
}

function titleOf(typed: string): string {
  const title = cleanLine(typed)
  if (title === '') throw new Refusal('story.title-missing')
  if (title.length > storyLimits.title) throw new Refusal('story.title-too-long', { most: storyLimits.title })
  return title
}

async function choose(tx: Db, storyId: string, themeIds: readonly string[], peopleIds: readonly string[]) {
  const chosen = [...new Set(themeIds)]
  if (chosen.length > 3) throw new Refusal('story.too-many-themes', { most: 3 })
  await tx.delete(storyThemes).where(eq(storyThemes.storyId, storyId))
  await tx.delete(storyPeople).where(eq(storyPeople.storyId, storyId))
  await withKnownChoices(async () => {
    if (chosen.length > 0)
      await tx.insert(storyThemes).values(chosen.map((themeId) => ({ storyId, themeId })))
    const people = [...new Set(peopleIds)]
    if (people.length > 0)
      await tx.insert(storyPeople).values(people.map((memberId) => ({ storyId, memberId })))
  })
}

/** A rubric, theme or member that is gone, or never was one. */
async function withKnownChoices<T>(query: () => Promise<T>): Promise<T> {
  try {
    return await query()
  } catch (error) {
    const state = sqlState(error)
    if (state === '23503' || state === '22P02')
      throw new Refusal('story.unknown-choice', {}, { cause: error })
    throw error
  }
}

/** The daily round: what lay in the bin for thirty days goes, text and versions with it. */
export async function emptyStoryBin(db: Db) {
  await db.delete(stories).where(lt(stories.deletedAt, sql`now() - interval '30 days'`))
}
