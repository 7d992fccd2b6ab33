import type { IncomingMessage, ServerResponse } from 'node:http'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Db } from '#lib/db/db.server.ts'
import { masters } from '#lib/db/schema.ts'
import type { FileStore } from '#lib/machine/files.server.ts'
import { sendFile, sendSentence } from '#lib/machine/http.server.ts'
import { type Actor, can } from '#lib/people/can.ts'

const address = /^\/masters\/([0-9a-f-]{36})(?:-(light|opus))?\.(mp3|mp2|wav|opus)$/
const types: Record<string, string> = {
  mp3: 'audio/mpeg',
  mp2: 'audio/mpeg',
  wav: 'audio/wav',
  opus: 'audio/ogg',
}

/** Serves a finished master, or a lighter copy of it, to whoever works in the studio, before it is published. */
export async function serveMaster(
  request: IncomingMessage,
  response: ServerResponse,
  {
    db,
    files,
    findActor,
  }: { db: Db; files: FileStore; findActor: (request: IncomingMessage) => Promise<Actor | null> },
) {
  const [, id, variant, ending = ''] = address.exec((request.url ?? '').replace(/\?.*$/, '')) ?? []
  const actor = id ? await findActor(request) : null
  const master =
    actor && can(actor, 'studio.enter', null) && z.uuid().safeParse(id).success
      ? await find(db, String(id))
      : null
  const found = master && fileOf(master, variant)
  const type = types[ending]
  if (!master || !found?.file.endsWith(`.${ending}`) || !type) {
    return sendSentence(request, response, 404, 'Ce fichier n’existe pas, ou il n’est pas ouvert pour vous.')
  }
  return await sendFile(request, response, {
    path: files.path(found.file),
    size: found.sizeBytes,
    type,
    etag: found.sha256,
    lastModified: (master.finishedAt ?? master.createdAt).getTime(),
    cacheControl: 'private, max-age=3600',
  })
}

type Row = typeof masters.$inferSelect

/** The master's own file or that of a variant; null when it is not made. */
function fileOf({ file, sizeBytes, sha256, variants }: Row, variant: string | undefined) {
  if (variant) return variants.find(({ kind }) => kind === variant) ?? null
  return file && sizeBytes !== null && sha256 ? { file, sizeBytes, sha256 } : null
}

async function find(db: Db, id: string) {
  const [master] = await db.select().from(masters).where(eq(masters.id, id))
  return master ?? null
}
