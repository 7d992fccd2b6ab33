import { eq } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { type EpisodeKind, episodes, type Soundbite } from '#lib/db/schema.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import type { Actor } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { formatDuration } from '#lib/time/duration.ts'
import { findMaster } from './draft.server.ts'
import { soundbiteTrouble } from './soundbite.ts'

/** What podcast apps are told of an episode beside its words. */
export type ForApps = { kind: EpisodeKind; soundbite: Soundbite | null }

/**
 * Sets what an episode is for apps, and the passage that they may play as a taste of it; listeners get it when it is
 * published. Refuses `soundbite.outside` for a passage that the podcast, if it is made, does not have.
 */
export async function editForApps(db: Db, actor: Actor, episodeId: string, forApps: ForApps) {
  permit(actor, 'episode.edit', null)
  const { soundbite } = forApps
  const lengthMs = (await findMaster(db, episodeId))?.durationMs ?? null
  const trouble = soundbite && soundbiteTrouble(soundbite, lengthMs)
  if (trouble) throw new Refusal(`soundbite.${trouble}`, { length: formatDuration(lengthMs ?? 0) })
  const changed = await db.update(episodes).set(forApps).where(eq(episodes.id, episodeId)).returning()
  if (changed.length === 0) throw new Refusal('not-found')
}
