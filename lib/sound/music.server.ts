import { and, count, desc, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Db } from '#lib/db/db.server.ts'
import { clips, type Music } from '#lib/db/schema.ts'
import type { Actor } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { firstKnown, musicFromName, musicFromTags, pieceKey } from './music.ts'

/**
 * What a sheet begins with; fields that nobody knows are missing. `from` says where it was found beyond the
 * sheet itself: on an `earlier` sound of the same piece (its title), or in the file's own words.
 */
export type MusicSuggestion = {
  music: Partial<Music>
  from: { kind: 'earlier'; title: string } | { kind: 'file' } | null
}

export type KnownNames = { performers: string[]; authors: string[]; labels: string[] }

type Row = {
  id: string
  title: string
  originalName: string
  sizeBytes: number
  music: Music | null
  facts: unknown
}

const columns = {
  id: clips.id,
  title: clips.title,
  originalName: clips.originalName,
  sizeBytes: clips.sizeBytes,
  music: clips.music,
  facts: sql<unknown>`jsonb_build_object('tags', ${clips.facts} -> 'tags')`,
}
const tagged = z.object({ tags: z.record(z.string(), z.string()).catch({}) })
const mostSheets = 10_000
const mostNames = 300

/**
 * What is known of the music that these sounds may be, for each: its sheet, what somebody wrote on an earlier
 * sound of the same piece with its rights, the tags of the file, its name. The same piece has the same ISRC,
 * or title and performer that differ by capitals, accents and punctuation alone, or is the same file.
 */
export async function suggestMusic(
  db: Db,
  actor: Actor,
  clipIds: readonly string[],
): Promise<Map<string, MusicSuggestion>> {
  permit(actor, 'studio.enter', null)
  if (clipIds.length === 0) return new Map()
  const rows = await db
    .select(columns)
    .from(clips)
    .where(inArray(clips.id, [...clipIds]))
  const samePiece = pieceFinder(await readSheets(db))
  return new Map(
    rows.map((row) => {
      const heard = ownWords(row)
      return [row.id, suggestionOf(row, heard, samePiece(row, heard))]
    }),
  )
}

/** Names that stand on sheets already, the most frequent first: offered while one is typing. */
export async function readKnownNames(db: Db, actor: Actor): Promise<KnownNames> {
  permit(actor, 'studio.enter', null)
  const [performers, authors, labels] = await Promise.all(
    (['performer', 'author', 'label'] as const).map(async (field) => {
      // Written out: with a parameter, what is selected and what is grouped would differ to PostgreSQL.
      const name = sql<string>`${clips.music} ->> ${sql.raw(`'${field}'`)}`
      const rows = await db
        .select({ name })
        .from(clips)
        .where(and(isNotNull(clips.music), isNull(clips.deletedAt), sql`${name} <> ''`))
        .groupBy(name)
        .orderBy(desc(count()), name)
        .limit(mostNames)
      return rows.map((row) => row.name)
    }),
  )
  return { performers: performers ?? [], authors: authors ?? [], labels: labels ?? [] }
}

type Words = ReturnType<typeof ownWords>

/** What a sound says of itself, and who it is by that. */
function ownWords(row: Row) {
  const { tags } = tagged.parse(row.facts)
  const said = musicFromTags(tags)
  const file = said.performer ? said : firstKnown(said, musicFromName(row.title))
  const { title = '', performer = '', isrc = '' } = firstKnown(row.music ?? {}, file)
  return { said, file, isrc, key: pieceKey({ title, performer }) }
}

// Compared here rather than in SQL: a radio has some thousands of sheets, each a line long.
async function readSheets(db: Db): Promise<Row[]> {
  return await db
    .select({ ...columns, facts: sql`null` })
    .from(clips)
    .where(isNotNull(clips.music))
    .orderBy(desc(clips.createdAt))
    .limit(mostSheets)
}

/** Finds the newest other sheet of the same piece. `sheets` are the newest first. */
function pieceFinder(sheets: readonly Row[]) {
  const byIsrc = Map.groupBy(sheets, ({ music }) => music?.isrc ?? '')
  const byKey = Map.groupBy(sheets, ({ music }) => (music ? pieceKey(music) : ''))
  const byFile = Map.groupBy(sheets, fileOf)
  return (row: Row, { isrc, key }: Words): Row | null => {
    const other = (same: Row[] | undefined) => same?.find(({ id }) => id !== row.id)
    return (
      (isrc && other(byIsrc.get(isrc))) ||
      (key && other(byKey.get(key))) ||
      (row.music === null && other(byFile.get(fileOf(row)))) ||
      null
    )
  }
}

const fileOf = ({ originalName, sizeBytes }: Row) => `${sizeBytes} ${originalName}`

// What somebody wrote before is better than what a file says: it was looked at.
function suggestionOf(row: Row, { said, file }: Words, earlier: Row | null): MusicSuggestion {
  const sheet = firstKnown(row.music ?? {})
  const adds = (source: Partial<Music>) =>
    Object.keys(firstKnown(source)).some((name) => !Object.hasOwn(sheet, name))
  const music = firstKnown(sheet, earlier?.music ?? {}, file, { title: row.title })
  if (earlier?.music && adds(earlier.music)) return { music, from: { kind: 'earlier', title: earlier.title } }
  // A title alone is what every telephone writes, and a name with a dash may be that of an interview.
  return { music, from: said.performer && adds(said) ? { kind: 'file' } : null }
}
