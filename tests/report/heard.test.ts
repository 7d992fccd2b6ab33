import { describe, expect, test } from 'vitest'
import { enough, heardMs, type Stretch, soundSent, withStretch } from '#lib/report/heard.ts'
import { openTally } from '#lib/report/tally.ts'
import { minutes, seconds } from '#lib/time/duration.ts'
import { chance } from '#tests/chance.ts'

describe('what was sent, as sound', () => {
  // Ten minutes in 9 000 bytes behind a header of 1 000.
  const file = { sizeBytes: 10_000, headerBytes: 1000, durationMs: minutes(10) }
  test.each([
    ['the header alone', 0, 1000, null],
    ['nothing', 5000, 0, null],
    ['the whole', 0, 10_000, [0, minutes(10)]],
    ['header and one minute', 0, 1900, [0, minutes(1)]],
    ['a minute in the middle', 5500, 900, [minutes(5), minutes(6)]],
    ['the end', 9100, 900, [minutes(9), minutes(10)]],
  ])('%s', (_what, firstByte, bytes, stretch) => expect(soundSent(file, firstByte, bytes)).toEqual(stretch))

  test('a file that is all header has no sound', () =>
    expect(soundSent({ ...file, headerBytes: 10_000 }, 0, 10_000)).toBeNull())

  test('a minute is enough, and the whole of what is shorter', () => {
    expect(enough(minutes(27))).toBe(minutes(1))
    expect(enough(seconds(6))).toBe(seconds(6))
  })
})

describe('stretches of one listener', () => {
  test.each<[string, Stretch[], number]>([
    ['none', [], 0],
    [
      'side by side',
      [
        [0, 10],
        [10, 20],
      ],
      20,
    ],
    [
      'the same twice',
      [
        [0, 10],
        [0, 10],
      ],
      10,
    ],
    [
      'one inside another',
      [
        [0, 100],
        [20, 30],
      ],
      100,
    ],
    [
      'overlapping',
      [
        [0, 15],
        [10, 20],
      ],
      20,
    ],
    [
      'apart, in any order',
      [
        [50, 60],
        [0, 10],
        [20, 30],
      ],
      30,
    ],
    [
      'a gap that is filled',
      [
        [0, 10],
        [20, 30],
        [10, 20],
      ],
      30,
    ],
  ])('%s', (_what, stretches, sum) =>
    expect(heardMs(stretches.reduce<Stretch[]>((all, one) => withStretch(all, one), []))).toBe(sum))

  test('any ranges in any order are what a list of every heard instant says', () => {
    const random = chance(7)
    for (let round = 0; round < 200; round += 1) {
      const instants = new Set<number>()
      let stretches: Stretch[] = []
      for (let range = 0; range < 30; range += 1) {
        const from = Math.floor(random() * 200)
        const to = from + 1 + Math.floor(random() * 20)
        for (let at = from; at < to; at += 1) instants.add(at)
        stretches = withStretch(stretches, [from, to])
        expect(heardMs(stretches)).toBe(instants.size)
      }
    }
  })
})

describe('a day’s listeners', () => {
  test('whatever is asked, each counts at most once, and only with enough', () => {
    const random = chance(11)
    const tally = openTally()
    const counts = new Map<string, number>()
    const instants = new Map<string, Set<number>>()
    for (let request = 0; request < 20_000; request += 1) {
      const key = `listener ${Math.floor(random() * 40)}`
      const from = Math.floor(random() * 500)
      const to = from + Math.floor(random() * 10)
      const heard = tally.hear(key, [from, to], 60)
      const all = instants.get(key) ?? new Set()
      for (let at = from; at < to; at += 1) all.add(at)
      instants.set(key, all)
      if (heard === 'counted') counts.set(key, (counts.get(key) ?? 0) + 1)
      expect(counts.get(key) ?? 0).toBe(all.size >= 60 ? 1 : 0)
    }
    expect([...counts.values()]).toEqual(Array.from({ length: 40 }, () => 1))
  })

  test('a flood of listeners who only begin pushes out the oldest of them, never who is counted', () => {
    const tally = openTally({ begun: 10, counted: 10, stretches: 10 })
    expect(tally.hear('counted', [0, 60], 60)).toBe('counted')
    tally.hear('faithful', [0, 30], 60)
    for (let n = 0; n < 1000; n += 1) {
      tally.hear(`flood ${n}`, [0, 10], 60)
      // Who goes on listening is not the oldest.
      if (n % 5 === 0) tally.hear('faithful', [0, 30], 60)
    }
    expect(tally.size()).toEqual({ begun: 10, counted: 1 })
    expect(tally.hear('faithful', [30, 60], 60)).toBe('counted')
    expect(tally.hear('counted', [0, 60], 60)).toBe('already')
  })

  test('when no more can be remembered, nobody new counts and nobody counts twice', () => {
    const tally = openTally({ begun: 10, counted: 3, stretches: 10 })
    const answers = ['a', 'b', 'c', 'd', 'a', 'd'].map((key) => tally.hear(key, [0, 60], 60))
    expect(answers).toEqual(['counted', 'counted', 'counted', 'full', 'already', 'full'])
  })

  test('somebody who hops about in tiny pieces takes no more than their place', () => {
    const tally = openTally({ begun: 10, counted: 10, stretches: 20 })
    const answers = Array.from({ length: 100 }, (_, n) => tally.hear('hop', [n * 10, n * 10 + 1], 60))
    expect(new Set(answers)).toEqual(new Set(['not-yet']))
    expect(tally.hear('hop', [0, 60], 60)).toBe('counted')
  })
})
