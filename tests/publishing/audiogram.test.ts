import { describe, expect, test } from 'vitest'
import type { TranscriptPart } from '#lib/db/schema.ts'
import { copyArea, emptyPlanes, frameBytes, planesOf } from '#lib/machine/film-frame.ts'
import { barsOf, captionsOfPassage, filmSvg, heardColumn } from '#lib/publishing/audiogram.ts'

const part = (startMs: number, endMs: number, text: string, isTimed = true): TranscriptPart => ({
  ...{ chapter: 'Un', startMs: 0, endMs: 60_000, speaker: 'Fatiha', paragraphs: [text] },
  ...(isTimed ? { sentences: [{ paragraph: 0, text, startMs, endMs }] } : {}),
})

describe('captions of a passage', () => {
  test('are the sentences heard in it, from its start, cut at its ends', () => {
    const parts = [
      part(1000, 3000, 'Avant le passage.'),
      part(9000, 12_000, 'On les coupe.'),
      part(13_000, 15_000, 'On les sale.'),
      part(19_000, 22_000, 'Et on attend.'),
    ]
    expect(captionsOfPassage(parts, 60_000, { startMs: 10_000, durationMs: 10_000 })).toEqual([
      { startMs: 0, endMs: 2000, text: 'On les coupe.' },
      { startMs: 3000, endMs: 5000, text: 'On les sale.' },
      { startMs: 9000, endMs: 10_000, text: 'Et on attend.' },
    ])
  })

  test('are none where nobody knows when it is said', () => {
    expect(
      captionsOfPassage([part(0, 0, 'Quelque part.', false)], 60_000, { startMs: 0, durationMs: 60_000 }),
    ).toEqual([])
  })
})

test('bars show the loudest of each share, the loudest of all being whole', () => {
  expect(barsOf(Float32Array.from([0, 0.25, -0.5, 0.1]), 2)).toEqual([0.5, 1])
  expect(barsOf(new Float32Array(), 3)).toEqual([0, 0, 0])
})

test('the line goes from the first bar to the last, on even columns', () => {
  const columns = [0, 0.333, 0.5, 1, 2].map(heardColumn)
  expect(columns).toEqual([80, 386, 540, 1000, 1000])
  expect(columns.every((column) => column % 2 === 0)).toBe(true)
})

test('a title of any kind is drawn, never written', () => {
  for (const title of ['<script>&"', '', '🎺 \u2028', 'é'.repeat(4000)])
    expect(filmSvg({ title, showName: 'La Bobine' }, [0.5], true)).not.toMatch(/<text|script|&/)
})

describe('a frame', () => {
  const solid = (r: number, g: number, b: number) =>
    planesOf(
      Uint8Array.from({ length: 4 * 4 * 3 }, (_, at) => [r, g, b][at % 3] ?? 0),
      4,
      4,
    )

  test.each([
    ['white', [255, 255, 255], [235, 128, 128]],
    ['black', [0, 0, 0], [16, 128, 128]],
    ['red', [255, 0, 0], [63, 102, 240]],
  ])('%s has the values that the standard gives it', (_, [r = 0, g = 0, b = 0], expected) => {
    const { y, u, v } = solid(r, g, b)
    expect([y[0], u[0], v[0]]).toEqual(expected)
    expect([y.length, u.length, v.length]).toEqual([16, 4, 4])
  })

  test('takes an area of another, and nothing beside it', () => {
    const frame = emptyPlanes(4, 4)
    copyArea(solid(255, 255, 255), frame, { fromRow: 0, toRow: 2, rows: 2, columns: [2, 4] })
    expect([...frame.y]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 235, 235, 0, 0, 235, 235])
    expect(frameBytes(frame)).toHaveLength(24)
  })
})
