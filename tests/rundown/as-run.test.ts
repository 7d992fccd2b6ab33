import { describe, expect, test } from 'vitest'
import { compareLines, showTotals } from '#lib/rundown/as-run.ts'
import { canonicalJson } from '#lib/rundown/canonical-json.ts'
import { type LoggedDeed, showState } from '#lib/rundown/on-air.ts'
import type { Line } from '#lib/rundown/patch.ts'
import { planRundown } from '#lib/rundown/timing.ts'
import { timedItems } from '#lib/rundown/wall.ts'

const showStart = Date.UTC(2026, 10, 27, 17)
const zone = 'Europe/Paris'

function line(id: string, seconds: number, fields: Partial<Line> = {}): Line {
  return {
    ...{ id, title: id, kind: 'voice', who: '', notes: '', version: 1, goesTo: 'both', extra: {} },
    ...{
      storyId: null,
      clipId: null,
      bedId: null,
      joinMs: 0,
      fixedStart: null,
      fixedEnd: null,
      hitTime: null,
    },
    ...{ isSkipped: false, countToEnd: false, plannedMs: seconds * 1000 },
    ...fields,
  }
}
let deeds = 0
const deed = (at: number, what: LoggedDeed['deed'], facts: Partial<LoggedDeed> = {}): LoggedDeed => ({
  ...{ id: ++deeds, deed: what, itemId: null, ms: null, planStart: null, title: '', plannedMs: null },
  at: showStart + at * 1000,
  ...facts,
})
const take = (at: number, itemId: string, planned: [start: number, length: number]) =>
  deed(at, 'take', {
    ...{ itemId, title: `${itemId} alors` },
    planStart: showStart + planned[0] * 1000,
    plannedMs: planned[1] * 1000,
  })

/** `what fate planned-start planned actual`, in seconds of the show. */
function told(lines: Line[], log: LoggedDeed[]): string[] {
  const plan = planRundown(timedItems(lines, showStart, zone), showStart)
  return compareLines(lines, plan, showState(log)).map((row) => {
    const start = row.plannedStart === null ? '–' : (row.plannedStart - showStart) / 1000
    const actual = row.actualMs === null ? '–' : row.actualMs / 1000
    return `${row.itemId} ${row.fate} ${start} ${row.plannedMs / 1000} ${actual}`
  })
}

describe('planned against actual', () => {
  const lines = [line('a', 60), line('b', 30), line('c', 90), line('d', 20, { isSkipped: true })]

  test('before the show everything waits, but what will not be played', () => {
    expect(told(lines, [])).toEqual([
      'a waiting 0 60 –',
      'b waiting 60 30 –',
      'c waiting 90 90 –',
      'd skipped 180 20 –',
    ])
  })

  test('what was played counts as it was, what was jumped over is said', () => {
    const log = [take(2, 'a', [0, 60]), take(70, 'c', [90, 90]), deed(155, 'end')]
    expect(told(lines, log)).toEqual([
      'a played 0 60 68',
      'b jumped 60 30 –',
      'c played 90 90 85',
      'd skipped 180 20 –',
    ])
  })

  test('while it runs, the line on air has no length yet, and what comes after waits', () => {
    expect(told(lines, [take(0, 'a', [0, 60])])).toEqual([
      'a played 0 60 –',
      'b waiting 60 30 –',
      'c waiting 90 90 –',
      'd skipped 180 20 –',
    ])
  })

  test('a line taken twice was played for both stretches', () => {
    const log = [take(0, 'a', [0, 60]), take(10, 'b', [60, 30]), take(40, 'a', [0, 60]), deed(90, 'end')]
    expect(told([line('a', 60), line('b', 30)], log)).toEqual(['a played 0 60 60', 'b played 60 30 30'])
  })

  test('an edit after the take makes nobody late', () => {
    const log = [take(0, 'a', [0, 60]), take(60, 'b', [60, 30]), deed(90, 'end')]
    expect(told([line('a', 10), line('b', 5)], log)).toEqual(['a played 0 60 60', 'b played 60 30 30'])
  })

  test('what was played and is gone stands where it was on air', () => {
    const log = [take(0, 'a', [0, 60]), take(60, 'x', [60, 15]), take(75, 'b', [75, 30]), deed(100, 'end')]
    expect(told([line('a', 60), line('b', 30)], log)).toEqual([
      'a played 0 60 60',
      'x gone 60 15 15',
      'b played 75 30 25',
    ])
    expect(told([line('b', 30)], log.slice(1))).toEqual(['x gone 60 15 15', 'b played 75 30 25'])
  })

  test('the show as a whole', () => {
    const plan = planRundown(timedItems(lines, showStart, zone), showStart)
    const log = [take(2, 'a', [0, 60]), deed(155, 'end')]
    expect(showTotals(plan, 200_000, showState(log))).toMatchObject({
      plannedMs: 180_000,
      slotMs: 200_000,
      actualMs: 153_000,
    })
    expect(showTotals(plan, 200_000, showState([])).actualMs).toBeNull()
  })
})

describe('canonical JSON', () => {
  test('names stand in order, however they were written', () => {
    const text = '{"a":[1,{"x":null,"y":"é\\n"}],"b":true,"É":""}'
    expect(canonicalJson({ É: '', b: true, a: [1, { y: 'é\n', x: null }] })).toBe(text)
    expect(canonicalJson(JSON.parse(text))).toBe(text)
  })
  test('what is not there is not written', () => {
    expect(canonicalJson({ a: undefined, b: 0 })).toBe('{"b":0}')
  })
})
