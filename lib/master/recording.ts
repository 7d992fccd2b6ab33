import type { RecordedPart } from '#lib/db/schema.ts'

/** A line of the rundown as cutting a recording needs it. */
export type RecordedLine = {
  id: string
  title: string
  plannedMs: number
  /** It plays a finished sound, so that it lasts as long as planned; what is spoken seldom does. */
  isFixed: boolean
}

/** A line as it was taken on the air: epoch milliseconds; `endedAt` is null when the next take ended it. */
export type Take = { itemId: string; takenAt: number; endedAt: number | null }

/** The stretch of a sound that stands for a line's own sound, milliseconds. */
export type RecordedStretch = { clipId: string; startMs: number; endMs: number }

type Named = Pick<RecordedPart, 'itemId' | 'title'>
const outside: Named = { itemId: null, title: '' }

/** No part is shorter than this, milliseconds. */
export const shortestPartMs = 100

/** How far spoken lines are stretched at most: beyond, the recording is not of this rundown alone. */
const mostStretch = 1.35

/**
 * Parts proposed from planned lengths alone, the first line at `startMs`. What plays a finished sound keeps its
 * length, and what is spoken shares the rest in proportion: each boundary then errs by little, where lengths
 * merely added up would carry every delay to the end. When the rest fits the spoken lines badly (a third more or
 * less), it holds something else, and lengths stay as planned; what is over at the end is left out.
 */
export function partsFromPlan(
  lines: readonly RecordedLine[],
  durationMs: number,
  startMs = 0,
  endMs = durationMs,
): RecordedPart[] {
  const factor = stretchOf(lines, endMs - startMs)
  let at = startMs
  const wanted = lines.map(({ id, title, plannedMs, isFixed }) => {
    const from = at
    at += plannedMs * (isFixed ? 1 : factor)
    return { itemId: id, title, startMs: from, endMs: at }
  })
  return filled(wanted, durationMs)
}

function stretchOf(lines: readonly RecordedLine[], availableMs: number): number {
  const total = (isFixed: boolean) =>
    lines.reduce((sum, line) => sum + (line.isFixed === isFixed ? line.plannedMs : 0), 0)
  const factor = (availableMs - total(true)) / total(false)
  return factor >= 1 / mostStretch && factor <= mostStretch ? factor : 1
}

/**
 * Parts proposed from what the on-air log says, the first take being at `firstTakeMs` of the recording (less
 * than 0: the recording began later). Of a line taken twice, the longest take is the line; the other is left out.
 */
export function partsFromTakes(
  takes: readonly Take[],
  lines: readonly Pick<RecordedLine, 'id' | 'title'>[],
  durationMs: number,
  firstTakeMs: number,
): RecordedPart[] {
  const inOrder = takes.toSorted((a, b) => a.takenAt - b.takenAt)
  const zero = (inOrder[0]?.takenAt ?? 0) - firstTakeMs
  const stretches = inOrder.map(({ itemId, takenAt, endedAt }, index) => {
    const next = (inOrder[index + 1]?.takenAt ?? Number.POSITIVE_INFINITY) - zero
    const startMs = Math.max(0, takenAt - zero)
    const endMs = Math.min(durationMs, next, (endedAt ?? Number.POSITIVE_INFINITY) - zero)
    const title = lines.find(({ id }) => id === itemId)?.title
    return { itemId: title === undefined ? null : itemId, title: title ?? '', startMs, endMs }
  })
  return filled(
    stretches.map((stretch) => onlyLongest(stretch, stretches)),
    durationMs,
  )
}

function onlyLongest(part: RecordedPart, all: readonly RecordedPart[]): RecordedPart {
  const length = ({ startMs, endMs }: RecordedPart) => endMs - startMs
  const longest = all
    .filter(({ itemId }) => itemId === part.itemId)
    .reduce((most, one) => (length(one) > length(most) ? one : most), part)
  return longest === part ? part : { ...part, itemId: null }
}

