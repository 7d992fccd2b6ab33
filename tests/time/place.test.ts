import { expect, test } from 'vitest'
import { formatPlace, parsePlace } from '#lib/time/place.ts'

test.each([
  [0, '0:00,00'],
  [5_309, '0:05,30'],
  [65_999, '1:05,99'],
  [3_900_010, '1:05:00,01'],
  [-4, '0:00,00'],
])('%i ms is written %s', (at, words) => expect(formatPlace(at)).toBe(words))

test.each([
  ['0:05,30', 5_300],
  ['1:05.3', 65_300],
  ['65,3', 65_300],
  [' 7 ', 7_000],
  ['1:05:00,01', 3_900_010],
  ['0,005', 5],
  ['1:75', null],
  ['1:2:3:4', null],
  ['', null],
  ['douze', null],
  ['-3', null],
])('"%s" is %j', (text, at) => expect(parsePlace(text)).toBe(at))
