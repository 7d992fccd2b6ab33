import { describe, expect, test } from 'vitest'
import { interleave, level, measured } from '#tests/sound/signals.ts'

const within = (dbtp: number | null, expected: number) => {
  expect(dbtp).toBeGreaterThan(expected - 0.4)
  expect(dbtp).toBeLessThan(expected + 0.2)
}

// A sine of period `period` samples, faded in and out over 10 ms so that its edges add no peak of their own.
const tone = (period: number, phaseDegrees: number, amplitude: number) =>
  interleave(1, 2, (frame) => {
    const edge = Math.min(1, frame / 480, (47_999 - frame) / 480)
    return edge * amplitude * Math.sin((2 * Math.PI * frame) / period + (phaseDegrees / 180) * Math.PI)
  })

describe('EBU Tech 3341: true peak within +0.2/−0.4 dB', () => {
  const cases: [signal: number, period: number, phase: number, amplitude: number, dbtp: number][] = [
    [15, 4, 0, 0.5, -6],
    [16, 4, 45, 0.5, -6],
    [17, 6, 60, 0.5, -6],
    [18, 8, 67.5, 0.5, -6],
    [19, 4, 45, 1.41, 3],
  ]
  test.each(cases)('signal %i: fs/%i at %d°', (_, period, phase, amplitude, dbtp) => {
    within(measured(2, tone(period, phase, amplitude)).truePeakDbtp, dbtp)
  })

  // A tone at fs/6 of half scale that swells to full scale at one crest, which falls on a sample,
  // or one, two, three quarters after it.
  test.each([20, 21, 22, 23])('signal %i: one full-scale crest, by quarters of a sample', (signal) => {
    const crest = 24_000 + (signal - 20) / 4
    const swell = (frame: number) => 0.5 + 0.5 * Math.exp(-(((frame - crest) / 12) ** 2))
    const burst = interleave(1, 2, (frame) => {
      const edge = Math.min(1, frame / 480, (47_999 - frame) / 480)
      return edge * swell(frame) * Math.cos((Math.PI / 3) * (frame - crest))
    })
    within(measured(2, burst).truePeakDbtp, 0)
  })
})

test('a peak between the last samples, and one across two blocks, are seen', () => {
  const all = tone(4, 45, 0.5)
  const torn = measured(2, all.subarray(0, 48_002), all.subarray(48_002))
  expect(torn.truePeakDbtp).toBe(measured(2, all).truePeakDbtp)
  const lone = new Float32Array(480)
  lone.set([level(-3), level(-3)], 478)
  expect(measured(1, lone).truePeakDbtp).toBeGreaterThan(-2)
})
