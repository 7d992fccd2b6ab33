import type { rundownItems } from '#lib/db/schema.ts'

type Row = typeof rundownItems.$inferSelect
/** A line as screens hold it: its place is its place in the list. */
export type Line = Omit<Row, 'episodeId' | 'position' | 'deletedAt'>
/** All of a line that somebody may change. */
export type Fields = Omit<Line, 'id' | 'version'>

/** What a line is of which nothing is said but its kind. */
export const bareLine: Omit<Fields, 'kind'> = {
  title: '',
  who: '',
  notes: '',
  plannedMs: 0,
  storyId: null,
  clipId: null,
  goesTo: 'both',
  bedId: null,
  joinMs: 0,
  fixedStart: null,
  fixedEnd: null,
  hitTime: null,
  isSkipped: false,
  countToEnd: false,
  extra: {},
}

/** How much fits where. */
export const lineLimits = { title: 300, who: 200, notes: 4000, extra: 500, lines: 500 } as const

/**
 * One step from a rundown to its next version, small enough to be sent to every screen. `after` names the line
 * that comes before (null = at the head): it stays true while other lines come and go. `version` is the line's new one.
 */
export type Step =
  | { put: Line; after: string | null }
  | { set: string; fields: Partial<Fields>; version: number }
  | { move: string; after: string | null; version: number }
  | { gone: string }

/** Takes the steps in their order. What they say of a line that is not there is left out. */
export function patched(lines: readonly Line[], steps: readonly Step[]): Line[] {
  return steps.reduce<Line[]>(stepped, [...lines])
}

function stepped(lines: Line[], step: Step): Line[] {
  if ('put' in step) return placed(without(lines, step.put.id), step.put, step.after)
  if ('gone' in step) return without(lines, step.gone)
  const id = 'set' in step ? step.set : step.move
  const line = lines.find((one) => one.id === id)
  if (!line) return lines
  if ('move' in step) return placed(without(lines, id), { ...line, version: step.version }, step.after)
  const next = { ...line, ...step.fields, version: step.version }
  return lines.map((one) => (one === line ? next : one))
}

/** Puts a line behind `after`; at the foot when that one has gone. */
export function placed(lines: readonly Line[], line: Line, after: string | null): Line[] {
  const at = after === null ? 0 : lines.findIndex(({ id }) => id === after) + 1 || lines.length
  return lines.toSpliced(at, 0, line)
}

/** The lines `ids`, in their order in the rundown, taken out and put behind `after` (null = at the head). */
export function movedBehind(lines: readonly Line[], ids: ReadonlySet<string>, after: string | null): Line[] {
  const others = lines.filter(({ id }) => !ids.has(id))
  // Dropped on one of the lines that are moved: behind the nearest one above that stays.
  const above = lines.slice(0, lines.findIndex(({ id }) => id === after) + 1)
  const anchor = above.findLast(({ id }) => !ids.has(id))?.id ?? null
  return lines.filter(({ id }) => ids.has(id)).reduceRight((list, line) => placed(list, line, anchor), others)
}

/**
 * The fewest steps that lead from `before` to `after`, each touched line one version further than `before` had it,
 * or `known` has it (lines that are in neither list, such as those in the bin). `moved` names the lines that
 * somebody took hold of: of two neighbours that changed places, the one that was dragged.
 */
export function stepsBetween(
  before: readonly Line[],
  after: readonly Line[],
  moved: ReadonlySet<string> = new Set(),
): Step[] {
  const old = new Map(before.map((line) => [line.id, line]))
  const left = new Set(after.map(({ id }) => id))
  const gone = before.filter(({ id }) => !left.has(id)).map(({ id }): Step => ({ gone: id }))
  const still = unmoved(before, after, moved)
  const steps = after.flatMap((line, index): Step[] => {
    const previous = after[index - 1]?.id ?? null
    const was = old.get(line.id)
    if (!was) return [{ put: { ...line, version: line.version + 1 }, after: previous }]
    const fields = changedFields(was, line)
    const isMoved = !still.has(line.id)
    const version = was.version + 1
    return [
      ...(isMoved ? [{ move: line.id, after: previous, version }] : []),
      ...(fields ? [{ set: line.id, fields, version }] : []),
    ]
  })
  return [...gone, ...steps]
}

/** What `after` has otherwise than `before`; null when nothing. */
function changedFields(before: Line, after: Line): Partial<Fields> | null {
  if (before === after) return null
  const pairs = Object.entries(fieldsOf(after)).filter(
    ([name, value]) => !isSame(value, before[name as keyof Fields]),
  )
  return pairs.length > 0 ? Object.fromEntries(pairs) : null
}

const isSame = (a: unknown, b: unknown) =>
  a === b || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b))

export function fieldsOf({ id, version, ...fields }: Line): Fields {
  return fields
}

/** The lines that keep their order when the others are moved: the longest rising run of old places, `moved` left out. */
function unmoved(before: readonly Line[], after: readonly Line[], moved: ReadonlySet<string>): Set<string> {
  const oldPlace = new Map(before.map(({ id }, place) => [id, place]))
  const common = after.flatMap(({ id }) => {
    const place = oldPlace.get(id)
    return place === undefined ? [] : [{ id, place }]
  })
  const rest = isRising(common) ? common : common.filter(({ id }) => !moved.has(id))
  return new Set((isRising(rest) ? rest : longestRising(rest)).map(({ id }) => id))
}

/** Nearly every change leaves the rest in order: then nothing need be searched. */
function isRising(cards: readonly { place: number }[]): boolean {
  return cards.every(({ place }, index) => index === 0 || place > (cards[index - 1]?.place ?? 0))
}

/** Longest strictly increasing subsequence by patience sorting (C. Schensted, 1961). */
function longestRising<T extends { place: number }>(cards: readonly T[]): T[] {
  type Laid = { card: T; below: Laid | undefined }
  const tops: Laid[] = []
  for (const card of cards) {
    const found = tops.findIndex((top) => top.card.place >= card.place)
    const pile = found < 0 ? tops.length : found
    tops[pile] = { card, below: tops[pile - 1] }
  }
  const rising: T[] = []
  for (let laid = tops.at(-1); laid; laid = laid.below) rising.unshift(laid.card)
  return rising
}

const without = (lines: readonly Line[], id: string) => lines.filter((line) => line.id !== id)
