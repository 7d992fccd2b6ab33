import { describe, expect, test } from 'vitest'
import type { RecordedPart } from '#lib/db/schema.ts'
import {
  areParts,
  mergeWithNext,
  moveBoundary,
  namePart,
  partsFromPlan,
  partsFromTakes,
  type RecordedLine,
  recordedLines,
  splitAt,
} from '#lib/master/recording.ts'
import { chance } from '#tests/chance.ts'

const line = (id: string, seconds: number, isFixed = false): RecordedLine => ({
  ...{ id, title: `le ${id}`, isFixed },
  plannedMs: seconds * 1000,
})
const theme = line('theme', 30, true)
const talk = line('talk', 60)
const debate = line('debate', 120)

/** `talk 0–60` in seconds; a part without a line is `–`. */
const told = (parts: readonly RecordedPart[]) =>
  parts.map(({ itemId, startMs, endMs }) => `${itemId ?? '–'} ${startMs / 1000}–${endMs / 1000}`)
const cut = (...words: string[]): RecordedPart[] =>
  words.map((word) => {
    const [, id = '', from, to] = /^(\S+) ([\d.]+)–([\d.]+)$/.exec(word) ?? []
    const itemId = id === '–' ? null : id
    return { itemId, title: itemId ? `le ${id}` : '', startMs: Number(from) * 1000, endMs: Number(to) * 1000 }
  })

describe('proposed from planned lengths', () => {
  const cases: [
    what: string,
    lines: RecordedLine[],
    span: [length: number, from?: number, to?: number],
    expected: string[],
  ][] = [
    ['as planned', [theme, talk], [90], ['theme 0–30', 'talk 30–90']],
    [
      'spoken lines share what is over, finished sounds keep their length',
      [theme, talk, debate],
      [228],
      ['theme 0–30', 'talk 30–96', 'debate 96–228'],
    ],
    ['and what is missing', [theme, talk, debate], [192], ['theme 0–30', 'talk 30–84', 'debate 84–192']],
    [
      'far too long: it holds something else, so the rest is left out',
      [theme, talk],
      [300],
      ['theme 0–30', 'talk 30–90', '– 90–300'],
    ],
    [
      'far too short: the last lines are not in it',
      [theme, talk, debate],
      [80],
      ['theme 0–30', 'talk 30–80'],
    ],
    [
      'the recorder was started early and stopped late',
      [theme, talk],
      [100, 4, 94],
      ['– 0–4', 'theme 4–34', 'talk 34–94', '– 94–100'],
    ],
    [
      'a line without a length is not proposed',
      [theme, line('none', 0), talk],
      [90],
      ['theme 0–30', 'talk 30–90'],
    ],
    ['only finished sounds', [theme], [40], ['theme 0–30', '– 30–40']],
    ['an empty rundown', [], [40], ['– 0–40']],
  ]
  test.each(cases)('%s', (_, lines, [length, from, to], expected) => {
    const parts = partsFromPlan(
      lines,
      length * 1000,
      (from ?? 0) * 1000,
      to === undefined ? undefined : to * 1000,
    )
    expect(told(parts)).toEqual(expected)
    expect(areParts(parts, length * 1000)).toBe(true)
  })
})

describe('proposed from what was taken on the air', () => {
  const take = (itemId: string, at: number, ended: number | null = null) => ({
    ...{ itemId, takenAt: 1_800_000_000_000 + at * 1000 },
    endedAt: ended === null ? null : 1_800_000_000_000 + ended * 1000,
  })
  const lines = [theme, talk, debate]
  const cases: [
    what: string,
    takes: ReturnType<typeof take>[],
    length: number,
    first: number,
    expected: string[],
  ][] = [
    [
      'each take lasts until the next',
      [take('theme', 0), take('talk', 31), take('debate', 90, 200)],
      220,
      5,
      ['– 0–5', 'theme 5–36', 'talk 36–95', 'debate 95–205', '– 205–220'],
    ],
    ['the last one to the end', [take('theme', 0), take('talk', 31)], 70, 0, ['theme 0–31', 'talk 31–70']],
    [
      'a pause between two takes is left out',
      [take('theme', 0, 28), take('talk', 31, 70)],
      80,
      0,
      ['theme 0–28', '– 28–31', 'talk 31–70', '– 70–80'],
    ],
    [
      'the recording began after the first take',
      [take('theme', 0), take('talk', 31)],
      60,
      -10,
      ['theme 0–21', 'talk 21–60'],
    ],
    [
      'and ended before the last ones',
      [take('theme', 0), take('talk', 31), take('debate', 90)],
      60,
      0,
      ['theme 0–31', 'talk 31–60'],
    ],
    [
      'a line taken by mistake, then for good',
      [take('debate', 0), take('theme', 2), take('debate', 32, 90)],
      90,
      0,
      ['– 0–2', 'theme 2–32', 'debate 32–90'],
    ],
    [
      'a line that is no longer in the rundown is left out',
      [take('theme', 0), take('gone', 30), take('talk', 40)],
      60,
      0,
      ['theme 0–30', '– 30–40', 'talk 40–60'],
    ],
    [
      'in whatever order they are given',
      [take('talk', 31), take('theme', 0)],
      60,
      0,
      ['theme 0–31', 'talk 31–60'],
    ],
    ['nothing was taken', [], 60, 0, ['– 0–60']],
  ]
  test.each(cases)('%s', (_, takes, length, first, expected) => {
    const parts = partsFromTakes(takes, lines, length * 1000, first * 1000)
    expect(told(parts)).toEqual(expected)
    expect(areParts(parts, length * 1000)).toBe(true)
  })
})

