import { describe, expect, test } from 'vitest'
import {
  addDays,
  instantOf,
  localParts,
  nextSlot,
  seasonOf,
  slotWeeksAfter,
  weekdayOf,
} from '#lib/time/airtime.ts'
import { hours, minutes } from '#lib/time/duration.ts'

const paris = 'Europe/Paris'
const at = (local: string, zone = paris) => {
  const [date = '', time = ''] = local.split(' ')
  return instantOf({ date, time, zone })
}
const utc = (instant: number) => new Date(instant).toISOString().slice(0, 16)
const shown = (instant: number, zone = paris) => {
  const { date, time } = localParts(instant, zone)
  return `${date} ${time}`
}

describe('the instant of a wall time', () => {
  test.each([
    ['a winter evening in Paris', '2026-11-27 18:00', paris, '2026-11-27T17:00'],
    ['a summer evening in Paris', '2026-07-03 18:00', paris, '2026-07-03T16:00'],
    ['midnight of a new year', '2027-01-01 00:00', paris, '2026-12-31T23:00'],
    ['a leap day', '2028-02-29 12:00', paris, '2028-02-29T11:00'],
    ['the minute before the clocks jump', '2026-03-29 01:59', paris, '2026-03-29T00:59'],
    ['an hour that does not exist is an hour later', '2026-03-29 02:30', paris, '2026-03-29T01:30'],
    ['the first minute after the jump', '2026-03-29 03:00', paris, '2026-03-29T01:00'],
    ['the minute before the hour that comes twice', '2026-10-25 01:59', paris, '2026-10-24T23:59'],
    ['an hour that comes twice is the first one', '2026-10-25 02:30', paris, '2026-10-25T00:30'],
    ['the first minute that comes once again', '2026-10-25 03:00', paris, '2026-10-25T02:00'],
    ['seconds are understood', '2026-11-27 18:00:30', paris, '2026-11-27T17:00'],
    [
      'west of Greenwich, in the hour that does not exist',
      '2026-03-08 02:30',
      'America/New_York',
      '2026-03-08T07:30',
    ],
    [
      'west of Greenwich, in the hour that comes twice',
      '2026-11-01 01:30',
      'America/New_York',
      '2026-11-01T05:30',
    ],
    ['where the clocks jump by half an hour', '2026-10-04 02:15', 'Australia/Lord_Howe', '2026-10-03T15:45'],
    ['where the year begins first', '2027-01-01 00:00', 'Pacific/Kiritimati', '2026-12-31T10:00'],
    ['a zone without summer time', '2026-07-03 18:00', 'UTC', '2026-07-03T18:00'],
    ['in Réunion', '2026-07-03 18:00', 'Indian/Reunion', '2026-07-03T14:00'],
  ])('%s', (_, local, zone, expected) => expect(utc(at(local, zone))).toBe(expected))

  test.each([
    '2026-11-27 24:00',
    '2026-11-27 18h00',
    '2026-11-27 9:00',
    '2026-02-30 12:00',
    '27/11/2026 18:00',
    '',
  ])('%j is refused', (local) => expect(() => at(local)).toThrow(RangeError))
  test('an unknown zone is refused', () =>
    expect(() => at('2026-11-27 18:00', 'Europe/Metz')).toThrow(RangeError))
})

describe('what clock and calendar show', () => {
  test('the second time 02:30 shows the same as the first', () => {
    const first = at('2026-10-25 02:30')
    expect(shown(first)).toBe('2026-10-25 02:30')
    expect(shown(first + hours(1))).toBe('2026-10-25 02:30')
    expect(shown(first + hours(2))).toBe('2026-10-25 03:30')
  })
  test('a length is elapsed time: two hours after 01:30 it is 04:30 in spring, 02:30 in autumn', () => {
    expect(shown(at('2026-03-29 01:30') + hours(2))).toBe('2026-03-29 04:30')
    expect(shown(at('2026-10-25 01:30') + hours(2))).toBe('2026-10-25 02:30')
  })
  test('a Friday at 18:00:59.999', () =>
    expect(localParts(at('2026-11-27 18:00') + 59_999, paris)).toEqual({
      date: '2026-11-27',
      time: '18:00',
      second: 59,
      weekday: 5,
    }))
  test('the last moment of a year', () => expect(shown(at('2027-01-01 00:00') - 1)).toBe('2026-12-31 23:59'))
  test('a moment before 1970', () => expect(shown(-1)).toBe('1970-01-01 00:59'))
  test('hours all through two years are read back where they exist', () => {
    for (let instant = Date.UTC(2026, 0, 1); instant < Date.UTC(2028, 0, 1); instant += hours(7)) {
      const again = at(shown(instant))
      expect([instant, instant - hours(1)]).toContain(again)
    }
  })
})

