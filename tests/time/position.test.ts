import { expect, test } from 'vitest'
import { formatPosition, parsePosition } from '#lib/time/position.ts'

test.each([
  ['12:34,5', 754_500],
  ['12:34.5', 754_500],
  ['0:00,05', 50],
  ['1:02:03,250', 3_723_250],
  [' 5:30 ', 330_000],
  ['90', 90_000],
  ['0:00', 0],
])('%s', (typed, ms) => expect(parsePosition(typed)).toBe(ms))

test.each(['', 'midi', '5:75,2', '5:3,2', '1:00,1234', '-0:30'])('%s is no place', (typed) =>
  expect(parsePosition(typed)).toBeNull())

test.each([
  [0, '0:00,0'],
  [754_540, '12:34,5'],
  [59_960, '1:00,0'],
  [3_723_000, '1:02:03,0'],
])('%i ms', (ms, words) => expect(formatPosition(ms)).toBe(words))
