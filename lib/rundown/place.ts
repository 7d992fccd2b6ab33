/**
 * How far apart neighbours are stored when a rundown is spread out. The numbers only say an order: between two of them
 * there is room, so that a line which is moved or added writes itself and pushes nobody along.
 */
export const SPACE = 16_384

/** PostgreSQL's integers. */
const FARTHEST = 2 ** 31 - 1

/** The lines of `after` beside those that are `placed`: between their places the placed ones must fit. */
export function neighboursOf(after: readonly string[], placed: ReadonlySet<string>): string[] {
  const isPlaced = (id: string | undefined) => id !== undefined && placed.has(id)
  return after.filter((id, at) => !isPlaced(id) && (isPlaced(after[at - 1]) || isPlaced(after[at + 1])))
}

/** Places for the `placed` lines between the `known` places of their neighbours; null when there is no room left. */
export function roomFor(
  after: readonly string[],
  placed: ReadonlySet<string>,
  known: ReadonlyMap<string, number>,
): Map<string, number> | null {
  const found = new Map<string, number>()
  for (const run of runsOf(after, placed)) {
    const { first, step } = span(known.get(run.above ?? ''), known.get(run.below ?? ''), run.ids.length)
    const last = first + step * (run.ids.length - 1)
    if (step < 1 || first < -FARTHEST || last > FARTHEST) return null
    for (const [at, id] of run.ids.entries()) found.set(id, first + step * at)
  }
  return found
}

type PlacedRun = { above: string | null; ids: string[]; below: string | null }

/** The placed lines that follow each other, with the line that stays above and below them. */
function runsOf(after: readonly string[], placed: ReadonlySet<string>): PlacedRun[] {
  const runs: PlacedRun[] = []
  let open: PlacedRun | null = null
  let above: string | null = null
  for (const id of after) {
    if (!placed.has(id)) {
      if (open) open.below = id
      open = null
      above = id
    } else if (open) open.ids.push(id)
    else {
      open = { above, ids: [id], below: null }
      runs.push(open)
    }
  }
  return runs
}

/** Where the first of `count` lines goes, and how far apart they lie. */
function span(above: number | undefined, below: number | undefined, count: number) {
  if (above !== undefined && below !== undefined) {
    const step = Math.floor((below - above) / (count + 1))
    return { first: above + step, step }
  }
  return { first: below === undefined ? (above ?? 0) + SPACE : below - SPACE * count, step: SPACE }
}
