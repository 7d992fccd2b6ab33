import type { Instant, Milliseconds } from '#lib/time/duration.ts'
import type { Forecast, Lateness } from './live.ts'
import type { ShowState } from './on-air.ts'
import type { Line } from './patch.ts'
import { type AsRun, backTimes } from './slot.ts'
import type { RundownPlan } from './timing.ts'
import type { WallLine } from './wall.ts'

/** What the on-air screens need of a line. */
export type AirLine = WallLine & Pick<Line, 'title' | 'kind'>
/** What a show is timed by. `relative`: a recorded show or a rehearsal, whose screens show no wall clock. */
export type AirFacts = { showStart: Instant; zone: string; targetMs: Milliseconds; lateness: Lateness }

/** `jumped`: left behind without being played. */
export type RowStage = 'played' | 'onAir' | 'next' | 'coming' | 'skipped' | 'jumped'
export type AirRow = {
  id: string
  title: string
  kind: AirLine['kind']
  durationMs: Milliseconds
  stage: RowStage
  /** When it was taken, or will be; null when it was not and will not. */
  start: Instant | null
  /** The latest start for the show to end in time; null for what is over or not played. */
  backTime: Instant | null
  /** What it lasted; null until it is over. */
  playedMs: Milliseconds | null
}

/** A show read against its rundown; `ahead` is the plan in which only what is still to be played is not skipped. */
type Told = {
  shown: readonly AirLine[]
  plan: RundownPlan
  ahead: RundownPlan
  asRun: AsRun
  show: ShowState
  expected: Forecast | null
  facts: AirFacts
  origin: Instant | null
}

/** Every line with where it stands, when it comes, and when it must. */
export function airRows({ shown, plan, ahead, asRun, show, expected, facts, origin }: Told): AirRow[] {
  const starts = new Map(expected?.items.map(({ id, start }) => [id, start]))
  const nextId = expected?.items[0]?.id
  // Without a wall clock the whole plan moves to where the show really began.
  const planStart = plan.plannedStart ?? facts.showStart
  const shift = origin === null ? 0 : origin - planStart
  const slotEnd = (origin === null ? facts.showStart : planStart) + facts.targetMs
  const latest = new Map(backTimes(ahead, slotEnd).map(({ id, start }) => [id, start + shift]))
  const firstTaken = (id: string) => show.runs.find(({ itemId }) => itemId === id)?.takenAt ?? null
  const takenAt = (id: string) => (id === show.onAir?.itemId ? show.onAir.takenAt : firstTaken(id))
  return shown.map(({ id, title, kind, isSkipped }, index) => {
    const stage = stageOf({ id, isSkipped, isComing: starts.has(id), nextId, asRun, show })
    return {
      id,
      title,
      kind,
      durationMs: plan.items[index]?.durationMs ?? 0,
      stage,
      start: starts.get(id) ?? takenAt(id),
      backTime: stage === 'next' || stage === 'coming' ? (latest.get(id) ?? null) : null,
      playedMs: stage === 'played' ? (asRun.takes.get(id)?.playedMs ?? null) : null,
    }
  })
}

type Placed = {
  id: string
  isSkipped: boolean
  isComing: boolean
  nextId: string | undefined
  asRun: AsRun
  show: ShowState
}

function stageOf({ id, isSkipped, isComing, nextId, asRun, show }: Placed): RowStage {
  if (id === show.onAir?.itemId) return 'onAir'
  if (asRun.takes.has(id)) return 'played'
  if (isSkipped) return 'skipped'
  if (isComing) return id === nextId ? 'next' : 'coming'
  return 'jumped'
}
