import { closeSync, openSync, writeSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Db } from '#lib/db/db.server.ts'
import { type ImportLine, imports } from '#lib/db/schema.ts'
import { doWork, finishWork, tendWork } from '#lib/db/work.server.ts'
import { type Outside, theOutside } from '#lib/machine/outside.server.ts'
import { isRefusal, Refusal } from '#lib/machine/refusal.ts'
import type { PublicHouse } from '#lib/publishing/press.server.ts'
import { type Bringing, bringEpisode } from './bring-episode.server.ts'
import { readFeedFile } from './feed-file.server.ts'
import { baseOfImport } from './import.server.ts'
import type { MovedItem } from './moved.ts'

/** How often the report is written down, in milliseconds. */
const WRITE_MS = 1000

/**
 * The job: brings the items of a feed in, the oldest first, each as a whole. It goes on where it was, after a stop, a kill
 * or a failure: the report says how many items are done. Hearing it twice brings nothing in twice.
 */
export async function bringIn(
  db: Db,
  house: PublicHouse,
  id: string,
  signal: AbortSignal,
  isLastTry = true,
  outside: Outside = theOutside,
): Promise<void> {
  try {
    await doWork(db, { ...running, id }, { signal, isLastTry }, async (doing) => {
      await bringAll(db, house, id, doing.signal, outside)
      await finishWork(db, { table: imports, id })
    })
  } finally {
    await house.files.dropWork(workOf(id))
  }
}

/** An import whose job was given up fails instead of seeming on its way for ever. */
export async function tendRunningImports(db: Db) {
  await tendWork(db, 'import.asked', running)
}

const running = { table: imports, broken: 'import.broken', undone: 'The podcast could not be brought in' }
const workOf = (id: string) => `import-${id}`

async function bringAll(db: Db, house: PublicHouse, id: string, signal: AbortSignal, outside: Outside) {
  const [moved] = await db.select().from(imports).where(eq(imports.id, id))
  if (!moved?.file) throw new Refusal('import.file-gone')
  const folder = await house.files.workFolder(workOf(moved.id))
  const { show, places } = await spool(house.files.path(moved.file), baseOfImport(moved), `${folder}/items`)
  const bringing = { db, house, show, folder, outside, signal, memberId: moved.askedBy }
  const items = await open(`${folder}/items`, 'r')
  const notebook = notebookOf(db, moved.id, places.length)
  try {
    const seen = new Set(moved.report.map(({ guid }) => guid))
    for (const [at, place] of places.entries()) {
      if (at < moved.report.length) continue
      signal.throwIfAborted()
      const item = await itemAt(items, place)
      const now = new Date()
      const line = seen.has(item.guid)
        ? refused(item, 'same-guid')
        : await tryEpisode(item, { ...bringing, now })
      seen.add(item.guid)
      await notebook.add(line, at + 1)
    }
  } finally {
    await items.close()
    await notebook.write()
  }
}

/** Items lie in a file meanwhile, so that any number of them can be put in order. */
type Place = { at: number; bytes: number; publishedAt: number }

async function spool(feed: string, base: string | null, path: string) {
  const places: Place[] = []
  const file = openSync(path, 'wx', 0o600)
  try {
    let at = 0
    const { show } = await readFeedFile(feed, base, (item) => {
      const bytes = writeSync(file, JSON.stringify(item))
      places.push({ at, bytes, publishedAt: item.publishedAt ?? Number.POSITIVE_INFINITY })
      at += bytes
    })
    // Feeds begin with the newest: among those of one instant the last one written is the oldest.
    const oldestFirst = places
      .reverse()
      .sort((a, b) => (a.publishedAt === b.publishedAt ? 0 : a.publishedAt - b.publishedAt))
    return { show, places: oldestFirst }
  } finally {
    closeSync(file)
  }
}

const written = z.custom<MovedItem>((value) => typeof value === 'object' && value !== null && 'guid' in value)

async function itemAt(file: FileHandle, { at, bytes }: Place): Promise<MovedItem> {
  const { buffer } = await file.read(Buffer.alloc(bytes), 0, bytes, at)
  return written.parse(JSON.parse(buffer.toString('utf8')))
}

const refused = ({ guid, title }: MovedItem, why: string): ImportLine => ({
  guid,
  title,
  outcome: 'refused',
  why: [why],
})

async function tryEpisode(item: MovedItem, bringing: Bringing): Promise<ImportLine> {
  try {
    return await bringEpisode(item, bringing)
  } catch (error) {
    if (!isRefusal(error) || error.reason === 'disk.full') throw error
    return refused(item, error.reason)
  }
}

/** Writes lines down once a second at most: a report of fifty thousand lines is long. What is lost with the process is seen again. */
function notebookOf(db: Db, id: string, count: number) {
  let lines: ImportLine[] = []
  let progress = 0
  let writtenAt = 0
  const write = async () => {
    if (lines.length === 0) return
    const report = sql`${imports.report} || ${JSON.stringify(lines)}::jsonb`
    lines = []
    writtenAt = Date.now()
    await db.update(imports).set({ report, progress }).where(eq(imports.id, id))
  }
  const add = async (line: ImportLine, done: number) => {
    lines.push(line)
    progress = done / count
    if (Date.now() - writtenAt > WRITE_MS) await write()
  }
  return { add, write }
}
