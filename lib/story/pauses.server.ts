import { desc, eq, sql } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { stories, storyDocuments, storyVersions } from '#lib/db/schema.ts'
import { cleanContent } from './clean.ts'
import { keepVersion } from './keep-version.server.ts'

/** Nobody wrote for so long: a pause. */
const PAUSE_MS = 2 * 60_000
/** Who writes on and on is kept this often all the same. */
const WRITING_MS = 10 * 60_000

/**
 * The round of each minute: keeps every text that was written in since its last version, once nobody writes any more,
 * or every ten minutes of writing. It asks the database alone what there is to keep, so a restart forgets at most
 * how long somebody has been writing.
 */
export function openPauses(db: Db): (now: Date) => Promise<void> {
  const writingSince = new Map<string, number>()
  return async (now) => {
    const texts = await readUnkept(db)
    for (const storyId of writingSince.keys())
      if (!texts.some((text) => text.storyId === storyId)) writingSince.delete(storyId)
    for (const { storyId, changedAt } of texts) {
      const since = writingSince.get(storyId) ?? now.getTime()
      writingSince.set(storyId, since)
      const isQuiet = now.getTime() - changedAt.getTime() >= PAUSE_MS
      if (!isQuiet && now.getTime() - since < WRITING_MS) continue
      await keepPause(db, storyId)
      writingSince.delete(storyId)
    }
  }
}

/** Texts of the last day whose latest version reads otherwise. */
async function readUnkept(db: Db) {
  const last = db
    .select({ content: storyVersions.content })
    .from(storyVersions)
    .where(eq(storyVersions.storyId, storyDocuments.storyId))
    .orderBy(desc(storyVersions.id))
    .limit(1)
  return await db
    .select({ storyId: storyDocuments.storyId, changedAt: storyDocuments.changedAt })
    .from(storyDocuments)
    .innerJoin(stories, eq(stories.id, storyDocuments.storyId))
    .where(
      sql`${stories.deletedAt} is null and ${storyDocuments.changedAt} > now() - interval '1 day'
        and ${storyDocuments.content} is distinct from (${last})`,
    )
}

async function keepPause(db: Db, storyId: string) {
  await db.transaction(async (tx) => {
    const [text] = await tx
      .select({ content: storyDocuments.content, at: storyDocuments.changedAt, state: stories.state })
      .from(stories)
      .innerJoin(storyDocuments, eq(storyDocuments.storyId, stories.id))
      .where(eq(stories.id, storyId))
      .for('no key update', { of: stories })
    if (!text) return
    // The merged text and its hour: what waits to be merged belongs to the next version.
    const content = cleanContent(text.content).content
    await keepVersion(tx, storyId, { reason: 'pause', state: text.state, content, at: text.at })
  })
}
