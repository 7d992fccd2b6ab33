import { expect, test } from 'vitest'
import { planMaster } from '#lib/master/plan.ts'
import { mendingOf } from '#lib/master/rendering.ts'

const line = (itemId: string, startMs: number, endMs: number) => ({
  ...{ itemId, title: '', who: '', kind: 'voice' as const, startMs, endMs },
  ...{ gainDb: 0, predictedLufs: null, warning: null },
})
const plan = { ...planMaster([]), aimLufs: -16, lines: [line('a', 0, 1000), line('b', 1000, 2000)] }
const made = { correctionDb: 0, loweredDb: new Map([['a', 0.1]]) }
const mend = (lufs: number | null, dbtp: number) =>
  mendingOf(
    plan,
    { integratedLufs: lufs, truePeakDbtp: dbtp, lraLu: 5 },
    [
      { startMs: 0, endMs: 1000, truePeakDbtp: dbtp },
      { startMs: 1000, endMs: 2000, truePeakDbtp: -3 },
    ],
    { mostDbtp: -1, made },
  )

test('a good file is kept', () => expect(mend(-16.05, -1.2)).toBeNull())
test('too short to have a loudness: only the peak counts', () => expect(mend(null, -1)).toBeNull())
test('too soft or too loud moves the whole by what is missing', () => {
  expect(mend(-16.4, -2)?.correctionDb).toBeCloseTo(0.4, 5)
  expect(mend(-15.7, -2)?.correctionDb).toBeCloseTo(-0.3, 5)
})
test('a peak above the limit lowers the ceiling of its line alone, by a little more', () => {
  const lowered = mend(-16, -0.6)?.loweredDb
  expect(lowered?.get('a')).toBeCloseTo(0.1 + 0.4 + 0.25, 5)
  expect(lowered?.has('b')).toBe(false)
})
