import { describe, expect, test } from 'vitest'
import { countdownFigures, endWords, timeFigures } from '#app/_rundown/air-words.ts'
import type { AirFacts, AirLine } from '#lib/rundown/air-rows.ts'
import { airView, nextChange } from '#lib/rundown/air-view.ts'
import type { LoggedDeed } from '#lib/rundown/on-air.ts'
import { toRead } from '#lib/rundown/to-read.ts'
import { instantOf } from '#lib/time/airtime.ts'
import { minutes, seconds } from '#lib/time/duration.ts'

const zone = 'Europe/Paris'
const showStart = instantOf({ date: '2026-11-27', time: '18:00', zone })
const live: AirFacts = { showStart, zone, targetMs: minutes(18), lateness: 'absolute' }
const recorded: AirFacts = { ...live, lateness: 'relative' }

const line = (id: string, length: number, rules: Partial<AirLine> = {}): AirLine => ({
  id,
  title: id,
  kind: 'voice',
  plannedMs: minutes(length),
  joinMs: 0,
  fixedStart: null,
  fixedEnd: null,
  hitTime: null,
  isSkipped: false,
  countToEnd: false,
  ...rules,
})
const abc = [line('a', 5), line('b', 10), line('c', 3)]

/** A log told in words, by minutes after the start: `0 take a`, `2 pause`, `3 add 0.5`. */
function logOf(start: number, lines: readonly AirLine[], ...told: string[]): LoggedDeed[] {
  return told.map((words, id) => {
    const [minute = '', deed = '', fact] = words.split(' ')
    const at = start + minutes(Number(minute))
    const planned = lines.findIndex((one) => one.id === fact)
    const planStart = start + lines.slice(0, planned).reduce((sum, { plannedMs }) => sum + plannedMs, 0)
    return {
      ...{ id, deed: deed as LoggedDeed['deed'], at, itemId: null, ms: null, planStart: null },
      ...{ title: '', plannedMs: null },
      ...(deed === 'add' ? { ms: minutes(Number(fact)) } : {}),
      ...(deed === 'take' ? { itemId: fact ?? '', planStart, title: fact ?? '', plannedMs: minutes(4) } : {}),
    }
  })
}
const log = (...told: string[]) => logOf(showStart, abc, ...told)
const at = (minute: number) => showStart + minutes(minute)
const stages = (told: LoggedDeed[], minute: number, lines = abc) =>
  airView(lines, told, live, at(minute)).rows.map(({ id, stage }) => `${id} ${stage}`)

describe('where each line stands', () => {
  test.each<[string, string[], string[]]>([
    ['before the show the first line is next', [], ['a next', 'b coming', 'c coming']],
    ['one is on air', ['0 take a'], ['a onAir', 'b next', 'c coming']],
    ['what was jumped over is left behind', ['0 take a', '1 take c'], ['a played', 'b jumped', 'c onAir']],
    [
      'jumping back, what was played does not come again',
      ['0 take a', '1 take c', '2 take b'],
      ['a played', 'b onAir', 'c played'],
    ],
    ['after the end nothing comes', ['0 take a', '1 end'], ['a played', 'b jumped', 'c jumped']],
    ['a take after the end goes on', ['0 take a', '1 end', '2 take b'], ['a played', 'b onAir', 'c next']],
  ])('%s', (_words, told, expected) => expect(stages(log(...told), 3)).toEqual(expected))

  test('a line that is not to be played is passed over', () =>
    expect(
      stages(log('0 take a'), 1, [line('a', 5), line('b', 10, { isSkipped: true }), line('c', 3)]),
    ).toEqual(['a onAir', 'b skipped', 'c next']))

  test('a line that somebody removes while it is on air stays there until the next', () => {
    const view = airView([line('a', 5), line('c', 3)], log('0 take a', '5 take b'), live, at(6))
    expect(view.rows.map(({ id, stage }) => `${id} ${stage}`)).toEqual(['a played', 'b onAir', 'c next'])
    expect(view.current).toMatchObject({ title: 'b', remainingMs: minutes(3) })
  })
})

describe('the times', () => {
  const shown = (told: LoggedDeed[], minute: number, facts = live) => {
    const { rows, origin, overMs } = airView(abc, told, facts, at(minute))
    const figures = (time: number | null) => (time === null ? '–' : timeFigures(time, zone, origin))
    return { rows: rows.map((row) => `${row.id} ${figures(row.start)} ${figures(row.backTime)}`), overMs }
  }

  test('planned starts, and the latest ones', () =>
    expect(shown([], -10).rows).toEqual([
      'a 18:00:00 18:00:00',
      'b 18:05:00 18:05:00',
      'c 18:15:00 18:15:00',
    ]))

  test('a late start moves what comes, not when it must', () =>
    expect(shown(log('2 take a'), 3)).toEqual({
      rows: ['a 18:02:00 –', 'b 18:07:00 18:05:00', 'c 18:17:00 18:15:00'],
      overMs: minutes(2),
    }))

  test('without a wall clock they count from the first take, and a late start is not late', () =>
    expect(shown(log('2 take a'), 3, recorded)).toEqual({
      rows: ['a 0:00 –', 'b 5:00 5:00', 'c 15:00 15:00'],
      overMs: 0,
    }))

  test('without a wall clock and before the first take they count from nothing', () =>
    expect(shown([], 90, recorded).rows).toEqual(['a 0:00 0:00', 'b 5:00 5:00', 'c 15:00 15:00']))
})

