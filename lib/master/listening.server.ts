import type { IncomingMessage, ServerResponse } from 'node:http'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Db } from '#lib/db/db.server.ts'
import { masters } from '#lib/db/schema.ts'
import type { FileStore } from '#lib/machine/files.server.ts'
import { sendFile, sendSentence } from '#lib/machine/http.server.ts'
import { type Actor, can } from '#lib/people/can.ts'

const address = /^\/masters\/([0-9a-f-]{36})\.(mp3|mp2|wav)$/
const types = { mp3: 'audio/mpeg', mp2: 'audio/mpeg', wav: 'audio/wav' }

/** Serves a finished master to whoever works in the studio, before it is published. */
export async function serveMaster(
  request: IncomingMessage,
  response: ServerResponse,
  {
    db,
    files,
    findActor,
  }: { db: Db; files: FileStore; findActor: (request: IncomingMessage) => Promise<Actor | null> },
) {
  const [, id, asked] = address.exec((request.url ?? '').replace(/\?.*$/, '')) ?? []
  const actor = id ? await findActor(request) : null
  const master =
    actor && can(actor, 'studio.enter', null) && z.uuid().safeParse(id).success
      ? await find(db, String(id))
      : null
  const ending = z.enum(['mp3', 'mp2', 'wav']).safeParse(asked).data
  if (!ending || !master?.file?.endsWith(`.${ending}`) || master.sizeBytes === null || !master.sha256) {
    return sendSentence(request, response, 404, 'Ce fichier n’existe pas, ou il n’est pas ouvert pour vous.')
  }
  return await sendFile(request, response, {
    path: files.path(master.file),
    size: master.sizeBytes,
    type: types[ending],
    etag: master.sha256,
    lastModified: (master.finishedAt ?? master.createdAt).getTime(),
    cacheControl: 'private, max-age=3600',
  })
}

async function find(db: Db, id: string) {
  const [master] = await db.select().from(masters).where(eq(masters.id, id))
  return master ?? null
}
