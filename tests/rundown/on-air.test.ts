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

describe('a server’s clock that is set', () => {
  /** A deed that was kept at `kept`, in seconds, and done at `at`: at the same moment unless it was held back. */
  const kept = (keptAt: number, itemId: string, at = keptAt) => ({
    ...take(at, itemId),
    keptAt: keptAt * 1000,
  })
  const done = (keptAt: number, what: LoggedDeed['deed']) => ({
    ...deed(keptAt, what),
    keptAt: keptAt * 1000,
  })

  test.each([
    ['goes on', () => [kept(0, 'a'), kept(60, 'b')], { a: 60, b: null }, 60],
    ['is set back an hour', () => [kept(3600, 'a'), kept(60, 'b')], { a: 0, b: null }, 60],
    [
      'is set back after some lines',
      () => [kept(3600, 'a'), kept(3660, 'b'), kept(100, 'c'), kept(130, 'd')],
      { a: 60, b: 0, c: 30, d: null },
      130,
    ],
    [
      'is set back twice',
      () => [kept(9000, 'a'), kept(9060, 'b'), kept(5000, 'c'), kept(5010, 'd'), kept(1000, 'e')],
      { a: 60, b: 0, c: 10, d: 0, e: null },
      1000,
    ],
    ['is set back and nobody had taken anything since', () => [kept(3600, 'a')], { a: null }, 3600],
    [
      'is set back by less than passed until the next take',
      () => [kept(60, 'a'), kept(90, 'b')],
      { a: 30, b: null },
      90,
    ],
    ['is set forward', () => [kept(0, 'a'), kept(7200, 'b')], { a: 7200, b: null }, 7200],
    [
      'is another machine’s, a second behind',
      () => [kept(100, 'a'), kept(99, 'b', 100), kept(130, 'c')],
      { a: 0, b: 30, c: null },
      130,
    ],
    [
      'has nothing to do with what a screen held back',
      () => [kept(0, 'a'), kept(60, 'c'), kept(200, 'b', 30)],
      { a: 30, b: 30, c: null },
      60,
    ],
    [
      'has nothing to do with what a screen still has to send',
      () => [kept(0, 'a'), kept(60, 'c'), take(30, 'b')],
      { a: 30, b: 30, c: null },
      60,
    ],
  ])('when it %s', (_what, log, seconds, takenAt) => {
    const state = showState(log())
    const runs = state.runs.map(({ itemId, takenAt: from, endedAt }) => [
      itemId,
      endedAt && (endedAt - from) / 1000,
    ])
    expect(Object.fromEntries(runs)).toEqual(seconds)
    expect(runs.map(([itemId]) => itemId)).toEqual(Object.keys(seconds))
    expect(state.onAir).toMatchObject({ itemId: Object.keys(seconds).at(-1), takenAt: takenAt * 1000 })
  })

  test('takes no time from a line, nor gives it any, while it was paused', () => {
    const log = [kept(3600, 'a'), done(3610, 'pause'), done(20, 'resume')]
    expect(showState(log).onAir).toMatchObject({ itemId: 'a', addedMs: 0, pausedAt: null, takenAt: 10_000 })
  })

  test('does not end a show before it began', () => {
    const { startedAt, endedAt } = showState([kept(3600, 'a'), kept(3660, 'b'), done(50, 'end')])
    expect([startedAt, endedAt]).toEqual([-10_000, 50_000])
  })
})
