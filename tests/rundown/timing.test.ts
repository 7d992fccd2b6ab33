import { describe, expect, test } from 'vitest'
import { planRundown, type TimedItem } from '#lib/rundown/timing.ts'
import { hours, type Instant, minutes, seconds } from '#lib/time/duration.ts'

/** Minutes after the start of the show at 10:00, so that times can be read off the tables. */
const ten: Instant = 10 * hours(1)
const at = (minute: number) => ten + minutes(minute)
const item = (id: string, length: number, rules: Partial<TimedItem> = {}): TimedItem => ({
  id,
  plannedMs: minutes(length),
  ...rules,
})
/** Each line as `[start, end, gap]` in minutes after ten. */
const lines = (items: TimedItem[], start = ten) =>
  planRundown(items, start).items.map((line) =>
    [line.start - ten, line.end - ten, line.gapMs].map((ms) => ms / minutes(1)),
  )
const span = (items: TimedItem[], start = ten) => {
  const { plannedStart, plannedEnd, totalMs } = planRundown(items, start)
  return [plannedStart, plannedEnd]
    .map((end) => (end === null ? null : (end - ten) / minutes(1)))
    .concat(totalMs / minutes(1))
}

const a = item('a', 5)
const b = item('b', 10)
const c = item('c', 3)

