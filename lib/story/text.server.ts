import { and, asc, eq, inArray, lt, sql } from 'drizzle-orm'
import * as Y from 'yjs'
import { announce } from '#lib/db/announce.server.ts'
import type { Db } from '#lib/db/db.server.ts'
import { type StoryState, stories, storyDocuments, storyUpdates } from '#lib/db/schema.ts'
import { log } from '#lib/machine/log.server.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import { cleanContent } from './clean.ts'
import type { StoryContent } from './document.ts'
import { keepVersion } from './keep-version.server.ts'
import { mergeShared, readSharedText } from './shared-text.ts'
import { spokenWords } from './speech.ts'
import { noteWriters, readLastWritings } from './writers.server.ts'
import { beginning, type WaitingRow } from './writers.ts'

/**
 * How a text is kept: every change is a row of its own before anybody is told that it is kept; now and then
 * the rows are merged into one state. The truth is always the state and the rows together.
 */

/** What is kept of a text. `bytes` is its size on disk, before merging. */
export type KeptText = { doc: Y.Doc; rows: KeptRow[]; newestAt: Date | null; bytes: number }
/** A change that is not merged yet. */
type KeptRow = WaitingRow & { id: number }

/**
 * Puts a change on disk. Refuses (`story.closed`) when the story was aired or binned meanwhile: the same
 * statement looks and writes, so that nothing slips in between.
 */
export async function appendUpdate(db: Db, storyId: string, memberId: string, update: Uint8Array) {
  const kept = await db.execute(sql`
    insert into ${storyUpdates} (story_id, member_id, update)
    select ${stories.id}, ${memberId}::uuid, ${Buffer.from(update)} from ${stories}
    where ${stories.id} = ${storyId} and ${stories.state} <> 'aired' and ${stories.deletedAt} is null
    returning id`)
  if (kept.rows.length === 0) throw new Refusal('story.closed')
}

/** Reads all that is kept of a text into a fresh shared document; with `beforeRow`, as it was before that row. */
export async function readKeptText(db: Db, storyId: string, beforeRow?: number): Promise<KeptText> {
  // Rows before state: what a merge moves from the ones to the other in between is then read twice, which
  // does no harm, instead of not at all.
  const rows = await db
    .select({
      id: storyUpdates.id,
      memberId: storyUpdates.memberId,
      update: storyUpdates.update,
      at: storyUpdates.at,
    })
    .from(storyUpdates)
    .where(
      and(
        eq(storyUpdates.storyId, storyId),
        beforeRow === undefined ? undefined : lt(storyUpdates.id, beforeRow),
      ),
    )
    .orderBy(asc(storyUpdates.id))
  const [document] = await db
    .select({ state: storyDocuments.state })
    .from(storyDocuments)
    .where(eq(storyDocuments.storyId, storyId))
  const doc = new Y.Doc()
  if (document) Y.applyUpdate(doc, document.state)
  const readable: KeptRow[] = []
  for (const { id, memberId, at, update } of rows) {
    const row = { id, memberId, at }
    readable.push(row)
    mergeShared(doc, [update], (error) => {
      readable.pop()
      log.error('story.update-unreadable', error, { storyId, row: id })
    })
  }
  const bytes = rows.reduce((sum, row) => sum + row.update.length, document?.state.length ?? 0)
  return { doc, rows: readable, newestAt: rows.at(-1)?.at ?? null, bytes }
}

/**
 * Merges the rows into the state, with what the text reads as and its words, in one transaction. Only the
 * rows that were read are removed: others may have come meanwhile. Returns the size of the state in bytes.
 */
export async function mergeText(db: Db, storyId: string): Promise<number> {
  return await db.transaction(async (tx) => {
    // Two merges wait for each other; `no key` lets new rows refer to the story meanwhile.
    const [story] = await tx
      .select({ state: stories.state })
      .from(stories)
      .where(eq(stories.id, storyId))
      .for('no key update')
    if (!story) return 0
    const { doc, rows, newestAt, bytes } = await readKeptText(tx, storyId)
    if (rows.length === 0 || newestAt === null) return bytes
    const rowIds = rows.map(({ id }) => id)
    const first = beginning(rows, await readLastWritings(tx, storyId))
    if (first !== null) await keepBeginning(tx, storyId, story.state, rows, first)
    await noteWriters(tx, storyId, rowIds)
    const merged = Y.encodeStateAsUpdate(doc)
    const { content, cut } = readSharedText(doc)
    if (cut) log.warn('story.too-long', { storyId, bytes })
    const kept = { state: merged, content, words: spokenWords(content), changedAt: newestAt }
    await tx
      .insert(storyDocuments)
      .values({ storyId, ...kept })
      .onConflictDoUpdate({ target: storyDocuments.storyId, set: kept })
    // An idea that has words is a draft.
    const state = kept.words > 0 && story.state === 'idea' ? 'draft' : story.state
    await tx.update(stories).set({ changedAt: newestAt, state }).where(eq(stories.id, storyId))
    await announce(tx, { storyId })
    // One array instead of a list: a statement takes no more than 65 535 values.
    await tx.delete(storyUpdates).where(sql`${storyUpdates.id} = any(${sql.param(rowIds)})`)
    return merged.length
  })
}

/** Somebody begins to write in what another wrote: keeps the text as it was just before. */
async function keepBeginning(
  tx: Db,
  storyId: string,
  state: StoryState,
  rows: readonly KeptRow[],
  first: number,
) {
  const row = rows[first]
  if (!row) return
  const content = readSharedText((await readKeptText(tx, storyId, row.id)).doc).content
  await keepVersion(tx, storyId, {
    reason: 'writer',
    memberId: row.memberId,
    state,
    content,
    // Of what is merged with it, only what stands before is in it.
    alsoBy: rows.slice(0, first).flatMap(({ memberId }) => memberId ?? []),
    at: new Date(row.at.getTime() - 1),
  })
}

/** What a text reads as at this moment, changes that are not merged yet included. */
export async function readText(db: Db, storyId: string): Promise<StoryContent> {
  const waiting = await db.$count(storyUpdates, eq(storyUpdates.storyId, storyId))
  if (waiting > 0) return readSharedText((await readKeptText(db, storyId)).doc).content
  const [document] = await db
    .select({ content: storyDocuments.content })
    .from(storyDocuments)
    .where(eq(storyDocuments.storyId, storyId))
  return cleanContent(document?.content).content
}

/** As `readText`, for several texts at once. */
export async function readTexts(db: Db, storyIds: readonly string[]): Promise<Map<string, StoryContent>> {
  const ids = [...storyIds]
  // Rows before states, as in `readKeptText`.
  const waiting = await db
    .selectDistinct({ id: storyUpdates.storyId })
    .from(storyUpdates)
    .where(inArray(storyUpdates.storyId, ids))
  const documents = await db
    .select({ id: storyDocuments.storyId, content: storyDocuments.content })
    .from(storyDocuments)
    .where(inArray(storyDocuments.storyId, ids))
  const texts = new Map(documents.map(({ id, content }) => [id, cleanContent(content).content]))
  for (const { id } of waiting) texts.set(id, readSharedText((await readKeptText(db, id)).doc).content)
  return texts
}
