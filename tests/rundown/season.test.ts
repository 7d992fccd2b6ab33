import { describe, expect, test } from 'vitest'
import { isCovered, type PlacedEpisode, seasonSpan, seasonWeeks, sharesOf } from '#lib/rundown/season.ts'

const episode = (airDate: string, madeFor: PlacedEpisode['madeFor'] = null) => ({ airDate, madeFor })
const friday = (airDate: string) => ({
  airDate,
  airTime: '18:00',
  name: 'Ordinaire',
  templateId: 'usual',
  isSlot: true,
})
const season = {
  ...seasonSpan('2026-2027'),
  today: '2026-11-25',
  episodes: [episode('2026-11-13'), episode('2026-11-26')],
  airings: ['2026-11-27', '2026-12-04', '2026-12-11', '2026-12-18'].map(friday),
  skipped: new Map([['2026-12-11', 'vacances']]),
  removed: [episode('2026-12-18')],
}
const weeks = seasonWeeks(season)
const weekOf = (monday: string) => weeks.find((week) => week.monday === monday)

describe('the weeks of a season', () => {
  test('begin with its first episode and end with July, in order', () => {
    expect(weeks[0]?.monday).toBe('2026-11-09')
    expect(weeks.at(-1)?.monday).toBe('2027-07-26')
    expect(weeks.map(({ monday }) => monday)).toEqual(weeks.map(({ monday }) => monday).toSorted())
    expect(weeks.filter(({ isCurrent }) => isCurrent).map(({ monday }) => monday)).toEqual(['2026-11-23'])
  })

  test.each([
    ['with an episode is on', '2026-11-09', 'on'],
    ['that is over without one', '2026-11-16', 'past'],
    ['whose show was moved to the day before is on', '2026-11-23', 'on'],
    ['that a rule will fill is coming', '2026-11-30', 'coming'],
    ['that somebody skips', '2026-12-07', 'skipped'],
    ['whose episode was removed on purpose is a hole', '2026-12-14', 'hole'],
    ['for which nothing is foreseen is a hole', '2027-01-04', 'hole'],
  ])('%s', (_name, monday, state) => expect(weekOf(monday)?.state).toBe(state))

  test('a week that has its show foresees no second one', () => {
    expect(weekOf('2026-11-23')?.airings).toEqual([])
    expect(weekOf('2026-11-30')?.airings).toEqual([friday('2026-12-04')])
  })

  test('a season to come begins in August, one that is over keeps to its end', () => {
    const empty = { ...season, episodes: [], airings: [] }
    expect(seasonWeeks({ ...empty, ...seasonSpan('2027-2028') })[0]?.monday).toBe('2027-07-26')
    expect(seasonWeeks({ ...empty, ...seasonSpan('2024-2025') })).toHaveLength(1)
  })
})

describe('an airing has its episode', () => {
  const slot = friday('2026-12-04')
  const tuesday = { ...slot, airDate: '2026-12-01', templateId: 'morning', isSlot: false }
  const morning = { templateId: 'morning', airDate: '2026-12-01', isSlot: false }
  const usual = { templateId: 'usual', airDate: '2026-12-04', isSlot: true }
  test.each([
    ['the slot’s, moved within its week', slot, episode('2026-12-02', usual), true],
    ['the slot’s, made by hand that week', slot, episode('2026-12-06'), true],
    ['not the slot’s, made for another kind of show', slot, episode('2026-12-04', morning), false],
    ['not the slot’s, a week later', slot, episode('2026-12-11', usual), false],
    ['a template’s, wherever it was moved', tuesday, episode('2026-12-20', morning), true],
    ['a template’s, made by hand that day', tuesday, episode('2026-12-01'), true],
    ['not a template’s, made by hand the day after', tuesday, episode('2026-12-02'), false],
    ['not a template’s, made for the slot', tuesday, episode('2026-12-01', usual), false],
  ])('%s', (_name, airing, one, covered) => expect(isCovered(airing, [one])).toBe(covered))
})

test('stories are counted by name, those of none last', () => {
  expect(sharesOf(['Culture', 'Durable'], [['Culture'], ['Culture', 'Durable'], []])).toEqual([
    { name: 'Culture', stories: 2 },
    { name: 'Durable', stories: 1 },
    { name: null, stories: 1 },
  ])
  expect(sharesOf(['Culture'], [])).toEqual([{ name: 'Culture', stories: 0 }])
})
