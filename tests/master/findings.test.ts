import { describe, expect, test } from 'vitest'
import { type Finding, findingsOf, type Measured } from '#lib/master/findings.ts'
import type { MasterReport, ReportedLine } from '#lib/master/report.ts'

const line = (title: string, from: number, to: number, over: Partial<ReportedLine> = {}): ReportedLine => ({
  ...{ itemId: title, title, who: '', kind: 'voice', startMs: from * 1000, endMs: to * 1000 },
  ...{ gainDb: 0, predictedLufs: -16, warning: null, ...over },
})

/** A report whose curve stands at the target, except where `at` says otherwise (second of the window's start). */
function report(lines: ReportedLine[], at: Record<number, number | null> = {}): MasterReport {
  const seconds = Math.max(0, ...lines.map(({ endMs }) => endMs / 1000))
  const curve = Array.from({ length: Math.max(0, seconds - 2) }, (_, i) => {
    const value = at[i]
    return value === undefined ? -16 : value
  })
  return {
    ...{ lines, leftOut: [], curve, peaks: [], slot: null, targetLufs: -16, predictedLufs: -16 },
    ...{ predictedDbtp: -2, trimDb: 0, rounds: 1 },
  }
}

const good: Measured = {
  ...{ durationMs: 60_000, integratedLufs: -16.04, truePeakDbtp: -2, mostDbtp: -1, slotMs: null },
}
const kinds = (findings: Finding[]) => findings.map(({ kind }) => kind)
/** Windows `from` to `to`, both included, at one loudness. */
const windows = (from: number, to: number, lufs: number | null) =>
  Object.fromEntries(Array.from({ length: to - from + 1 }, (_, i) => [from + i, lufs]))

describe('the whole', () => {
  test.each<[string, Partial<Measured>, Finding[]]>([
    ['at its level is good', {}, [{ kind: 'level-good' }]],
    ['that could not be raised is too low', { integratedLufs: -19 }, [{ kind: 'level-low', byLu: 3 }]],
    ['may be too loud', { integratedLufs: -14.5 }, [{ kind: 'level-high', byLu: 1.5 }]],
    ['of less than a gating block has no level', { integratedLufs: null }, []],
    [
      'longer than its slot says by how much',
      { slotMs: 50_000 },
      [{ kind: 'level-good' }, { kind: 'slot-over', byMs: 10_000 }],
    ],
    [
      'shorter than its slot too',
      { slotMs: 70_000 },
      [{ kind: 'level-good' }, { kind: 'slot-under', byMs: 10_000 }],
    ],
    ['two seconds beside its slot is on time', { slotMs: 62_000 }, [{ kind: 'level-good' }]],
    [
      'that touches its limit says so last',
      { truePeakDbtp: -1.02 },
      [{ kind: 'level-good' }, { kind: 'peak-near', truePeakDbtp: -1.02, title: '' }],
    ],
  ])('%s', (_, over, expected) => {
    expect(findingsOf(report([line('a', 0, 60)]), { ...good, ...over })).toEqual(expected)
  })

  test.each([
    'music',
    'silence',
  ] as const)('that was filled up to its slot says with how much %s', (filledBy) => {
    const filled = { ...report([line('a', 0, 50)]), slot: { fillMs: 10_000, overMs: 0, filledBy } }
    expect(findingsOf(filled, { ...good, slotMs: 60_000 })).toEqual([
      { kind: 'level-good' },
      { kind: 'slot-filled', byMs: 10_000, filledBy },
    ])
  })

  test('names the line of the highest peak', () => {
    const peaked = {
      ...report([line('a', 0, 30), line('b', 30, 60)]),
      peaks: [
        { startMs: 0, endMs: 30_000, truePeakDbtp: -3 },
        { startMs: 30_000, endMs: 60_000, truePeakDbtp: -1 },
      ],
    }
    expect(findingsOf(peaked, { ...good, truePeakDbtp: -1 })).toContainEqual({
      ...{ kind: 'peak-near', truePeakDbtp: -1, title: 'b' },
    })
  })
})

describe('a moment', () => {
  const where = { itemId: 'a', title: 'a', who: '', atMs: 0 }

  test.each<[string, Record<number, number | null>, Finding[]]>([
    [
      'of three seconds too loud is told with its time',
      windows(20, 22, -8),
      [{ kind: 'moments-loud', ...where, moments: [{ atMs: 21_000, lastsMs: 3000, byLu: 8 }] }],
    ],
    ['shorter than that is a shout, not a fault', windows(20, 21, -8), []],
    ['6 LU above still passes', windows(20, 30, -10), []],
    [
      'too quiet is told from its first second to its last',
      { ...windows(20, 23, -24), 24: -23 },
      [{ kind: 'moments-quiet', ...where, moments: [{ atMs: 20_000, lastsMs: 7000, byLu: 8 }] }],
    ],
    [
      'that comes back is told once, with both times',
      { ...windows(5, 7, -8), ...windows(40, 42, -9) },
      [
        {
          ...{ kind: 'moments-loud', ...where },
          moments: [
            { atMs: 6000, lastsMs: 3000, byLu: 8 },
            { atMs: 41_000, lastsMs: 3000, byLu: 7 },
          ],
        },
      ],
    ],
  ])('%s', (_, at, expected) => {
    expect(findingsOf(report([line('a', 0, 60)], at), good).slice(1)).toEqual(expected)
  })

  test('of music may be as loud and as soft as music is', () => {
    const song = report([line('a', 0, 60, { kind: 'music' })], {
      ...windows(5, 9, -8),
      ...windows(30, 40, -25),
    })
    expect(kinds(findingsOf(song, good))).toEqual(['level-good'])
  })

  test('at the border of two lines belongs to neither', () => {
    const two = report([line('a', 0, 30), line('b', 30, 60)], windows(28, 29, -8))
    expect(kinds(findingsOf(two, good))).toEqual(['level-good'])
  })
})

