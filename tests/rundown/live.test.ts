import { describe, expect, test } from 'vitest'
import {
  addTime,
  countdown,
  forecast,
  type Lateness,
  type OnAir,
  pause,
  resume,
  takeItem,
} from '#lib/rundown/live.ts'
import { planRundown, type RundownPlan, type TimedItem } from '#lib/rundown/timing.ts'
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
const abc = planRundown([a, b, c], ten)
const planned = (...items: TimedItem[]) => planRundown(items, ten)
const taken = (plan: RundownPlan, id: string, minute: number, before: OnAir | null = null) =>
  takeItem(before, plan, id, at(minute))

const clock = (plan: RundownPlan, onAir: OnAir, minute: number, lateness: Lateness = 'absolute') => {
  const { remainingMs, offsetMs } = countdown(plan, onAir, at(minute), lateness)
  return { left: remainingMs / minutes(1), late: offsetMs / minutes(1) }
}
/** `b 5–15, c 15–18, end 18`, in minutes after ten. */
const ahead = (plan: RundownPlan, onAir: OnAir | null, minute: number, lateness: Lateness = 'absolute') => {
  const { items, end } = forecast(plan, onAir, at(minute), lateness)
  const minute10 = (instant: number) => (instant - ten) / minutes(1)
  return [
    ...items.map((next) => `${next.id} ${minute10(next.start)}–${minute10(next.end)}`),
    `end ${minute10(end)}`,
  ].join(', ')
}

describe('on air, on time', () => {
  const onAir = taken(abc, 'a', 0)
  test('the countdown runs and nobody is late', () =>
    expect(clock(abc, onAir, 2)).toEqual({ left: 3, late: 0 }))
  test('what follows is as planned', () => expect(ahead(abc, onAir, 2)).toBe('b 5–15, c 15–18, end 18'))
  test('at the moment of the take the whole length is left', () =>
    expect(clock(abc, onAir, 0)).toEqual({ left: 5, late: 0 }))
  test('the last line has nothing after it, and ends the show', () =>
    expect(ahead(abc, taken(abc, 'c', 15, onAir), 16)).toBe('end 18'))
})

describe('late', () => {
  test('a late start moves all that follows', () => {
    const onAir = taken(abc, 'a', 2)
    expect(clock(abc, onAir, 3)).toEqual({ left: 4, late: 2 })
    expect(ahead(abc, onAir, 3)).toBe('b 7–17, c 17–20, end 20')
  })
  test('overtime makes later with each minute', () => {
    const onAir = taken(abc, 'a', 0)
    expect(clock(abc, onAir, 7)).toEqual({ left: -2, late: 2 })
    expect(ahead(abc, onAir, 7)).toBe('b 7–17, c 17–20, end 20')
  })
  test('a late start and overtime add up', () => expect(clock(abc, taken(abc, 'a', 2), 8).late).toBe(3))
  test('a gap before a hard start absorbs lateness', () => {
    const plan = planned(a, b, item('c', 3, { fixedStart: at(20) }))
    expect(ahead(plan, taken(plan, 'a', 2), 3)).toBe('b 7–17, c 20–23, end 23')
  })
  test('a hard start that cannot be kept begins late', () => {
    const plan = planned(a, b, item('c', 3, { fixedStart: at(20) }))
    expect(ahead(plan, taken(plan, 'a', 9), 10)).toBe('b 14–24, c 24–27, end 27')
  })
  test('an overlap that was planned is played one after the other', () => {
    const plan = planned(a, item('b', 10, { fixedStart: at(3) }))
    expect(ahead(plan, taken(plan, 'a', 0), 1)).toBe('b 5–15, end 15')
    expect(clock(plan, taken(plan, 'b', 5), 5).late).toBe(2)
  })
  test('a locked end is a planning rule: on air the line keeps its planned length', () => {
    const plan = planned(a, item('b', 0, { fixedEnd: at(15) }), c)
    expect(ahead(plan, taken(plan, 'a', 2), 3)).toBe('b 7–17, c 17–20, end 20')
    expect(clock(plan, taken(plan, 'b', 7), 8)).toEqual({ left: 9, late: 2 })
  })
})

describe('early', () => {
  test('taking the next line early gains time', () => {
    const onAir = taken(abc, 'b', 3, taken(abc, 'a', 0))
    expect(clock(abc, onAir, 4)).toEqual({ left: 9, late: -2 })
    expect(ahead(abc, onAir, 4)).toBe('c 13–16, end 16')
  })
  test('a hard start is waited for', () => {
    const plan = planned(a, item('b', 10, { fixedStart: at(5) }))
    expect(ahead(plan, taken(plan, 'a', -3), -2)).toBe('b 5–15, end 15')
  })
  test('a show begun before its time is ahead', () =>
    expect(clock(abc, taken(abc, 'a', -4), 0).late).toBe(-4))
})

