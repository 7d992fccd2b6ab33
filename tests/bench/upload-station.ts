import { openDatabase } from '#lib/db/db.server.ts'
import { hear, openJobs } from '#lib/db/events.server.ts'
import { prepareClip } from '#lib/sound/prepare-clip.server.ts'
import { serveUploads } from '#tests/sound/upload-server.ts'

/** Takes sounds in and prepares them, in a process of its own: `upload-station.ts ADDRESS DATA` prints where. */
const [, , address = '', data = ''] = process.argv
const where = JSON.parse(address)
const { db } = await openDatabase(where)
const jobs = await openJobs(where)
const { endpoint } = await serveUploads(db, data)
await hear(jobs, { 'clip.received': (id, signal) => prepareClip(db, id, signal) })
process.stdout.write(`${endpoint}\n`)
