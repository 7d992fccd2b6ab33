import { eq, isNull } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { publications, publicSentences } from '#lib/db/schema.ts'
import { searchLines } from './search.ts'

/** Rows of one insert: each has six values, of which PostgreSQL takes 65,535. */
const AT_ONCE = 1000

/** Makes the lines that listeners search of a published episode anew, in the caller's transaction. */
export async function keepSearchLines(tx: Db, episodeId: string) {
  const { title, summary, chapters, persons, music, transcript, stories } = publications
  const [episode] = await tx
    .select({ title, summary, chapters, persons, music, transcript, stories })
    .from(publications)
    .where(eq(publications.episodeId, episodeId))
    .for('update')
  if (!episode) return
  await tx.delete(publicSentences).where(eq(publicSentences.episodeId, episodeId))
  const lines = searchLines(episode).map((line) => ({ episodeId, ...line }))
  for (let at = 0; at < lines.length; at += AT_ONCE)
    await tx.insert(publicSentences).values(lines.slice(at, at + AT_ONCE))
}

/** The round: episodes that came out before there was a search, or in another way, are made to be found. */
export async function fillSearch(db: Db) {
  const missing = await db
    .select({ episodeId: publications.episodeId })
    .from(publications)
    .leftJoin(publicSentences, eq(publicSentences.episodeId, publications.episodeId))
    .where(isNull(publicSentences.episodeId))
  for (const { episodeId } of missing) await db.transaction((tx) => keepSearchLines(tx, episodeId))
}
