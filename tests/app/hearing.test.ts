import { describe, expect, test } from 'vitest'
import { heardIn, momentOf, roomIn, speaksIn } from '#app/_sound/hearing.ts'

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

describe('a room while nobody speaks', () => {
  test.each([
    ['one second says nothing yet', seconds(1, -60), null],
    ['a quiet kitchen', seconds(2.5, -58), 'calm'],
    ['a street under an open window', seconds(2.5, -38), 'noisy'],
    ['a fridge', seconds(2.5, -44), 'noisy'],
    ['a quiet room, and a word into it', [...seconds(1.5, -58), ...seconds(1, -25)], 'calm'],
    ['a noisy room, and a moment without', [...seconds(2, -40), ...seconds(0.5, -60)], 'noisy'],
    ['a microphone that is switched off', seconds(2.5, -120), 'dead'],
    [
      'what was before two and a half seconds does not count',
      [...seconds(3, -30), ...seconds(2.5, -58)],
      'calm',
    ],
  ])('%s', (_what, given, expected) => expect(roomIn(given)).toBe(expected))
})

describe('whether somebody speaks', () => {
  test.each([
    ['nobody, in a quiet room', seconds(3, -60), false],
    ['nobody, in a noisy one', seconds(3, -35), false],
    ['a voice between two silences', [...seconds(1, -60), ...seconds(1, -25), ...seconds(1, -60)], true],
    ['a voice from far away', [...seconds(1.5, -62), ...seconds(1.5, -45)], true],
    ['nothing yet', [], false],
  ])('%s', (_what, given, expected) => expect(speaksIn(given)).toBe(expected))
})
