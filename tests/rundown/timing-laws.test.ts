import { expect, test } from 'vitest'
import { addTime, countdown, forecast, type OnAir, pause, resume, takeItem } from '#lib/rundown/live.ts'
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

/** Lines with every rule. `overlaps` lets hard starts come too early; otherwise they only leave gaps. */
function linesOf(seed: number, overlaps: boolean): TimedItem[] {
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
      hitTime: rule === 4 ? showStart + roll(hours(1)) : null,
    })
  }
  return items
}

const rundown = (seed: number, overlaps: boolean) => planRundown(linesOf(seed, overlaps), showStart)

/** Lines that follow each other, some of them skipped: no rule holds the time of any. */
function chain(seed: number): TimedItem[] {
  const roll = dice(seed)
  return Array.from({ length: roll(20) + 2 }, (_, n) => ({
    id: `${n}`,
    plannedMs: roll(minutes(10)),
    isSkipped: n > 0 && roll(6) === 0,
  }))
}

/** Something on air, as a show leaves it behind: taken late or early, given time, perhaps paused. */
function shownAt(plan: RundownPlan, seed: number): { onAir: OnAir; now: Instant } {
  const roll = dice(seed + 1000)
  const { item } = plan.items[roll(plan.items.length)] ?? { item: { id: '' } }
  const first = takeItem(null, plan, plan.items[0]?.item.id ?? '', showStart + roll(minutes(9)) - minutes(4))
  const takenAt = first.takenAt + roll(minutes(20))
  const running = addTime(takeItem(first, plan, item.id, takenAt), roll(minutes(4)) - minutes(2))
  const now = takenAt + roll(minutes(15))
  return { onAir: roll(3) === 0 ? pause(running, takenAt + roll(now - takenAt + 1)) : running, now }
}

/** The same lines, all their instants `ms` later. */
const movedBy = (items: TimedItem[], ms: number): TimedItem[] => {
  const later = (instant: Instant | null | undefined) => (instant == null ? instant : instant + ms)
  return items.map((item) => ({
    ...item,
    fixedStart: later(item.fixedStart),
    fixedEnd: later(item.fixedEnd),
    hitTime: later(item.hitTime),
  }))
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
  const plan = planRundown(
    linesOf(seed, true).map((line) => ({ ...line, hitTime: null })),
    showStart,
  )
  const end = showStart + hours(1)
  const first = backTimes(plan, end).at(0)?.start ?? end
  const notStarted = { startedAt: null, takes: new Map() }
  const { overMs, remainingMs } = slotFit(plan, notStarted, { start: showStart, end }, showStart)
  expect(overMs).toBe(showStart - first)
  expect(remainingMs).toBe(end - first)
})

inAnyRundown('all of it may be moved in time, and everything it says moves along', (seed) => {
  const items = linesOf(seed, true)
  // Over midnight, over a night with another hour, into another year: instants know nothing of it.
  const ms = (dice(seed)(400) - 200) * hours(24) + hours(7) + 1
  const [plan, later] = [planRundown(items, showStart), planRundown(movedBy(items, ms), showStart + ms)]
  const times = ({ items: all, plannedStart, plannedEnd, totalMs }: RundownPlan, by: number) => ({
    lines: all.map(({ item, start, end, durationMs, gapMs }) => [
      item.id,
      start + by,
      end + by,
      durationMs,
      gapMs,
    ]),
    show: [(plannedStart ?? 0) + by, (plannedEnd ?? 0) + by, totalMs],
  })
  if (plan.plannedStart !== null) expect(times(later, 0)).toEqual(times(plan, ms))
  const backs = (of: RundownPlan, end: Instant, by: number) =>
    backTimes(of, end).map(({ id, start }) => [id, start + by])
  expect(backs(later, showStart + ms, 0)).toEqual(backs(plan, showStart, ms))
  const { onAir, now } = shownAt(plan, seed)
  const onAirLater = shownAt(plan, seed).onAir
  const moved: OnAir = {
    ...onAirLater,
    takenAt: onAir.takenAt + ms,
    pausedAt: onAir.pausedAt === null ? null : onAir.pausedAt + ms,
    planStartWhenTaken: onAir.planStartWhenTaken + ms,
    showStartedAt: onAir.showStartedAt + ms,
  }
  for (const lateness of ['absolute', 'relative'] as const) {
    expect(countdown(later, moved, now + ms, lateness)).toEqual(countdown(plan, onAir, now, lateness))
    const { items: next, end } = forecast(plan, onAir, now, lateness)
    expect(forecast(later, moved, now + ms, lateness)).toEqual({
      items: next.map((line) => ({ ...line, start: line.start + ms, end: line.end + ms })),
      end: end + ms,
    })
  }
})

