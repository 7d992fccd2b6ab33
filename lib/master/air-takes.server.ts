import type { Db } from '#lib/db/db.server.ts'
import type { Actor } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { airLogOf } from '#lib/rundown/on-air.server.ts'
import { showState } from '#lib/rundown/on-air.ts'
import type { Take } from './recording.ts'

/** What was taken on the air, in order, for cutting the recording of the same show; empty when nobody called it. */
export async function readAirTakes(db: Db, actor: Actor, episodeId: string): Promise<Take[]> {
  permit(actor, 'rundown.read', null)
  const { runs } = showState(await airLogOf(db, episodeId))
  return runs.map(({ itemId, takenAt, endedAt }) => ({ itemId, takenAt, endedAt }))
}
