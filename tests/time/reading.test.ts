import { describe, expect, test } from 'vitest'
import { minutes, seconds } from '#lib/time/duration.ts'
import { ownPace, readingTime } from '#lib/time/reading.ts'

describe('time to read a text aloud', () => {
  test.each([
    [300, 150, 120],
    [301, 150, 121],
    [0, 150, 0],
    [1, 150, 1],
    [300, 120, 150],
    [7, 140, 3],
    [49, 98, 30],
  ])('%i words at %i a minute take %i s', (words, wpm, expected) =>
    expect(readingTime(words, wpm)).toBe(seconds(expected)))
  test('somebody who was never recorded reads 150 words a minute', () =>
    expect(readingTime(150)).toBe(minutes(1)))
})

describe("a person's own pace", () => {
  const read = (...paces: number[]) => paces.map((words) => ({ words, durationMs: minutes(1) }))
  test.each([
    ['is unknown before the first recording', [], null],
    ['is that of the only recording', [132], 132],
    ['lies between two recordings', [120, 131], 126],
    ['is the median, which a bad day does not move', [120, 125, 190], 125],
    ['forgets what is older than the last five', [90, 90, 160, 161, 162, 163, 164], 162],
    ['is never slower than a person may be set to', [20], 90],
    ['is never faster either', [900], 200],
    ['counts no empty text', [0, 140], 140],
  ])('%s', (_, paces, pace) => expect(ownPace(read(...paces))).toBe(pace))
  test('counts no take of no length', () => expect(ownPace([{ words: 100, durationMs: 0 }])).toBeNull())
})