inAnyRundown('a skipped line may stand anywhere, or nowhere', (seed) => {
  const roll = dice(seed)
  const items = linesOf(seed, true)
  const some = items.filter(({ isSkipped }) => !isSkipped)
  const skipped = items.filter(({ isSkipped }) => isSkipped)
  const scattered = skipped.reduce((list, line) => list.toSpliced(roll(list.length + 1), 0, line), some)
  const [without, elsewhere, before] = [some, scattered, items].map((list) => {
    const plan = planRundown(list, showStart)
    return { ...plan, items: played(plan), backTimes: backTimes(plan, showStart + hours(1)) }
  })
  expect(elsewhere).toEqual(before)
  expect(without).toEqual(before)
})

inAnyRundown('it does not matter in which order time is given, nor into how many gifts it is cut', (seed) => {
  const plan = rundown(seed, true)
  const { onAir } = shownAt(plan, seed)
  const roll = dice(seed)
  const gifts = Array.from({ length: 4 }, () => roll(minutes(3)) - minutes(1))
  const given = gifts.reduce(addTime, onAir)
  expect(gifts.toReversed().reduce(addTime, onAir)).toEqual(given)
  expect(addTime(onAir, sum(gifts))).toEqual(given)
})

inAnyRundown('edits of different lines may come in any order', (seed) => {
  const items = linesOf(seed, true)
  const roll = dice(seed)
  const edits = items.map(({ id }) => ({ id, plannedMs: roll(minutes(10)), isSkipped: roll(5) === 0 }))
  const after = (list: typeof edits) =>
    list.reduce<TimedItem[]>(
      (lines, edit) => lines.map((line) => (line.id === edit.id ? { ...line, ...edit } : line)),
      items,
    )
  expect(planRundown(after(edits.toReversed()), showStart)).toEqual(planRundown(after(edits), showStart))
})

inAnyRundown('gaps, lengths and what overlaps make up the span from first start to last end', (seed) => {
  const plan = rundown(seed, true)
  const lines = played(plan)
  let covered = plan.plannedStart ?? 0
  const added = lines.map(({ start, end }) => {
    const from = covered
    covered = Math.max(covered, end)
    // A first line of no length at the show's start, or an overlap, adds only what sticks out.
    return start >= from ? end - from : Math.max(0, end - from)
  })
  expect(sum(added)).toBe(plan.totalMs)
  expect((plan.plannedEnd ?? 0) - (plan.plannedStart ?? 0)).toBe(plan.totalMs)
})

inAnyRundown('that fills its slot, back-times and plan are the same', (seed) => {
  const plan = planRundown(chain(seed), showStart)
  const starts = played(plan).map(({ item, start }) => ({ id: item.id, start }))
  expect(backTimes(plan, plan.plannedEnd ?? 0)).toEqual(starts)
  const slot = { start: showStart, end: plan.plannedEnd }
  const notStarted = { startedAt: null, takes: new Map() }
  expect(slotFit(plan, notStarted, slot, showStart - minutes(5)).overMs).toBe(0)
})

inAnyRundown('where no rule holds a time, the end is as late as the item on air', (seed) => {
  const items = chain(seed)
  const plan = planRundown(items, showStart)
  const { onAir, now } = shownAt(plan, seed)
  const current = items.find(({ id }) => id === onAir.itemId)
  // A skipped line that is played after all was in nobody's plan.
  const unplanned = current?.isSkipped ? current.plannedMs : 0
  const { offsetMs } = countdown(plan, onAir, now)
  expect(forecast(plan, onAir, now).end - (plan.plannedEnd ?? 0)).toBe(offsetMs + unplanned)
})

inAnyRundown('while what is on air runs within its length, nothing but its countdown changes', (seed) => {
  const plan = rundown(seed, true)
  const { onAir: before, now } = shownAt(plan, seed)
  const onAir = before.pausedAt === null ? before : resume(before, now)
  const { remainingMs, offsetMs } = countdown(plan, onAir, now)
  if (remainingMs < 2) return
  const soon = now + dice(seed)(remainingMs)
  expect(countdown(plan, onAir, soon)).toMatchObject({ remainingMs: remainingMs - (soon - now), offsetMs })
  expect(forecast(plan, onAir, soon)).toEqual(forecast(plan, onAir, now))
})

inAnyRundown('over and under are what the forecast says of the end of the slot', (seed) => {
  const plan = planRundown(chain(seed), showStart)
  const first = plan.items[0]
  if (!first) throw new Error('A chain has lines')
  const roll = dice(seed)
  const onAir = takeItem(null, plan, first.item.id, showStart + roll(minutes(4)))
  const now = onAir.takenAt + roll(minutes(12))
  const end = showStart + hours(1)
  const asRun = {
    startedAt: onAir.takenAt,
    takes: new Map([[first.item.id, { takenAt: onAir.takenAt, playedMs: null }]]),
  }
  expect(slotFit(plan, asRun, { end }, now).overMs).toBe(forecast(plan, onAir, now).end - end)
})

inAnyRundown('before it begins, the forecast is the plan', (seed) => {
  const plan = rundown(seed, false)
  const planned = played(plan).map(({ item, start, end }) => ({ id: item.id, start, end }))
  const early = (plan.plannedStart ?? showStart) - minutes(3)
  if (planned.length > 0)
    expect(forecast(plan, null, early)).toEqual({ items: planned, end: plan.plannedEnd })
})
