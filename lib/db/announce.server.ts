import { sql } from 'drizzle-orm'
import type { Db } from './db.server.ts'

/** The channel on which every process hears that a story or a sound is not as it was. */
export const SUBJECT_CHANNEL = 'subject_news'

/** A story or a sound, by its id. */
export type Subject = { storyId: string } | { clipId: string }

/**
 * Says, once the transaction is committed, that a story or a sound is not as it was, to whatever screens show
 * something of it. Nobody who listens later hears it: what must happen in any case is told (`tell`).
 */
export async function announce(tx: Db, subject: Subject) {
  await tx.execute(sql`select pg_notify(${SUBJECT_CHANNEL}, ${JSON.stringify(subject)})`)
}

/** What `announce` has notified. */
export function readSubject(payload: string): Subject {
  // We wrote it ourselves, above.
  return JSON.parse(payload) as Subject
}
