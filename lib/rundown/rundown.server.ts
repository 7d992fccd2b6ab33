import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import {
  clips,
  episodes,
  type GoesTo,
  type ItemKind,
  members,
  rundownChanges,
  rundownItems,
  stories,
  storyDocuments,
} from '#lib/db/schema.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import type { Actor } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { editedMs, editedSoundOf } from '#lib/sound/edit.ts'
import { readingTime } from '#lib/time/reading.ts'

export type Item = typeof rundownItems.$inferSelect
/** An item with what its story and its sound say about it. */
export type RundownLine = Item & {
  story: { title: string; state: string; words: number; readingMs: number } | null
  /** `durationMs` is what its edit keeps of it. */
  clip: { title: string; state: string; durationMs: number | null; isCommercial: boolean } | null
}
export type Rundown = { version: number; lines: RundownLine[] }
export type ItemDetails = {
  kind: ItemKind
  title: string
  who: string
  notes: string
  plannedMs: number
  storyId: string | null
  clipId: string | null
  goesTo: GoesTo
  bedId: string | null
  joinMs: number
}
type Change = { what: string; change: Record<string, unknown> }

/** The rundown in order, with what each line still lacks to be timed and made. */
export async function readRundown(db: Db, actor: Actor, episodeId: string): Promise<Rundown> {
  permit(actor, 'rundown.read', null)
  return await rundownOf(db, episodeId)
}

/** As `readRundown`, for the later rooms that have checked the right themselves. */
export async function rundownOf(db: Db, episodeId: string): Promise<Rundown> {
  const [episode] = await db
    .select({ version: episodes.rundownVersion })
    .from(episodes)
    .where(eq(episodes.id, episodeId))
  if (!episode) throw new Refusal('not-found')
  const rows = await db
    .select({
      item: rundownItems,
      story: { title: stories.title, state: stories.state },
      words: storyDocuments.words,
      wpm: members.readingWpm,
      clip: {
        title: clips.title,
        state: clips.state,
        durationMs: clips.durationMs,
        facts: clips.facts,
        edit: clips.edit,
        music: clips.music,
      },
    })
    .from(rundownItems)
    .leftJoin(stories, and(eq(stories.id, rundownItems.storyId), isNull(stories.deletedAt)))
    .leftJoin(storyDocuments, eq(storyDocuments.storyId, stories.id))
    .leftJoin(members, eq(members.id, stories.authorId))
    .leftJoin(clips, and(eq(clips.id, rundownItems.clipId), isNull(clips.deletedAt)))
    .where(and(eq(rundownItems.episodeId, episodeId), isNull(rundownItems.deletedAt)))
    .orderBy(asc(rundownItems.position), asc(rundownItems.id))
  const lines = rows.map(({ item, story, words, wpm, clip }) => ({
    ...item,
    story: story && {
      ...story,
      words: words ?? 0,
      readingMs: readingTime(words ?? 0, wpm ?? undefined),
    },
    clip: clip && {
      title: clip.title,
      state: clip.state,
      durationMs: clip.durationMs === null ? null : editedMs(clip.edit, editedSoundOf(clip)),
      isCommercial: clip.music?.rights === 'commercial',
    },
  }))
  return { version: episode.version, lines }
}

/** Adds a line at the foot. Without a length (`plannedMs` 0) it takes the one that its sound or text brings. */
export async function addItem(
  db: Db,
  actor: Actor,
  episodeId: string,
  details: Partial<ItemDetails> & { kind: ItemKind },
): Promise<string> {
  return await change(db, actor, episodeId, async (tx, items) => {
    const index = items.length
    const filled = await withClipFacts(tx, { ...details, ...(await lengthFrom(tx, details)) })
    const [item] = await tx
      .insert(rundownItems)
      .values({ ...filled, episodeId, position: index })
      .returning({ id: rundownItems.id })
    if (!item) throw new Error('A rundown line was not made')
    return { result: item.id, what: 'added', change: { itemId: item.id, index, ...filled } }
  })
}

