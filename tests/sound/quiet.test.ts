import { expect, test } from 'vitest'
import { quietNear } from '#lib/sound/quiet.ts'

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
