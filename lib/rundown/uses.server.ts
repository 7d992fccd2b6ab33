import { and, asc, desc, eq, inArray, isNull, or } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { episodes, recordings, rundownItems } from '#lib/db/schema.ts'
import { type Actor, can } from '#lib/people/can.ts'
import { requireClipRow } from '#lib/sound/clip-rows.server.ts'

/**
 * An episode that plays a sound, and the lines that do: as their own sound, or as the bed under them. No line
 * when the sound is the whole show recorded in one run.
 */
export type Use = {
  episodeId: string
  number: number
  title: string
  airDate: string
  lines: { itemId: string; title: string; as: 'sound' | 'bed' }[]
}

/**
 * Where sounds are used, the latest show first; a sound that is not used is missing from the answer. Who may
 * hear a sound may know it. Refuses `not-found` for others.
 */
export async function readUses(
  db: Db,
  actor: Actor,
  clipIds: readonly string[],
): Promise<Map<string, Use[]>> {
  if (!can(actor, 'rundown.read', null)) for (const id of clipIds) await requireClipRow(db, actor, id)
  if (clipIds.length === 0) return new Map()
  const plays = (await readPlays(db, [...clipIds])).flatMap(playsOf)
  const uses = [...Map.groupBy(plays, ({ clipId }) => clipId)].map(
    ([clipId, its]) => [clipId, byEpisode(its)] as const,
  )
  return new Map(uses.filter(([clipId]) => clipIds.includes(clipId)))
}

type Line = Use['lines'][number]
type Play = { clipId: string; episode: Omit<Use, 'lines'>; line: Line | null }
type Row = Awaited<ReturnType<typeof readPlays>>[number]

/** Each sound that a row names: a line may have one of its own, one under it, and both may lie in a recorded show. */
function playsOf({ episode, item, whole }: Row): Play[] {
  const line = (as: Line['as']) => item && { itemId: item.id, title: item.title, as }
  return [
    { clipId: item?.clipId, episode, line: line('sound') },
    { clipId: item?.bedId, episode, line: line('bed') },
    { clipId: whole, episode, line: null },
  ].flatMap(({ clipId, ...play }) => (clipId ? [{ clipId, ...play }] : []))
}

function byEpisode(plays: readonly Play[]): Use[] {
  return [...Map.groupBy(plays, ({ episode }) => episode.episodeId).values()].flatMap((its) =>
    its
      .slice(0, 1)
      .map(({ episode }) => ({ ...episode, lines: its.flatMap(({ line }) => (line ? [line] : [])) })),
  )
}

async function readPlays(db: Db, clipIds: string[]) {
  const { id, title, clipId, bedId } = rundownItems
  const episode = {
    episodeId: episodes.id,
    number: episodes.number,
    title: episodes.title,
    airDate: episodes.airDate,
  }
  return await db
    .select({ episode, item: { id, title, clipId, bedId }, whole: recordings.clipId })
    .from(episodes)
    .leftJoin(
      rundownItems,
      and(
        eq(rundownItems.episodeId, episodes.id),
        isNull(rundownItems.deletedAt),
        or(inArray(clipId, clipIds), inArray(bedId, clipIds)),
      ),
    )
    .leftJoin(recordings, and(eq(recordings.episodeId, episodes.id), inArray(recordings.clipId, clipIds)))
    .where(or(inArray(clipId, clipIds), inArray(bedId, clipIds), inArray(recordings.clipId, clipIds)))
    .orderBy(desc(episodes.airDate), desc(episodes.number), asc(rundownItems.position))
}