/**
 * Changes a line as it was seen at `version`. Refuses `rundown.stale` when somebody changed it meanwhile:
 * the caller shows the line as it is now and keeps what was typed. A `plannedMs` of 0, or a newly joined sound
 * when no length is given, lets the sound or the text bring its own.
 */
export async function editItem(
  db: Db,
  actor: Actor,
  itemId: string,
  version: number,
  details: Partial<ItemDetails>,
) {
  const episodeId = await episodeOf(db, itemId)
  await change(db, actor, episodeId, async (tx, items) => {
    const before = fresh(items, itemId, version)
    const joinsSound = Boolean(details.clipId) && details.clipId !== before.clipId
    const plannedMs = details.plannedMs ?? (joinsSound ? 0 : before.plannedMs)
    const brought = await lengthFrom(tx, { ...before, ...details, plannedMs })
    const set = await withClipFacts(tx, { ...details, ...brought })
    await tx
      .update(rundownItems)
      .set({ ...set, version: sql`${rundownItems.version} + 1` })
      .where(eq(rundownItems.id, itemId))
    return { result: null, what: 'edited', change: { itemId, before: pick(before, set), after: set } }
  })
}

/** Moves a line to the place `index` (0 = first). Two people moving it at once: the second is told so. */
export async function moveItem(db: Db, actor: Actor, itemId: string, version: number, index: number) {
  const episodeId = await episodeOf(db, itemId)
  await change(db, actor, episodeId, async (tx, items) => {
    const item = fresh(items, itemId, version)
    const from = items.indexOf(item)
    const to = Math.max(0, Math.min(index, items.length - 1))
    await order(tx, items.toSpliced(from, 1).toSpliced(to, 0, item))
    await tx
      .update(rundownItems)
      .set({ version: sql`${rundownItems.version} + 1` })
      .where(eq(rundownItems.id, itemId))
    return { result: null, what: 'moved', change: { itemId, from, to } }
  })
}

/** Takes a line out; it waits in the bin, and `restoreItem` puts it back where it was. */
export async function binItem(db: Db, actor: Actor, itemId: string) {
  const episodeId = await episodeOf(db, itemId)
  await change(db, actor, episodeId, async (tx, items) => {
    const item = items.find((one) => one.id === itemId)
    if (!item) throw new Refusal('rundown.gone')
    await tx.update(rundownItems).set({ deletedAt: sql`now()` }).where(eq(rundownItems.id, itemId))
    await order(
      tx,
      items.filter((one) => one !== item),
    )
    return { result: null, what: 'binned', change: { itemId, index: item.position } }
  })
}

/** Puts a binned line back at its place. Doing it twice harms nothing. */
export async function restoreItem(db: Db, actor: Actor, itemId: string) {
  const episodeId = await episodeOf(db, itemId)
  await change(db, actor, episodeId, async (tx, items) => {
    const [item] = await tx
      .update(rundownItems)
      .set({ deletedAt: null })
      .where(eq(rundownItems.id, itemId))
      .returning()
    if (!item) throw new Refusal('rundown.gone')
    const others = items.filter((one) => one.id !== itemId)
    await order(tx, others.toSpliced(item.position, 0, item))
    return { result: null, what: 'restored', change: { itemId, index: item.position } }
  })
}

/**
 * A sound is prepared, or was edited: lines that wait for their length, or have the one that it had before
 * (`wasMs`), take the one that it has now. What somebody typed stays.
 */
export async function takeClipLength(db: Db, clipId: string, wasMs = 0) {
  const plannedMs = await keptMsOf(db, clipId)
  if (!plannedMs || plannedMs === wasMs) return
  const follows = and(
    eq(rundownItems.clipId, clipId),
    inArray(rundownItems.plannedMs, [0, wasMs]),
    isNull(rundownItems.deletedAt),
  )
  const following = await db
    .select({ id: rundownItems.id, episodeId: rundownItems.episodeId, before: rundownItems.plannedMs })
    .from(rundownItems)
    .where(follows)
  for (const { id, episodeId, before } of following) {
    await change(db, 'console', episodeId, async (tx) => {
      await tx
        .update(rundownItems)
        .set({ plannedMs, version: sql`${rundownItems.version} + 1` })
        .where(and(eq(rundownItems.id, id), follows))
      return {
        result: null,
        what: 'edited',
        change: { itemId: id, before: { plannedMs: before }, after: { plannedMs } },
      }
    })
  }
}