describe('jumping', () => {
  test('over a line leaves it out, and gains its length', () => {
    const onAir = taken(abc, 'c', 5, taken(abc, 'a', 0))
    expect(clock(abc, onAir, 6)).toEqual({ left: 2, late: -10 })
    expect(ahead(abc, onAir, 6)).toBe('end 8')
  })
  test('back to a line plays it again, and what follows with it', () => {
    const onAir = taken(abc, 'a', 9, taken(abc, 'b', 5, taken(abc, 'a', 0)))
    expect(clock(abc, onAir, 10)).toEqual({ left: 4, late: 9 })
    expect(ahead(abc, onAir, 10)).toBe('b 14–24, c 24–27, end 27')
  })
  test('to the line on air starts it anew, pauses and gifts forgotten', () => {
    const before = pause(addTime(taken(abc, 'a', 0), minutes(3)), at(1))
    expect(clock(abc, taken(abc, 'a', 2, before), 2)).toEqual({ left: 5, late: 2 })
  })
  test('to a skipped line plays it where it stood', () => {
    const plan = planned(a, item('b', 10, { isSkipped: true }), c)
    const onAir = taken(plan, 'b', 5, taken(plan, 'a', 0))
    expect(clock(plan, onAir, 6)).toEqual({ left: 9, late: 0 })
    expect(ahead(plan, onAir, 6)).toBe('c 15–18, end 18')
  })
  test('to a line that does not exist is a mistake of ours', () =>
    expect(() => taken(abc, 'z', 0)).toThrow('Item z is not in the rundown'))
})

describe('a pause', () => {
  const paused = pause(taken(abc, 'a', 0), at(1))
  test('stops the countdown and makes later', () => {
    expect(clock(abc, paused, 1.5)).toEqual({ left: 4, late: 0.5 })
    expect(ahead(abc, paused, 1.5)).toBe('b 5.5–15.5, c 15.5–18.5, end 18.5')
  })
  test('once over has been given to the line', () => {
    const resumed = resume(paused, at(2))
    expect(clock(abc, resumed, 3)).toEqual({ left: 3, late: 1 })
    expect(ahead(abc, resumed, 3)).toBe('b 6–16, c 16–19, end 19')
  })
  test('may come twice', () => {
    const twice = resume(pause(resume(paused, at(2)), at(3)), at(5))
    expect(clock(abc, twice, 5)).toEqual({ left: 3, late: 3 })
  })
  test('in overtime stops the digits, not the lateness', () => {
    const late = pause(taken(abc, 'a', 0), at(6))
    expect(clock(abc, late, 8)).toEqual({ left: -1, late: 3 })
    expect(ahead(abc, late, 8)).toBe('b 8–18, c 18–21, end 21')
  })
  test('asked for again goes on from when it began', () => expect(pause(paused, at(3))).toEqual(paused))
  test('that never was is not ended', () => expect(resume(taken(abc, 'a', 0), at(3)).addedMs).toBe(0))
  test('ends with the next take', () => expect(taken(abc, 'b', 5, paused).pausedAt).toBeNull())
})

describe('given time', () => {
  test('lengthens the line and makes later', () => {
    const onAir = addTime(taken(abc, 'a', 0), minutes(1))
    expect(clock(abc, onAir, 2)).toEqual({ left: 4, late: 1 })
    expect(ahead(abc, onAir, 2)).toBe('b 6–16, c 16–19, end 19')
  })
  test('may be taken back', () => {
    const onAir = addTime(addTime(taken(abc, 'a', 0), minutes(1)), -minutes(3))
    expect(clock(abc, onAir, 2)).toEqual({ left: 1, late: -2 })
  })
  test('taken back beyond what is left is overtime at once, and nothing starts in the past', () => {
    const onAir = addTime(taken(abc, 'a', 0), -minutes(4))
    expect(clock(abc, onAir, 2)).toEqual({ left: -1, late: -3 })
    expect(ahead(abc, onAir, 2)).toBe('b 2–12, c 12–15, end 15')
  })
  test('during a pause counts beside it', () => {
    const onAir = addTime(pause(taken(abc, 'a', 0), at(1)), minutes(2))
    expect(clock(abc, onAir, 2)).toEqual({ left: 6, late: 3 })
  })
})

describe('counting to the end', () => {
  const plan = planned(a, item('b', 10, { countToEnd: true }), c)
  test('ends when planned, however late it was taken', () => {
    const onAir = taken(plan, 'b', 8, taken(plan, 'a', 0))
    expect(clock(plan, onAir, 9)).toEqual({ left: 6, late: 0 })
    expect(ahead(plan, onAir, 9)).toBe('c 15–18, end 18')
  })
  test('is late only past its end', () => {
    const onAir = taken(plan, 'b', 8)
    expect(clock(plan, onAir, 17)).toEqual({ left: -2, late: 2 })
    expect(ahead(plan, onAir, 17)).toBe('c 17–20, end 20')
  })
  test('moves its end by the time given', () =>
    expect(clock(plan, addTime(taken(plan, 'b', 8), minutes(1)), 9)).toEqual({ left: 7, late: 1 }))
  test('does not wait for a pause', () =>
    expect(clock(plan, pause(taken(plan, 'b', 5), at(6)), 8)).toEqual({ left: 7, late: 0 }))
  test('swallows lateness that comes before it', () =>
    expect(ahead(plan, taken(plan, 'a', 4), 5)).toBe('b 9–15, c 15–18, end 18'))
  test('has nothing left when it comes after its end', () =>
    expect(ahead(plan, taken(plan, 'a', 12), 13)).toBe('b 17–17, c 17–20, end 20'))
})

