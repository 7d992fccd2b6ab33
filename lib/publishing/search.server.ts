import { eq, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Db } from '#lib/db/db.server.ts'
import { type EpisodeKind, episodes, publications, publicSentences } from '#lib/db/schema.ts'
import type { Milliseconds } from '#lib/time/duration.ts'
import { aboutPlaces, hitMarks, type Marked, markedText, pluralForms, type SearchTerm } from './search.ts'

/** Newest first, or what fits best first. */
export type SearchOrder = 'newest' | 'best'
/** A moment in which words were found; who says them, '' for a chapter's title. */
export type SearchHit = { startMs: Milliseconds; speaker: string; text: Marked }
export type FoundEpisode = {
  slug: string
  kind: EpisodeKind
  number: number
  airDate: string
  durationMs: Milliseconds
  title: Marked
  summary: Marked
  /** Names, music, rubrics and themes in which words were found. */
  about: Marked[]
  hits: SearchHit[]
  /** How many more moments there are. */
  more: number
}
export type SearchResults = { count: number; pages: number; episodes: FoundEpisode[] }

const EPISODES_A_PAGE = 10
const HITS_AN_EPISODE = 4

/** The episodes in which every term is said or written, with the moments; `page` counts from 1. */
export async function searchEpisodes(
  db: Db,
  terms: readonly SearchTerm[],
  { page = 1, order = 'newest' }: { page?: number; order?: SearchOrder } = {},
): Promise<SearchResults> {
  if (terms.length === 0) return { count: 0, pages: 0, episodes: [] }
  const asked = terms.map(askedOf)
  const found = await findEpisodes(db, asked, page, order)
  const count = found[0]?.count ?? 0
  const lines = await findLines(
    db,
    asked,
    found.map(({ episodeId }) => episodeId),
  )
  return {
    count,
    pages: Math.ceil(count / EPISODES_A_PAGE),
    episodes: found.map((episode) =>
      withLines(
        episode,
        lines.filter(({ episode_id }) => episode_id === episode.episodeId),
      ),
    ),
  }
}

/** What the database is asked for a term: what its words amount to, and whether a line has it. */
type Asked = { query: SQL; isIn: SQL }

function askedOf(term: SearchTerm): Asked {
  const { words, plain } = publicSentences
  const query = queryOf(term)
  const isIn = sql`${words} @@ ${query}`
  // The little words that French drops are part of what stands between quotes.
  return { query, isIn: term.isPhrase ? sql`(${isIn} and strpos(${plain}, ${term.plain}) > 0)` : isIn }
}

function queryOf({ isPhrase, plain }: SearchTerm): SQL {
  if (isPhrase) return sql`phraseto_tsquery('french', ${plain})`
  const query = sql`plainto_tsquery('french', ${plain})`
  const forms = pluralForms(plain)
  if (forms.length === 0) return query
  const own = sql`to_tsquery('simple', ${forms.join(' | ')})`
  return sql`(case when numnode(${query}) = 0 then ${query} else ${query} || ${own} end)`
}

const anyOf = (asked: readonly Asked[]) =>
  sql.join(
    asked.map(({ query }) => query),
    sql` || `,
  )
const hasAny = (asked: readonly Asked[]) =>
  sql`(${sql.join(
    asked.map(({ isIn }) => isIn),
    sql` or `,
  )})`

async function findEpisodes(db: Db, asked: Asked[], page: number, order: SearchOrder) {
  const { words, position } = publicSentences
  // A word that French has everywhere ("le") asks for nothing.
  const hasAll = sql.join(
    asked.map(({ query, isIn }) => sql`(numnode(${query}) = 0 or bool_or(${isIn}))`),
    sql` and `,
  )
  // What a title or a summary says weighs more than a sentence.
  const rank = sql`sum(ts_rank(${words}, ${anyOf(asked)}) * case when ${position} < 0 then 4 else 1 end)`
  const best = db
    .select({ episodeId: publicSentences.episodeId, rank: rank.as('rank') })
    .from(publicSentences)
    .where(hasAny(asked))
    .groupBy(publicSentences.episodeId)
    .having(hasAll)
    .as('best')
  const { episodeId, kind, number, airDate, durationMs, title, summary, publishedAt } = publications
  const newest = sql`${publishedAt} desc, ${episodeId} desc`
  return await db
    .select({
      ...{ episodeId, kind, number, airDate, durationMs, title, summary },
      slug: episodes.slug,
      count: sql<number>`(count(*) over ())::int`,
    })
    .from(best)
    .innerJoin(publications, eq(publications.episodeId, best.episodeId))
    .innerJoin(episodes, eq(episodes.id, best.episodeId))
    .orderBy(order === 'best' ? sql`${best.rank} desc, ${newest}` : newest)
    .limit(EPISODES_A_PAGE)
    .offset((page - 1) * EPISODES_A_PAGE)
}

const foundLine = z.object({
  episode_id: z.string(),
  position: z.number(),
  start_ms: z.number(),
  speaker: z.string(),
  text: z.string(),
  total: z.number(),
  headline: z.string(),
})
type FoundLine = z.output<typeof foundLine>

/** What is written, and the moments with most of the terms; then in the order in which they are heard. */
async function findLines(db: Db, asked: Asked[], episodeIds: string[]): Promise<FoundLine[]> {
  if (episodeIds.length === 0) return []
  const howMany = sql.join(
    asked.map(({ isIn }) => sql`(${isIn})::int`),
    sql` + `,
  )
  const look = `HighlightAll=true, StartSel=${hitMarks.start}, StopSel=${hitMarks.stop}`
  const { rows } = await db.execute(sql`
    select episode_id, position, start_ms, speaker, text, total,
      ts_headline('french', plain, ${anyOf(asked)}, ${look}) as headline
    from (
      select *, (count(*) over same)::int as total,
        row_number() over (partition by episode_id, position < 0 order by ${howMany} desc, position) as place
      from ${publicSentences}
      where episode_id in ${episodeIds} and ${hasAny(asked)}
      window same as (partition by episode_id, position < 0)
    ) as lines
    where position < 0 or place <= ${HITS_AN_EPISODE}
    order by position`)
  return z.array(foundLine).parse(rows)
}

function withLines(
  {
    slug,
    kind,
    number,
    airDate,
    durationMs,
    title,
    summary,
  }: Awaited<ReturnType<typeof findEpisodes>>[number],
  lines: readonly FoundLine[],
): FoundEpisode {
  const said = lines.filter(({ position }) => position >= 0)
  const marked = (place: number, otherwise: string) => {
    const line = lines.find(({ position }) => position === place)
    return line ? markedText(line.text, line.headline) : [{ text: otherwise, isHit: false }]
  }
  const { title: titleAt, summary: summaryAt, ...others } = aboutPlaces
  const otherPlaces: number[] = Object.values(others)
  return {
    ...{ slug, kind, number, airDate, durationMs },
    title: marked(titleAt, title),
    summary: marked(summaryAt, summary),
    about: lines
      .filter(({ position }) => otherPlaces.includes(position))
      .map(({ text, headline }) => markedText(text, headline)),
    hits: said.map(({ start_ms: startMs, speaker, text, headline }) => ({
      ...{ startMs, speaker, text: markedText(text, headline) },
    })),
    more: (said[0]?.total ?? 0) - said.length,
  }
}