describe('the plan', () => {
  const cases: [string, TimedItem[], number[][], (number | null)[]][] = [
    [
      'lines follow each other',
      [a, b, c],
      [
        [0, 5, 0],
        [5, 15, 0],
        [15, 18, 0],
      ],
      [0, 18, 18],
    ],
    ['of one line is that line', [b], [[0, 10, 0]], [0, 10, 10]],
    ['of nothing has neither start nor end', [], [], [null, null, 0]],
    [
      'a line of no length takes none',
      [item('x', 0), b],
      [
        [0, 0, 0],
        [0, 10, 0],
      ],
      [0, 10, 10],
    ],
    [
      'a hard start leaves a gap, which is part of the show',
      [a, b, item('c', 3, { fixedStart: at(20) })],
      [
        [0, 5, 0],
        [5, 15, 0],
        [20, 23, 5],
      ],
      [0, 23, 23],
    ],
    [
      'a hard start just in time leaves no gap',
      [a, item('b', 10, { fixedStart: at(5) })],
      [
        [0, 5, 0],
        [5, 15, 0],
      ],
      [0, 15, 15],
    ],
    [
      'what follows a hard start follows it',
      [a, item('b', 10, { fixedStart: at(8) }), c],
      [
        [0, 5, 0],
        [8, 18, 3],
        [18, 21, 0],
      ],
      [0, 21, 21],
    ],
    [
      'an overlap is counted once',
      [a, item('b', 10, { fixedStart: at(3) }), c],
      [
        [0, 5, 0],
        [3, 13, -2],
        [13, 16, 0],
      ],
      [0, 16, 16],
    ],
    [
      'a line inside another lengthens nothing',
      [b, item('x', 2, { fixedStart: at(4) })],
      [
        [0, 10, 0],
        [4, 6, -6],
      ],
      [0, 10, 10],
    ],
    [
      'a line after one inside another starts at its end, and its gap counts from the latest end',
      [b, item('x', 2, { fixedStart: at(4) }), a],
      [
        [0, 10, 0],
        [4, 6, -6],
        [6, 11, -4],
      ],
      [0, 11, 11],
    ],
    [
      'a hard start at midnight of the first day is a hard start',
      [item('a', 5, { fixedStart: 0 })],
      [[-600, -595, 0]],
      [-600, -595, 5],
    ],
    [
      'a hard start of the first line is when the show begins',
      [item('a', 5, { fixedStart: at(2) }), b],
      [
        [2, 7, 0],
        [7, 17, 0],
      ],
      [2, 17, 15],
    ],
    [
      'a hard start that was taken away is none',
      [a, item('b', 10, { fixedStart: null })],
      [
        [0, 5, 0],
        [5, 15, 0],
      ],
      [0, 15, 15],
    ],
    [
      'a locked end sets the length',
      [a, item('b', 0, { fixedEnd: at(15) }), c],
      [
        [0, 5, 0],
        [5, 15, 0],
        [15, 18, 0],
      ],
      [0, 18, 18],
    ],
    [
      'a locked end shrinks when what comes before grows',
      [item('a', 8), item('b', 10, { fixedEnd: at(15) }), c],
      [
        [0, 8, 0],
        [8, 15, 0],
        [15, 18, 0],
      ],
      [0, 18, 18],
    ],
    [
      'a locked end that has passed leaves nothing',
      [b, item('x', 4, { fixedEnd: at(7) }), c],
      [
        [0, 10, 0],
        [10, 10, 0],
        [10, 13, 0],
      ],
      [0, 13, 13],
    ],
    [
      'a hard start and a locked end frame a line',
      [a, item('b', 1, { fixedStart: at(6), fixedEnd: at(9) }), c],
      [
        [0, 5, 0],
        [6, 9, 1],
        [9, 12, 0],
      ],
      [0, 12, 12],
    ],
    [
      'a locked end at midnight of the first day is a locked end',
      [item('a', 5, { fixedEnd: 0 })],
      [[0, 0, 0]],
      [0, 0, 0],
    ],
    [
      'counting to the end changes no plan',
      [a, item('b', 10, { countToEnd: true }), c],
      [
        [0, 5, 0],
        [5, 15, 0],
        [15, 18, 0],
      ],
      [0, 18, 18],
    ],
    [
      'a skipped line takes no time and moves nothing',
      [a, item('b', 10, { isSkipped: true }), c],
      [
        [0, 5, 0],
        [5, 15, 0],
        [5, 8, 0],
      ],
      [0, 8, 8],
    ],
    [
      'a skipped first line does not begin the show',
      [item('a', 5, { isSkipped: true, fixedStart: at(30) }), b],
      [
        [30, 35, 0],
        [0, 10, 0],
      ],
      [0, 10, 10],
    ],
    [
      'a skipped last line does not end the show',
      [a, item('b', 10, { isSkipped: true })],
      [
        [0, 5, 0],
        [5, 15, 0],
      ],
      [0, 5, 5],
    ],
    [
      'a skipped hard start leaves no gap',
      [a, item('b', 10, { isSkipped: true, fixedStart: at(20) }), c],
      [
        [0, 5, 0],
        [20, 30, 15],
        [5, 8, 0],
      ],
      [0, 8, 8],
    ],
    [
      'of skipped lines only has neither start nor end',
      [item('a', 5, { isSkipped: true })],
      [[0, 5, 0]],
      [null, null, 0],
    ],
  ]
  test.each(cases)('%s', (_, items, planned, whole) => {
    expect(lines(items)).toEqual(planned)
    expect(span(items)).toEqual(whole)
  })

  test('midnight is a time like any other', () =>
    expect(span([item('a', 20), b], hours(23) + minutes(50))).toEqual([830, 860, 30]))
  test('a locked end after midnight is on the next day', () =>
    expect(lines([item('a', 0, { fixedEnd: hours(24) + minutes(10) })], 23 * hours(1))).toEqual([
      [780, 850, 0],
    ]))
  test('a show may start on the day before', () =>
    expect(span([a, b], 0 - minutes(10))).toEqual([-610, -595, 15]))

  test('a locked end that has passed is a conflict to show; one that leaves time is none', () => {
    const plan = planRundown([b, item('x', 4, { fixedEnd: at(7) }), item('y', 4, { fixedEnd: at(10) })], ten)
    expect(plan.items.map((line) => line.endsBeforeStart)).toEqual([false, true, false])
  })
  test('every line keeps its place, skipped or not', () => {
    const items = [item('a', 5, { isSkipped: true }), b, c]
    expect(planRundown(items, ten).items.map((line) => line.item)).toEqual(items)
  })
  test("the Bobine's own show lasts its 27:30", () => {
    const lengths = [30, 55, 5, 20, 70, 390, 200, 5, 20, 100, 420, 60, 105, 100, 40, 30]
    const show = lengths.map((length, n) => ({ id: `${n}`, plannedMs: seconds(length) }))
    const plan = planRundown(show, ten)
    expect(plan.totalMs).toBe(seconds(1650))
    expect(plan.items[6]?.end).toBe(ten + seconds(770))
  })
})