describe('by hand', () => {
  const parts = cut('theme 0–30', 'talk 30–90', '– 90–100')
  const cases: [what: string, after: RecordedPart[], expected: string[]][] = [
    [
      'a boundary moves, its neighbour follows',
      moveBoundary(parts, 1, 25_000),
      ['theme 0–25', 'talk 25–90', '– 90–100'],
    ],
    [
      'it stops a tenth before the next one',
      moveBoundary(parts, 1, 95_000),
      ['theme 0–89.9', 'talk 89.9–90', '– 90–100'],
    ],
    ['and after the one before', moveBoundary(parts, 2, 0), ['theme 0–30', 'talk 30–30.1', '– 30.1–100']],
    ['the start of the sound stays', moveBoundary(parts, 0, 5_000), told(parts)],
    ['a part is split', splitAt(parts, 70_000), ['theme 0–30', 'talk 30–70', '– 70–90', '– 90–100']],
    ['but not on a boundary', splitAt(parts, 30_050), told(parts)],
    ['nor outside', splitAt(parts, 500_000), told(parts)],
    ['two parts become one', mergeWithNext(parts, 0), ['theme 0–90', '– 90–100']],
    ['what was left out joins a line', mergeWithNext(parts, 1), ['theme 0–30', 'talk 30–100']],
    ['the last has no next', mergeWithNext(parts, 2), told(parts)],
    [
      'a part is given to a line, which another part had',
      namePart(parts, 2, { itemId: 'talk', title: 'le talk' }),
      ['theme 0–30', '– 30–90', 'talk 90–100'],
    ],
    [
      'a part is left out',
      namePart(parts, 0, { itemId: null, title: '' }),
      ['– 0–30', 'talk 30–90', '– 90–100'],
    ],
  ]
  test.each(cases)('%s', (_, after, expected) => {
    expect(told(after)).toEqual(expected)
    expect(areParts(after, 100_000)).toBe(true)
  })

  test.each([
    ['a hole', cut('theme 0–30', 'talk 31–100')],
    ['an overlap', cut('theme 0–30', 'talk 29–100')],
    ['beyond the end', cut('theme 0–30', 'talk 30–101')],
    ['before the end', cut('theme 0–30', 'talk 30–99')],
    ['a late start', cut('theme 1–30', 'talk 30–100')],
    ['a part of no length', cut('theme 0–30', 'talk 30–30', '– 30–100')],
    ['a line twice', cut('theme 0–30', 'theme 30–100')],
    ['half a millisecond', cut('theme 0–30.0005', 'talk 30.0005–100')],
    ['no part at all', []],
  ])('%s is refused', (_, wrong) => expect(areParts(wrong, 100_000)).toBe(false))
})

test('whatever is done in whatever order, the parts fill the sound and never overlap', () => {
  const random = chance(7)
  for (let show = 0; show < 200; show++) {
    const durationMs = 1 + Math.floor(random() * 2_000_000)
    const lines = Array.from({ length: Math.floor(random() * 12) }, (_, n) =>
      line(`${n}`, Math.floor(random() * 300), random() < 0.4),
    )
    let at = 0
    const takes = lines.map(({ id }) => {
      at += Math.floor(random() * 200_000)
      return { itemId: id, takenAt: at, endedAt: random() < 0.5 ? null : at + Math.floor(random() * 200_000) }
    })
    const firstMs = Math.floor((random() - 0.3) * 60_000)
    let parts =
      random() < 0.5
        ? partsFromPlan(lines, durationMs, firstMs)
        : partsFromTakes(takes, lines, durationMs, firstMs)
    for (let step = 0; step < 30; step++) {
      expect(areParts(parts, durationMs)).toBe(true)
      const index = Math.floor(random() * (parts.length + 1))
      const somewhere = (random() * 1.2 - 0.1) * durationMs
      const named = lines[Math.floor(random() * lines.length)]
      const steps = [
        () => moveBoundary(parts, index, somewhere),
        () => splitAt(parts, somewhere),
        () => mergeWithNext(parts, index),
        () => namePart(parts, index, { itemId: named?.id ?? null, title: named?.title ?? '' }),
      ]
      parts = steps[Math.floor(random() * steps.length)]?.() ?? parts
    }
    const kept = [...recordedLines({ clipId: 'c', parts }).values()]
    const out = parts.filter(({ itemId }) => itemId === null)
    expect([...kept, ...out].reduce((sum, one) => sum + one.endMs - one.startMs, 0)).toBe(durationMs)
  }
})

test('each line of the recording is a stretch of its sound', () => {
  expect(
    recordedLines({ clipId: 'son', parts: cut('– 0–4', 'theme 4–34', '– 34–40', 'talk 40–90') }),
  ).toEqual(
    new Map([
      ['theme', { clipId: 'son', startMs: 4_000, endMs: 34_000 }],
      ['talk', { clipId: 'son', startMs: 40_000, endMs: 90_000 }],
    ]),
  )
})
