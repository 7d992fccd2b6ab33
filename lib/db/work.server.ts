import { getTableName, sql } from 'drizzle-orm'
import { isDiskFull } from '#lib/machine/disk.server.ts'
import { log } from '#lib/machine/log.server.ts'
import { isRefusal, Refusal } from '#lib/machine/refusal.ts'
import type { Db } from './db.server.ts'
import { type EventName, isOnItsWay } from './events.server.ts'
import type { archives, audiograms, imports } from './schema.ts'

/** A table of long work: whatever else it holds, people follow its rows and can stop them. */
type WorkTable = typeof archives | typeof audiograms | typeof imports
/** One row of it. `broken` is the reason shown when it was not what was asked for but the machine. */
type Work = { table: WorkTable; id: string; broken: string }
type Job = { signal: AbortSignal; isLastTry: boolean }
/** `say` tells how far the work is, from 0 to 1; its signal ends when nobody wants it any more. */
export type Doing = { signal: AbortSignal; say: (share: number) => void }

const BEAT_MS = 1000

/** Rows that are asked for or running: what is over stays as it ended. */
export const underWay = (table: WorkTable) => sql`${table.state} in ('asked', 'running')`

/** What a row becomes whose work is over. */
export const done = { state: 'done', progress: 1, finishedAt: sql`now()` } as const

/**
 * Does work of a row that is still on its way, says once a second how far it is, and ends it when the row was stopped.
 * `act` itself says that the row is `done`. What the person can mend ends as `failed` with its reason; a bug flies, and
 * is seen as `broken` once there is no further try.
 */
export async function doWork(db: Db, work: Work, job: Job, act: (doing: Doing) => Promise<void>) {
  const { table, id } = work
  const isMine = sql`${table.id} = ${id}`
  const begin = sql`update ${table} set state = 'running' where ${isMine} and ${underWay(table)} returning id`
  if (!(await touches(db, begin))) return
  const stopped = new AbortController()
  let share: number | null = null
  const beat = setInterval(() => {
    const say = sql`update ${table} set progress = coalesce(${share}::double precision, progress)
      where ${isMine} and ${table.state} = 'running' returning id`
    touches(db, say)
      .then((goesOn) => goesOn || stopped.abort())
      .catch((error: unknown) => log.warn('work.progress-unsaid', { what: getTableName(table), id }, error))
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
    if (reason && !job.signal.aborted) await fail(db, table, id, reason)
    if (!isRefusal(error))
      throw new Error(`The work ${id} of ${getTableName(table)} was not done`, { cause: error })
  } finally {
    clearInterval(beat)
  }
}

/** Work whose job was given up, its process killed each time, fails instead of seeming on its way for ever. */
export async function tendWork(db: Db, event: EventName, { table, broken }: Omit<Work, 'id'>) {
  const { rows } = await db.execute<{ id: string }>(sql`select id from ${table} where ${underWay(table)}`)
  for (const { id } of rows) {
    if (await isOnItsWay(event, id)) continue
    log.warn('work.given-up', { what: getTableName(table), id })
    await fail(db, table, id, broken)
  }
}

async function fail(db: Db, table: WorkTable, id: string, reason: string) {
  await db.execute(sql`update ${table} set state = 'failed', failure = ${reason}, finished_at = now()
    where ${table.id} = ${id} and ${underWay(table)}`)
}

async function touches(db: Db, statement: ReturnType<typeof sql>): Promise<boolean> {
  return (await db.execute(statement)).rows.length > 0
}
