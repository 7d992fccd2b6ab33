import type { Instant, Milliseconds } from '#lib/time/duration.ts'
import type { Run, ShowState } from './on-air.ts'
import type { Line } from './patch.ts'
import type { PlannedItem, RundownPlan } from './timing.ts'

/** One stretch on air; `until` is null while it still is. */
export type Stretch = { from: Instant; until: Instant | null }

/**
 * What became of a line: `played`; `jumped`, when the show went on without it; `skipped`, when it was marked as not to
 * be played; `waiting`, while the show has not come to it; `gone`, when it was played and then taken out of the rundown.
 */
export type Fate = 'played' | 'jumped' | 'skipped' | 'waiting' | 'gone'

/**
 * A line as it was planned and as it was. The plan of a played line is the one at the moment it was taken: later edits
 * make nobody late. `actualMs` is null while it is on air, and for what was not played.
 */
export type ComparedLine = {
  itemId: string
  fate: Fate
  title: string
  /** Null for a line that is gone. */
  line: Line | null
  plannedStart: Instant | null
  plannedMs: Milliseconds
  stretches: readonly Stretch[]
  actualMs: Milliseconds | null
}

/** Every line of the rundown in order, and what was played and is gone behind what came before it on air. */
export function compareLines(lines: readonly Line[], plan: RundownPlan, state: ShowState): ComparedLine[] {
  const runs = Map.groupBy(state.runs, ({ itemId }) => itemId)
  const lastTaken = lines.findLastIndex(({ id }) => runs.has(id))
  const isOver = state.endedAt !== null
  const compared = lines.map((line, index): ComparedLine => {
    const planned = plan.items[index]
    const played = runs.get(line.id)
    if (played) return ranLine(line.id, 'played', line, played)
    const passed = isOver || index < lastTaken
    const fate = line.isSkipped ? 'skipped' : passed ? 'jumped' : 'waiting'
    return { ...notPlayed(line, planned), fate }
  })
  const known = new Set(lines.map(({ id }) => id))
  const gone = [...runs].filter(([itemId]) => !known.has(itemId))
  return gone.reduce((rows, [itemId, played]) => {
    const row = ranLine(itemId, 'gone', null, played)
    return rows.toSpliced(placeOf(row, rows, state.runs), 0, row)
  }, compared)
}

function notPlayed(line: Line, planned: PlannedItem | undefined): Omit<ComparedLine, 'fate'> {
  return {
    itemId: line.id,
    title: line.title,
    line,
    plannedStart: planned?.start ?? null,
    plannedMs: planned?.durationMs ?? line.plannedMs,
    stretches: [],
    actualMs: null,
  }
}

function ranLine(itemId: string, fate: Fate, line: Line | null, played: readonly Run[]): ComparedLine {
  const [first] = played
  const isOn = played.some(({ endedAt }) => endedAt === null)
  const actualMs = played.reduce((sum, { takenAt, endedAt }) => sum + ((endedAt ?? takenAt) - takenAt), 0)
  return {
    ...{ itemId, fate, line },
    title: line?.title || first?.title || '',
    plannedStart: first?.planStart ?? null,
    plannedMs: first?.plannedMs ?? 0,
    stretches: played.map(({ takenAt, endedAt }) => ({ from: takenAt, until: endedAt })),
    actualMs: isOn ? null : actualMs,
  }
}

/** Behind the line that was on air before it; at the head when it was the first. */
function placeOf(row: ComparedLine, rows: readonly ComparedLine[], runs: readonly Run[]): number {
  const first = runs.findIndex(({ itemId }) => itemId === row.itemId)
  const before = runs.slice(0, first).findLast(({ itemId }) => rows.some((one) => one.itemId === itemId))
  return rows.findIndex(({ itemId }) => itemId === before?.itemId) + 1
}

/** The show as a whole. `actualMs` counts from the first take to the end; null until it has ended. */
export type ShowTotals = {
  plannedMs: Milliseconds
  slotMs: Milliseconds
  startedAt: Instant | null
  endedAt: Instant | null
  actualMs: Milliseconds | null
}

/** What was planned, what the slot allows, and what it was. */
export function showTotals(plan: RundownPlan, slotMs: Milliseconds, state: ShowState): ShowTotals {
  const { startedAt, endedAt } = state
  const actualMs = startedAt !== null && endedAt !== null ? endedAt - startedAt : null
  return { plannedMs: plan.totalMs, slotMs, startedAt, endedAt, actualMs }
}
