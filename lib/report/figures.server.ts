import { asc, between, desc, eq, min, type SQL, sql, sum } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { downloads, episodes, publications } from '#lib/db/schema.ts'
import { readLists, readShow } from '#lib/episode/show.server.ts'
import type { Actor } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { type LocalDate, localParts } from '#lib/time/airtime.ts'
import { type Count, gatheredLines, type Line, linesOf, type Told, told } from './figures.ts'
import {
  daysOf,
  isMonth,
  type Period,
  parsePeriod,
  periodsBetween,
  type Step,
  stepsOf,
  usualPeriod,
} from './period.ts'

/** Downloads of a period, as they may be seen. */
export type Figures = {
  period: Period
  /** What may be chosen instead. */
  periods: Period[]
  /** Whether anything was ever counted. */
  isCounting: boolean
  total: Told
  /** Those of the period, the newest first, and older ones that were downloaded; the rest is one line. */
  episodes: Line[]
  steps: { step: Step; told: Told }[]
  apps: Line[]
  /** An episode counts for each rubric that it has. */
  rubrics: Line[]
}

/** The listening figures of a period; of the season when `asked` is none that may be chosen. */
export async function readFigures(db: Db, actor: Actor, asked: string | null, now: Date): Promise<Figures> {
  permit(actor, 'report.read', null)
  const { timeZone } = await readShow(db)
  const today = localParts(now.getTime(), timeZone).date
  const [first] = await db.select({ day: min(downloads.day) }).from(downloads)
  const periods = periodsBetween(first?.day ?? today, today)
  const period = periods.find((one) => one === (asked && parsePeriod(asked))) ?? usualPeriod(today)
  const { from, to } = daysOf(period)
  const within = between(downloads.day, from, to)
  const counted = await countsBy(db, within, byEpisode)
  const listed = await listedEpisodes(db)
  const byStep = await countsBy(db, within, isMonth(period) ? byDay : byMonth)
  return {
    ...{ period, periods, isCounting: first?.day !== null },
    total: told(counted.reduce((all, { count }) => all + count, 0)),
    episodes: episodeLines(listed, counted, daysOf(period)),
    steps: stepsOf(period, today).map((step) => ({ step, told: told(countOf(byStep, step)) })),
    apps: gatheredLines(await countsBy(db, within, byApp)),
    rubrics: await rubricLines(db, listed, counted),
  }
}

const byEpisode = sql<string>`${downloads.episodeId}::text`
const byApp = sql<string>`${downloads.app}`
const byDay = sql<string>`${downloads.day}::text`
const byMonth = sql<string>`left(${downloads.day}::text, 7)`

type ListedEpisode = { id: string; name: string; airDate: LocalDate; rubrics: string[] | null }

async function listedEpisodes(db: Db): Promise<ListedEpisode[]> {
  return await db
    .select({
      id: episodes.id,
      name: episodes.title,
      airDate: episodes.airDate,
      rubrics: sql<string[] | null>`jsonb_path_query_array(${publications.stories}, '$[*].rubric')`,
    })
    .from(episodes)
    .leftJoin(publications, eq(publications.episodeId, episodes.id))
    .orderBy(desc(episodes.airDate), asc(episodes.number))
}

async function countsBy(db: Db, within: SQL | undefined, name: SQL<string>): Promise<Count[]> {
  return await db
    .select({ name, count: sum(downloads.count).mapWith(Number) })
    .from(downloads)
    .where(within)
    .groupBy(name)
}

const countOf = (counts: readonly Count[], name: string) =>
  counts.find((one) => one.name === name)?.count ?? 0

function episodeLines(
  listed: readonly ListedEpisode[],
  counted: readonly Count[],
  { from, to }: { from: LocalDate; to: LocalDate },
): Line[] {
  const all = listed.map((one) => ({ ...one, count: countOf(counted, one.id) }))
  const isOwn = (one: ListedEpisode) => one.rubrics !== null && one.airDate >= from && one.airDate <= to
  const named = all.filter((one) => isOwn(one) || told(one.count) !== null)
  const rest = all.filter((one) => !named.includes(one) && one.count > 0)
  const sumOfRest = rest.reduce((sum, { count }) => sum + count, 0)
  return rest.length > 0 ? [...linesOf(named), { name: null, told: told(sumOfRest) }] : linesOf(named)
}

async function rubricLines(db: Db, listed: readonly ListedEpisode[], counted: readonly Count[]) {
  const { rubrics } = await readLists(db)
  return linesOf(
    rubrics.map(({ name }) => ({
      name,
      count: listed
        .filter((one) => one.rubrics?.includes(name))
        .reduce((sum, { id }) => sum + countOf(counted, id), 0),
    })),
  )
}
