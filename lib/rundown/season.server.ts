import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { rubrics, rundownItems, stories, storyThemes, themes } from '#lib/db/schema.ts'
import { type Episode, readEpisodes } from '#lib/episode/episode.server.ts'
import { type Claim, readClaims, readRemoved, readSkipped } from '#lib/episode/planned.server.ts'
import { readLists, readShow, type Show } from '#lib/episode/show.server.ts'
import type { Actor } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { instantOf, localParts, seasonOf } from '#lib/time/airtime.ts'
import type { Milliseconds } from '#lib/time/duration.ts'
import { occurrences } from '#lib/time/recurrence.ts'
import { lineOf } from './change.server.ts'
import type { Line } from './patch.ts'
import { schedulesOf } from './schedule.ts'
import {
  type ForeseenAiring,
  type SeasonWeek,
  type Share,
  seasonSpan,
  seasonWeeks,
  sharesOf,
} from './season.ts'
import { templatesOf } from './template.server.ts'
import { planRundown } from './timing.ts'
import { timedItems } from './wall.ts'

/** A story of an episode, with its lines: what can be moved to another week together. */
export type PlacedStory = { id: string; title: string; lineIds: string[] }
/** An episode as the season shows it. `totalMs` is what its lines take. */
export type SeasonEpisode = Episode & {
  madeFor: Claim | null
  totalMs: Milliseconds
  lineCount: number
  stories: PlacedStory[]
}
export type SeasonView = {
  season: string
  /** All that have an episode, and the current one; the newest first. */
  seasons: string[]
  weeks: SeasonWeek<SeasonEpisode>[]
  rubrics: Share[]
  themes: Share[]
}

/** A season week by week, and how its stories are spread; the current one when `asked` is none of them. */
export async function readSeason(db: Db, actor: Actor, asked: string | null, now: Date): Promise<SeasonView> {
  permit(actor, 'episode.edit', null)
  const show = await readShow(db)
  const today = localParts(now.getTime(), show.timeZone).date
  const all = await readEpisodes(db, actor)
  const seasons = [...new Set([seasonOf(today), ...all.map(({ season }) => season)])].toSorted().reverse()
  const season = asked && seasons.includes(asked) ? asked : seasonOf(today)
  const { from, to } = seasonSpan(season)
  const rows = all.filter((episode) => episode.season === season)
  const lines = await readSeasonLines(db, rows)
  const claims = await readClaims(
    db,
    rows.map(({ id }) => id),
  )
  const weeks = seasonWeeks({
    from,
    to,
    today,
    episodes: rows.map((episode) => ({
      ...withLines(episode, lines.get(episode.id) ?? [], show),
      madeFor: claims.get(episode.id) ?? null,
    })),
    airings: await foreseen(db, show, today > from ? today : from, to),
    skipped: await readSkipped(db, from, to),
    removed: await readRemoved(db, from, to),
  })
  const placed = weeks.flatMap(({ episodes }) => episodes.flatMap((episode) => episode.stories))
  return { season, seasons, weeks, ...(await readBalance(db, [...new Set(placed.map(({ id }) => id))])) }
}

async function foreseen(db: Db, show: Show, from: string, to: string): Promise<ForeseenAiring[]> {
  return schedulesOf(show, await templatesOf(db)).flatMap(({ rule, airTime, name, templateId, isSlot }) =>
    occurrences(rule, from, to).map((airDate) => ({ airDate, airTime, name, templateId, isSlot })),
  )
}

type StoryLine = Line & { storyTitle: string | null }

async function readSeasonLines(
  db: Db,
  episodes: readonly { id: string }[],
): Promise<Map<string, StoryLine[]>> {
  const ids = episodes.map(({ id }) => id)
  const rows = await db
    .select({ item: rundownItems, storyTitle: stories.title })
    .from(rundownItems)
    .leftJoin(stories, and(eq(stories.id, rundownItems.storyId), isNull(stories.deletedAt)))
    .where(and(inArray(rundownItems.episodeId, ids), isNull(rundownItems.deletedAt)))
    .orderBy(asc(rundownItems.position), asc(rundownItems.id))
  return Map.groupBy(
    rows.map(({ item, storyTitle }) => ({ ...lineOf(item), storyTitle, episodeId: item.episodeId })),
    ({ episodeId }) => episodeId,
  )
}

function withLines(
  episode: Episode,
  lines: readonly StoryLine[],
  show: Show,
): Omit<SeasonEpisode, 'madeFor'> {
  const showStart = instantOf({ date: episode.airDate, time: episode.airTime, zone: show.timeZone })
  const { totalMs } = planRundown(timedItems(lines, showStart, show.timeZone), showStart)
  const placed = new Map<string, PlacedStory>()
  for (const { id, storyId, storyTitle } of lines) {
    if (storyId === null || storyTitle === null) continue
    const known = placed.get(storyId) ?? { id: storyId, title: storyTitle, lineIds: [] }
    placed.set(storyId, { ...known, lineIds: [...known.lineIds, id] })
  }
  return { ...episode, totalMs, lineCount: lines.length, stories: [...placed.values()] }
}

async function readBalance(db: Db, storyIds: string[]): Promise<{ rubrics: Share[]; themes: Share[] }> {
  const lists = await readLists(db)
  const ofStories = await db
    .select({ id: stories.id, rubric: rubrics.name })
    .from(stories)
    .leftJoin(rubrics, eq(rubrics.id, stories.rubricId))
    .where(inArray(stories.id, storyIds))
  const themed = await db
    .select({ id: storyThemes.storyId, theme: themes.name })
    .from(storyThemes)
    .innerJoin(themes, eq(themes.id, storyThemes.themeId))
    .where(inArray(storyThemes.storyId, storyIds))
  const themesOf = Map.groupBy(themed, ({ id }) => id)
  const names = (list: readonly { name: string }[]) => list.map(({ name }) => name)
  return {
    rubrics: sharesOf(
      names(lists.rubrics),
      ofStories.map(({ rubric }) => (rubric === null ? [] : [rubric])),
    ),
    themes: sharesOf(
      names(lists.themes),
      ofStories.map(({ id }) => (themesOf.get(id) ?? []).map(({ theme }) => theme)),
    ),
  }
}
