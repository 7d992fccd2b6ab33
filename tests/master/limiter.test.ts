import { describe, expect, test } from 'vitest'
import { Limiter } from '#lib/master/limiter.ts'
import { interleave, level, measured } from '#tests/sound/signals.ts'

function limited(
  samples: Float32Array,
  channels: number,
  ceilingDbtp: number,
  blockFrames = 9_600,
): Float32Array {
  const limiter = new Limiter(channels, level(ceilingDbtp))
  const parts: Float32Array[] = []
  const step = blockFrames * channels
  for (let at = 0; at < samples.length; at += step) parts.push(limiter.push(samples.subarray(at, at + step)))
  parts.push(limiter.finish())
  return Float32Array.from(parts.flatMap((part) => [...part]))
}

// A deterministic noise with bursts far over full scale.
const bursts = interleave(1, 2, (frame, channel) => {
  const noise = Math.sin(frame * 12.9898 + channel * 78.233) * 43758.5453
  const burst = frame % 9_600 < 300 ? 4 : 0.4
  return burst * 2 * (noise - Math.floor(noise) - 0.5)
})

describe('the limiter', () => {
  test('gives back as many frames as it got, whatever the blocks', () => {
    for (const frames of [1, 7, 119, 133, 480, 9_600]) {
      const out = limited(bursts, 2, -1.5, frames)
      expect(out).toHaveLength(bursts.length)
      expect(out).toEqual(limited(bursts, 2, -1.5))
    }
  })

  test('what needs no limiting comes out bit for bit', () => {
    const calm = bursts.map((x) => x * 0.1)
    expect(limited(calm, 2, -1.5)).toEqual(calm)
  })

  test('frames far from a peak stay untouched, those near are lowered in both channels alike', () => {
    const out = limited(bursts, 2, -1.5)
    // The 120 ms release is over a good second later; before the burst at 0.2 s only 2.5 ms are touched.
    const lone = interleave(2, 2, (frame) => (frame === 48_000 ? 2 : 0.1))
    const one = limited(lone, 2, -1.5)
    expect(one.subarray(0, 2 * (48_000 - 140))).toEqual(lone.subarray(0, 2 * (48_000 - 140)))
    expect(one[2 * 48_000 - 20]).toBeLessThan(0.1)
    expect(one[2 * 48_000 - 20]).toBe(one[2 * 48_000 - 19])
    expect(out).not.toEqual(bursts)
  })

  test.each([-1, -1.5, -6])('no true peak above %d dBTP', (ceiling) => {
    expect(measured(2, limited(bursts, 2, ceiling)).truePeakDbtp).toBeLessThan(ceiling + 0.02)
  })

  test('peaks between samples count', () => {
    const between = interleave(
      1,
      1,
      (frame) => 0.95 * Math.sin((Math.PI / 2) * frame + Math.PI / 4) * Math.min(1, frame / 480),
    )
    expect(measured(1, between).samplePeak).toBeLessThan(0.68)
    expect(measured(1, limited(between, 1, -1.5)).truePeakDbtp).toBeLessThan(-1.48)
  })

  test('tells the most that it took away', () => {
    const limiter = new Limiter(1, 0.5)
    limiter.push(interleave(0.1, 1, (frame) => Math.sin(frame / 20)))
    limiter.finish()
    expect(limiter.lowestGain).toBeCloseTo(0.5, 1)
  })
})
