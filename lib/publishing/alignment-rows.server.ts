import { and, eq } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { type AlignedSentence, alignments } from '#lib/db/schema.ts'

/** The times of a master's sentences, for whoever publishes it; none when nobody has looked yet. */
export async function findSentences(db: Db, masterId: string): Promise<AlignedSentence[]> {
  const [found] = await db
    .select({ sentences: alignments.sentences })
    .from(alignments)
    .where(and(eq(alignments.masterId, masterId), eq(alignments.state, 'ready')))
  return found?.sentences ?? []
}
