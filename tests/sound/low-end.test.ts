import { expect, test } from 'vitest'
import { interleave, measured } from '#tests/sound/signals.ts'

/** A tone of so many hertz over a steady hiss-like hum of many tones above 200 Hz. */
const with50 = (hz: number, amplitude: number) =>
  interleave(4, 1, (frame) => {
    const t = (2 * Math.PI * frame) / 48_000
    const rest = [230, 410, 730, 1330, 2710].reduce((sum, f) => sum + Math.sin(f * t), 0)
    return 0.003 * rest + amplitude * Math.sin(hz * t)
  })

test.each([
  ['mains', 50, 0.05, 'humDb'],
  ['its second tone', 100, 0.05, 'humDb'],
  ['wind', 30, 0.05, 'rumbleDb'],
] as const)('%s is heard above the rest', (_, hz, amplitude, figure) => {
  const { lowEnd } = measured(1, with50(hz, amplitude))
  expect(lowEnd[figure]).toBeGreaterThan(8)
  expect(lowEnd[figure === 'humDb' ? 'rumbleDb' : 'humDb']).toBeLessThan(-8)
})

test('a voice is neither', () => {
  const { lowEnd } = measured(1, with50(180, 0.2))
  expect(lowEnd.humDb).toBeLessThan(-10)
  expect(lowEnd.rumbleDb).toBeLessThan(-10)
})

test('what is too quiet to matter is not told, nor what is silent', () => {
  expect(
    measured(
      1,
      interleave(2, 1, (frame) => 1e-4 * Math.sin(frame / 152)),
    ).lowEnd,
  ).toEqual({
    humDb: null,
    rumbleDb: null,
  })
  expect(measured(2, new Float32Array(96_000)).lowEnd).toEqual({ humDb: null, rumbleDb: null })
})
