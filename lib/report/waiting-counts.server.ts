import type { Db } from '#lib/db/db.server.ts'
import { addDownloads, type DownloadRow } from './download-rows.server.ts'

/** Counts on their way to the database. What cannot be written waits here for the next `write`. */
export function openWaitingCounts(db: Db) {
  const waiting = new Map<string, DownloadRow>()
  let writing: Promise<void> | null = null

  function add(row: DownloadRow) {
    const key = `${row.episodeId} ${row.day} ${row.app}`
    waiting.set(key, { ...row, count: row.count + (waiting.get(key)?.count ?? 0) })
  }

  async function writeAll() {
    for (let next = waiting.entries().next(); !next.done; next = waiting.entries().next()) {
      const [key, row] = next.value
      waiting.delete(key)
      try {
        await addDownloads(db, row)
      } catch (cause) {
        add(row)
        throw new Error('Could not write a count', { cause })
      }
    }
  }

  /** Writes all that waits; asked again meanwhile, it is the same writing. */
  function write(): Promise<void> {
    writing ??= writeAll().finally(() => {
      writing = null
    })
    return writing
  }

  return { add, write }
}
