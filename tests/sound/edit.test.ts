import { describe, expect, test } from 'vitest'
import type { ClipEdit } from '#lib/db/schema.ts'
import { cutAt, fadeAt, leaveOut, moveEdge, partAt, playedMs, playsFrom } from '#lib/sound/cutting.ts'
import {
  type EditedSound,
  editedMs,
  editedSoundOf,
  isSameEdit,
  keptParts,
  settledEdit,
  splitEdit,
  untouched,
} from '#lib/sound/edit.ts'
import { historyOf, redo, step, undo } from '#lib/sound/history.ts'

const sound: EditedSound = { durationMs: 10_000, silence: { startMs: 600, endMs: 1_000 } }
const trimmed: ClipEdit = { ...untouched, keepsSilence: false }
const cut = (...parts: [number, number][]): ClipEdit => ({
  ...trimmed,
  parts: parts.map(([startMs, endMs]) => ({ startMs, endMs })),
})
const pairs = (parts: readonly { startMs: number; endMs: number }[]) =>
  parts.map(({ startMs, endMs }) => [startMs, endMs])

describe('what plays of a sound', () => {
  const cases: [what: string, edit: ClipEdit | null, of: EditedSound, kept: number[][]][] = [
    ['all of it without an edit', null, sound, [[0, 10_000]]],
    ['all of it with one that changes nothing', untouched, sound, [[0, 10_000]]],
    ['all but the silence at both ends, a breath of it kept', trimmed, sound, [[500, 9_100]]],
    [
      'silence shorter than a breath',
      trimmed,
      { durationMs: 900, silence: { startMs: 60, endMs: 99 } },
      [[0, 900]],
    ],
    [
      'silence longer than the sound',
      trimmed,
      { durationMs: 900, silence: { startMs: 900, endMs: 400 } },
      [[0, 900]],
    ],
    [
      'parts as they were cut, silence and all',
      cut([0, 700], [5_000, 10_000]),
      sound,
      [
        [0, 700],
        [5_000, 10_000],
      ],
    ],
    [
      'parts in the order in which they play',
      cut([5_000, 6_000], [0, 700]),
      sound,
      [
        [5_000, 6_000],
        [0, 700],
      ],
    ],
    [
      'whole milliseconds within the sound',
      cut([-50, 700.4], [9_000.6, 99_000]),
      sound,
      [
        [0, 700],
        [9_001, 10_000],
      ],
    ],
    ['no empty part', cut([300, 300], [500, 200], [1_000, 2_000]), sound, [[1_000, 2_000]]],
    ['never nothing', cut([12_000, 14_000]), sound, [[500, 9_100]]],
    ['nothing of nothing', null, { ...sound, durationMs: 0 }, []],
  ]
  test.each(cases)('%s', (_, edit, of, kept) => {
    expect(pairs(keptParts(edit, of))).toEqual(kept)
    expect(editedMs(edit, of)).toBe(kept.reduce((sum, [start = 0, end = 0]) => sum + end - start, 0))
  })

  test('is known of a stored sound, however little was measured', () => {
    const silence = { startMs: 20, endMs: 40 }
    expect(editedSoundOf({ durationMs: 900, facts: { silence } })).toEqual({ durationMs: 900, silence })
    for (const facts of [null, {}, { silence: null }, { silence: { startMs: 'x' } }])
      expect(editedSoundOf({ durationMs: null, facts })).toEqual({
        durationMs: 0,
        silence: { startMs: 0, endMs: 0 },
      })
  })
})

describe('an edit is kept', () => {
  const cases: [what: string, given: ClipEdit | null, kept: Partial<ClipEdit> | null][] = [
    ['not at all when it changes nothing', untouched, null],
    [
      'not at all when its one part is everything',
      { ...untouched, parts: [{ startMs: 0, endMs: 10_000 }] },
      null,
    ],
    ['when it leaves the silence out', trimmed, trimmed],
    [
      'without what is shorter than a tenth of a second',
      cut([0, 99], [200, 300]),
      { parts: [{ startMs: 200, endMs: 300 }] },
    ],
    [
      'with fades of ten seconds at most',
      { ...untouched, fadeInMs: 20_000, fadeOutMs: -4 },
      { fadeInMs: 10_000, fadeOutMs: 0 },
    ],
    ['with 12 dB at most, to the tenth', { ...untouched, gainDb: 40 }, { gainDb: 12 }],
    ['with −12 dB at least', { ...untouched, gainDb: -12.04 }, { gainDb: -12 }],
    [
      'with each clean-up once, in order',
      { ...untouched, cleanUps: ['hiss', 'rumble', 'hiss'] },
      { cleanUps: ['rumble', 'hiss'] },
    ],
  ]
  test.each(cases)('%s', (_, given, kept) => {
    const settled = settledEdit(given, sound)
    if (kept === null) expect(settled).toBeNull()
    else expect(settled).toMatchObject(kept)
  })

  test('with fifty parts at most', () => {
    const many = Array.from({ length: 60 }, (_, n): [number, number] => [n * 150, n * 150 + 100])
    expect(settledEdit(cut(...many), sound)?.parts).toHaveLength(50)
  })

  test('and is the same whatever the order of its clean-ups', () => {
    expect(isSameEdit(null, untouched)).toBe(true)
    expect(isSameEdit(null, trimmed)).toBe(false)
    expect(
      isSameEdit({ ...trimmed, cleanUps: ['hum', 'ess'] }, { ...trimmed, cleanUps: ['ess', 'hum'] }),
    ).toBe(true)
  })
})

