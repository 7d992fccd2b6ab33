import { describe, expect, test } from 'vitest'
import { joinsOf } from '#lib/master/joins.ts'

const line = (title: string, from: number, to: number) => ({ title, startMs: from * 1000, endMs: to * 1000 })

describe('joins', () => {
  test('are heard 5 s before and after, within the master', () => {
    const lines = [line('a', 0, 3), line('b', 3, 50), line('c', 50, 52)]
    expect(joinsOf(lines, 52_000)).toEqual([
      { atMs: 3000, fromMs: 0, toMs: 8000, before: 'a', after: 'b' },
      { atMs: 50_000, fromMs: 45_000, toMs: 52_000, before: 'b', after: 'c' },
    ])
  })

  test('a silence and a crossfade are heard whole', () => {
    const lines = [line('a', 0, 20), line('b', 22, 40), line('c', 37, 60)]
    expect(joinsOf(lines, 60_000)).toMatchObject([
      { atMs: 22_000, fromMs: 15_000, toMs: 27_000 },
      { atMs: 37_000, fromMs: 32_000, toMs: 45_000 },
    ])
  })

  test.each([[[]], [[line('a', 0, 3)]]])('one line has none', (lines) => {
    expect(joinsOf(lines, 3000)).toEqual([])
  })
})
