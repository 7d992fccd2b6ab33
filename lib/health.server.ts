import { sql } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { theJobs } from '#lib/db/events.server.ts'
import { freeBytes } from '#lib/machine/disk.server.ts'
import { countLostFiles } from '#lib/publishing/kept-files.server.ts'

/** Below this the radio keeps playing, but takes no more sounds. Bytes. */
export const LOW_DISK_BYTES = 1_000_000_000

export type Health = {
  ok: boolean
  database: 'ok' | 'down'
  jobs: 'ok' | 'down'
  disk: 'ok' | 'low' | 'unknown'
  /** Whether every published file is where it should be, as it was a minute ago. */
  files: 'ok' | 'missing'
}

/** What must work, for machines that watch. Says no more than a stranger may know. */
export async function readHealth(db: Db, dataDir: string): Promise<Health> {
  const database = await db.execute(sql`select 1`).then(
    () => 'ok' as const,
    () => 'down' as const,
  )
  const jobs = theJobs() ? 'ok' : 'down'
  const disk = await freeBytes(dataDir).then(
    (free) => (free > LOW_DISK_BYTES ? ('ok' as const) : ('low' as const)),
    () => 'unknown' as const,
  )
  const files = countLostFiles() ? 'missing' : 'ok'
  return { ok: database === 'ok' && jobs === 'ok' && files === 'ok', database, jobs, disk, files }
}
