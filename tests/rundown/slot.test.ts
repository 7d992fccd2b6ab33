import { describe, expect, test } from 'vitest'
import { type AirSlot, backTimes, slotFit, type Take } from '#lib/rundown/slot.ts'
import { planRundown, type TimedItem } from '#lib/rundown/timing.ts'
import { hours, type Instant, minutes } from '#lib/time/duration.ts'

const ten: Instant = 10 * hours(1)
const at = (minute: number) => ten + minutes(minute)
const item = (id: string, length: number, rules: Partial<TimedItem> = {}): TimedItem => ({
  id,
  plannedMs: minutes(length),
  ...rules,
})
const a = item('a', 5)
const b = item('b', 10)
const c = item('c', 3)

describe('back-times, from the end of the slot upwards', () => {
  const upwards = (items: TimedItem[], end: number) =>
    backTimes(planRundown(items, ten), at(end)).map(({ id, start }) => `${id} ${(start - ten) / minutes(1)}`)
  test('say by when each line must start', () =>
    expect(upwards([a, b, c], 20)).toEqual(['a 2', 'b 7', 'c 17']))
  test('lie before the show when it is too long', () =>
    expect(upwards([a, b, c], 15)).toEqual(['a -3', 'b 2', 'c 12']))
  test('follow a hit time above it, and not below', () =>
    expect(upwards([a, item('b', 10, { hitTime: at(6) }), c], 20)).toEqual(['a 1', 'b 6', 'c 17']))
  test('follow the nearest of two hit times', () =>
    expect(upwards([a, item('b', 10, { hitTime: at(6) }), item('c', 3, { hitTime: at(18) })], 20)).toEqual([
      'a 1',
      'b 6',
      'c 18',
    ]))
  test('know no skipped line', () =>
    expect(upwards([a, item('b', 10, { isSkipped: true, hitTime: at(1) }), c], 20)).toEqual(['a 12', 'c 17']))
  test('use what a locked end leaves of a line', () =>
    expect(upwards([a, item('b', 0, { fixedEnd: at(9) }), c], 20)).toEqual(['a 8', 'b 13', 'c 17']))
  test('of nothing are none', () => expect(upwards([], 20)).toEqual([]))
})

const tenToTwenty: AirSlot = { start: at(0), end: at(20) }
const twentyMinutes: AirSlot = { start: at(0), durationMs: minutes(20) }
const took = (minute: number, played: number | null = null): Take => ({
  takenAt: at(minute),
  playedMs: played === null ? null : minutes(played),
})
/** Over, remaining and as played, in minutes. The first take began the show. */
const against = (slot: AirSlot, now: number, takes: Record<string, Take> = {}, items = [a, b, c]) => {
  const first = Object.values(takes).at(0)
  const asRun = { startedAt: first?.takenAt ?? null, takes: new Map(Object.entries(takes)) }
  const { overMs, remainingMs, asPlayedMs } = slotFit(planRundown(items, ten), asRun, slot, at(now))
  return [overMs, remainingMs, asPlayedMs].map((ms) => ms / minutes(1))
}

describe('against a fixed end', () => {
  const cases: [string, number, Record<string, Take>, number[]][] = [
    ['before the show there is room left', -10, {}, [-2, 18, 18]],
    ['a show that should have begun loses its room', 5, {}, [3, 18, 18]],
    ['begun on time it fits as planned', 1, { a: took(0) }, [-2, 17, 18]],
    ['begun late it is late', 4, { a: took(3) }, [1, 17, 18]],
    ['overtime counts with each minute', 7, { a: took(0) }, [0, 13, 20]],
    ['a line played short leaves room', 4, { a: took(0, 3), b: took(3) }, [-4, 12, 16]],
    ['a line jumped over does not count', 6, { a: took(0, 5), c: took(5) }, [-12, 2, 8]],
    ['a silence between two lines is lost', 8, { a: took(0, 5) }, [1, 13, 18]],
    ['in the last line only that is left', 16, { a: took(0, 5), b: took(5, 10), c: took(15) }, [-2, 2, 18]],
    ['after the show it is what it was', 60, { a: took(0, 5), b: took(5, 12), c: took(17, 3) }, [0, 0, 20]],
    ['a line played again is counted once', 16, { b: took(0, 9), c: took(9, 3), a: took(12) }, [-3, 1, 17]],
  ]
  test.each(cases)('%s', (_, now, takes, expected) =>
    expect(against(tenToTwenty, now, takes)).toEqual(expected))

  test('a skipped line does not count', () =>
    expect(against(tenToTwenty, -10, {}, [a, item('b', 10, { isSkipped: true }), c])).toEqual([-12, 8, 8]))
  test('a skipped line that was played does', () =>
    expect(
      against(tenToTwenty, 6, { b: took(0, 5), c: took(5) }, [item('b', 10, { isSkipped: true }), c]),
    ).toEqual([-12, 2, 8]))
  test('the end counts even when the slot says its length too', () =>
    expect(against({ ...tenToTwenty, durationMs: minutes(1) }, -10)).toEqual([-2, 18, 18]))
  test('a slot without a start begins now', () =>
    expect(against({ end: at(20) }, -10)).toEqual([-12, 18, 18]))
})

describe('against a length', () => {
  const cases: [string, number, Record<string, Take>, number[]][] = [
    ['before the show there is room left', -10, {}, [-2, 18, 18]],
    ['a show that should have begun has as much room', 5, {}, [-2, 18, 18]],
    ['a late start is not late', 4, { a: took(3) }, [-2, 17, 18]],
    ['overtime is', 9, { a: took(0) }, [2, 13, 22]],
    ['after the show it is what it was', 60, { a: took(3, 5), b: took(8, 10), c: took(18, 9) }, [4, 0, 24]],
  ]
  test.each(cases)('%s', (_, now, takes, expected) =>
    expect(against(twentyMinutes, now, takes)).toEqual(expected))
})

describe('without a slot, against the plan', () => {
  const cases: [string, number, Record<string, Take>, number[]][] = [
    ['before the show it is as planned', 0, {}, [0, 18, 18]],
    ['overtime is over', 6.5, { a: took(0) }, [1.5, 13, 19.5]],
    ['a line played short is under', 4, { a: took(0, 3), b: took(3) }, [-2, 12, 16]],
    ['a line jumped over is under by its length', 6, { a: took(0, 5), c: took(5) }, [-10, 2, 8]],
    ['after the show it is what it was', 60, { a: took(0, 5), b: took(5, 11), c: took(16, 3) }, [1, 0, 19]],
  ]
  test.each(cases)('%s', (_, now, takes, expected) => expect(against({}, now, takes)).toEqual(expected))
  test('an empty rundown fits', () => expect(against({}, 0, {}, [])).toEqual([0, 0, 0]))
})
