import { desc, eq } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { type StoryState, storyVersions, type VersionReason } from '#lib/db/schema.ts'
import type { StoryContent } from './document.ts'
import { isBlank, isSameText } from './same-text.ts'
import { spokenWords } from './speech.ts'
import { readWritersSince } from './writers.server.ts'

/** `memberId`: who moved, named or restored it, or begins to write; null when time did. `at`: now, unless told. */
export type NewVersion = {
  reason: VersionReason
  state: StoryState
  content: StoryContent
  memberId?: string | null
  name?: string
  at?: Date
  /** Those who have written it besides those who are noted so far, when what they wrote is not all there is. */
  alsoBy?: readonly string[]
}

/** What is said of one text twice is said once, for the weightier reason. */
const weights: Record<VersionReason, number> = { pause: 0, writer: 1, restore: 2, state: 3, named: 4 }

/**
 * Keeps a text as it stands, in the caller's transaction, which holds the story's row. Never twice in a row: of an
 * equal text the weightier reason remains. Returns the version that has this text; null while nothing is written.
 */
export async function keepVersion(tx: Db, storyId: string, version: NewVersion): Promise<number | null> {
  const { reason, state, content, memberId = null, name = '', at, alsoBy } = version
  const [last] = await tx
    .select()
    .from(storyVersions)
    .where(eq(storyVersions.storyId, storyId))
    .orderBy(desc(storyVersions.id))
    .limit(1)
  const equal = last && isSameText(last.content, content) ? last : null
  if (equal && weights[equal.reason] >= weights[reason]) return equal.id
  if (!last && isBlank(content) && reason !== 'restore') return null
  if (equal) await tx.delete(storyVersions).where(eq(storyVersions.id, equal.id))
  const since = await readWritersSince(tx, storyId, last?.at ?? null, alsoBy)
  const writers = [...new Set([...(equal?.writers ?? []), ...since])]
  const values = { storyId, reason, memberId, writers, name, state, content, words: spokenWords(content) }
  const [kept] = await tx
    .insert(storyVersions)
    .values(at ? { ...values, at } : values)
    .returning({ id: storyVersions.id })
  return kept?.id ?? null
}
