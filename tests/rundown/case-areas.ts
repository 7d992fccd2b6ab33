import { z } from 'zod'
import { addTime, countdown, forecast, type OnAir, pause, resume, takeItem } from '#lib/rundown/live.ts'
import { backTimes, slotFit, type Take } from '#lib/rundown/slot.ts'
import { planRundown, type RundownPlan, type TimedItem } from '#lib/rundown/timing.ts'
import { instantOf, localParts } from '#lib/time/airtime.ts'
import { countdownSeconds, elapsedSeconds } from '#lib/time/duration.ts'
import { readingTime } from '#lib/time/reading.ts'

const instant = z.number().nullish()
const caseItem = z.object({
  id: z.string(),
  duration: instant,
  fixedStart: instant,
  fixedEnd: instant,
  hitTime: instant,
  skip: z.boolean().nullish(),
  countToEnd: z.boolean().nullish(),
  takenAt: instant,
  played: instant,
})
type CaseItem = z.infer<typeof caseItem>
const items = z
  .array(caseItem)
  .nullish()
  .transform((list) => list ?? [])

/** `edit` carries the fields in `patch`, or beside it. */
const edit = caseItem.partial().extend({
  at: z.number(),
  do: z.literal('edit'),
  id: z.string(),
  patch: caseItem.partial().nullish(),
})
const step = z.discriminatedUnion('do', [
  // Without an id: the next one that is not skipped.
  z.object({ at: z.number(), do: z.literal('take'), id: z.string().nullish() }),
  z.object({ at: z.number(), do: z.literal('pause') }),
  z.object({ at: z.number(), do: z.literal('resume') }),
  z.object({ at: z.number(), do: z.literal('add'), ms: z.number() }),
  edit,
  z.object({
    at: z.number(),
    do: z.literal('move'),
    id: z.string(),
    to: z.number().nullish(),
    index: z.number().nullish(),
    before: z.string().nullish(),
    after: z.string().nullish(),
  }),
  z.object({ at: z.number(), do: z.literal('observe') }),
])
type Step = z.infer<typeof step>
type Does<D extends Step['do']> = Extract<Step, { do: D }>

const rundown = z
  .object({ showStart: instant, items })
  .transform(({ showStart, items: list }) => ({ showStart: showStart ?? list[0]?.fixedStart ?? 0, list }))

const timed = (item: CaseItem): TimedItem => ({
  id: item.id,
  plannedMs: item.duration ?? 0,
  fixedStart: item.fixedStart,
  fixedEnd: item.fixedEnd,
  hitTime: item.hitTime,
  isSkipped: item.skip ?? false,
  countToEnd: item.countToEnd ?? false,
})
const planOf = (list: readonly CaseItem[], showStart: number) => planRundown(list.map(timed), showStart)

function planArea(input: unknown) {
  const { showStart, list } = rundown.parse(input)
  const plan = planOf(list, showStart)
  const times = plan.items.map(({ item, start, end, durationMs, gapMs }) => [
    item.id,
    { start, end, duration: durationMs, gap: gapMs },
  ])
  const { totalMs, plannedStart, plannedEnd } = plan
  // The format names a total delay and knows no item that could cause one.
  const total = { totalDuration: totalMs, totalDelay: 0 }
  return { plan: { items: Object.fromEntries(times), ...total, plannedStart, plannedEnd } }
}

type Mode = 'absolute' | 'relative'
const played = z.object({ mode: z.enum(['absolute', 'relative']).nullish(), script: z.array(step).nullish() })

function liveArea(input: unknown) {
  const { showStart, list: first } = rundown.parse(input)
  const { mode, script } = played.parse(input)
  let list = first
  let onAir: OnAir | null = null
  const live: unknown[] = []
  for (const done of script ?? []) {
    const plan = planOf(list, showStart)
    if (done.do === 'edit') list = edited(list, done)
    else if (done.do === 'move') list = moved(list, done)
    else if (done.do === 'observe') live.push(observed(plan, onAir, done.at, mode ?? 'absolute'))
    else if (done.do === 'take') onAir = takeItem(onAir, plan, done.id ?? nextId(plan, onAir), done.at)
    else if (onAir) onAir = adjusted(onAir, done)
  }
  return { live }
}

function nextId({ items: planned }: RundownPlan, onAir: OnAir | null): string {
  const from = onAir ? planned.findIndex(({ item }) => item.id === onAir.itemId) + 1 : 0
  const next = planned.slice(from).find(({ item }) => !item.isSkipped)
  if (!next) throw new Error('A take without an id, and nothing comes next')
  return next.item.id
}

function adjusted(onAir: OnAir, done: Does<'pause' | 'resume' | 'add'>): OnAir {
  if (done.do === 'add') return addTime(onAir, done.ms)
  return done.do === 'pause' ? pause(onAir, done.at) : resume(onAir, done.at)
}

