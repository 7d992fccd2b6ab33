import { describe, expect, test } from 'vitest'
import { quietNear, snapToSilence } from '#lib/sound/quiet.ts'

describe('the quietest breath around', () => {
  /** Each height lasts so many milliseconds. */
  const waveform = (...parts: [height: number, ms: number][]) =>
    Int8Array.from(
      parts.flatMap(([height, ms]) => Array.from({ length: ms / 10 }, () => [-height, height]).flat()),
    )

  const talk = waveform([80, 3000], [2, 200], [80, 1800], [0, 400], [80, 2600])

  const cases: [what: string, sound: Int8Array, atMs: number, withinMs: number, found: number][] = [
    ['the nearest pause, its edge kept clear', talk, 3300, 500, 3160],
    ['a deeper pause wins when it is near enough', talk, 4500, 1500, 5040],
    ['but not when it is too far', talk, 3100, 1000, 3100],
    ['in the middle of a pause it stays', talk, 5200, 800, 5200],
    [
      'a dip shorter than a breath is no pause',
      waveform([80, 500], [0, 30], [80, 500], [5, 300]),
      520,
      600,
      1070,
    ],
    ['at the very start', waveform([0, 200], [80, 500]), 100, 500, 100],
    ['where all is equally loud it stays', waveform([50, 4000]), 2000, 500, 2000],
    ['without a waveform it stays', new Int8Array(0), 1234, 500, 1234],
  ]
  test.each(cases)('%s', (_, sound, atMs, withinMs, found) => {
    expect(quietNear(sound, atMs, withinMs)).toBe(found)
  })
})

describe('the nearest quiet place', () => {
  /** A second of voice around quiet pairs, given by their place. */
  const voice = (...quiet: number[]) =>
    Int8Array.from({ length: 400 }, (_, i) => (quiet.includes(i >> 1) ? i % 2 : i % 2 === 0 ? -80 : 80))
  const cases: [what: string, pairs: Int8Array, atMs: number, snapped: number][] = [
    ['lies before', voice(95, 150), 1_000, 955],
    ['lies after', voice(80, 110), 1_000, 1_105],
    ['is where one is', voice(100), 1_003, 1_003],
    ['is not further than 300 ms: the quietest there', voice(10), 1_000, 1_000],
    ['is nowhere without a drawing', new Int8Array(0), 1_234.4, 1_234],
    ['stays within the sound', voice(199), 9_000, 9_000],
  ]
  test.each(cases)('%s', (_, pairs, at, snapped) => expect(snapToSilence(pairs, at)).toBe(snapped))
})
