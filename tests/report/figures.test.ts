import { expect, test } from 'vitest'
import { gatheredLines, told } from '#lib/report/figures.ts'
import { daysOf, parsePeriod, periodsBetween, stepsOf } from '#lib/report/period.ts'

test.each([
  [0, null],
  [1, null],
  [4, null],
  [5, 5],
  [9, 5],
  [10, 10],
  [1234, 1230],
])('%s downloads are shown as %s', (count, shown) => expect(told(count)).toBe(shown))

test('small lines are one, so that a name does not say that somebody is there', () => {
  const apps = [
    { name: 'Spotify', count: 12 },
    { name: 'newsboat', count: 1 },
    { name: 'AntennaPod', count: 31 },
    { name: 'Kodi', count: 4 },
    { name: 'Deezer', count: 14 },
  ]
  expect(gatheredLines(apps)).toEqual([
    { name: 'AntennaPod', told: 30 },
    { name: 'Deezer', told: 10 },
    { name: 'Spotify', told: 10 },
    { name: null, told: 5 },
  ])
  expect(gatheredLines([{ name: 'Kodi', count: 1 }])).toEqual([{ name: null, told: null }])
  expect(gatheredLines([])).toEqual([])
})

test('one small line beside seen ones: the total less what is seen leaves it open', () => {
  for (let seen = 5; seen < 40; seen += 1)
    for (let hidden = 0; hidden < 5; hidden += 1) {
      const total = told(seen + hidden) ?? 0
      const shown = told(seen) ?? 0
      const possible = [0, 1, 2, 3, 4].filter((guess) =>
        [0, 1, 2, 3, 4].some((more) => told(shown + more + guess) === total),
      )
      expect(possible).toContain(hidden)
      expect(possible.length).toBeGreaterThanOrEqual(4)
    }
})

test.each([
  ['2026-11', '2026-11-01', '2026-11-30'],
  ['2028-02', '2028-02-01', '2028-02-29'],
  ['2026-12', '2026-12-01', '2026-12-31'],
  ['2026-2027', '2026-08-01', '2027-07-31'],
])('%s goes from %s to %s', (period, from, to) => {
  expect(parsePeriod(period)).toBe(period)
  expect(daysOf(period)).toEqual({ from, to })
})

test.each([
  '',
  '2026',
  '2026-13',
  '2026-00',
  '2026-2028',
  '2026-2026',
  '2026-11-01',
  "2026-11' or 1=1",
])('« %s » is no period', (text) => expect(parsePeriod(text)).toBeNull())

test('a month goes by days and a season by months, up to today', () => {
  expect(stepsOf('2026-11', '2026-11-03')).toEqual(['2026-11-01', '2026-11-02', '2026-11-03'])
  expect(stepsOf('2026-02', '2026-11-03')).toHaveLength(28)
  expect(stepsOf('2026-2027', '2026-11-03')).toEqual(['2026-08', '2026-09', '2026-10', '2026-11'])
  expect(stepsOf('2025-2026', '2026-11-03')).toHaveLength(12)
})

test('one chooses among seasons and months since the first count', () => {
  expect(periodsBetween('2026-07-30', '2026-09-02')).toEqual([
    '2026-2027',
    '2025-2026',
    '2026-09',
    '2026-08',
    '2026-07',
  ])
})
