import { eq } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { masters, publications } from '#lib/db/schema.ts'
import { log } from '#lib/machine/log.server.ts'
import { isRefusal } from '#lib/machine/refusal.ts'
import { addsOnly } from './changes.ts'
import { readDraft } from './draft.server.ts'
import { frozenWords, type PublicHouse } from './press.server.ts'
import { bringOutChecked, pressDraft } from './proved.server.ts'
import { findPublication } from './publication-rows.server.ts'

/**
 * Gives listeners what was made of a published master since: its lighter copies, the times of its sentences. Asked once
 * these are made, and once it is published, for one may happen while the other is on its way. Where anything else differs
 * from what is out, somebody has to look at it, and nothing is done. Answers whether it went out; asked twice it brings
 * them out once.
 */
export async function publishAdditions(db: Db, masterId: string, house: PublicHouse): Promise<boolean> {
  const [made] = await db
    .select({ episodeId: masters.episodeId })
    .from(masters)
    .where(eq(masters.id, masterId))
  if (!made || !(await isWaiting(db, made.episodeId))) return false
  try {
    return await bringOutAdditions(db, made.episodeId, house)
  } catch (error) {
    if (!isRefusal(error)) throw error
    // Its page shows what stops it, and offers to publish again once that is mended.
    log.warn('publication.additions-wait', { episodeId: made.episodeId, reason: error.reason })
    return false
  }
}

async function isWaiting(db: Db, episodeId: string): Promise<boolean> {
  const out = await findPublication(db, { episodeId })
  if (!out) return false
  const draft = await readDraft(db, episodeId)
  return draft.master !== null && addsOnly(out, frozenWords(draft, draft.master))
}

async function bringOutAdditions(db: Db, episodeId: string, house: PublicHouse): Promise<boolean> {
  const pressed = await pressDraft(db, episodeId, house)
  return await db.transaction(async (tx) => {
    // Whoever publishes meanwhile waits for this, or has been first: then it is compared with theirs.
    await tx
      .select({ id: publications.episodeId })
      .from(publications)
      .where(eq(publications.episodeId, episodeId))
      .for('update')
    const out = await findPublication(tx, { episodeId })
    if (!out || !addsOnly(out, pressed.words)) return false
    const when = { publishedAt: out.publishedAt, now: new Date(), memberId: null }
    await bringOutChecked(tx, pressed, when, house)
    return true
  })
}
