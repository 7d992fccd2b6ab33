import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Db } from '#lib/db/db.server.ts'
import { type NoteOutcome, storyNotes } from '#lib/db/schema.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import { type Actor, can } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { anchorOf, noAnchor, sharedLines } from './anchor.ts'
import { cleanText } from './clean-text.ts'
import { type Place, placeOfQuote } from './lines.ts'
import { tellStory } from './news.server.ts'
import { noteLimits } from './note.ts'
import { countOpenNotes } from './open-notes.server.ts'
import { requireStoryRow, type StoryRow } from './story-rows.server.ts'
import { readKeptText } from './text.server.ts'

/** What somebody says of a text. `proposed`: other words for those at `place`, '' to leave them out; null for a remark. */
export type NoteDraft = { body: string; proposed: string | null; place: (Place & { quote: string }) | null }

/**
 * Puts a note beside the text; nothing in the text changes. Refuses `note.words-gone` when the quoted words are not
 * there any more, `note.empty`, `note.same`, `note.too-long`, `note.too-many`, `story.closed`.
 */
export async function addNote(db: Db, actor: Actor, storyId: string, draft: NoteDraft): Promise<string> {
  const { kind, ...said } = sayable(draft)
  return await db.transaction(async (tx) => {
    const story = await requireOpenStory(tx, actor, storyId)
    if ((await countOpenNotes(tx, story.id)) >= noteLimits.open)
      throw new Refusal('note.too-many', { most: noteLimits.open })
    const fastened = draft.place ? await fasten(tx, story.id, draft.place) : { ...noAnchor, quote: '' }
    const [note] = await tx
      .insert(storyNotes)
      .values({ storyId: story.id, memberId: actor.memberId, kind, ...said, ...fastened })
      .returning({ id: storyNotes.id })
    if (!note) throw new Error('A note row was not made')
    await tellStory(tx, { storyId: story.id, what: 'notes' })
    return note.id
  })
}

/** Answers a note, or one of its answers. Refuses `note.empty`, `note.too-long`, `note.closed`. */
export async function answerNote(db: Db, actor: Actor, noteId: string, body: string): Promise<void> {
  const said = cleanText(body).trim()
  if (said === '') throw new Refusal('note.empty')
  if (said.length > noteLimits.body) throw new Refusal('note.too-long', { most: noteLimits.body })
  await db.transaction(async (tx) => {
    const note = await requireNote(tx, actor, noteId)
    const { id: parentId, closedAt } = note.parentId ? await requireNote(tx, actor, note.parentId) : note
    if (closedAt) throw new Refusal('note.closed')
    const answers = await tx.$count(storyNotes, eq(storyNotes.parentId, parentId))
    if (answers >= noteLimits.answers) throw new Refusal('note.too-many', { most: noteLimits.answers })
    const answer = { storyId: note.storyId, memberId: actor.memberId, kind: 'comment', body: said } as const
    await tx.insert(storyNotes).values({ ...answer, parentId })
    await tellStory(tx, { storyId: note.storyId, what: 'notes' })
  })
}

/**
 * Ends a note. Whoever writes in the text takes, keeps or settles; whoever made it settles or withdraws. Only the
 * first ends it: for a second one, on another page, it is refused (`note.closed`).
 */
export async function closeNote(db: Db, actor: Actor, noteId: string, outcome: NoteOutcome): Promise<void> {
  await db.transaction(async (tx) => {
    const note = await requireNote(tx, actor, noteId)
    const isOwn = note.memberId === actor.memberId
    const may = {
      withdrawn: isOwn,
      resolved: isOwn || note.mayWrite,
      taken: note.mayWrite,
      kept: note.mayWrite,
    }
    if (!may[outcome] || note.parentId !== null) throw new Refusal('not-allowed')
    if ((outcome === 'taken' || outcome === 'kept') && note.kind !== 'suggestion')
      throw new Refusal('not-allowed')
    const closed = await tx
      .update(storyNotes)
      .set({ outcome, closedAt: sql`now()`, closedById: actor.memberId })
      .where(and(eq(storyNotes.id, note.id), isNull(storyNotes.closedAt)))
      .returning({ id: storyNotes.id })
    if (closed.length === 0) throw new Refusal('note.closed')
    await tellStory(tx, { storyId: note.storyId, what: 'notes' })
  })
}

/** Takes an end back, for whoever set it or writes in the text: an undo. A note that is open stays so. */
export async function reopenNote(db: Db, actor: Actor, noteId: string): Promise<void> {
  await db.transaction(async (tx) => {
    const note = await requireNote(tx, actor, noteId)
    if (!note.mayWrite && note.closedById !== actor.memberId) throw new Refusal('not-allowed')
    await tx
      .update(storyNotes)
      .set({ outcome: null, closedAt: null, closedById: null })
      .where(and(eq(storyNotes.id, note.id), isNotNull(storyNotes.closedAt)))
    await tellStory(tx, { storyId: note.storyId, what: 'notes' })
  })
}

/** Notes of a story as they lie in the database, oldest first, answers among them. */
export async function readNoteRows(db: Db, storyId: string) {
  return await db
    .select()
    .from(storyNotes)
    .where(eq(storyNotes.storyId, storyId))
    .orderBy(asc(storyNotes.createdAt), asc(storyNotes.id))
}

function sayable({ body, proposed, place }: NoteDraft) {
  const said = cleanText(body).trim()
  const other = proposed === null ? null : cleanText(proposed)
  if (other === null ? said === '' : place === null) throw new Refusal('note.empty')
  if (place && place.quote.length > noteLimits.quote) throw new Refusal('note.quote-too-long')
  if (said.length > noteLimits.body) throw new Refusal('note.too-long', { most: noteLimits.body })
  if (other !== null && other.length > noteLimits.proposed)
    throw new Refusal('note.too-long', { most: noteLimits.proposed })
  if (other !== null && other === place?.quote) throw new Refusal('note.same')
  return {
    kind: other === null ? ('comment' as const) : ('suggestion' as const),
    body: said,
    proposed: other,
  }
}

/** Ties a note to its words as they stand at this moment, keystrokes of this second included. */
async function fasten(tx: Db, storyId: string, place: Place & { quote: string }) {
  const { doc } = await readKeptText(tx, storyId)
  const texts = sharedLines(doc).map(({ text }) => text)
  const { line, from, to, quote } = place
  const found = placeOfQuote(texts, quote, { line, from, to })
  if (!found) throw new Refusal('note.words-gone')
  return { ...anchorOf(doc, found), quote }
}

async function requireOpenStory(tx: Db, actor: Actor, storyId: string): Promise<StoryRow> {
  const story = await requireStoryRow(tx, actor, storyId)
  if (story.deletedAt || story.state === 'aired') throw new Refusal('story.closed')
  permit(actor, 'story.note', story)
  return story
}

const uuid = z.uuid()

async function requireNote(tx: Db, actor: Actor, noteId: string) {
  if (!uuid.safeParse(noteId).success) throw new Refusal('not-found')
  const [note] = await tx.select().from(storyNotes).where(eq(storyNotes.id, noteId))
  if (!note) throw new Refusal('not-found')
  const story = await requireOpenStory(tx, actor, note.storyId)
  return { ...note, mayWrite: can(actor, 'story.write', story) }
}
