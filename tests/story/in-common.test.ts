import { expect, test } from 'vitest'
import { inCommon } from '#lib/story/in-common.ts'

const seen = (before: string, after: string) =>
  inCommon([...before], [...after])
    .map(([was]) => before[was])
    .join('')

test.each([
  ['', '', ''],
  ['', 'abc', ''],
  ['abc', '', ''],
  ['abc', 'abc', 'abc'],
  ['abc', 'xyz', ''],
  ['abc', 'xabc', 'abc'],
  ['abc', 'abcx', 'abc'],
  ['abc', 'axbc', 'abc'],
  ['abcd', 'ad', 'ad'],
  ['abcd', 'bd', 'bd'],
  ['aaaa', 'aa', 'aa'],
  ['abab', 'baba', 'bab'],
  ['un deux trois', 'un trois', 'un trois'],
])('%o and %o have %o in common', (before, after, common) => {
  expect(seen(before, after)).toBe(common)
})

test('what they have in common stands in order on both sides', () => {
  const random = dice(7)
  for (let round = 0; round < 200; round += 1) {
    const [before, after] = [letters(random, 12), letters(random, 12)]
    const pairs = inCommon(before, after)
    for (const [at, [was, is]] of pairs.entries()) {
      expect(before[was]).toBe(after[is])
      const next = pairs[at + 1]
      if (next) expect(next[0] > was && next[1] > is).toBe(true)
    }
    expect(pairs.length).toBe(longest(before, after))
  }
})

test('twenty thousand words, rewritten, reversed or shuffled, are still compared, and what is unique is found', () => {
  const words = Array.from({ length: 20_000 }, (_, at) => `mot${at}`)
  const often = Array.from({ length: 20_000 }, (_, at) => ['le', 'la', 'un', 'de'][(at * 7) % 4] ?? '')
  const rewritten = words.map((word, at) => (at % 3 === 0 ? `autre${at}` : word))
  expect(inCommon(words, rewritten).length).toBe(words.length - Math.ceil(words.length / 3))
  expect(inCommon(words, words.toReversed()).length).toBeGreaterThan(0)
  expect(inCommon(often, often.toReversed()).length).toBeGreaterThanOrEqual(0)
  expect(inCommon(words, often)).toEqual([])
})

/** The length of the longest common series, the slow and simple way. */
function longest(before: readonly string[], after: readonly string[]): number {
  let row = Array.from({ length: after.length + 1 }, () => 0)
  for (const one of before) {
    const next = [0]
    after.forEach((other, at) => {
      next.push(one === other ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0))
    })
    row = next
  }
  return row.at(-1) ?? 0
}

function letters(random: () => number, most: number): string[] {
  return Array.from({ length: Math.floor(random() * most) }, () => 'abcd'[Math.floor(random() * 4)] ?? 'a')
}

/** Numbers from 0 to 1 that are the same at each run. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}
