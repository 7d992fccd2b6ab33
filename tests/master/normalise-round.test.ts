import { expect, test } from 'vitest'
import { nextRound } from '#lib/master/normalise-round.ts'

const made = { trimDb: 0, ceilingDbtp: -1.5 }
const wanted = { aimLufs: -16, mostDbtp: -1 }
const found = (integratedLufs: number | null, truePeakDbtp: number | null) => ({
  integratedLufs,
  truePeakDbtp,
  lraLu: 5,
})

const cases: [what: string, lufs: number | null, dbtp: number | null, next: ReturnType<typeof nextRound>][] =
  [
    ['a good file is kept', -16.05, -1.2, null],
    ['a peak above −1 lowers the ceiling by a little more', -16, -0.6, { trimDb: 0, ceilingDbtp: -2.15 }],
    ['too soft is raised by a little more than is missing', -16.4, -2, { trimDb: 0.46, ceilingDbtp: -1.5 }],
    ['too loud is lowered by what is too much', -15.7, -2, { trimDb: -0.3, ceilingDbtp: -1.5 }],
    ['too short to have a loudness: only the peak counts', null, -3, null],
  ]
test.each(cases)('%s', (_, lufs, dbtp, next) => {
  const settings = nextRound(made, found(lufs, dbtp), wanted)
  if (next === null) expect(settings).toBeNull()
  else {
    expect(settings?.trimDb).toBeCloseTo(next.trimDb, 5)
    expect(settings?.ceilingDbtp).toBeCloseTo(next.ceilingDbtp, 5)
  }
})
