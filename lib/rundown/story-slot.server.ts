import { and, asc, eq, gte, isNull } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { episodes, rundownItems } from '#lib/db/schema.ts'
import { findShow } from '#lib/episode/show.server.ts'
import type { Actor } from '#lib/people/can.ts'
import { requireStoryRow } from '#lib/story/story-rows.server.ts'
import { localParts } from '#lib/time/airtime.ts'
import type { Instant, Milliseconds } from '#lib/time/duration.ts'

/** The time that is kept for a story in the next show that plays it. */
export type StorySlot = { episodeId: string; title: string; airDate: string; slotMs: Milliseconds }

/**
 * What the next show keeps for a story: the planned lengths of its lines there, together. Null while no coming show has
 * it. Who may read the story may know it. Refuses `not-found`.
 */
export async function readStorySlot(
  db: Db,
  actor: Actor,
  storyId: string,
  now: Instant = Date.now(),
): Promise<StorySlot | null> {
  await requireStoryRow(db, actor, storyId)
  const show = await findShow(db)
  if (!show) return null
  const lines = await db
    .select({
      episodeId: episodes.id,
      title: episodes.title,
      airDate: episodes.airDate,
      plannedMs: rundownItems.plannedMs,
    })
    .from(rundownItems)
    .innerJoin(episodes, eq(episodes.id, rundownItems.episodeId))
    .where(
      and(
        eq(rundownItems.storyId, storyId),
        isNull(rundownItems.deletedAt),
        eq(rundownItems.isSkipped, false),
        gte(episodes.airDate, localParts(now, show.timeZone).date),
      ),
    )
    .orderBy(asc(episodes.airDate), asc(episodes.number))
  const [next] = lines
  if (!next) return null
  const { plannedMs: _one, ...episode } = next
  const slotMs = lines
    .filter(({ episodeId }) => episodeId === next.episodeId)
    .reduce((sum, { plannedMs }) => sum + plannedMs, 0)
  return slotMs > 0 ? { ...episode, slotMs } : null
}