describe('the phase', () => {
  const onAir = taken(abc, 'a', 0)
  test.each([
    [120_001, 'default'],
    [120_000, 'warning'],
    [60_001, 'warning'],
    [60_000, 'danger'],
    [0, 'danger'],
    [-1, 'overtime'],
  ])('with %i ms left is %s', (left, phase) =>
    expect(countdown(abc, onAir, at(5) - left, 'absolute').phase).toBe(phase))
})

describe('edits on air', () => {
  const onAir = taken(abc, 'b', 5, taken(abc, 'a', 0))
  test('a new length of the line on air counts at once', () =>
    expect(clock(planned(a, item('b', 12), c), onAir, 6)).toEqual({ left: 11, late: 0 }))
  test('a played line that is edited makes nobody late', () => {
    const edited = planned(item('a', 9), b, c)
    expect(clock(edited, onAir, 6)).toEqual({ left: 9, late: 0 })
    expect(ahead(edited, onAir, 6)).toBe('c 15–18, end 18')
  })
  test('nor does it move the locked end, or the end counted to, of the line on air', () => {
    const locked = (length: number) => planned(item('a', length), item('b', 0, { fixedEnd: at(15) }), c)
    const counted = (length: number) => planned(item('a', length), item('b', 10, { countToEnd: true }), c)
    for (const plan of [locked, counted]) {
      const running = taken(plan(5), 'b', 5)
      expect(clock(plan(9), running, 6)).toEqual({ left: 9, late: 0 })
      expect(ahead(plan(9), running, 6)).toBe('c 15–18, end 18')
    }
  })
  test('a new locked end of the line on air counts at once', () => {
    const running = taken(planned(a, item('b', 0, { fixedEnd: at(15) })), 'b', 6)
    expect(clock(planned(a, item('b', 0, { fixedEnd: at(12) })), running, 7)).toEqual({ left: 6, late: 1 })
  })
  test('a line skipped on air is not waited for', () =>
    expect(ahead(planned(a, b, item('c', 3, { isSkipped: true })), onAir, 6)).toBe('end 15'))
  test('skipping the line on air does not stop it', () =>
    expect(clock(planned(a, item('b', 10, { isSkipped: true }), c), onAir, 6)).toEqual({ left: 9, late: 0 }))
  test('a line moved after the one on air will be played', () =>
    expect(ahead(planned(b, a, c), onAir, 6)).toBe('a 15–20, c 20–23, end 23'))
  test('a line moved before the one on air will not', () =>
    expect(ahead(planned(a, c, b), onAir, 6)).toBe('end 15'))
  test('a line that comes in is forecast', () =>
    expect(ahead(planned(a, b, item('x', 1), c), onAir, 6)).toBe('x 15–16, c 16–19, end 19'))
})

describe('a recorded show counts from when it really began', () => {
  const plan = planned(a, b, item('c', 3, { fixedStart: at(20) }))
  const onAir = taken(plan, 'a', 2)
  test('a late start is not late', () =>
    expect(clock(plan, onAir, 3, 'relative')).toEqual({ left: 4, late: 0 }))
  test('overtime is', () => expect(clock(plan, onAir, 8, 'relative')).toEqual({ left: -1, late: 1 }))
  test('hard starts move with it', () =>
    expect(ahead(plan, onAir, 8, 'relative')).toBe('b 8–18, c 22–25, end 25'))
  test('the ends of what counts to its end move with it', () => {
    const toEnd = planned(a, item('b', 10, { countToEnd: true }))
    expect(ahead(toEnd, taken(toEnd, 'a', 2), 9, 'relative')).toBe('b 9–17, end 17')
  })
  test('every later take counts from the first', () =>
    expect(clock(plan, taken(plan, 'b', 6, onAir), 7, 'relative')).toEqual({ left: 9, late: -1 }))
  test('begun in the middle, it has gained what it left out', () =>
    expect(clock(plan, taken(plan, 'b', 2), 3, 'relative').late).toBe(-5))
})

describe('before the first take', () => {
  test('the forecast is the plan', () => expect(ahead(abc, null, -20)).toBe('a 0–5, b 5–15, c 15–18, end 18'))
  test('a show that should have begun begins now', () =>
    expect(ahead(abc, null, 4)).toBe('a 4–9, b 9–19, c 19–22, end 22'))
  test('an empty rundown has nothing ahead', () => expect(ahead(planned(), null, 4)).toBe('end 4'))
})

test('across midnight nothing jumps', () => {
  const plan = planRundown([item('a', 20), b], hours(23) + minutes(50))
  const onAir = takeItem(null, plan, 'a', hours(23) + minutes(52))
  const now = hours(24) + minutes(2)
  expect(countdown(plan, onAir, now, 'absolute')).toMatchObject({
    remainingMs: minutes(10),
    offsetMs: minutes(2),
  })
  expect(forecast(plan, onAir, now).end).toBe(hours(24) + minutes(22))
})
