/**
 * Runs a file of timing cases through the rundown's timing and says where they differ:
 * `npm run -s cases:rundown -- FILE`. Ends with `N/M`; exit code 1 unless all of them agree.
 */
import { readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { addTime, countdown, forecast, type OnAir, pause, resume, takeItem } from '#lib/rundown/live.ts'
import { backTimes, slotFit, type Take } from '#lib/rundown/slot.ts'
import { planRundown, type TimedItem } from '#lib/rundown/timing.ts'
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
const items = z.array(caseItem)

const step = z.discriminatedUnion('do', [
  z.object({ at: z.number(), do: z.literal('take'), id: z.string() }),
  z.object({ at: z.number(), do: z.literal('pause') }),
  z.object({ at: z.number(), do: z.literal('resume') }),
  z.object({ at: z.number(), do: z.literal('add'), ms: z.number() }),
  z.object({ at: z.number(), do: z.literal('edit'), id: z.string(), patch: caseItem.partial() }),
  z.object({
    at: z.number(),
    do: z.literal('move'),
    id: z.string(),
    to: z.number().optional(),
    index: z.number().optional(),
    before: z.string().nullish(),
    after: z.string().nullish(),
  }),
  z.object({ at: z.number(), do: z.literal('observe') }),
])
type Step = z.infer<typeof step>
type Move = Extract<Step, { do: 'move' }>

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
  const { showStart, items: list } = z.object({ showStart: z.number(), items }).parse(input)
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

const liveInput = z.object({
  showStart: z.number(),
  items,
  mode: z.enum(['absolute', 'relative']).default('absolute'),
  script: z.array(step),
})

function liveArea(input: unknown) {
  const { showStart, items: first, mode, script } = liveInput.parse(input)
  let list = first
  let onAir: OnAir | null = null
  const live: unknown[] = []
  for (const done of script) {
    const plan = planOf(list, showStart)
    if (done.do === 'edit')
      list = list.map((item) => (item.id === done.id ? { ...item, ...done.patch } : item))
    else if (done.do === 'move') list = moved(list, done)
    else if (done.do === 'take') onAir = takeItem(onAir, plan, done.id, done.at)
    else if (done.do === 'observe') live.push(observed(plan, onAir, done.at, mode))
    else if (onAir) onAir = adjusted(onAir, done)
  }
  return { live }
}

function adjusted(onAir: OnAir, done: Extract<Step, { do: 'pause' | 'resume' | 'add' }>): OnAir {
  if (done.do === 'add') return addTime(onAir, done.ms)
  return done.do === 'pause' ? pause(onAir, done.at) : resume(onAir, done.at)
}

function moved(list: readonly CaseItem[], { id, to, index = to, before, after }: Move): CaseItem[] {
  const others = list.filter((item) => item.id !== id)
  const placeOf = (other: string) => others.findIndex((item) => item.id === other)
  const place = before ? placeOf(before) : after ? placeOf(after) + 1 : (index ?? others.length)
  return others.toSpliced(place, 0, ...list.filter((item) => item.id === id))
}

type Plan = ReturnType<typeof planRundown>

function observed(plan: Plan, onAir: OnAir | null, at: number, mode: 'absolute' | 'relative') {
  const { items: next, end: rundownEnd } = forecast(plan, onAir, at, mode)
  const expected = Object.fromEntries(next.map(({ id, start, end }) => [id, { start, end }]))
  if (!onAir) return { at, current: null, remaining: null, phase: null, offset: 0, expected, rundownEnd }
  const { remainingMs: remaining, phase, offsetMs: offset } = countdown(plan, onAir, at, mode)
  return { at, current: onAir.itemId, remaining, phase, offset, expected, rundownEnd }
}

function backTimeArea(input: unknown) {
  const shape = z.object({ showStart: z.number(), showEnd: z.number(), items })
  const { showStart, showEnd, items: list } = shape.parse(input)
  const plan = planOf(list, showStart)
  const notStarted = { startedAt: null, takes: new Map() }
  const backTime = Object.fromEntries(backTimes(plan, showEnd).map(({ id, start }) => [id, start]))
  const slot = { start: showStart, end: showEnd }
  return { backTime, overUnder: slotFit(plan, notStarted, slot, showStart).overMs }
}

const slotInput = z.object({
  now: z.number(),
  slot: z.object({ start: instant, end: instant, duration: instant }),
  startedPlayback: instant,
  items,
})

function slotArea(input: unknown) {
  const { now, slot, startedPlayback, items: list } = slotInput.parse(input)
  const takes = new Map<string, Take>()
  for (const { id, takenAt, played } of list) {
    if (takenAt == null && played == null) continue
    takes.set(id, { takenAt: takenAt ?? startedPlayback ?? now, playedMs: played ?? null })
  }
  const firstTake = takes.size > 0 ? Math.min(...[...takes.values()].map(({ takenAt }) => takenAt)) : null
  const startedAt = startedPlayback ?? firstTake
  const plan = planOf(list, slot.start ?? startedAt ?? now)
  const airSlot = { start: slot.start, end: slot.end, durationMs: slot.duration }
  const { overMs, remainingMs, asPlayedMs } = slotFit(plan, { startedAt, takes }, airSlot, now)
  return { overUnder: overMs, remaining: remainingMs, asPlayedTotal: asPlayedMs }
}

function displayArea(input: unknown) {
  const numbers = z.array(z.number()).default([])
  const { remaining, elapsed } = z.object({ remaining: numbers, elapsed: numbers }).parse(input)
  return {
    remainingSeconds: remaining.map(countdownSeconds),
    elapsedSeconds: elapsed.map(elapsedSeconds),
  }
}

function readTimeArea(input: unknown) {
  const text = z.object({ words: z.number(), wpm: z.number().optional() })
  const { cases } = z.object({ cases: z.array(text) }).parse(input)
  return { seconds: cases.map(({ words, wpm }) => readingTime(words, wpm) / 1000) }
}

function dstArea(input: unknown) {
  const shape = z.object({ zone: z.string(), startLocal: z.string(), duration: z.number().default(0) })
  const { zone, startLocal, duration } = shape.parse(input)
  const [date = '', time = ''] = startLocal.split('T')
  const startEpochMs = instantOf({ date, time, zone })
  const endEpochMs = startEpochMs + duration
  const end = localParts(endEpochMs, zone)
  return { startEpochMs, endEpochMs, endLocal: `${end.date}T${end.time}` }
}

const areas: Record<string, (input: unknown) => unknown> = {
  plan: planArea,
  live: liveArea,
  backtime: backTimeArea,
  slot: slotArea,
  display: displayArea,
  readtime: readTimeArea,
  dst: dstArea,
}

/** Maps whose keys are items: one more in ours than in the case is a mistake too. */
const complete = /\.(expected|backTime)$/

/** Each place where `actual` does not hold what the case expects. The case may leave fields out. */
function mismatches(expected: unknown, actual: unknown, place = ''): string[] {
  if (!isRecord(expected) || !isRecord(actual) || Array.isArray(expected) !== Array.isArray(actual)) {
    // JSON knows no −0, so the two zeros are one.
    const same = expected === actual || isDeepStrictEqual(expected, actual)
    return same
      ? []
      : [`${place.slice(1)}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`]
  }
  const strict = Array.isArray(expected) || complete.test(place)
  const names = strict ? new Set([...Object.keys(expected), ...Object.keys(actual)]) : Object.keys(expected)
  return [...names].flatMap((name) => mismatches(expected[name], actual[name], `${place}.${name}`))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

const timingCase = z.object({ id: z.string(), area: z.string(), input: z.unknown(), expected: z.unknown() })

function differences({ area, input, expected }: z.infer<typeof timingCase>): string[] {
  const run = areas[area]
  if (!run) return [`no such area: ${area}`]
  try {
    return mismatches(expected, run(input))
  } catch (cause) {
    return [cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause)]
  }
}

function runFile(file: string): void {
  const { cases } = z.object({ cases: z.array(timingCase) }).parse(JSON.parse(readFileSync(file, 'utf8')))
  let agreed = 0
  for (const each of cases) {
    const found = differences(each)
    if (found.length === 0) agreed += 1
    for (const difference of found) process.stdout.write(`${each.id} ${difference}\n`)
  }
  process.stdout.write(`${agreed}/${cases.length}\n`)
  process.exitCode = agreed === cases.length ? 0 : 1
}

const [file] = process.argv.slice(2)
if (file) runFile(file)
else {
  process.stderr.write('Which file of cases? npm run -s cases:rundown -- FILE\n')
  process.exitCode = 1
}
