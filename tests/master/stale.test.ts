import { describe, expect, test } from 'vitest'
import type { ReportedLine } from '#lib/master/report.ts'
import { staleness } from '#lib/master/stale.ts'

const line = (itemId: string, startMs: number, over: Partial<ReportedLine> = {}): ReportedLine => ({
  ...{ itemId, title: itemId, who: '', kind: 'voice', startMs, endMs: startMs + 10_000 },
  ...{ gainDb: 0, predictedLufs: -16, warning: null, ...over },
})

describe('a finished master', () => {
  const targets = { lufs: -16, slotMs: null }
  const lines = [line('a', 0), line('b', 10_000)]
  const report = {
    ...{ lines, leftOut: [], curve: [], peaks: [], slot: null, targetLufs: -16, predictedLufs: -16 },
    ...{ predictedDbtp: -2, trimDb: 0, rounds: 1 },
  }
  const planned = (over: Partial<ReportedLine> = {}) => [line('a', 0), line('b', 10_000, over)]
  const now = { version: 4, plan: { lines: planned(), leftOut: [], targets } }
  const withTargets = (over: object) => ({ ...now, plan: { ...now.plan, targets: { ...targets, ...over } } })
  const without = (itemId: string, reason: 'consent-refused' | 'skipped') => ({
    ...now,
    plan: { ...now.plan, lines: planned().slice(0, 1), leftOut: [{ itemId, reason }] },
  })
  const withLines = (changed: ReportedLine[]) => ({ ...now, plan: { ...now.plan, lines: changed } })

  test.each([
    ['the same would come out again', now, null],
    ['the rundown changed', { ...now, version: 5 }, 'rundown'],
    ['the level wished for changed', withTargets({ lufs: -18 }), 'settings'],
    ['it must fill its slot now', withTargets({ slotMs: 20_000 }), 'settings'],
    ['a sound was cut', withLines(planned({ endMs: 19_000 })), 'sounds'],
    ['a sound was made louder', withLines(planned({ gainDb: 2 })), 'sounds'],
    ['a sound was lost', withLines(planned().slice(0, 1)), 'sounds'],
    ['a voice was taken back', without('b', 'consent-refused'), 'consents'],
    ['a line was put aside', without('b', 'skipped'), 'sounds'],
    ['a sound came', withLines([...planned(), line('c', 20_000)]), 'sounds'],
    ['a gain differs by what a render mends', withLines(planned({ gainDb: -0.3 })), null],
  ])('when %s', (_, against, expected) => {
    expect(staleness({ rundownVersion: 4, report }, against)).toBe(expected)
  })

  test('whose report is of another time is only held against the rundown', () => {
    expect(staleness({ rundownVersion: 4, report: null }, now)).toBeNull()
  })
})
