import { expect, test } from 'vitest'
import { addTime, countdown, forecast, pause, resume, takeItem } from '#lib/rundown/live.ts'
import { backTimes, slotFit } from '#lib/rundown/slot.ts'
import { planRundown, type RundownPlan, type TimedItem } from '#lib/rundown/timing.ts'
import { hours, type Instant, minutes } from '#lib/time/duration.ts'

/** Mulberry32 (Tommy Ettinger, public domain): the same seed draws the same rundown for ever. */
function dice(seed: number) {
  let state = seed
  return (sides: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * sides)
  }
}

const showStart: Instant = 23 * hours(1)

/** A law that must hold in 200 rundowns; a failure names the seed that breaks it. */
function inAnyRundown(law: string, check: (seed: number) => void) {
  test(`in any rundown ${law}`, () => {
    for (let seed = 0; seed < 200; seed += 1) {
      try {
        check(seed)
      } catch (cause) {
        throw new Error(`Broken by seed ${seed}: ${cause}`, { cause })
      }
    }
  })
}

/** A rundown with every rule. `overlaps` lets hard starts come too early; otherwise they only leave gaps. */
function rundown(seed: number, overlaps: boolean): RundownPlan {
  const roll = dice(seed)
  const items: TimedItem[] = []
  for (let n = roll(30) + 1; n > 0; n -= 1) {
    const plan = planRundown(items, showStart)
    const end = plan.items.findLast(({ item }) => !item.isSkipped)?.end ?? showStart
    const rule = roll(8)
    items.push({
      id: `${n}`,
      plannedMs: roll(minutes(10)),
      fixedStart: rule === 0 ? end + roll(minutes(5)) - (overlaps ? minutes(4) : 0) : null,
      fixedEnd: rule === 1 ? end + roll(minutes(5)) - (overlaps ? minutes(1) : 0) : null,
      isSkipped: rule === 2,
      countToEnd: rule === 3,
    })
  }
  return planRundown(items, showStart)
}

const played = (plan: RundownPlan) => plan.items.filter(({ item }) => !item.isSkipped)
const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)

inAnyRundown('the plan holds together', (seed) => {
  const plan = rundown(seed, true)
  const lines = played(plan)
  const first = lines.at(0)
  if (!first) {
    expect(plan).toMatchObject({ plannedStart: null, plannedEnd: null, totalMs: 0 })
    return
  }
  const latestEnd = Math.max(...lines.map(({ end }) => end))
  expect(plan.plannedStart).toBe(first.start)
  expect(plan.plannedEnd).toBe(latestEnd)
  expect(lines.every(({ start, end, durationMs }) => durationMs >= 0 && start + durationMs === end)).toBe(
    true,
  )
})

inAnyRundown('without overlaps, gaps and lengths make up the show', (seed) => {
  const plan = rundown(seed, false)
  const lines = played(plan)
  expect(plan.totalMs).toBe(sum(lines.map(({ gapMs, durationMs }) => gapMs + durationMs)))
  expect(lines.every(({ gapMs }) => gapMs >= 0)).toBe(true)
})

inAnyRundown('taken line by line as planned, the forecast is the plan', (seed) => {
  const plan = rundown(seed, false)
  const lines = played(plan)
  lines.forEach(({ item, start, durationMs }, index) => {
    const onAir = takeItem(null, plan, item.id, start)
    const next = forecast(plan, onAir, start)
    const planned = lines
      .slice(index + 1)
      .map((line) => ({ id: line.item.id, start: line.start, end: line.end }))
    expect(next).toEqual({ items: planned, end: plan.plannedEnd })
    expect(countdown(plan, onAir, start, 'absolute')).toMatchObject({
      remainingMs: durationMs,
      offsetMs: 0,
    })
  })
})

inAnyRundown('nothing is forecast in the past, nor two lines at once', (seed) => {
  const plan = rundown(seed, true)
  const roll = dice(seed)
  const now = showStart + roll(hours(2))
  const { item } = plan.items[roll(plan.items.length)] ?? { item: { id: '' } }
  const onAir = takeItem(null, plan, item.id, now - roll(minutes(20)))
  const { items, end } = forecast(plan, onAir, now, roll(2) ? 'absolute' : 'relative')
  const times = items.flatMap((line) => [line.start, line.end])
  expect([now, ...times, end]).toEqual([now, ...times, end].toSorted((a, b) => a - b))
})

inAnyRundown('a gift and a pause may come in any order', (seed) => {
  const plan = rundown(seed, true)
  const roll = dice(seed)
  const { item } = plan.items[roll(plan.items.length)] ?? { item: { id: '' } }
  const gift = roll(minutes(4)) - minutes(2)
  const [stop, go] = [showStart + roll(minutes(5)), showStart + minutes(5) + roll(minutes(5))]
  const onAir = takeItem(null, plan, item.id, showStart)
  const before = resume(pause(addTime(onAir, gift), stop), go)
  expect(resume(addTime(pause(onAir, stop), gift), go)).toEqual(before)
  expect(addTime(resume(pause(onAir, stop), go), gift)).toEqual(before)
})

inAnyRundown('by as much as the first back-time is past, the show is too long', (seed) => {
  const plan = rundown(seed, true)
  const end = showStart + hours(1)
  const first = backTimes(plan, end).at(0)?.start ?? end
  const notStarted = { startedAt: null, takes: new Map() }
  const { overMs, remainingMs } = slotFit(plan, notStarted, { start: showStart, end }, showStart)
  expect(overMs).toBe(showStart - first)
  expect(remainingMs).toBe(end - first)
})
