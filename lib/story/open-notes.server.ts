import { and, eq, isNull } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { storyNotes } from '#lib/db/schema.ts'

/** A note that still waits for somebody; answers belong to the note they answer and are none themselves. */
export const isOpenNote = and(isNull(storyNotes.closedAt), isNull(storyNotes.parentId))

export async function countOpenNotes(db: Db, storyId: string): Promise<number> {
  return await db.$count(storyNotes, and(eq(storyNotes.storyId, storyId), isOpenNote))
}