/** How long a sound plays as it was edited; null until it is prepared. */
async function keptMsOf(db: Db, clipId: string): Promise<number | null> {
  const [clip] = await db
    .select({ edit: clips.edit, durationMs: clips.durationMs, facts: clips.facts })
    .from(clips)
    .where(eq(clips.id, clipId))
  return clip?.durationMs ? editedMs(clip.edit, editedSoundOf(clip)) : null
}

/** Right, lock, change, log, in one transaction. The episode's row lock puts all changes of a rundown in line. */
async function change<T>(
  db: Db,
  actor: Actor | 'console',
  episodeId: string,
  work: (tx: Db, items: Item[]) => Promise<Change & { result: T }>,
): Promise<T> {
  if (actor !== 'console') permit(actor, 'rundown.edit', null)
  return await db.transaction(async (tx) => {
    const [episode] = await tx
      .update(episodes)
      .set({ rundownVersion: sql`${episodes.rundownVersion} + 1` })
      .where(eq(episodes.id, episodeId))
      .returning({ version: episodes.rundownVersion })
    if (!episode) throw new Refusal('not-found')
    const items = await tx
      .select()
      .from(rundownItems)
      .where(and(eq(rundownItems.episodeId, episodeId), isNull(rundownItems.deletedAt)))
      .orderBy(asc(rundownItems.position), asc(rundownItems.id))
    const { result, what, change: facts } = await work(tx, items)
    const memberId = actor === 'console' ? null : actor.memberId
    await tx
      .insert(rundownChanges)
      .values({ episodeId, version: episode.version, memberId, what, change: facts })
    return result
  })
}

function fresh(items: Item[], itemId: string, version: number): Item {
  const item = items.find((one) => one.id === itemId)
  if (!item) throw new Refusal('rundown.gone')
  if (item.version !== version) throw new Refusal('rundown.stale', { title: item.title })
  return item
}

async function order(tx: Db, items: Item[]) {
  const misplaced = items
    .map((item, position) => ({ item, position }))
    .filter((at) => at.item.position !== at.position)
  for (const { item, position } of misplaced) {
    await tx.update(rundownItems).set({ position }).where(eq(rundownItems.id, item.id))
  }
}

async function episodeOf(db: Db, itemId: string): Promise<string> {
  const [item] = await db
    .select({ episodeId: rundownItems.episodeId })
    .from(rundownItems)
    .where(eq(rundownItems.id, itemId))
  if (!item) throw new Refusal('rundown.gone')
  return item.episodeId
}

/** What a line without a length is given: its sound's (once it is prepared), else what its text takes to read. */
async function lengthFrom(
  tx: Db,
  line: { clipId?: string | null; storyId?: string | null; plannedMs?: number },
): Promise<{ plannedMs?: number }> {
  if (line.plannedMs) return {}
  if (line.clipId) {
    const plannedMs = await keptMsOf(tx, line.clipId)
    return plannedMs ? { plannedMs } : {}
  }
  if (!line.storyId) return {}
  const [text] = await tx
    .select({ words: storyDocuments.words, wpm: members.readingWpm })
    .from(storyDocuments)
    .innerJoin(stories, eq(stories.id, storyDocuments.storyId))
    .innerJoin(members, eq(members.id, stories.authorId))
    .where(eq(storyDocuments.storyId, line.storyId))
  return text?.words ? { plannedMs: readingTime(text.words, text.wpm ?? undefined) } : {}
}

/** Commercial music never reaches the podcast, whatever the line says. */
async function withClipFacts<D extends Partial<ItemDetails>>(tx: Db, details: D): Promise<D> {
  if (!details.clipId) return details
  const [clip] = await tx.select({ music: clips.music }).from(clips).where(eq(clips.id, details.clipId))
  return clip?.music?.rights === 'commercial' ? { ...details, goesTo: 'antenne' } : details
}

function pick(item: Item, like: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(item).filter(([name]) => name in like))
}
