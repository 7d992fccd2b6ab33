import { addDays, type LocalDate, weekdayOf } from '#lib/time/airtime.ts'
import type { Airing } from './schedule.ts'

/** A show that the rules foresee on that day: a template's own, or the weekly slot's. */
export type ForeseenAiring = Airing & { name: string; templateId: string | null; isSlot: boolean }
/** An episode with what it was made for; null when nobody wrote that down. */
export type PlacedEpisode = {
  airDate: LocalDate
  madeFor: { templateId: string | null; airDate: LocalDate; isSlot: boolean } | null
}

/**
 * A week of the season. `on`: it has an episode. `skipped`: somebody said that there is none. `coming`: a rule will make
 * one. `hole`: nothing is foreseen. `past`: it is over, without a show.
 */
export type WeekState = 'on' | 'skipped' | 'coming' | 'hole' | 'past'
export type SeasonWeek<E> = {
  monday: LocalDate
  state: WeekState
  isCurrent: boolean
  episodes: E[]
  /** Those without an episode yet. */
  airings: ForeseenAiring[]
  skipped: { airDate: LocalDate; reason: string }[]
}

type Season<E> = {
  from: LocalDate
  to: LocalDate
  today: LocalDate
  episodes: readonly E[]
  airings: readonly ForeseenAiring[]
  skipped: ReadonlyMap<LocalDate, string>
  /** Episodes that somebody removed on purpose: their airings stay without one. */
  removed: readonly PlacedEpisode[]
}

/** The Monday of a day's week. */
export function mondayOf(date: LocalDate): LocalDate {
  return addDays(date, 1 - weekdayOf(date))
}

/** The first and last day of a season, `2026-2027`: as `seasonOf` has it. */
export function seasonSpan(season: string): { from: LocalDate; to: LocalDate } {
  const year = Number(season.slice(0, 4))
  return { from: `${year}-08-01`, to: `${year + 1}-07-31` }
}

/**
 * Whether an airing has its episode, as the planning sees it: the slot's is in its week on whatever day, a template's is
 * the one that was made for that day, or one made by hand on it.
 */
export function isCovered(
  { airDate, templateId, isSlot }: ForeseenAiring,
  episodes: readonly PlacedEpisode[],
): boolean {
  const [from, to] = [addDays(airDate, -3), addDays(airDate, 3)]
  return episodes.some((episode) => {
    const { madeFor } = episode
    if (isSlot) return (madeFor?.isSlot ?? true) && episode.airDate >= from && episode.airDate <= to
    return madeFor === null
      ? episode.airDate === airDate
      : madeFor.templateId === templateId && madeFor.airDate === airDate
  })
}

/** The weeks of a season in order, from its first episode or from today, whichever comes first. */
export function seasonWeeks<E extends PlacedEpisode>(season: Season<E>): SeasonWeek<E>[] {
  const { from, to, today, episodes } = season
  const inside = today < from ? from : today > to ? to : today
  const first = episodes.reduce((least, { airDate }) => (airDate < least ? airDate : least), inside)
  const weeks: SeasonWeek<E>[] = []
  for (let monday = mondayOf(first); monday <= to; monday = addDays(monday, 7))
    weeks.push(weekOf(season, monday))
  return weeks
}

function weekOf<E extends PlacedEpisode>(season: Season<E>, monday: LocalDate): SeasonWeek<E> {
  const sunday = addDays(monday, 6)
  const isIn = (date: LocalDate) => date >= monday && date <= sunday
  const episodes = season.episodes.filter(({ airDate }) => isIn(airDate))
  const skipped = [...season.skipped].filter(([date]) => isIn(date))
  const airings = season.airings.filter(
    (airing) =>
      isIn(airing.airDate) &&
      airing.airDate >= season.today &&
      !season.skipped.has(airing.airDate) &&
      !isCovered(airing, [...season.episodes, ...season.removed]),
  )
  return {
    monday,
    state: stateOf({ episodes, skipped, airings, isOver: sunday < season.today }),
    isCurrent: isIn(season.today),
    airings,
    episodes: episodes.toSorted((a, b) => a.airDate.localeCompare(b.airDate)),
    skipped: skipped.map(([airDate, reason]) => ({ airDate, reason })),
  }
}

function stateOf(week: {
  episodes: readonly unknown[]
  skipped: readonly unknown[]
  airings: readonly unknown[]
  isOver: boolean
}): WeekState {
  if (week.episodes.length > 0) return 'on'
  if (week.skipped.length > 0) return 'skipped'
  if (week.isOver) return 'past'
  return week.airings.length > 0 ? 'coming' : 'hole'
}

/** How many stories of a season have a rubric or a theme; `name` null = none. */
export type Share = { name: string | null; stories: number }

/** Counts stories by name, in the order of `names`; those of no name last, when there are any. */
export function sharesOf(names: readonly string[], stories: readonly (readonly string[])[]): Share[] {
  const named = names.map((name) => ({ name, stories: stories.filter((has) => has.includes(name)).length }))
  const without = stories.filter((has) => has.length === 0).length
  return without > 0 ? [...named, { name: null, stories: without }] : named
}
