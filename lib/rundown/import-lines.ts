import { hours, minutes } from '#lib/time/duration.ts'
import { lineLimits } from './edit.ts'
import { goesToOf, kindByTitle, kindOf, lengthOf, wallTimeOf, yesOf } from './import-cells.ts'
import type { Column, Table } from './import-columns.ts'
import type { Fields } from './patch.ts'

/** What was not understood, or did not fit, in a row: the column and the text as it stood there. */
export type Trouble = { column: Column; text: string; why: 'unknown' | 'too-long' }
/** A row of the file: the line that it will be, and what of it is lost or different. */
export type ImportedLine = {
  fields: Pick<
    Fields,
    | 'kind'
    | 'title'
    | 'who'
    | 'notes'
    | 'plannedMs'
    | 'goesTo'
    | 'fixedStart'
    | 'fixedEnd'
    | 'hitTime'
    | 'isSkipped'
    | 'extra'
  >
  troubles: readonly Trouble[]
}
/** All of a file as lines. `readAsMinutes`: lengths typed as `5:30` that a spreadsheet took for hours. */
export type Imported = { lines: readonly ImportedLine[]; columns: readonly string[]; readAsMinutes: boolean }

/** What a file may have at most. Columns beyond are left out. */
export const importLimits = {
  bytes: 2_000_000,
  lines: lineLimits.lines,
  columns: 40,
  ownColumns: 20,
} as const

/** A show that lasts longer than this, in whole minutes only, was typed as minutes and seconds. */
const longestShow = hours(6)

/** Reads the rows as lines, each column as `mapping` says. Rows in which nothing is taken up are left out. */
export function readLines({ headings, rows }: Table, mapping: readonly Column[]): Imported {
  const columns = headings.filter((_, index) => mapping[index] === 'own').slice(0, importLimits.ownColumns)
  const isSaid = (row: readonly string[]) =>
    mapping.some((column, index) => column !== 'none' && Boolean(row[index]?.trim()))
  const read = rows.filter(isSaid).map((row) => readRow({ headings, row, mapping, columns }))
  const lengths = read.map(({ fields }) => fields.plannedMs)
  const total = lengths.reduce((sum, length) => sum + length, 0)
  const readAsMinutes = total > longestShow && lengths.every((length) => length % minutes(1) === 0)
  const lines = readAsMinutes ? read.map(inMinutes) : read
  return { lines, columns, readAsMinutes }
}

const inMinutes = (line: ImportedLine): ImportedLine => ({
  ...line,
  fields: { ...line.fields, plannedMs: line.fields.plannedMs / 60 },
})

type Row = {
  headings: readonly string[]
  row: readonly string[]
  mapping: readonly Column[]
  columns: readonly string[]
}

function readRow({ headings, row, mapping, columns }: Row): ImportedLine {
  const { at, line, fitted, said, troubles } = cellsOf(row, mapping)
  const title = fitted('title', line('title'), lineLimits.title)
  const own = columns
    .map((name) => [name, fitted('own', row[headings.indexOf(name)] ?? '', lineLimits.extra)] as const)
    .filter(([, text]) => text !== '')
  const fields: ImportedLine['fields'] = {
    kind: said('kind', kindOf, at('kind') === '' ? kindByTitle(title) : 'other'),
    title,
    who: fitted('who', line('who'), lineLimits.who),
    notes: fitted('notes', at('notes'), lineLimits.notes),
    plannedMs: said('duration', lengthOf, 0),
    goesTo: said('goesTo', goesToOf, 'both'),
    fixedStart: said('fixedStart', wallTimeOf, null),
    fixedEnd: said('fixedEnd', wallTimeOf, null),
    hitTime: said('hitTime', wallTimeOf, null),
    isSkipped: said('skipped', yesOf, false),
    extra: Object.fromEntries(own),
  }
  return { fields, troubles }
}

/** The cells of a row by their columns; what they do not say, or too much of, is noted in `troubles`. */
function cellsOf(row: readonly string[], mapping: readonly Column[]) {
  const troubles: Trouble[] = []
  const at = (column: Column) => row[mapping.indexOf(column)]?.trim() ?? ''
  const line = (column: Column) => at(column).replace(/\s+/g, ' ')
  const fitted = (column: Column, text: string, most: number) => {
    if (text.length > most) troubles.push({ column, text: `${text.slice(0, 40)}…`, why: 'too-long' })
    return text.slice(0, most)
  }
  /** What a cell says; `otherwise` when it is empty, and when it is not understood. */
  const said = <T>(column: Column, read: (text: string) => T | null, otherwise: T): T => {
    const text = at(column)
    const value = text === '' ? otherwise : read(text)
    if (value === null && text !== '') troubles.push({ column, text: text.slice(0, 40), why: 'unknown' })
    return value ?? otherwise
  }
  return { at, line, fitted, said, troubles }
}
