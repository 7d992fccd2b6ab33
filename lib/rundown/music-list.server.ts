import { inArray } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { clips } from '#lib/db/schema.ts'
import type { TimedEpisode } from './as-run.server.ts'
import type { ComparedLine } from './as-run.ts'
import type { PlayedMusic } from './broadcast.ts'

/**
 * The music of an episode in order, with the fields of a return: the lines that are a piece of music and those that
 * have one under them. Once the show has been called only what was played stands here, for as long as it was; before,
 * what is planned.
 */
export async function musicOf(db: Db, { compared, rundown, state }: TimedEpisode): Promise<PlayedMusic[]> {
  const sheets = await readSheets(
    db,
    rundown.lines.flatMap(({ clipId, bedId }) => [clipId ?? [], bedId ?? []].flat()),
  )
  const wasCalled = state.startedAt !== null
  const heard = compared.filter(({ fate }) => (wasCalled ? fate === 'played' : fate !== 'skipped'))
  return heard.flatMap((row) => {
    const { line } = row
    if (!line) return []
    const own = sheets.get(line.clipId ?? '')
    const under = sheets.get(line.bedId ?? '')
    return [own ? [played(row, own, false)] : [], under ? [played(row, under, true)] : []].flat()
  })
}

type Sheet = NonNullable<typeof clips.$inferSelect.music>

function played(row: ComparedLine, music: Sheet, isBed: boolean): PlayedMusic {
  const [first] = row.stretches
  const at = first?.from ?? row.plannedStart
  const { title, performer, author, label, catalogue, isrc, rights } = music
  return {
    ...{ title, performer, author, label, catalogue, isrc, rights, isBed },
    itemId: row.itemId,
    goesTo: row.line?.goesTo ?? 'both',
    at: at === null ? null : new Date(at).toISOString(),
    lengthMs: row.actualMs ?? row.plannedMs,
  }
}

async function readSheets(db: Db, clipIds: readonly string[]): Promise<Map<string, Sheet>> {
  if (clipIds.length === 0) return new Map()
  const rows = await db
    .select({ id: clips.id, music: clips.music })
    .from(clips)
    .where(inArray(clips.id, [...new Set(clipIds)]))
  return new Map(rows.flatMap(({ id, music }) => (music ? [[id, music] as const] : [])))
}
