import { describe, expect, test } from 'vitest'
import {
  energyOf,
  integratedLufs,
  loudestShortTermLufs,
  loudnessRangeLu,
  lufsOf,
  momentaryEnergies,
  spliceSubBlocks,
} from '#lib/sound/loudness.ts'
import { measured, programme, sines } from '#tests/sound/signals.ts'

describe('EBU Tech 3341: integrated loudness within 0.1 LU', () => {
  const cases: [signal: string, parts: [number, number][], lufs: number][] = [
    ['1: −23 dBFS', [[20, -23]], -23],
    ['2: −33 dBFS', [[20, -33]], -33],
    [
      '3: quiet ends are gated',
      [
        [10, -36],
        [60, -23],
        [10, -36],
      ],
      -23,
    ],
    [
      '4: so are nearly silent ones',
      [
        [10, -72],
        [10, -36],
        [60, -23],
        [10, -36],
        [10, -72],
      ],
      -23,
    ],
    [
      '5: three levels',
      [
        [20, -26],
        [20.1, -20],
        [20, -26],
      ],
      -23,
    ],
  ]
  test.each(cases)('%s', (_, parts, lufs) => {
    expect(Math.abs((programme(...parts).integratedLufs ?? 0) - lufs)).toBeLessThan(0.1)
  })

  test('6: five channels, surrounds weighted', () => {
    const { integratedLufs, shape } = measured(5, sines(20, [-28, -28, -24, -30, -30]))
    expect(Math.abs((integratedLufs ?? 0) + 23)).toBeLessThan(0.1)
    expect(shape).toBe('surround')
  })

  test('1 and 2 also read −23 and −33 in momentary and short-term', () => {
    for (const dbfs of [-23, -33]) {
      const { subBlocks } = programme([20, dbfs])
      expect(lufsOf(momentaryEnergies(subBlocks)[50] ?? 0)).toBeCloseTo(dbfs, 1)
      expect(loudestShortTermLufs(subBlocks)).toBeCloseTo(dbfs, 1)
    }
  })
})

describe('EBU Tech 3342: loudness range within 1 LU', () => {
  const cases: [signal: string, levels: number[], lra: number][] = [
    ['1', [-20, -30], 10],
    ['2', [-20, -15], 5],
    ['3', [-40, -20], 20],
    ['4', [-50, -35, -20, -35, -50], 15],
  ]
  test.each(cases)('signal %s', (_, levels, lra) => {
    const { lraLu } = programme(...levels.map((dbfs): [number, number] => [20, dbfs]))
    expect(Math.abs(lraLu - lra)).toBeLessThan(1)
  })
})

describe('silence and crumbs are never minus infinity', () => {
  test('silence has no loudness', () => {
    expect(measured(2, new Float32Array(96_000))).toMatchObject({
      ...{ integratedLufs: null, truePeakDbtp: null, lraLu: 0, samplePeak: 0, durationMs: 1000 },
    })
  })

  test('below 400 ms there is a peak but no loudness', () => {
    const short = measured(1, sines(0.3, [-6]))
    expect(short.integratedLufs).toBeNull()
    expect(short.truePeakDbtp).toBeCloseTo(-6, 1)
  })

  test('nothing at all', () => {
    expect(measured(1)).toMatchObject({
      durationMs: 0,
      integratedLufs: null,
      truePeakDbtp: null,
      dcOffset: 0,
    })
    expect(integratedLufs([])).toBeNull()
    expect(loudnessRangeLu([])).toBe(0)
    expect(lufsOf(0)).toBeNull()
  })
})

describe('cuts by arithmetic', () => {
  const loud = { subBlocks: new Float32Array(100).fill(energyOf(-20)), gainDb: 0 }
  const soft = { subBlocks: new Float32Array(100).fill(energyOf(-30)), gainDb: 0 }

  test('a gain moves loudness by itself', () => {
    expect(integratedLufs(spliceSubBlocks([{ ...soft, startMs: 0, endMs: 5000, gainDb: 12 }]))).toBeCloseTo(
      -18,
      3,
    )
  })

  test('two cuts one after the other', () => {
    const joined = spliceSubBlocks([
      { ...loud, startMs: 0, endMs: 5000 },
      { ...soft, startMs: 0, endMs: 5000, gainDb: 10 },
    ])
    expect(joined).toHaveLength(100)
    expect(integratedLufs(joined)).toBeCloseTo(-20, 3)
  })

  test('energy is shared where a cut does not fall on 100 ms', () => {
    const joined = spliceSubBlocks([
      { ...loud, startMs: 33, endMs: 183 },
      { subBlocks: [], gainDb: 0, startMs: 0, endMs: 150 },
    ])
    expect([...joined].map((energy) => energy / energyOf(-20))).toEqual(
      [1, 0.5, 0].map((x) => expect.closeTo(x, 5)),
    )
  })

  test('agrees with measuring the joined sound itself', () => {
    const [a, b] = [programme([3.21, -20], [2, -28]), programme([4.05, -31])]
    const whole = programme([3.21, -20], [2, -28], [4.05, -31])
    const cuts = [a, b].map((m) => ({ subBlocks: m.subBlocks, startMs: 0, endMs: m.durationMs, gainDb: 0 }))
    expect(integratedLufs(spliceSubBlocks(cuts))).toBeCloseTo(whole.integratedLufs ?? 0, 1)
  })
})
