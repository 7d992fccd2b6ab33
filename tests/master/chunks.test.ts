import { describe, expect, test } from 'vitest'
import {
  type Chunk,
  chunkGraph,
  chunkKey,
  chunksOf,
  frameMs,
  mp3Cutting,
  pcmCutting,
} from '#lib/master/chunks.ts'
import type { Piece } from '#lib/master/items.ts'

const piece = (atMs: number, seconds: number, over: Partial<Piece> = {}): Piece => ({
  ...{ file: `${atMs}.flac`, id: `${atMs}`, channels: 1, startMs: 0, endMs: seconds * 1000, atMs },
  ...{ gainDb: 0, fadeInMs: 5, fadeOutMs: 5, ...over },
})
const line = (startMs: number) => ({
  ...{ itemId: '', title: '', who: '', kind: 'voice' as const, startMs, endMs: startMs },
  ...{ gainDb: 0, predictedLufs: null, warning: null },
})
const planOf = (...pieces: Piece[]) => {
  const last = pieces.at(-1)
  const endMs = last ? last.atMs + last.endMs - last.startMs : 0
  return { lines: pieces.map(({ atMs }) => line(atMs)), pieces, durationMs: Math.ceil(endMs / 24) * 24 }
}
const lengthMs = ({ sources }: Chunk) => sources.reduce((sum, { durationMs }) => sum + durationMs, 0)

describe('chunks', () => {
  test('cover a master once, each with six frames of its neighbours', () => {
    const chunks = chunksOf(planOf(piece(0, 12), piece(12_000, 240), piece(252_000, 6)))
    expect(chunks.map(({ from, to }) => [from * frameMs, to * frameMs])).toEqual([
      [0, 12_000],
      [12_000, 132_000],
      [132_000, 252_000],
      [252_000, 258_000],
    ])
    expect(chunks.map(({ before, after }) => [before, after])).toEqual([
      [0, 6],
      [6, 6],
      [6, 6],
      [6, 0],
    ])
    for (const chunk of chunks)
      expect(lengthMs(chunk)).toBe((chunk.to - chunk.from + chunk.before + chunk.after) * frameMs)
  })

  test('play silence where no piece is', () => {
    const [, second] = chunksOf(planOf(piece(0, 12), piece(13_200, 6)))
    expect(second?.sources.map(({ kind, durationMs }) => [kind, durationMs])).toEqual([
      ['silence', 144],
      ['sound', 6000],
    ])
  })

  test('are mono only when all that they play themselves is', () => {
    const chunks = chunksOf(planOf(piece(0, 12), piece(12_000, 12, { channels: 2 }), piece(24_000, 12)))
    expect(chunks.map(({ isMono }) => isMono)).toEqual([true, false, true])
  })

  test('never begin within a long fade', () => {
    const faded = piece(0, 200, { fadeOutMs: 120_000 })
    expect(
      chunksOf(planOf(faded), { ...mp3Cutting, longestMs: 90_000 }).map(({ from }) => from * frameMs),
    ).toEqual([0, 66_672])
    const [, next] = chunksOf(planOf(piece(0, 12, { fadeOutMs: 4000 }), piece(12_000, 12)))
    expect(next?.sources[0]).toMatchObject({ startMs: 7992, fadeOut: { atMs: 8, durationMs: 4000 } })
  })

  test('of PCM have no neighbours and end with the master', () => {
    const plan = { ...planOf(piece(0, 12), piece(12_000, 12)), durationMs: 24_005 }
    const chunks = chunksOf(plan, pcmCutting)
    expect(chunks.map(lengthMs)).toEqual([12_000, 12_005])
  })
})

describe('the name of a chunk', () => {
  const [, middle] = chunksOf(planOf(piece(0, 12), piece(12_000, 12), piece(24_000, 12)))
  const key = (chunk: Chunk | undefined) => (chunk ? chunkKey(chunk, ['-b:a', '1']) : '')

  test('does not change when everything is moved by whole frames', () => {
    const moved = chunksOf(
      planOf(
        piece(0, 24, { id: 'x' }),
        piece(24_000, 12, { id: '0' }),
        piece(36_000, 12, { id: '12000' }),
        piece(48_000, 12, { id: '24000' }),
      ),
    )[2]
    const before = key(middle).replace(/"startMs":\d+/, '')
    expect(key(moved).replace(/"startMs":\d+/, '')).toBe(before)
  })

  test.each<[string, Partial<Piece>]>([
    ['another sound', { id: 'other' }],
    ['another gain', { gainDb: 0.01 }],
    ['another fade', { fadeOutMs: 6 }],
    ['another beginning', { startMs: 24, endMs: 12_024 }],
  ])('changes with %s', (_, over) => {
    const [, changed] = chunksOf(planOf(piece(0, 12), piece(12_000, 12, over), piece(24_000, 12)))
    expect(key(changed)).not.toBe(key(middle))
  })

  test('is not that of the file’s place on disk', () => {
    const [, moved] = chunksOf(
      planOf(piece(0, 12), piece(12_000, 12, { file: '/elsewhere.flac' }), piece(24_000, 12)),
    )
    expect(key(moved)).toBe(key(middle))
  })
})

test('the graph plays each source to its exact length, at its gain, with its fades', () => {
  const [chunk] = chunksOf(planOf(piece(0, 1.2, { gainDb: -3.5, fadeOutMs: 200, channels: 2 })))
  expect(chunk && chunkGraph(chunk, 0.5)).toBe(
    '[0:a]asetpts=N/SR/TB,aformat=sample_fmts=fltp:sample_rates=48000,volume=-3.0000dB:precision=float,' +
      'afade=t=in:st=0:d=0.005,afade=t=out:st=1:d=0.2,apad=whole_len=57600,atrim=end_sample=57600[s0];' +
      '[s0]concat=n=1:v=0:a=1[out]',
  )
})

test('where two long lines meet, a seam of two seconds of each is a chunk by itself', () => {
  const plan = planOf(piece(0, 60), piece(60_000, 60, { channels: 2 }), piece(120_000, 60))
  const chunks = chunksOf(plan)
  expect(chunks.map(({ from, to }) => [from * frameMs, to * frameMs])).toEqual([
    [0, 57_984],
    [57_984, 62_016],
    [62_016, 117_984],
    [117_984, 122_016],
    [122_016, 180_000],
  ])
  expect(chunks.map(({ isMono }) => isMono)).toEqual([true, false, false, false, true])
})
