import { describe, expect, test } from 'vitest'
import { formatPlace, formatPlaceToTenth, parsePlace } from '#lib/time/place.ts'

describe('a place is written', () => {
  test.each([
    [0, '0:00,00'],
    [5_309, '0:05,30'],
    [65_999, '1:05,99'],
    [3_900_010, '1:05:00,01'],
    [-4, '0:00,00'],
  ])('%i ms to the hundredth: %s', (at, words) => expect(formatPlace(at)).toBe(words))

  test.each([
    [0, '0:00,0'],
    [754_540, '12:34,5'],
    [59_960, '1:00,0'],
    [3_723_000, '1:02:03,0'],
  ])('%i ms to the nearest tenth: %s', (at, words) => expect(formatPlaceToTenth(at)).toBe(words))
})

describe('a place is read', () => {
  test.each([
    ['0:05,30', 5_300],
    ['1:05.3', 65_300],
    ['12:34,5', 754_500],
    ['12:34.5', 754_500],
    ['65,3', 65_300],
    [' 7 ', 7_000],
    ['90', 90_000],
    ['90:00', 5_400_000],
    ['0:00', 0],
    [' 5:30 ', 330_000],
    ['1:05:00,01', 3_900_010],
    ['1:02:03,250', 3_723_250],
    ['0,005', 5],
    ['0:00,05', 50],
    ['5 min 30', 330_000],
    ['1h05', 3_900_000],
  ])('%s is %i ms', (text, at) => expect(parsePlace(text)).toBe(at))

  test.each([
    ...['', 'midi', 'douze', '1:75', '5:75,2', '1:75:00', '5:3', '5:3,2', '1:2:3:4'],
    ...['1:00,1234', '-3', '-0:30'],
  ])('"%s" is none', (text) => expect(parsePlace(text)).toBeNull())
})
