import { describe, expect, test } from 'vitest'
import { heardIn, momentOf } from '#app/_sound/hearing.ts'

const moments = (...levels: number[]) => levels.map((rmsDb) => ({ rmsDb, peak: 10 ** ((rmsDb + 10) / 20) }))
const seconds = (count: number, rmsDb: number) => moments(...Array.from({ length: count * 10 }, () => rmsDb))

describe('how somebody comes over at the microphone', () => {
  test.each([
    ['half a second says nothing yet', seconds(0.5, -20), null],
    ['a covered microphone', seconds(3, -80), 'nothing'],
    ['a voice across the room', seconds(3, -45), 'far'],
    ['a voice at a hand’s distance', seconds(3, -22), 'well'],
    ['speech with pauses', [...seconds(2, -70), ...seconds(1, -25)], 'well'],
    ['a shout', seconds(3, -8), 'loud'],
    ['one bump on the table', [...moments(-5), ...seconds(2.9, -22)], 'well'],
    ['long ago does not count', [...seconds(5, -8), ...seconds(3, -45)], 'far'],
  ])('%s', (_what, given, expected) => {
    expect(heardIn(given)).toBe(expected)
  })

  test('a full-scale sine is −3 dBFS', () => {
    const sine = Float32Array.from({ length: 4800 }, (_, i) => Math.sin((2 * Math.PI * i) / 48))
    const { rmsDb, peak } = momentOf(sine)
    expect(rmsDb).toBeCloseTo(-3.01, 2)
    expect(peak).toBe(1)
  })
})