describe('dead air', () => {
  test.each<[string, Record<number, number | null>, Finding[]]>([
    [
      'of 4 s in a line is told with its place',
      windows(8, 9, null),
      [{ kind: 'dead-air', title: 'a', atMs: 8000, lastsMs: 4000 }],
    ],
    [
      'is also what is only hiss',
      windows(40, 40, -45),
      [{ kind: 'dead-air', title: 'b', atMs: 40_000, lastsMs: 3000 }],
    ],
    [
      'may lie across a join',
      windows(29, 29, null),
      [{ kind: 'dead-air', title: 'a', atMs: 29_000, lastsMs: 3000 }],
    ],
    [
      'is no quiet moment besides',
      windows(40, 50, -45),
      [{ kind: 'dead-air', title: 'b', atMs: 40_000, lastsMs: 13_000 }],
    ],
  ])('%s', (_, at, expected) => {
    const two = report([line('a', 0, 30), line('b', 30, 60)], at)
    expect(findingsOf(two, good).slice(1)).toEqual(expected)
  })

  test('is not where music dies away, only where it is gone', () => {
    const song = (lufs: number | null) =>
      findingsOf(report([line('song', 0, 60, { kind: 'music' })], windows(57, 57, lufs)), good)
    expect(kinds(song(-45))).toEqual(['level-good'])
    expect(kinds(song(null))).toEqual(['level-good', 'dead-air'])
  })

  test('after the last line is what fills the slot', () => {
    const short = { ...report([line('a', 0, 30)]), curve: [...Array(28).fill(-16), ...Array(20).fill(null)] }
    expect(kinds(findingsOf(short, good))).toEqual(['level-good'])
  })
})

describe('a voice', () => {
  test('lower than its fellows is named by who speaks', () => {
    const lines = [
      line('Brèves', 0, 20, { who: 'Nadia' }),
      line('Une chanson', 20, 30, { kind: 'music', predictedLufs: -30 }),
      line('Le marché', 30, 40, { who: 'Karim', predictedLufs: -19.5 }),
      line('L’agenda', 40, 60, { who: 'Denise' }),
    ]
    expect(findingsOf(report(lines), good).slice(1)).toEqual([
      {
        ...{ kind: 'voice-low', byLu: expect.closeTo(3.5, 1) },
        ...{ itemId: 'Le marché', title: 'Le marché', who: 'Karim', atMs: 30_000 },
      },
    ])
  })

  test('is one over all lines of the same person, weighed by how long they last', () => {
    const lines = [
      line('a', 0, 4, { who: 'Karim', predictedLufs: -22 }),
      line('b', 4, 50, { who: 'karim ', predictedLufs: -16 }),
      line('c', 50, 60, { who: 'Denise' }),
    ]
    expect(kinds(findingsOf(report(lines), good))).toEqual(['level-good'])
  })

  test('louder than the others is told too, after what is too low', () => {
    const lines = [
      line('a', 0, 20, { predictedLufs: -12 }),
      line('b', 20, 40),
      line('c', 40, 60),
      line('d', 60, 80, { predictedLufs: -19 }),
    ]
    expect(kinds(findingsOf(report(lines), good))).toEqual(['level-good', 'voice-low', 'voice-high'])
  })

  test('alone is not compared', () => {
    expect(kinds(findingsOf(report([line('a', 0, 60, { predictedLufs: -20 })]), good))).toEqual([
      'level-good',
    ])
  })

  test('that was recorded too low is told as that, only once, and blames no other', () => {
    const lines = [line('a', 0, 30), line('b', 30, 60, { predictedLufs: -24, warning: 'quiet' })]
    expect(kinds(findingsOf(report(lines, windows(30, 57, -24)), good))).toEqual(['level-good', 'quiet'])
  })

  test('of two that differ only the one beside the target is named', () => {
    const lines = [line('a', 0, 30), line('b', 30, 60, { predictedLufs: -19 })]
    expect(kinds(findingsOf(report(lines), good))).toEqual(['level-good', 'voice-low'])
  })
})

describe('the list', () => {
  test('begins with the level, then what must be mended, then what is good to know', () => {
    const lines = [
      line('short', 0, 1, { kind: 'sting', warning: 'short', predictedLufs: null }),
      line('noisy', 1, 30, { warning: 'noisy' }),
      line('quiet', 30, 60, { warning: 'quiet' }),
    ]
    const findings = findingsOf(report(lines, { ...windows(8, 10, -8), 20: null }), {
      ...good,
      ...{ integratedLufs: -18, truePeakDbtp: -1, slotMs: 40_000 },
    })
    expect(kinds(findings)).toEqual([
      ...['level-low', 'slot-over', 'dead-air', 'moments-loud', 'quiet', 'noisy', 'short', 'peak-near'],
    ])
  })

  test('of nothing is empty', () => {
    expect(findingsOf(report([]), { ...good, integratedLufs: null, truePeakDbtp: null })).toEqual([])
  })
})
