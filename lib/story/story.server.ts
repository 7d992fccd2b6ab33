import { eq, lt, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import * as Y from 'yjs'
import { announce } from '#lib/db/announce.server.ts'
import type { Db } from '#lib/db/db.server.ts'
import {
  audit,
  members,
  rubrics,
  type StoryForm,
  type StoryState,
  stories,
  storyDocuments,
} from '#lib/db/schema.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import { type Actor, can } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { readingTime, readingWpm } from '#lib/time/reading.ts'
import { parseContent } from './clean.ts'
import { soundMs } from './cue-length.server.ts'
import type { StoryContent } from './document.ts'
import { moveStory, openReview } from './review-rows.server.ts'
import { sharedTextFrom } from './shared-text.ts'
import { openingText } from './skeleton.ts'
import { nextStates } from './state.ts'
import { angleOf, choose, titleOf, withKnownChoices } from './story-choices.server.ts'
import { findStoryRow, readPeopleOf, readThemesOf, requireStoryRow } from './story-rows.server.ts'
import { appendUpdate, mergeText, readText } from './text.server.ts'

const proposers = alias(members, 'proposers')

export type StoryDetails = {
  title: string
  rubricId: string | null
  themeIds: readonly string[]
  /** Null takes it away; left out, it stays as it was. */
  form?: StoryForm | null
  angle?: string
}
type Opening = StoryDetails & {
  /** Chosen where it was begun, so that one that is sent twice is opened once. */
  id?: string | undefined
  authorId?: string | undefined
  peopleIds?: readonly string[]
  state?: StoryState
  isProposal?: boolean
  /** The first words of its text. */
  words?: string
}

/**
 * Opens a story, as an idea, with its form's skeleton. Anybody may open one in somebody else's name (`authorId`) and
 * then writes in it with them. Refuses `story.title-missing`, `story.title-too-long`, `story.angle-too-long`,
 * `story.too-many-themes`, `story.unknown-choice`, `story.too-long`.
 */
export async function createStory(db: Db, actor: Actor, opening: Opening): Promise<string> {
  permit(actor, 'story.create', null)
  const { authorId = actor.memberId, state = 'idea', form = null } = opening
  if (state !== 'idea' && !nextStates('idea', can(actor, 'workspace.enter', null)).includes(state))
    throw new Refusal('not-allowed')
  const isHelped = authorId !== actor.memberId
  const peopleIds = [...(opening.peopleIds ?? []), ...(isHelped ? [actor.memberId] : [])]
  const row = {
    ...{ title: titleOf(opening.title), angle: angleOf(opening.angle ?? ''), form, authorId, state },
    ...(opening.id ? { id: opening.id } : {}),
    rubricId: opening.rubricId,
    isProposal: opening.isProposal ?? false,
    proposedById: isHelped ? actor.memberId : null,
  }
  const text = parseContent(openingText(form, opening.words ?? ''))
  if (!text) throw new Refusal('story.too-long')
  return await db.transaction(async (tx) => {
    const [story] = await withKnownChoices(() =>
      tx.insert(stories).values(row).onConflictDoNothing().returning({ id: stories.id }),
    )
    if (!story) return await openedBefore(tx, actor, opening.id)
    await choose(tx, story.id, opening.themeIds, peopleIds)
    if (text.content.length > 0) {
      await appendUpdate(tx, story.id, actor.memberId, Y.encodeStateAsUpdate(sharedTextFrom(text)))
      await mergeText(tx, story.id)
    }
    if (state === 'toReview') await openReview(tx, actor, story.id)
    return story.id
  })
}

/** The same opening again: the answer was lost on its way, or the button pressed twice. */
async function openedBefore(tx: Db, actor: Actor, id = ''): Promise<string> {
  const story = await findStoryRow(tx, id)
  if (!story || (story.authorId !== actor.memberId && story.proposedById !== actor.memberId))
    throw new Refusal('story.unknown-choice')
  return story.id
}

/** A story with all that its page shows but the text, and what `actor` may do with it. */
export async function readStory(db: Db, actor: Actor, storyId: string) {
  const story = await requireStoryRow(db, actor, storyId)
  const [found] = await db
    .select({
      author: { id: members.id, name: members.name, readingWpm: members.readingWpm },
      proposedBy: proposers.name,
      rubric: rubrics.name,
      words: storyDocuments.words,
      soundMs,
    })
    .from(stories)
    .innerJoin(members, eq(members.id, stories.authorId))
    .leftJoin(proposers, eq(proposers.id, stories.proposedById))
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
    soundMs: found.soundMs ?? 0,
    readingMs: readingTime(found.words ?? 0, wpm) + (found.soundMs ?? 0),
    themes: (await readThemesOf(db, [storyId])).get(storyId) ?? [],
    people: await readPeopleOf(db, storyId),
    mayWrite: can(actor, 'story.write', story) && story.deletedAt === null,
    mayEdit,
    nextStates: mayEdit ? nextStates(story.state, can(actor, 'story.validate', story)) : [],
  }
}

/** Changes what stands around the text: title, angle, form, rubric, themes, with whom it is shared. Refuses as `createStory`. */
export async function editStory(
  db: Db,
  actor: Actor,
  storyId: string,
  details: StoryDetails & { peopleIds: readonly string[] },
) {
  const changed = {
    title: titleOf(details.title),
    rubricId: details.rubricId,
    ...(details.form === undefined ? {} : { form: details.form }),
    ...(details.angle === undefined ? {} : { angle: angleOf(details.angle) }),
  }
  await db.transaction(async (tx) => {
    const story = await requireStoryRow(tx, actor, storyId, true)
    permit(actor, 'story.edit', story)
    await withKnownChoices(() =>
      tx
        .update(stories)
        .set({ ...changed, changedAt: sql`now()` })
        .where(eq(stories.id, storyId)),
    )
    await choose(tx, storyId, details.themeIds, details.peopleIds)
    await announce(tx, { storyId })
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
    await moveStory(tx, actor, story, to)
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
    await announce(tx, { storyId })
  })
}

/** Takes a story out of the bin as it was. */
export async function restoreStory(db: Db, actor: Actor, storyId: string) {
  await db.transaction(async (tx) => {
    permit(actor, 'story.edit', await requireStoryRow(tx, actor, storyId, true))
    await tx.update(stories).set({ deletedAt: null }).where(eq(stories.id, storyId))
    await tx.insert(audit).values({ memberId: actor.memberId, what: 'story.restored', object: storyId })
    await announce(tx, { storyId })
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

/** The daily round: what lay in the bin for thirty days goes, text and versions with it. */
export async function emptyStoryBin(db: Db) {
  await db.delete(stories).where(lt(stories.deletedAt, sql`now() - interval '30 days'`))
}
