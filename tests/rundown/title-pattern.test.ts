import { expect, test } from 'vitest'
import { isoWeekOf, patternTitle } from '#lib/rundown/title-pattern.ts'

test.each([
  ['La Bobine du {date}', '2026-11-27', 12, 'La Bobine du 27 novembre 2026'],
  ['La Bobine du {date}', '2027-01-01', 12, 'La Bobine du 1er janvier 2027'],
  ['N° {numero}, semaine {semaine}', '2026-11-27', 12, 'N° 12, semaine 48'],
  ['{numero} et {numero}', '2026-11-27', 3, '3 et 3'],
  ['Toujours le même', '2026-11-27', 3, 'Toujours le même'],
  ['{titre} reste', '2026-11-27', 3, '{titre} reste'],
  ['', '2026-11-27', 3, ''],
])('%s on %s', (pattern, airDate, number, title) => {
  expect(patternTitle(pattern, { airDate, number })).toBe(title)
})

test('a title is never longer than an episode’s may be', () => {
  expect(patternTitle('x'.repeat(400), { airDate: '2026-11-27', number: 1 })).toHaveLength(255)
})

test.each([
  ['2026-12-31', 53],
  ['2027-01-01', 53],
  ['2027-01-04', 1],
  ['2028-12-31', 52],
  ['2024-12-30', 1],
])('%s is in ISO week %i', (date, week) => expect(isoWeekOf(date)).toBe(week))
