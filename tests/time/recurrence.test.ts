import { describe, expect, test } from 'vitest'
import { instantOf } from '#lib/time/airtime.ts'
import { checkedRule, isRule, occurrences } from '#lib/time/recurrence.ts'

const paris = 'Europe/Paris'
const clock = new Intl.DateTimeFormat('fr-FR', { timeZone: paris, dateStyle: 'short', timeStyle: 'short' })
const utc = (date: string, time: string) => new Date(instantOf({ date, time, zone: paris })).toISOString()

describe('the days of a rule', () => {
  test.each([
    [
      'each week on Friday',
      'FREQ=WEEKLY;BYDAY=FR',
      '2026-11-20',
      '2026-12-04',
      ['2026-11-20', '2026-11-27', '2026-12-04'],
    ],
    [
      'every second Friday from a Friday on',
      'DTSTART:20260904\nRRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=FR',
      '2026-09-01',
      '2026-10-10',
      ['2026-09-04', '2026-09-18', '2026-10-02'],
    ],
    [
      'the other Fridays, over a year of 53 weeks',
      'DTSTART:20261211\nRRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=FR',
      '2026-12-20',
      '2027-02-01',
      ['2026-12-25', '2027-01-08', '2027-01-22'],
    ],
    [
      'the first Saturday of the month',
      'FREQ=MONTHLY;BYDAY=1SA',
      '2026-11-01',
      '2027-01-31',
      ['2026-11-07', '2026-12-05', '2027-01-02'],
    ],
    [
      'the last Thursday of the month',
      'FREQ=MONTHLY;BYDAY=-1TH',
      '2027-02-01',
      '2027-04-30',
      ['2027-02-25', '2027-03-25', '2027-04-29'],
    ],
    [
      'the last day of each month, leap years too',
      'FREQ=MONTHLY;BYMONTHDAY=-1',
      '2028-01-15',
      '2028-04-30',
      ['2028-01-31', '2028-02-29', '2028-03-31', '2028-04-30'],
    ],
    [
      'the 31st, only where a month has one',
      'FREQ=MONTHLY;BYMONTHDAY=31',
      '2027-01-01',
      '2027-06-30',
      ['2027-01-31', '2027-03-31', '2027-05-31'],
    ],
    [
      'a 29 February, every four years',
      'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29',
      '2026-01-01',
      '2033-01-01',
      ['2028-02-29', '2032-02-29'],
    ],
    [
      'until a day, that day too',
      'FREQ=WEEKLY;BYDAY=FR;UNTIL=20261204',
      '2026-11-27',
      '2027-01-31',
      ['2026-11-27', '2026-12-04'],
    ],
    [
      'three times from a day on',
      'DTSTART:20261127\nRRULE:FREQ=DAILY;COUNT=3',
      '2026-11-01',
      '2027-01-31',
      ['2026-11-27', '2026-11-28', '2026-11-29'],
    ],
    ['never, when the span is empty', 'FREQ=DAILY', '2026-11-28', '2026-11-27', []],
    ['never, for a 30 February', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', '2026-01-01', '2029-01-01', []],
  ])('%s', (_name, rule, from, to, days) => {
    expect(occurrences(rule, from, to)).toEqual(days)
  })
})

describe('the hour stays that of the wall', () => {
  test('weekly 02:30 in Paris is 03:30 on the night that skips it, and 02:30 the week after', () => {
    const nights = occurrences('FREQ=WEEKLY;BYDAY=SU', '2026-03-22', '2026-04-05')
    expect(nights).toEqual(['2026-03-22', '2026-03-29', '2026-04-05'])
    expect(nights.map((date) => clock.format(instantOf({ date, time: '02:30', zone: paris })))).toEqual([
      '22/03/2026 02:30',
      '29/03/2026 03:30',
      '05/04/2026 02:30',
    ])
    expect(nights.map((date) => utc(date, '02:30').slice(11, 16))).toEqual(['01:30', '01:30', '00:30'])
  })

  test('weekly 02:30 comes once on the night that has it twice: the first time', () => {
    const nights = occurrences('FREQ=WEEKLY;BYDAY=SU', '2026-10-18', '2026-11-01')
    expect(nights.map((date) => utc(date, '02:30'))).toEqual([
      '2026-10-18T00:30:00.000Z',
      '2026-10-25T00:30:00.000Z',
      '2026-11-01T01:30:00.000Z',
    ])
  })

  test('a day’s show keeps its hour across both changes', () => {
    const hours = ['2026-03-28', '2026-03-29', '2026-10-24', '2026-10-25'].map((date) => utc(date, '18:00'))
    expect(hours.map((hour) => hour.slice(11, 16))).toEqual(['17:00', '16:00', '16:00', '17:00'])
  })
})

describe('a rule that is kept', () => {
  test.each([
    ['rrule:freq=weekly;byday=fr', 'FREQ=WEEKLY;BYDAY=FR'],
    ['  FREQ=MONTHLY;BYDAY=+1SA ', 'FREQ=MONTHLY;BYDAY=+1SA'],
    [
      'DTSTART;VALUE=DATE:20260904\r\nRRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=FR',
      'DTSTART:20260904\nRRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=FR',
    ],
  ])('%s', (typed, kept) => expect(checkedRule(typed)).toBe(kept))

  test.each([
    ['nothing', ''],
    ['words', 'chaque vendredi'],
    ['no frequency', 'BYDAY=FR'],
    ['hours: a rule gives days', 'FREQ=HOURLY'],
    ['an hour of its own', 'FREQ=DAILY;BYHOUR=2'],
    ['a day that is none', 'FREQ=WEEKLY;BYDAY=XX'],
    ['an interval of nothing', 'FREQ=WEEKLY;INTERVAL=0'],
    ['the same part twice', 'FREQ=WEEKLY;FREQ=DAILY'],
    ['a part that nobody knows', 'FREQ=WEEKLY;BYMOON=1'],
    ['a count from no day', 'FREQ=WEEKLY;COUNT=3'],
    ['a start that is no day', 'DTSTART:20260231\nRRULE:FREQ=DAILY'],
    ['a start in another age', 'DTSTART:00010101\nRRULE:FREQ=DAILY'],
    ['more than a rule', `FREQ=YEARLY;BYYEARDAY=${Array.from({ length: 200 }, (_, n) => n + 1)}`],
  ])('%s is refused', (_name, rule) => {
    expect(() => checkedRule(rule)).toThrow(expect.objectContaining({ reason: 'rule.unreadable' }))
    expect(isRule(rule)).toBe(false)
  })
})