describe('the weekly slot', () => {
  const friday = { weekday: 5, time: '18:00' }
  const night = { weekday: 7, time: '02:30' }
  test.each([
    ['from earlier in the week', friday, '2026-11-24 10:00', '2026-11-27 18:00'],
    ['on the day itself', friday, '2026-11-27 17:59', '2026-11-27 18:00'],
    ['at the slot it is the one of next week', friday, '2026-11-27 18:00', '2026-12-04 18:00'],
    ['from later in the week', friday, '2026-11-28 00:00', '2026-12-04 18:00'],
    ['across the end of the year', friday, '2026-12-29 12:00', '2027-01-01 18:00'],
    ['across the change to winter time', friday, '2026-10-23 19:00', '2026-10-30 18:00'],
    ['in the night that skips its hour', night, '2026-03-28 12:00', '2026-03-29 03:30'],
    ['after that night it is at its own hour', night, '2026-03-29 03:30', '2026-04-05 02:30'],
    ['in the night that has its hour twice', night, '2026-10-24 12:00', '2026-10-25 02:30'],
  ])('%s', (_, slot, after, expected) => expect(shown(nextSlot(slot, at(after), paris))).toBe(expected))

  test('in the night that has its hour twice, the second time is not another airing', () =>
    expect(shown(nextSlot(night, at('2026-10-25 02:30') + minutes(1), paris))).toBe('2026-11-01 02:30'))

  test.each([
    [1, '2026-12-04 18:00'],
    [0, '2026-11-27 18:00'],
    [-1, '2026-11-20 18:00'],
    [-5, '2026-10-23 18:00'],
    [52, '2027-11-26 18:00'],
  ])('%i weeks from an airing it is the same wall time', (weeks, expected) =>
    expect(shown(slotWeeksAfter(friday, at('2026-11-27 18:00'), weeks, paris))).toBe(expected))
  test('the airing that was pushed to 03:30 pushes no other', () => {
    const pushed = at('2026-03-29 02:30')
    expect(shown(slotWeeksAfter(night, pushed, 1, paris))).toBe('2026-04-05 02:30')
    expect(shown(slotWeeksAfter(night, pushed, -1, paris))).toBe('2026-03-22 02:30')
  })
})

describe('days and seasons', () => {
  test.each([
    ['2026-11-27', 5, '2026-12-02'],
    ['2027-01-01', -1, '2026-12-31'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-03-28', 2, '2026-03-30'],
    ['2026-11-27', 0, '2026-11-27'],
  ])('%s and %i days is %s', (date, days, expected) => expect(addDays(date, days)).toBe(expected))

  test.each([
    ['2026-11-23', 1],
    ['2026-11-27', 5],
    ['2026-11-29', 7],
  ])('%s is day %i of its week', (date, weekday) => expect(weekdayOf(date)).toBe(weekday))

  test.each([
    ['2026-09-01', '2026-2027'],
    ['2026-12-31', '2026-2027'],
    ['2027-01-01', '2026-2027'],
    ['2027-07-31', '2026-2027'],
    ['2027-08-01', '2027-2028'],
    ['2027-09-01', '2027-2028'],
    ['1999-10-01', '1999-2000'],
  ])('%s lies in season %s', (date, season) => expect(seasonOf(date)).toBe(season))
})
