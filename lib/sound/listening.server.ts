import { stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { eq } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { clips } from '#lib/db/schema.ts'
import { theFiles } from '#lib/machine/files.server.ts'
import { type FileOffer, sendFile, sendSentence } from '#lib/machine/http.server.ts'
import { isRefusal, Refusal } from '#lib/machine/refusal.ts'
import type { Actor } from '#lib/people/can.ts'
import { requireClipRow } from './clip-rows.server.ts'
import { waveformColumns } from './waveform.ts'

const privately = 'private, max-age=3600'

/** Lowest and highest sample of each of `columns` shares of a sound, 127 = full scale; empty until it is ready. */
export async function readWaveform(db: Db, actor: Actor, clipId: string, columns: number): Promise<number[]> {
  await requireClipRow(db, actor, clipId)
  const [row] = await db.select({ waveform: clips.waveform }).from(clips).where(eq(clips.id, clipId))
  if (!row?.waveform) return []
  const { buffer, byteOffset, byteLength } = row.waveform
  return waveformColumns(new Int8Array(buffer, byteOffset, byteLength), columns)
}

/** The listening copy as it is served. Refuses `not-found` for whoever may not hear it, and until it is ready. */
export async function readListening(db: Db, actor: Actor, clipId: string): Promise<FileOffer> {
  const { row } = await requireClipRow(db, actor, clipId)
  if (!row.listeningFile) throw new Refusal('not-found')
  return await offerOf(row.listeningFile, 'audio/mpeg')
}

/** The untouched original, saved under the name that it came with. */
export async function readOriginal(db: Db, actor: Actor, clipId: string): Promise<FileOffer> {
  const { row } = await requireClipRow(db, actor, clipId)
  // Never shown in the browser, whatever somebody called it.
  const offer = await offerOf(row.originalFile, 'application/octet-stream')
  return { ...offer, downloadName: row.originalName }
}

const address = /^\/ecouter\/([0-9a-f-]{36})(\.mp3|\/original)$/

/** Answers `/ecouter/<id>.mp3` and `/ecouter/<id>/original`, beside the pages: these break ranges. */
export async function serveListening(
  request: IncomingMessage,
  response: ServerResponse,
  { db, findActor }: { db: Db; findActor: (request: IncomingMessage) => Promise<Actor | null> },
) {
  const [, clipId = '', what] = address.exec((request.url ?? '').replace(/\?.*$/, '')) ?? []
  const actor = what ? await findActor(request) : null
  try {
    if (!actor) throw new Refusal('not-found')
    const offer = await (what === '.mp3' ? readListening : readOriginal)(db, actor, clipId)
    return await sendFile(request, response, offer)
  } catch (error) {
    if (!isRefusal(error)) throw error
    return sendSentence(request, response, 404, 'Ce son n’existe pas, ou il n’est pas ouvert pour vous.')
  }
}

async function offerOf(key: string, type: string): Promise<FileOffer> {
  const path = theFiles().path(key)
  const { size, mtimeMs } = await stat(path)
  const etag = `${key.replace(/\W/g, '')}-${size.toString(36)}-${Math.round(mtimeMs).toString(36)}`
  return { path, type, size, lastModified: mtimeMs, etag, cacheControl: privately }
}
