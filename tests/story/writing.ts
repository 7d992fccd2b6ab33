import { and, eq, isNotNull, sql } from 'drizzle-orm'
import * as Y from 'yjs'
import type { Db } from '#lib/db/db.server.ts'
import { storyUpdates } from '#lib/db/schema.ts'
import type { Actor } from '#lib/people/can.ts'
import { contentFromBlocks } from '#lib/story/draft.ts'
import { changeShared, removeEmptied } from '#lib/story/shared-change.ts'
import { appendUpdate, mergeText, readKeptText } from '#lib/story/text.server.ts'

/** A text of plain lines. */
export const textOfLines = (...lines: string[]) =>
  contentFromBlocks(lines.map((text) => ({ type: 'paragraph', text })))

/** Writes as a page does, at an hour (now, unless told), and merges: the text then has these lines. */
export async function write(db: Db, writer: Actor, storyId: string, lines: readonly string[], at?: Date) {
  const { doc } = await readKeptText(db, storyId)
  const before = Y.encodeStateVector(doc)
  removeEmptied(doc, changeShared(doc, textOfLines(...lines)))
  await appendUpdate(db, storyId, writer.memberId, Y.encodeStateAsUpdate(doc, before))
  if (at) {
    await db
      .update(storyUpdates)
      .set({ at })
      .where(and(eq(storyUpdates.storyId, storyId), isNotNull(storyUpdates.memberId)))
  }
  await mergeText(db, storyId)
}

/** An instant so many minutes ago. */
export const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000)

/** Moves everything kept of a story so many days back, as if it had been written then. */
export async function age(db: Db, storyId: string, days: number) {
  await db.execute(
    sql`update story_versions set created_at = created_at - make_interval(days => ${days}) where story_id = ${storyId}`,
  )
}
