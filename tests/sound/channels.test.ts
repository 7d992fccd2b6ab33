import { expect, test } from 'vitest'
import { type ChannelShape, foldingFilter } from '#lib/sound/channels.ts'
import { interleave, measured } from '#tests/sound/signals.ts'

const voice = (frame: number) => 0.3 * Math.sin(frame / 7) * Math.sin(frame / 3001)
const other = (frame: number) => 0.3 * Math.sin(frame / 11)

const cases: [
  shape: ChannelShape,
  left: (f: number) => number,
  right: (f: number) => number,
  filter: string | null,
][] = [
  ['stereo', voice, other, null],
  ['dual', voice, voice, 'pan=mono|c0=c0'],
  ['left', voice, (f) => 0.01 * other(f), 'pan=mono|c0=c0'],
  ['right', () => 0, voice, 'pan=mono|c0=c1'],
  ['antiphase', voice, (f) => -voice(f) + 0.05 * other(f), 'pan=mono|c0=0.5*c0-0.5*c1'],
  ['dual', () => 0, () => 0, 'pan=mono|c0=c0'],
]
test.each(cases)('%s is known and folded', (shape, left, right, filter) => {
  const sound = measured(
    2,
    interleave(1, 2, (frame, channel) => (channel === 0 ? left(frame) : right(frame))),
  )
  expect(sound.shape).toBe(shape)
  expect(foldingFilter(sound.shape)).toBe(filter)
})

test('clipping and a constant offset are told', () => {
  const bad = measured(
    1,
    interleave(1, 1, (frame) => Math.max(-1, Math.min(1, 2 * Math.sin(frame / 9)))),
  )
  expect(bad.clippedSamples).toBeGreaterThan(10_000)
  expect(
    measured(
      1,
      interleave(1, 1, (frame) => 0.1 + voice(frame)),
    ).dcOffset,
  ).toBeCloseTo(0.1, 2)
  expect(measured(1, interleave(1, 1, voice))).toMatchObject({ clippedSamples: 0 })
})
