import { randomUUID } from 'node:crypto'
import type { Db } from '#lib/db/db.server.ts'
import { shows } from '#lib/db/schema.ts'
import { readShow } from '#lib/episode/show.server.ts'
import { parseCsv } from '#lib/machine/csv.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import { decodeText } from '#lib/machine/text-encoding.ts'
import type { Actor } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { cleanText } from '#lib/story/clean-text.ts'
import { changeRundown, titlesOf } from './change.server.ts'
import { type Column, type Table, tableOf } from './import-columns.ts'
import { importLimits, readLines } from './import-lines.ts'
import type { Line } from './patch.ts'
import { readSheetCells } from './xlsx.server.ts'

/** Compound files: what Excel wrote before 2007. */
const OLD_EXCEL = [0xd0, 0xcf, 0x11, 0xe0]
const ZIP = [0x50, 0x4b]

/**
 * Reads a CSV or XLSX file as a table; nothing is written. Refuses `import.empty`, `import.too-big`, `import.too-long`
 * beyond 500 rows, `import.old-excel`, and `import.unreadable` for what is neither.
 */
export async function readImport(actor: Actor, bytes: Uint8Array): Promise<Table> {
  permit(actor, 'rundown.edit', null)
  if (bytes.length > importLimits.bytes) throw new Refusal('import.too-big')
  const { headings, rows } = tableOf(cleaned(await cellsOf(bytes)))
  if (rows.length === 0) throw new Refusal('import.empty')
  if (rows.length > importLimits.lines) throw new Refusal('import.too-long', { most: importLimits.lines })
  const most = importLimits.columns
  return { headings: headings.slice(0, most), rows: rows.map((row) => row.slice(0, most)) }
}

async function cellsOf(bytes: Uint8Array): Promise<string[][]> {
  const begins = (mark: readonly number[]) => mark.every((byte, at) => bytes[at] === byte)
  if (begins(OLD_EXCEL)) throw new Refusal('import.old-excel')
  if (begins(ZIP)) return await readSheetCells(bytes)
  const text = decodeText(bytes)
  // A picture, a sound, a PDF: text of ours has no zero in it.
  if (text.includes('\u0000') || text.startsWith('%PDF')) throw new Refusal('import.unreadable')
  // Empty rows are among them, and go.
  return parseCsv(text, importLimits.lines * 4)
}

const cleaned = (cells: readonly (readonly string[])[]) => cells.map((row) => row.map(cleanText))

export type ImportOrder = { table: Table; mapping: readonly Column[]; mode: 'append' | 'replace' }

/**
 * Makes lines of a table, behind those that are there or in place of them: one change, so that one step takes it back.
 * Columns of the file's own become columns of the show. Refuses `import.empty` and `import.too-long`.
 */
export async function importLines(
  db: Db,
  actor: Actor,
  episodeId: string,
  order: ImportOrder,
): Promise<number> {
  const { lines: read, columns } = readLines(order.table, order.mapping)
  if (read.length === 0) throw new Refusal('import.empty')
  if (read.length > importLimits.lines) throw new Refusal('import.too-long', { most: importLimits.lines })
  const { result } = await changeRundown(db, actor, episodeId, async (tx, before) => {
    const fresh = read.map(({ fields }): Line => ({ ...bare, ...fields, id: randomUUID(), version: 0 }))
    const used = columns.filter((name) => fresh.some(({ extra }) => extra[name] !== undefined))
    await keepColumns(tx, used)
    const lines = order.mode === 'replace' ? fresh : [...before, ...fresh]
    const titles = titlesOf(fresh)
    return { lines, result: fresh.length, what: 'imported', titles }
  })
  return result
}

const bare = { storyId: null, clipId: null, bedId: null, joinMs: 0, countToEnd: false } as const

async function keepColumns(tx: Db, columns: readonly string[]) {
  const { rundownColumns } = await readShow(tx)
  const next = [...new Set([...rundownColumns, ...columns])]
  if (next.length > rundownColumns.length) await tx.update(shows).set({ rundownColumns: next })
}