describe('cutting', () => {
  const cases: [what: string, edit: ClipEdit, parts: number[][]][] = [
    [
      'a part becomes two',
      cutAt(untouched, sound, 4_000.2),
      [
        [0, 4_000],
        [4_000, 10_000],
      ],
    ],
    [
      'what plays is cut, not the silence before it',
      cutAt(trimmed, sound, 4_000),
      [
        [500, 4_000],
        [4_000, 9_100],
      ],
    ],
    ['too near an edge nothing happens', cutAt(cut([0, 1_000]), sound, 950), [[0, 1_000]]],
    [
      'what is left out is not cut',
      cutAt(cut([0, 1_000], [2_000, 3_000]), sound, 1_500),
      [
        [0, 1_000],
        [2_000, 3_000],
      ],
    ],
    ['a part is left out', leaveOut(cut([0, 1_000], [2_000, 3_000]), sound, 0), [[2_000, 3_000]]],
    ['the last one stays', leaveOut(cut([0, 1_000]), sound, 0), [[0, 1_000]]],
    ['a part begins later', moveEdge(cut([0, 1_000]), sound, 0, { startMs: 300 }), [[300, 1_000]]],
    [
      'a part ends no earlier than 0.1 s after it began',
      moveEdge(cut([0, 1_000]), sound, 0, { endMs: 20 }),
      [[0, 100]],
    ],
    [
      'a part reaches its neighbour at most',
      moveEdge(cut([0, 1_000], [2_000, 3_000]), sound, 0, { endMs: 2_500 }),
      [
        [0, 2_000],
        [2_000, 3_000],
      ],
    ],
    [
      'a part ends where the sound ends',
      moveEdge(cut([0, 1_000]), sound, 0, { endMs: 99_000 }),
      [[0, 10_000]],
    ],
    ['trimmed silence comes back by its edge', moveEdge(trimmed, sound, 0, { startMs: 0 }), [[0, 9_100]]],
  ]
  test.each(cases)('%s', (_, edit, parts) => expect(pairs(keptParts(edit, sound))).toEqual(parts))

  test('a step that changes nothing is the same edit', () => {
    const edit = cut([0, 1_000])
    expect([
      cutAt(edit, sound, 5),
      leaveOut(edit, sound, 0),
      moveEdge(edit, sound, 0, { startMs: 0 }),
    ]).toEqual([edit, edit, edit])
    expect(moveEdge(edit, sound, 3, { startMs: 1 })).toBe(edit)
  })

  test('a fifty-first part is not made', () => {
    const many = Array.from({ length: 50 }, (_, n): [number, number] => [n * 200, n * 200 + 200])
    expect(cutAt(cut(...many), sound, 100).parts).toHaveLength(50)
  })

  test('a sound split in two keeps each half, and the fade at its own end', () => {
    const edit = { ...cut([0, 2_000], [3_000, 9_000]), fadeInMs: 500, fadeOutMs: 700 }
    const [before, after] = splitEdit(edit, sound, 5_000) ?? []
    expect(before).toMatchObject({
      parts: cut([0, 2_000], [3_000, 5_000]).parts,
      fadeInMs: 500,
      fadeOutMs: 0,
    })
    expect(after).toMatchObject({ parts: cut([5_000, 9_000]).parts, fadeInMs: 0, fadeOutMs: 700 })
    expect(splitEdit(edit, sound, 2_500)?.map(({ parts }) => pairs(parts))).toEqual([
      [[0, 2_000]],
      [[3_000, 9_000]],
    ])
    expect(splitEdit(edit, sound, 8_950)).toBeNull()
    expect(splitEdit(null, sound, 0)).toBeNull()
  })
})

describe('playing', () => {
  const parts = cut([1_000, 2_000], [5_000, 6_000]).parts
  test.each([
    [0, 1_000],
    [1_500, 1_500],
    [2_000, 5_000],
    [5_999, 5_999],
    [6_000, null],
  ])('from %i ms goes on at %j', (at, from) => expect(playsFrom(parts, at)).toBe(from))

  test.each([
    [0, -1, 0],
    [1_500, 0, 500],
    [3_000, -1, 1_000],
    [5_200, 1, 1_200],
    [9_000, -1, 2_000],
  ])('at %i ms is part %i, after %i ms', (at, part, played) => {
    expect(partAt(parts, at)).toBe(part)
    expect(playedMs(parts, at)).toBe(played)
  })

  test.each([
    [0, 0],
    [500, 0.5],
    [1_500, 1],
    [1_900, 0.5],
    [2_000, 0],
  ])('at %i ms of two seconds, fades leave %f', (at, volume) =>
    expect(fadeAt({ fadeInMs: 1_000, fadeOutMs: 200 }, 2_000, at)).toBeCloseTo(volume))
})

test('steps are undone and done again, and a new one forgets what was undone', () => {
  const three = step(step(historyOf('a'), 'b'), 'c')
  expect(undo(three).present).toBe('b')
  expect(redo(undo(three))).toEqual(three)
  expect(step(undo(three), 'd')).toMatchObject({ past: ['a', 'b'], present: 'd', future: [] })
  expect(step(three, 'c')).toEqual(three)
  expect(undo(historyOf('a'))).toEqual(historyOf('a'))
  expect(redo(historyOf('a'))).toEqual(historyOf('a'))
})