function edited(list: readonly CaseItem[], { at, do: _do, id, patch, ...beside }: Does<'edit'>): CaseItem[] {
  return list.map((item) => (item.id === id ? { ...item, ...beside, ...patch, id } : item))
}

function moved(list: readonly CaseItem[], { id, to, index, before, after }: Does<'move'>): CaseItem[] {
  const others = list.filter((item) => item.id !== id)
  const placeOf = (other: string) => others.findIndex((item) => item.id === other)
  const place = before ? placeOf(before) : after ? placeOf(after) + 1 : (index ?? to ?? others.length)
  return others.toSpliced(place, 0, ...list.filter((item) => item.id === id))
}

function observed(plan: RundownPlan, onAir: OnAir | null, at: number, mode: Mode) {
  const { items: next, end: rundownEnd } = forecast(plan, onAir, at, mode)
  const expected = Object.fromEntries(next.map(({ id, start, end }) => [id, { start, end }]))
  if (!onAir) return { at, current: null, remaining: null, phase: null, offset: 0, expected, rundownEnd }
  const { remainingMs: remaining, phase, offsetMs: offset } = countdown(plan, onAir, at, mode)
  return { at, current: onAir.itemId, remaining, phase, offset, expected, rundownEnd }
}

function backTimeArea(input: unknown) {
  const { showStart, list } = rundown.parse(input)
  const { showEnd } = z.object({ showEnd: z.number() }).parse(input)
  const plan = planOf(list, showStart)
  const notStarted = { startedAt: null, takes: new Map() }
  const backTime = Object.fromEntries(backTimes(plan, showEnd).map(({ id, start }) => [id, start]))
  const slot = { start: showStart, end: showEnd }
  return { backTime, overUnder: slotFit(plan, notStarted, slot, showStart).overMs }
}

const slotInput = z.object({
  now: z.number(),
  slot: z.object({ start: instant, end: instant, duration: instant }).nullish(),
  startedPlayback: instant,
  items,
})

function slotArea(input: unknown) {
  const { now, slot, startedPlayback, items: list } = slotInput.parse(input)
  const known = list.flatMap(({ takenAt }) => takenAt ?? [])
  const firstTake = startedPlayback ?? (known.length > 0 ? Math.min(...known) : null)
  const takes = new Map<string, Take>()
  for (const { id, takenAt, played: playedMs } of list) {
    if (takenAt == null && playedMs == null) continue
    takes.set(id, { takenAt: takenAt ?? firstTake ?? now, playedMs: playedMs ?? null })
  }
  const startedAt = firstTake ?? (takes.size > 0 ? now : null)
  const plan = planOf(list, slot?.start ?? startedAt ?? now)
  const airSlot = { start: slot?.start, end: slot?.end, durationMs: slot?.duration }
  const { overMs, remainingMs, asPlayedMs } = slotFit(plan, { startedAt, takes }, airSlot, now)
  return { overUnder: overMs, remaining: remainingMs, asPlayedTotal: asPlayedMs }
}

function displayArea(input: unknown) {
  const numbers = z.array(z.number()).nullish()
  const { remaining, elapsed } = z.object({ remaining: numbers, elapsed: numbers }).parse(input)
  return {
    remainingSeconds: (remaining ?? []).map(countdownSeconds),
    elapsedSeconds: (elapsed ?? []).map(elapsedSeconds),
  }
}

function readTimeArea(input: unknown) {
  const text = z.object({ words: z.number(), wpm: z.number().nullish() })
  const { cases } = z.object({ cases: z.array(text) }).parse(input)
  return { seconds: cases.map(({ words, wpm }) => readingTime(words, wpm ?? undefined) / 1000) }
}

function dstArea(input: unknown) {
  const shape = z.object({ zone: z.string(), startLocal: z.string(), duration: instant })
  const { zone, startLocal, duration } = shape.parse(input)
  const [date = '', time = ''] = startLocal.split(/[T ]/)
  const startEpochMs = instantOf({ date, time, zone })
  const endEpochMs = startEpochMs + (duration ?? 0)
  const local = (at: number) => {
    const { date: day, time: minute, second } = localParts(at, zone)
    // Written as finely as the case writes its start.
    const seconds = time.length > 5 || second > 0 ? `:${`${second}`.padStart(2, '0')}` : ''
    return `${day}T${minute}${seconds}`
  }
  return { startEpochMs, endEpochMs, startLocal: local(startEpochMs), endLocal: local(endEpochMs) }
}

/** What the module says to a case of each area, in the format of its expectation. */
export const areas: Record<string, (input: unknown) => unknown> = {
  plan: planArea,
  live: liveArea,
  backtime: backTimeArea,
  slot: slotArea,
  display: displayArea,
  readtime: readTimeArea,
  dst: dstArea,
}
