import { describe, expect, test } from 'vitest'
import type { AirDeed } from '#lib/db/schema.ts'
import { type LoggedDeed, showState } from '#lib/rundown/on-air.ts'
import type { Line } from '#lib/rundown/patch.ts'
import { type PresentedShow, presented } from '#lib/rundown/presenter.ts'
import { minutes } from '#lib/time/duration.ts'

const start = Date.parse('2026-11-27T18:00:00+01:00')
const at = (minute: number) => start + minutes(minute)
const line = (id: string, length: number, isSkipped = false): Line => ({
  id,
  kind: 'voice',
  title: id.toUpperCase(),
  who: '',
  notes: '',
  plannedMs: minutes(length),
  storyId: null,
  clipId: null,
  goesTo: 'both',
  bedId: null,
  joinMs: 0,
  fixedStart: null,
  fixedEnd: null,
  hitTime: null,
  isSkipped,
  countToEnd: false,
  extra: {},
  version: 1,
})
const lines = [line('a', 5), line('x', 3, true), line('b', 10), line('c', 5)]
const show: PresentedShow = {
  showStart: start,
  targetMs: minutes(20),
  zone: 'Europe/Paris',
  isRecorded: false,
}
const recorded = { ...show, isRecorded: true }

let id = 0
const deed = (
  minute: number,
  what: AirDeed,
  itemId: string | null = null,
  planStart = minute,
): LoggedDeed => ({
  id: ++id,
  deed: what,
  itemId,
  ms: null,
  at: at(minute),
  planStart: at(planStart),
  title: itemId?.toUpperCase() ?? '',
  plannedMs: null,
})
function screen(minute: number, log: LoggedDeed[], of: PresentedShow = show, shown: Line[] = lines) {
  const { stage, current, title, countdown, next, overMs } = presented(shown, of, showState(log), at(minute))
  return {
    stage,
    on: current?.id ?? null,
    title,
    left: countdown && countdown.remainingMs / minutes(1),
    phase: countdown && (countdown.isPaused ? 'paused' : countdown.phase),
    next: next?.id ?? null,
    over: overMs / minutes(1),
  }
}

describe('the presenter’s screen', () => {
  test('before the show: what it begins with', () =>
    expect(screen(-10, [])).toEqual({
      stage: 'before',
      on: null,
      title: '',
      left: null,
      phase: null,
      next: 'a',
      over: 0,
    }))
  test('on air, on time: a skipped line is not next', () =>
    expect(screen(1, [deed(0, 'take', 'a')])).toMatchObject({ on: 'a', left: 4, next: 'b', over: 0 }))
  test.each([
    [2.9, 'default'],
    [3, 'warning'],
    [4, 'danger'],
    [5, 'danger'],
    [5.1, 'overtime'],
  ])('after %d of 5 minutes it is %s', (minute, phase) =>
    expect(screen(minute, [deed(0, 'take', 'a')]).phase).toBe(phase))
  test('a pause says so', () =>
    expect(screen(3, [deed(0, 'take', 'a'), deed(1, 'pause')])).toMatchObject({ left: 4, phase: 'paused' }))
  test('a late start makes too long what must end with the slot', () =>
    expect(screen(3, [deed(2, 'take', 'a', 0)]).over).toBe(2))
  test('a recorded show is never late by the wall', () =>
    expect(screen(63, [deed(62, 'take', 'a', 0)], recorded)).toMatchObject({ left: 4, over: 0 }))
  test('the last line has nothing after it', () =>
    expect(screen(16, [deed(0, 'take', 'a'), deed(5, 'take', 'b'), deed(15, 'take', 'c')]).next).toBe(null))
  test('what is on air was taken out: its name stays, and nobody knows what follows', () =>
    expect(screen(1, [deed(0, 'take', 'a')], show, lines.slice(1))).toMatchObject({
      stage: 'onAir',
      on: null,
      title: 'A',
      left: null,
      next: null,
    }))
  test.each([
    ['live', show, 1],
    ['recorded', recorded, -1],
  ])('after a %s show: how long it was', (_what, of, over) =>
    expect(screen(90, [deed(2, 'take', 'a', 0), deed(21, 'end')], of)).toMatchObject({
      stage: 'over',
      next: null,
      over,
    }))
})
