import { describe, expect, test } from 'vitest'
import {
  countdownSeconds,
  elapsedSeconds,
  formatDuration,
  formatSigned,
  hours,
  minutes,
  parseDuration,
  seconds,
  spokenDuration,
} from '#lib/time/duration.ts'

describe('a length as people type it', () => {
  const fiveAndAHalf = [
    '5:30',
    "5'30",
    '5m30',
    '5min30',
    '5.5',
    '5,5',
    '5 min 30 s',
    '5’30',
    '5′30″',
    `5'30"`,
  ]
  test.each(fiveAndAHalf)('%s is five and a half minutes', (typed) =>
    expect(parseDuration(typed)).toBe(seconds(330)))
  test.each([
    "5'30''",
    '5 : 30',
    '05:30',
    '330',
    '330s',
    '5mn30',
    '5 minutes 30 secondes',
    '5 minutes 30',
  ])('%s is that too', (typed) => expect(parseDuration(typed)).toBe(seconds(330)))
  test.each([
    ' 5:30 ',
    '５：３０',
    '5\u00a0min\u00a030',
    '5\u202f:\u202f30',
    '5 MIN 30 S',
  ])('%j, from a phone or a word processor, is that too', (typed) =>
    expect(parseDuration(typed)).toBe(seconds(330)))
  test.each([
    ['90', seconds(90)],
    ['90s', seconds(90)],
    ['90 s', seconds(90)],
    ['45"', seconds(45)],
    ['0', 0],
    ['0:00', 0],
    ['5 min', minutes(5)],
    ["5'", minutes(5)],
    ['90 min', minutes(90)],
    ['90:00', minutes(90)],
    ['1h', hours(1)],
    ['2 heures', hours(2)],
    ['1,5 h', minutes(90)],
    ['2.5 min', seconds(150)],
    ['2,5 s', seconds(2.5)],
    ['0,33', seconds(19.8)],
    ['1:05:00', minutes(65)],
    ['1h05', minutes(65)],
    ['1 h 05', minutes(65)],
    ['1h5', minutes(65)],
    ['1h 10s', seconds(3610)],
    ['1 h 05 min 10 s', seconds(3910)],
    ['1h05m10', seconds(3910)],
    ['24:00:00', hours(24)],
    ['86400', hours(24)],
  ])('%s is %i ms', (typed, duration) => expect(parseDuration(typed)).toBe(duration))

  test.each([
    '',
    ' ',
    'abc',
    'min',
    ':',
    '5:',
    ':30',
    '5:3',
    '5:75',
    '1:75:00',
    '5:30:5',
    '1:02:03:04',
    '5 30',
    '5 min 75',
    '1h75',
    '5.',
    '.5',
    '5.5:30',
    '-5',
    '−5:30',
    '1e3',
    '0x10',
    'NaN',
    'Infinity',
    '30 s 5 min',
    '24:00:01',
    '25h',
    '86401',
    '99999999999999999999',
    '5:30 environ',
    '<b>5:30</b>',
  ])('%j is no length', (typed) => expect(parseDuration(typed)).toBeNull())

  test.each([0, 1, 59, 60, 61, 3599, 3600, 3661, 86_400])('%i s is read back as it was shown', (count) =>
    expect(parseDuration(formatDuration(seconds(count)))).toBe(
      // Below a minute it is shown as 0:59, which is 59 seconds as well.
      seconds(count),
    ))
})

describe('a length as it is shown', () => {
  test.each([
    [0, '0:00'],
    [seconds(5), '0:05'],
    [seconds(330), '5:30'],
    [minutes(59), '59:00'],
    [hours(1), '1:00:00'],
    [seconds(3905), '1:05:05'],
    [499, '0:00'],
    [59_500, '1:00'],
    [-seconds(80), '−1:20'],
    [-400, '0:00'],
  ])('%i ms is %s', (duration, text) => expect(formatDuration(duration)).toBe(text))

  test.each([
    [seconds(40), '+0:40'],
    [-seconds(80), '−1:20'],
    [0, '0:00'],
    [400, '0:00'],
    [-400, '0:00'],
    [hours(1), '+1:00:00'],
  ])('over or under by %i ms is %s', (duration, text) => expect(formatSigned(duration)).toBe(text))

  test.each([
    [seconds(72), { hours: 0, minutes: 1, seconds: 10 }],
    [seconds(73), { hours: 0, minutes: 1, seconds: 15 }],
    [seconds(58), { hours: 0, minutes: 1, seconds: 0 }],
    [seconds(1), { hours: 0, minutes: 0, seconds: 5 }],
    [0, { hours: 0, minutes: 0, seconds: 0 }],
    [seconds(3599), { hours: 1, minutes: 0, seconds: 0 }],
  ])('one says about %i ms to 5 s', (duration, spoken) => expect(spokenDuration(duration)).toEqual(spoken))
})

describe('digits of a running clock', () => {
  test.each([
    [59_001, 60],
    [59_000, 59],
    [1, 1],
    [0, 0],
    [-1, 0],
    [-999, 0],
    [-1000, -1],
    [-1001, -1],
  ])('a countdown of %i ms shows %i', (left, digits) => expect(countdownSeconds(left)).toBe(digits))

  test.each([
    [0, 0],
    [999, 0],
    [1000, 1],
    [59_999, 59],
  ])('a count-up of %i ms shows %i', (passed, digits) => expect(elapsedSeconds(passed)).toBe(digits))
})
