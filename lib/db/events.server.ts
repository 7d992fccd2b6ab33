import { sql } from 'drizzle-orm'
import { fromDrizzle, PgBoss } from 'pg-boss'
import { log } from '#lib/machine/log.server.ts'
import { once } from '#lib/machine/once.ts'
import { isRefusal } from '#lib/machine/refusal.ts'
import { type Address, type Db, poolSettings } from './db.server.ts'

/** What one room tells and a later one, or a job, hears. Past tense: it is already true. */
export const events = [
  'clip.received',
  'clip.prepared',
  'clip.edited',
  'clip.clean-up-asked',
  'take.assembly-asked',
  'master.asked',
  'master.made',
  'alignment.asked',
  'publication.scheduled',
  'feed.changed',
  'audiogram.asked',
  'import.asked',
  'archive.asked',
  'letter.written',
  'example.loaded',
] as const
export type EventName = (typeof events)[number]

/**
 * Hears an event about the row `id`. Hearing it twice harms nothing; `signal` ends it early. `wasMs` is the
 * length that the row's sound had before, where the event tells it.
 */
export type Hearer = (id: string, signal: AbortSignal, isLastTry: boolean, wasMs?: number) => Promise<void>

/** How often a job that failed, or whose process died, is tried again. */
const MORE_TRIES = 2
/** Somebody else's machine may be down for a while: seconds to the first further try, each wait twice the last. */
const patience: Partial<
  Record<EventName, { retryLimit: number; retryDelay: number; retryBackoff: boolean }>
> = {
  'feed.changed': { retryLimit: 7, retryDelay: 5, retryBackoff: true },
}

const held = once<PgBoss>('jobs')

/** The process's job queue, or null while the command line works without one. */
export function theJobs(): PgBoss | null {
  return held.find()
}

/** Opens the queue of jobs on the same database. Nothing is heard until `hear` is called. */
export async function openJobs(address: Address): Promise<PgBoss> {
  const { host, port, user, database, connectionString } = poolSettings(address)
  const boss = new PgBoss({
    ...(connectionString ? { connectionString } : { host, port, user, database }),
    max: 6,
    useListenNotify: true,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
  })
  boss.on('error', (error) => log.warn('jobs.trouble', {}, error))
  await boss.start()
  for (const name of events)
    await boss.createQueue(name, {
      retryLimit: MORE_TRIES,
      retryDelay: 2,
      expireInSeconds: 6 * 3600,
      heartbeatSeconds: 10,
      notify: true,
      ...patience[name],
    })
  held.set(boss)
  return boss
}

/** Tells an event inside the caller's transaction: it happens exactly when the transaction commits. */
export async function tell(
  tx: Db,
  event: EventName,
  id: string,
  { notBefore, ...facts }: { notBefore?: Date; wasMs?: number } = {},
) {
  await held.get().send(event, { id, ...facts }, { db: fromDrizzle(tx, sql), startAfter: notBefore })
}

/** Whether somebody will still hear `event` about the row `id`: its job waits, runs or is tried again. */
export async function isOnItsWay(event: EventName, id: string): Promise<boolean> {
  const jobs = await held.get().findJobs(event, { data: { id } })
  return jobs.some(({ state }) => state === 'created' || state === 'retry' || state === 'active')
}

/** Starts hearing. A Refusal is an answer, so it ends the job; any other error is tried again. */
export async function hear(boss: PgBoss, hearers: Partial<Record<EventName, Hearer>>) {
  for (const event of events) {
    const hearer = hearers[event]
    if (!hearer) continue
    const moreTries = patience[event]?.retryLimit ?? MORE_TRIES
    await boss.work<{ id: string; wasMs?: number }>(
      event,
      { batchSize: 1, pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 2 },
      async ([job]) => {
        if (!job) return
        try {
          await hearer(job.data.id, job.signal, job.retryCount >= moreTries, job.data.wasMs)
        } catch (error) {
          log.error('job.failed', error, { event, id: job.data.id, tries: job.retryCount + 1 })
          if (!isRefusal(error)) throw error
        }
      },
    )
  }
}