/** Whole milliseconds from 0 to the end without a hole: what no line claims is left out, what is too short goes. */
function filled(wanted: readonly RecordedPart[], durationMs: number): RecordedPart[] {
  const parts: RecordedPart[] = []
  const add = (part: Named, endMs: number) => {
    const startMs = parts.at(-1)?.endMs ?? 0
    if (endMs - startMs >= shortestPartMs) parts.push({ ...part, startMs, endMs })
  }
  for (const { itemId, title, startMs, endMs } of wanted) {
    add(outside, Math.min(durationMs, Math.round(startMs)))
    add({ itemId, title }, Math.min(durationMs, Math.round(endMs)))
  }
  add(outside, durationMs)
  const last = parts.at(-1)
  if (!last) return durationMs > 0 ? [{ ...outside, startMs: 0, endMs: durationMs }] : []
  return [...parts.slice(0, -1), { ...last, endMs: durationMs }]
}

/**
 * Moves the start of part `index`; its neighbour's end follows. It stops where either would become shorter than
 * 100 ms. The start of the first part is the start of the sound, and stays.
 */
export function moveBoundary(parts: readonly RecordedPart[], index: number, toMs: number): RecordedPart[] {
  const [before, after] = [parts[index - 1], parts[index]]
  if (!before || !after) return [...parts]
  const most = after.endMs - shortestPartMs
  const at = Math.max(before.startMs + shortestPartMs, Math.min(most, Math.round(toMs)))
  if (at > most) return [...parts]
  return parts.with(index - 1, { ...before, endMs: at }).with(index, { ...after, startMs: at })
}

/** Cuts the part under `atMs` in two; the second half is left out until somebody says what it is. */
export function splitAt(parts: readonly RecordedPart[], atMs: number): RecordedPart[] {
  const at = Math.round(atMs)
  const index = parts.findIndex(
    ({ startMs, endMs }) => at - startMs >= shortestPartMs && endMs - at >= shortestPartMs,
  )
  const part = parts[index]
  if (!part) return [...parts]
  return parts.toSpliced(index, 1, { ...part, endMs: at }, { ...outside, startMs: at, endMs: part.endMs })
}

/** Joins a part with the one after it. It keeps its line, or takes the other's when it had none. */
export function mergeWithNext(parts: readonly RecordedPart[], index: number): RecordedPart[] {
  const [part, next] = [parts[index], parts[index + 1]]
  if (!part || !next) return [...parts]
  const { itemId, title } = part.itemId === null && next.itemId !== null ? next : part
  return parts.toSpliced(index, 2, { itemId, title, startMs: part.startMs, endMs: next.endMs })
}

/**
 * Says what a part is: a line, or (`itemId` null) nothing of the rundown, left out under a name of its own.
 * A line is one part: the one that had it before is left out.
 */
export function namePart(parts: readonly RecordedPart[], index: number, name: Named): RecordedPart[] {
  return parts.map((part, at) => {
    if (at === index) return { ...part, itemId: name.itemId, title: name.title }
    return name.itemId !== null && part.itemId === name.itemId ? { ...part, itemId: null } : part
  })
}

/** Whether parts follow each other from 0 to the end of the sound, without hole or overlap, no line twice. */
export function areParts(parts: readonly RecordedPart[], durationMs: number): boolean {
  const ids = parts.flatMap(({ itemId }) => itemId ?? [])
  const joined = parts.every(({ startMs, endMs }, index) => {
    const begins = startMs === (parts[index - 1]?.endMs ?? 0)
    return begins && Number.isInteger(endMs) && (endMs - startMs >= shortestPartMs || parts.length === 1)
  })
  return joined && (parts.at(-1)?.endMs ?? 0) === durationMs && new Set(ids).size === ids.length
}

/** Which stretch of the recording each line is. Lines that are not in it have their own sounds, or none. */
export function recordedLines(recording: {
  clipId: string
  parts: readonly RecordedPart[]
}): Map<string, RecordedStretch> {
  return new Map(
    recording.parts.flatMap(({ itemId, startMs, endMs }) =>
      itemId === null ? [] : [[itemId, { clipId: recording.clipId, startMs, endMs }] as const],
    ),
  )
}
