import { describe, expect, test } from 'vitest'
import { countdown } from '#lib/rundown/live.ts'
import { asRunOf, type LoggedDeed, showState } from '#lib/rundown/on-air.ts'
import { slotFit } from '#lib/rundown/slot.ts'
import { planRundown } from '#lib/rundown/timing.ts'

let id = 0
const deed = (at: number, what: LoggedDeed['deed'], facts: Partial<LoggedDeed> = {}): LoggedDeed => ({
  id: ++id,
  deed: what,
  itemId: null,
  ms: null,
  at: at * 1000,
  planStart: null,
  title: '',
  plannedMs: null,
  ...facts,
})
const take = (at: number, itemId: string, planStart = at) =>
  deed(at, 'take', { itemId, title: itemId, plannedMs: 60_000, planStart: planStart * 1000 })
const played = (log: LoggedDeed[]) =>
  Object.fromEntries([...asRunOf(showState(log)).takes].map(([item, { playedMs }]) => [item, playedMs]))

describe('the show as its log tells it', () => {
  test('nothing is on air before the first take, and nothing is done to it', () => {
    expect(showState([deed(1, 'pause'), deed(2, 'add', { ms: 30_000 }), deed(3, 'end')])).toEqual({
      onAir: null,
      startedAt: null,
      endedAt: null,
      runs: [],
    })
  })

  test('each take ends the one before', () => {
    const state = showState([take(10, 'a'), take(75, 'b'), deed(100, 'end')])
    expect(state).toMatchObject({ onAir: null, startedAt: 10_000, endedAt: 100_000 })
    expect(state.runs.map(({ itemId, takenAt, endedAt }) => [itemId, takenAt, endedAt])).toEqual([
      ['a', 10_000, 75_000],
      ['b', 75_000, 100_000],
    ])
  })

  test('a pause gives its time to the line, once, however often it is pressed', () => {
    const log = [take(0, 'a'), deed(10, 'pause'), deed(12, 'pause'), deed(40, 'resume'), deed(41, 'resume')]
    expect(showState(log).onAir).toMatchObject({ addedMs: 30_000, pausedAt: null })
  })

  test('what arrives late counts when it was done', () => {
    const late = take(30, 'b')
    const log = [take(0, 'a'), take(60, 'c'), { ...late, id: 999 }]
    expect(played(log)).toEqual({ a: 30_000, b: 30_000, c: null })
    expect(showState(log).onAir?.itemId).toBe('c')
  })

  test('a line taken twice was played for both stretches together', () => {
    const log = [take(0, 'a'), take(20, 'b'), take(30, 'a')]
    expect(asRunOf(showState(log)).takes.get('a')).toEqual({
      takenAt: 30_000,
      playedMs: null,
      earlierMs: 20_000,
    })
    expect(played([...log, deed(50, 'end')])).toEqual({ a: 40_000, b: 10_000 })
  })

  test('a line taken again has its whole length before it, and what comes after it too', () => {
    const items = ['a', 'b', 'c'].map((item) => ({ id: item, plannedMs: 60_000 }))
    const plan = planRundown(items, 0)
    const state = showState([take(0, 'a'), take(20, 'b'), take(30, 'a')])
    const now = 35_000
    const fit = slotFit(plan, asRunOf(state), { end: 200_000 }, now)
    // 55 s of a, 60 s of c; b was left for good.
    expect(fit).toMatchObject({ remainingMs: 115_000, asPlayedMs: 150_000, overMs: -50_000 })
    if (state.onAir) expect(countdown(plan, state.onAir, now).remainingMs).toBe(55_000)
  })

  test('a take after the end goes on with the show', () => {
    const state = showState([take(0, 'a'), deed(50, 'end'), take(55, 'b')])
    expect(state).toMatchObject({ startedAt: 0, endedAt: null, onAir: { itemId: 'b', showStartedAt: 0 } })
  })
})
