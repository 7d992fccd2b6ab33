import { stat } from 'node:fs/promises'
import { getTableName, type SQL, sql } from 'drizzle-orm'
import { isDiskFull } from '#lib/machine/disk.server.ts'
import type { FileStore } from '#lib/machine/files.server.ts'
import { log } from '#lib/machine/log.server.ts'
import { isRefusal, Refusal } from '#lib/machine/refusal.ts'
import type { Db } from './db.server.ts'
import { type EventName, isOnItsWay } from './events.server.ts'
import type { archives, audiograms, imports, masters } from './schema.ts'

/** A table of long work: whatever else it holds, people follow its rows and can stop them. */
type WorkTable = typeof archives | typeof audiograms | typeof imports | typeof masters
/**
 * One row of it. `broken` is the reason shown when it was not what was asked for but the machine, `undone` the words for
 * it in the log, `going` the state of a row that is being done where it is not `running`.
 */
type Work = { table: WorkTable; id: string; broken: string; undone: string; going?: 'rendering' }
type Row = Pick<Work, 'table' | 'id'>
type FileRow = { table: typeof archives | typeof audiograms; id: string }
/** A file in a work folder, and the key that it gets once it is finished. */
type Made = { part: string; file: string }
type Job = { signal: AbortSignal; isLastTry: boolean }
/** `say` tells how far the work is, from 0 to 1; its signal ends when nobody wants it any more. */
export type Doing = { signal: AbortSignal; say: (share: number) => void }

const BEAT_MS = 1000

/** Rows that are asked for or being done: what is over stays as it ended. */
export const underWay = (table: WorkTable) => sql`${table.state} in ('asked', 'running', 'rendering')`

/**
 * Does work of a row that is still on its way, says once a second how far it is, and ends it when the row was stopped.
 * `act` itself finishes the row. What the person can mend ends as `failed` with its reason; a bug flies, and
 * is seen as `broken` once there is no further try.
 */
export async function doWork(db: Db, work: Work, job: Job, act: (doing: Doing) => Promise<void>) {
  const { table, id, going = 'running' } = work
  const isMine = sql`${table.id} = ${id}`
  const begin = sql`update ${table} set state = ${going} where ${isMine} and ${underWay(table)} returning id`
  if (!(await touches(db, begin))) return
  const stopped = new AbortController()
  let share: number | null = null
  const beat = setInterval(() => {
    const say = sql`update ${table} set progress = coalesce(${share}::double precision, progress)
      where ${isMine} and ${table.state} = ${going} returning id`
    touches(db, say)
      .then((goesOn) => goesOn || stopped.abort())
      .catch((error: unknown) => log.warn('work.progress-unsaid', { table: getTableName(table), id }, error))
  }, BEAT_MS)
  try {
    const signal = AbortSignal.any([job.signal, stopped.signal])
    await act({
      signal,
      say: (now) => {
        share = now
      },
    })
  } catch (thrown) {
    if (stopped.signal.aborted) return
    const error = isDiskFull(thrown) ? new Refusal('disk.full', {}, { cause: thrown }) : thrown
    const reason = isRefusal(error) ? error.reason : job.isLastTry && work.broken
    if (reason && !job.signal.aborted) await fail(db, work, reason)
    if (!isRefusal(error)) throw new Error(`${work.undone}: ${id}`, { cause: error })
  } finally {
    clearInterval(beat)
  }
}

/** Says that work is done; what was stopped meanwhile stays stopped. */
export async function finishWork(db: Db, row: Row) {
  await finish(db, row, sql``)
}

/** Keeps the finished file at `part` as what work has made; where that was stopped meanwhile nothing of it stays. */
export async function keepFile(db: Db, files: FileStore, row: FileRow, { part, file }: Made) {
  const { size } = await stat(part)
  await files.put(file, part)
  const isKept = await finish(db, row, sql`, file = ${file}, size_bytes = ${size}`)
  if (!isKept) await files.remove(file)
}

async function finish(db: Db, { table, id }: Row, facts: SQL): Promise<boolean> {
  const isDone = sql`state = 'done', progress = 1, finished_at = now()`
  const end = sql`update ${table} set ${isDone}${facts} where ${table.id} = ${id} and ${underWay(table)} returning id`
  return await touches(db, end)
}

/** Stops work that is on its way: its job notices within a second. */
export async function stopWork(db: Db, { table, id }: Row) {
  await db.execute(sql`update ${table} set state = 'stopped', finished_at = now()
    where ${table.id} = ${id} and ${underWay(table)}`)
}

/** Work whose job was given up, its process killed each time, fails instead of seeming on its way for ever. */
export async function tendWork(db: Db, event: EventName, { table, broken }: Pick<Work, 'table' | 'broken'>) {
  const { rows } = await db.execute<{ id: string }>(sql`select id from ${table} where ${underWay(table)}`)
  for (const { id } of rows) {
    if (await isOnItsWay(event, id)) continue
    log.warn('work.given-up', { table: getTableName(table), id })
    await fail(db, { table, id }, broken)
  }
}

async function fail(db: Db, { table, id }: Row, reason: string) {
  await db.execute(sql`update ${table} set state = 'failed', failure = ${reason}, finished_at = now()
    where ${table.id} = ${id} and ${underWay(table)}`)
}

async function touches(db: Db, statement: SQL): Promise<boolean> {
  return (await db.execute(statement)).rows.length > 0
}
