import { describe, expect, test } from 'vitest'
import { decodeWaveform, encodeWaveform, silentEnds, waveformColumns } from '#lib/sound/waveform.ts'
import { interleave, measured } from '#tests/sound/signals.ts'

test('pairs are one byte a side, full scale 127, and never wrap', () => {
  expect([...encodeWaveform([-1, 1, -0.5, 0.25, -3, 4])]).toEqual([-127, 127, -63, 32, -127, 127])
  expect(decodeWaveform(encodeWaveform([-1, 0.5]))[1]).toBeCloseTo(0.5, 1)
})

describe('columns', () => {
  const pairs = Int8Array.from([-1, 1, -5, 2, -3, 9, -2, 2])
  test.each<[columns: number, drawn: number[]]>([
    [1, [-5, 9]],
    [2, [-5, 2, -3, 9]],
    [4, [...pairs]],
    [8, [-1, 1, -1, 1, -5, 2, -5, 2, -3, 9, -3, 9, -2, 2, -2, 2]],
  ])('%i of them', (columns, drawn) => {
    expect(waveformColumns(pairs, columns)).toEqual(drawn)
  })

  test('of nothing are none', () => expect(waveformColumns(new Int8Array(0), 100)).toEqual([]))
})

test('a pair covers 10 ms of all channels, the last one what is left', () => {
  const { waveform, durationMs } = measured(
    2,
    interleave(0.025, 2, (_, channel) => (channel === 0 ? 0.5 : -0.25)),
  )
  expect([...waveform]).toEqual([-32, 64, -32, 64, -32, 64])
  expect(durationMs).toBe(25)
})

test('silence at both ends', () => {
  const voice = interleave(1, 1, (frame) => (frame > 9_600 && frame < 38_400 ? Math.sin(frame / 9) : 0.0001))
  expect(measured(1, voice).silence).toEqual({ startMs: 200, endMs: 200 })
  expect(silentEnds(new Float32Array(20))).toEqual({ startMs: 100, endMs: 0 })
})
