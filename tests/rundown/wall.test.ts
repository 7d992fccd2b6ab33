import { describe, expect, test } from 'vitest'
import { bareLine, type Line } from '#lib/rundown/patch.ts'
import { planRundown } from '#lib/rundown/timing.ts'
import { timedItems, wallInstant } from '#lib/rundown/wall.ts'
import { instantsOf } from '#lib/time/airtime.ts'
import { hours, minutes, seconds } from '#lib/time/duration.ts'

const zone = 'Europe/Paris'
const utc = (time: string) => Date.parse(`${time}Z`)
const meant = (time: string, showStart: string) =>
  new Date(wallInstant(time, utc(showStart), zone)).toISOString().slice(0, 19)

describe('a wall time of the show means', () => {
  const evening = '2026-11-27T17:00'
  test.each([
    ['18:00:00', '2026-11-27T17:00:00'],
    ['18:00:30', '2026-11-27T17:00:30'],
    ['23:59:59', '2026-11-27T22:59:59'],
    ['00:00:00', '2026-11-27T23:00:00'],
    ['12:00:00', '2026-11-27T11:00:00'],
    ['11:59:59', '2026-11-28T10:59:59'],
  ])('for a show at 18:00, %s: %s', (time, instant) => expect(meant(time, evening)).toBe(instant))

  const afterMidnight = '2026-11-27T23:10'
  test.each([
    ['23:55:00', '2026-11-27T22:55:00'],
    ['00:05:00', '2026-11-27T23:05:00'],
    ['00:30:00', '2026-11-27T23:30:00'],
    ['18:10:00', '2026-11-27T17:10:00'],
    ['18:09:59', '2026-11-28T17:09:59'],
  ])('for a show at 00:10, %s: %s', (time, instant) => expect(meant(time, afterMidnight)).toBe(instant))

  const beforeMidnight = '2026-12-31T22:30'
  test.each([
    ['23:45:00', '2026-12-31T22:45:00'],
    ['00:15:00', '2026-12-31T23:15:00'],
    ['02:00:00', '2027-01-01T01:00:00'],
  ])('for a show at 23:30 on New Year’s Eve, %s: %s', (time, instant) =>
    expect(meant(time, beforeMidnight)).toBe(instant))
})

describe('in the autumn night, which has the hour from two to three twice,', () => {
  test.each([
    ['a show at 01:30 reaches the first 02:30', '02:30:00', '2026-10-24T23:30', '2026-10-25T00:30:00'],
    ['and 03:15 an hour later than it looks', '03:15:00', '2026-10-24T23:30', '2026-10-25T02:15:00'],
    ['a show at 02:50 has 02:55 ahead of it', '02:55:00', '2026-10-25T00:50', '2026-10-25T00:55:00'],
    ['and 02:10 too: the second one', '02:10:00', '2026-10-25T00:50', '2026-10-25T01:10:00'],
    [
      'for a show at 08:15 the second 02:30 is near enough, the first is not',
      '02:30:00',
      '2026-10-25T07:15',
      '2026-10-25T01:30:00',
    ],
  ])('%s', (_says, time, showStart, instant) => expect(meant(time, showStart)).toBe(instant))

  test('a line held at a time of that hour is planned after what comes before it', () => {
    const lines = [line({ plannedMs: minutes(15) }), line({ fixedStart: '02:10:00' })]
    const showStart = utc('2026-10-25T00:50')
    const { items } = planRundown(timedItems(lines, showStart, zone), showStart)
    expect(items.map(({ gapMs }) => gapMs)).toEqual([0, minutes(5)])
  })
})

describe('in the spring night, which has no hour from two to three,', () => {
  test.each([
    ['02:30 is 03:30', '02:30:00', '2026-03-29T01:30:00'],
    ['03:10 comes ten minutes after 02:00', '03:10:00', '2026-03-29T01:10:00'],
    ['01:45 is as ever', '01:45:00', '2026-03-29T00:45:00'],
  ])('%s', (_says, time, instant) => expect(meant(time, '2026-03-29T00:30')).toBe(instant))
})

test('an hour that comes twice is told twice, the earlier one first; one that is skipped, never', () => {
  const of = (date: string) => instantsOf({ date, time: '02:30', zone })
  expect(of('2026-10-25')).toEqual([utc('2026-10-25T00:30'), utc('2026-10-25T01:30')])
  expect(of('2026-03-29')).toEqual([])
  expect(of('2026-11-27')).toEqual([utc('2026-11-27T01:30')])
})

test('around any start in a year a wall time lies from six hours before to a day and an hour after it', () => {
  for (let start = utc('2026-01-01T00:00'); start < utc('2027-01-01T00:00'); start += minutes(4507)) {
    for (const time of ['00:00:00', '02:30:00', '12:15:00', '23:59:59']) {
      const after = wallInstant(time, start, zone) - start
      expect(after, `${time} for ${new Date(start).toISOString()}`).toBeGreaterThanOrEqual(-hours(6))
      expect(after).toBeLessThan(hours(19))
    }
  }
})

describe('a line lasts until the next one begins', () => {
  const showStart = utc('2026-11-27T17:00')
  const lengths = (...lines: Line[]) =>
    timedItems(lines, showStart, zone).map(({ plannedMs }) => plannedMs / seconds(1))

  test('a silence lengthens it, a crossfade shortens it, the last one meets nothing', () =>
    expect(
      lengths(
        line({ plannedMs: seconds(60), joinMs: seconds(2) }),
        line({ plannedMs: seconds(60), joinMs: -seconds(3) }),
        line({ plannedMs: seconds(60), joinMs: -seconds(3) }),
      ),
    ).toEqual([62, 57, 60]))

  test('nor does the last that is played, whatever is skipped after it', () =>
    expect(
      lengths(
        line({ plannedMs: seconds(60), joinMs: -seconds(3) }),
        line({ plannedMs: seconds(60), joinMs: -seconds(3) }),
        line({ plannedMs: seconds(60), isSkipped: true }),
      ),
    ).toEqual([57, 60, 60]))

  test('a crossfade longer than the line leaves nothing of it, never less', () =>
    expect(lengths(line({ plannedMs: seconds(2), joinMs: -seconds(5) }), line({}))).toEqual([0, 0]))
})

let made = 0
function line(fields: Partial<Line>): Line {
  made += 1
  return {
    ...bareLine,
    id: `${made}`,
    kind: 'voice',
    version: 1,
    ...fields,
  }
}