describe('the one figure', () => {
  const over = (minute: number, ...told: string[]) => airView(abc, log(...told), live, at(minute)).overMs
  test.each<[string, number, number]>([
    ['in time while the line keeps its length', over(3, '0 take a'), 0],
    ['overtime makes the show late', over(6, '0 take a'), minutes(1)],
    ['time given counts at once', over(1, '0 take a', '0.5 add 0.5'), seconds(30)],
    ['time taken back too', over(1, '0 take a', '0.5 add -0.5'), -seconds(30)],
    ['so does a pause while it runs', over(3, '0 take a', '1 pause'), minutes(2)],
    ['and when it is over', over(4, '0 take a', '1 pause', '3 resume'), minutes(2)],
    ['what is jumped over is won', over(5, '0 take a', '5 take c'), -minutes(10)],
    ['before the show it tells the plan', over(-20), 0],
    ['nobody there at the start', over(4), minutes(4)],
    ['after the end it stays', over(90, '0 take a', '5 take b', '16 end'), -minutes(2)],
  ])('%s', (_words, given, expected) => expect(given).toBe(expected))
})

describe('around midnight', () => {
  const start = instantOf({ date: '2026-12-31', time: '23:55', zone })
  const facts: AirFacts = { showStart: start, zone, targetMs: minutes(27), lateness: 'absolute' }
  const lines = [line('a', 10), line('b', 5), line('news', 12, { fixedStart: '00:10:00' })]
  const told = logOf(start, lines, '0 take a', '10 take b')

  test('the show goes on: times of the next day come after those of the day before', () => {
    const { rows, overMs, current } = airView(lines, told, facts, start + minutes(12))
    expect(rows.map(({ id, start: time }) => `${id} ${timeFigures(time ?? 0, zone, null)}`)).toEqual([
      'a 23:55:00',
      'b 00:05:00',
      'news 00:10:00',
    ])
    expect(current?.remainingMs).toBe(minutes(3))
    expect(overMs).toBe(0)
  })

  test('a hard start after midnight is waited for, not missed by a day', () => {
    const early = logOf(start, lines, '0 take a', '6 take b')
    const { next } = airView(lines, early, facts, start + minutes(7))
    expect(next).toMatchObject({ id: 'news', start: instantOf({ date: '2027-01-01', time: '00:10', zone }) })
  })
})

describe('when a figure changes', () => {
  test.each<[string, number, number | null, number]>([
    ['with the second of the clock', 1_000_250, null, 750],
    ['with the countdown, when that is sooner', 1_000_250, 1_000_250 + 5_100, 100],
    ['at a whole second, a second later', 1_000_000, 1_000_000 + 5_000, 1000],
    ['in overtime as well', 1_000_250, 1_000_250 - 400, 600],
  ])('%s', (_words, now, dueAt, expected) => {
    const current = airView(abc, log('0 take a'), live, at(1)).current
    expect(nextChange({ now, current: dueAt === null || !current ? null : { ...current, dueAt } })).toBe(
      expected,
    )
  })
})

describe('what the screen says', () => {
  test.each([
    [seconds(65), '1:05'],
    [seconds(64) + 1, '1:05'],
    [1, '0:01'],
    [0, '0:00'],
    [-1, '0:00'],
    [-999, '0:00'],
    [-1000, '0:01'],
    [-seconds(61), '1:01'],
  ])('%i ms left is %s: seconds are rounded up, what is over is rounded down', (ms, figures) =>
    expect(countdownFigures(ms)).toBe(figures))

  test.each([
    [0, true, 'Fin à l’heure '],
    [2000, true, 'Fin à l’heure '],
    [seconds(40), true, 'Fin en retard de 0:40'],
    [-seconds(80), true, 'Fin en avance de 1:20'],
    [0, false, 'Juste la bonne durée '],
    [seconds(40), false, 'Trop long de 0:40'],
    [-seconds(80), false, 'Trop court de 1:20'],
  ])('%i ms over, wall clock %s: %s', (overMs, hasWallClock, expected) => {
    const { words, figures } = endWords(overMs, hasWallClock)
    expect(`${words} ${figures}`).toBe(expected)
  })
})

describe('what is read aloud', () => {
  const parts = (['leadIn', 'paragraph', 'question', 'leadOut'] as const).map((kind) => ({
    kind,
    by: '',
    text: kind,
  }))
  test.each([
    ['voice', 'onAir', 'leadIn paragraph question leadOut'],
    ['studioTalk', 'next', 'leadIn paragraph question leadOut'],
    ['clip', 'next', 'leadIn'],
    ['clip', 'onAir', 'leadOut'],
    ['music', 'onAir', 'leadOut'],
  ] as const)('of a %s that is %s: %s', (kind, when, expected) =>
    expect(
      toRead(kind, parts, when)
        .map(({ text }) => text)
        .join(' '),
    ).toBe(expected))
})
