import { createServer, type IncomingMessage } from 'node:http'
import { eq } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { type Address, openDatabase } from '#lib/db/db.server.ts'
import { openJobs } from '#lib/db/events.server.ts'
import { members } from '#lib/db/schema.ts'
import { openFiles } from '#lib/machine/files.server.ts'
import type { Actor } from '#lib/people/can.ts'
import { openUploads, type UploadLimits } from '#lib/sound/upload.server.ts'

/** Whoever the `x-member` header names: sessions have tests of their own. */
export function memberOfHeader(db: Db) {
  return async (request: IncomingMessage): Promise<Actor | null> => {
    const memberId = request.headers['x-member']?.toString()
    if (!memberId) return null
    const [row] = await db.select().from(members).where(eq(members.id, memberId))
    return row ? { memberId, name: row.name, role: row.role, houseId: null, sessionId: 's' } : null
  }
}

/** A real server of uploads on a free port of loopback. */
export async function serveUploads(db: Db, dataDir: string, limits: Partial<UploadLimits> = {}) {
  const files = await openFiles(dataDir)
  const uploads = await openUploads({ db, files, findActor: memberOfHeader(db), limits })
  const failures: unknown[] = []
  const server = createServer((request, response) => {
    uploads.serve(request, response).catch((error) => failures.push(error))
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    files,
    failures,
    endpoint: `http://127.0.0.1:${port}/uploads/`,
    cut: () => server.closeAllConnections(),
    close: async () => {
      await uploads.close()
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

/** Run as a process of its own, it can be killed: `node upload-server.ts <address as JSON> <dataDir>`. */
if (process.argv[1] === import.meta.filename) {
  const [, , addressJson = '', dataDir = ''] = process.argv
  const address: Address = JSON.parse(addressJson)
  const { db } = await openDatabase(address)
  await openJobs(address)
  const { endpoint } = await serveUploads(db, dataDir)
  process.stdout.write(`${endpoint}\n`)
}
