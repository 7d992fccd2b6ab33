import { type Fields, lineLimits } from '#lib/rundown/patch.ts'
import { formatDuration, parseDuration } from '#lib/time/duration.ts'

/** What is written in the table itself; `extra:` is followed by the name of a column of the show's own. */
export type Cell = 'title' | 'who' | 'planned' | `extra:${string}`
type Written = Pick<Fields, 'title' | 'who' | 'plannedMs' | 'extra'>

/** What a cell says, as one would type it. */
export function cellText(line: Written, cell: Cell): string {
  if (cell === 'planned') return line.plannedMs === 0 ? '' : formatDuration(line.plannedMs)
  return isOwn(cell) ? (line.extra[cell.slice('extra:'.length)] ?? '') : line[cell]
}

/** How much fits into a cell. */
export function cellLimit(cell: Cell): number {
  if (cell === 'planned') return 20
  return isOwn(cell) ? lineLimits.extra : lineLimits[cell]
}

export const notADuration = 'On ne comprend pas cette durée. Écrivez par exemple 1:30, ou 45 s.'

/** What was typed into a cell, as a change of its line: empty when it says what it said; a sentence when it cannot be. */
export function typedFields(line: Written, cell: Cell, typed: string): Partial<Fields> | string {
  const text = typed.trim()
  if (text === cellText(line, cell)) return {}
  if (cell === 'planned') {
    const plannedMs = text === '' ? 0 : parseDuration(text)
    if (plannedMs === null) return notADuration
    // The screen shows whole seconds: a length that was not touched keeps its milliseconds.
    return formatDuration(plannedMs) === formatDuration(line.plannedMs) ? {} : { plannedMs }
  }
  if (!isOwn(cell)) return { [cell]: text }
  const { [cell.slice('extra:'.length)]: _, ...others } = line.extra
  return { extra: text === '' ? others : { ...others, [cell.slice('extra:'.length)]: text } }
}

const isOwn = (cell: Cell): cell is `extra:${string}` => cell.startsWith('extra:')
