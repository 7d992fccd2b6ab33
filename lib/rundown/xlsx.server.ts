import readXlsx, { InvalidInputError, InvalidSpreadsheetError } from 'read-excel-file/node'
import writeXlsx, { type Cell as XlsxCell } from 'write-excel-file/node'
import { Refusal } from '#lib/machine/refusal.ts'
import { isZipWithin } from '#lib/machine/zip.server.ts'
import { hours } from '#lib/time/duration.ts'
import type { Cell, Sheet } from './sheet.ts'

const DAY = hours(24)
/** Where Excel counts its days from. */
const EXCEL_EPOCH = Date.UTC(1899, 11, 30)
/** What a workbook may be unpacked: 500 lines are some hundred kB. */
const MOST_UNPACKED_BYTES = 60_000_000

/** A workbook with one sheet. Lengths and times are Excel's own, to be summed up; texts are never formulas. */
export async function writeSheet(name: string, { headings, rows }: Sheet): Promise<Buffer> {
  const head = headings.map((value): XlsxCell => ({ value, type: String, fontWeight: 'bold', wrap: true }))
  const columns = headings.map((heading, index) => ({ width: widthOf(heading, rows, index) }))
  const options = { sheet: name, stickyRowsCount: 1, orientation: 'landscape' as const, columns }
  return await writeXlsx([head, ...rows.map((row) => row.map(xlsxCell))], options).toBuffer()
}

function xlsxCell(cell: Cell): XlsxCell {
  if (typeof cell === 'string')
    return cell === '' ? null : { value: printable(cell), type: String, wrap: true, alignVertical: 'top' }
  if ('count' in cell) return { value: cell.count, type: Number, alignVertical: 'top' }
  const [days, format] = 'ms' in cell ? [cell.ms / DAY, '[mm]:ss'] : [dayFraction(cell.time), 'hh:mm:ss']
  return { value: days, type: Number, format, align: 'right', alignVertical: 'top' }
}

function dayFraction(time: string): number {
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number)
  return (hour * 3600 + minute * 60 + second) / 86_400
}

function widthOf(heading: string, rows: Sheet['rows'], index: number): number {
  const longest = Math.max(
    ...[heading.length, 6],
    ...rows.map((row) => {
      const cell = row[index]
      return typeof cell === 'string' ? Math.min(cell.length, 40) : 8
    }),
  )
  return longest + 2
}

/** XML 1.0 has no other control characters than these three, and Excel reads `_x0041_` as a character's number. */
function printable(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_')
  )
}

/**
 * The first sheet of a workbook as text. Of a formula stands here what its program had worked out; it is never run.
 * Lengths and times come as `h:mm:ss`. Refuses `import.unreadable`.
 */
export async function readSheetCells(bytes: Uint8Array): Promise<string[][]> {
  if (!isZipWithin(bytes, MOST_UNPACKED_BYTES)) throw new Refusal('import.unreadable')
  try {
    const [sheet] = await readXlsx(Buffer.from(bytes))
    return (sheet?.data ?? []).map((row) => row.map(textOf))
  } catch (cause) {
    // What the library does not know how to name is a broken workbook too: a part that is missing, or no XML.
    const isKnown = cause instanceof InvalidInputError || cause instanceof InvalidSpreadsheetError
    throw new Refusal('import.unreadable', { why: isKnown ? cause.name : 'broken' }, { cause })
  }
}

// The library's types call a date by its constructor, so that it is told by what it is.
function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return dateText(cell.getTime() - EXCEL_EPOCH)
  return typeof cell === 'boolean' ? (cell ? 'oui' : '') : String(cell)
}

/** A length or a time of day when it is less than a month of days, else the calendar day. */
function dateText(sinceEpoch: number): string {
  if (sinceEpoch >= 31 * DAY) return new Date(EXCEL_EPOCH + sinceEpoch).toISOString().slice(0, 10)
  const seconds = Math.round(sinceEpoch / 1000)
  const two = (count: number) => String(count).padStart(2, '0')
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}
