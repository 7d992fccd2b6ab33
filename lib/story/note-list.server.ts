import { inArray } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { members } from '#lib/db/schema.ts'
import { type Actor, can } from '#lib/people/can.ts'
import { placeOfNote, sharedLines } from './anchor.ts'
import { presenceColour } from './collab-presence.ts'
import { inReadingOrder, type Speaker, type StoryNote } from './note.ts'
import { readNoteRows } from './notes.server.ts'
import { requireStoryRow } from './story-rows.server.ts'
import { readKeptText } from './text.server.ts'

/** The notes of a story in the order of its text, with where their words are now. */
export async function readNotes(db: Db, actor: Actor, storyId: string): Promise<StoryNote[]> {
  const story = await requireStoryRow(db, actor, storyId)
  const rows = await readNoteRows(db, story.id)
  if (rows.length === 0) return []
  const speaker = await speakersOf(db, rows)
  const { doc } = await readKeptText(db, story.id)
  const lines = sharedLines(doc)
  const isOpen = story.deletedAt === null && story.state !== 'aired'
  const mayWrite = isOpen && can(actor, 'story.write', story)
  const notes = rows.flatMap((row): StoryNote[] => {
    if (row.parentId !== null) return []
    const { id, kind, quote, proposed, body, anchorStart, anchorEnd, outcome, closedAt } = row
    const place = placeOfNote(doc, lines, row)
    const isOwn = isOpen && row.memberId === actor.memberId
    return [
      {
        ...{ id, kind, quote, proposed, body, anchorStart, anchorEnd, place },
        by: speaker(row.memberId),
        at: row.createdAt,
        words: place ? (lines[place.line]?.text.slice(place.from, place.to) ?? '') : '',
        answers: rows
          .filter(({ parentId }) => parentId === id)
          .map((one) => ({ id: one.id, by: speaker(one.memberId), at: one.createdAt, body: one.body })),
        closed:
          outcome && closedAt
            ? { outcome, by: row.closedById && speaker(row.closedById).name, at: closedAt }
            : null,
        mayTake: mayWrite && kind === 'suggestion',
        maySettle: kind === 'comment' && (isOwn || mayWrite),
        mayWithdraw: isOwn,
      },
    ]
  })
  return inReadingOrder(notes)
}

async function speakersOf(db: Db, rows: Awaited<ReturnType<typeof readNoteRows>>) {
  const ids = [...new Set(rows.flatMap(({ memberId, closedById }) => [memberId, closedById ?? memberId]))]
  const people = await db
    .select({ id: members.id, name: members.name })
    .from(members)
    .where(inArray(members.id, ids))
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return (id: string): Speaker => ({ id, name: names.get(id) ?? '', colour: presenceColour(id) })
}
