import { stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { and, eq } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { cleanedSounds, clips } from '#lib/db/schema.ts'
import { theFiles } from '#lib/machine/files.server.ts'
import { type BytesOffer, type FileOffer, sendBytes, sendFile } from '#lib/machine/http.server.ts'
import { answerOrAbsent } from '#lib/machine/http-private.server.ts'
import { Refusal } from '#lib/machine/refusal.ts'
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

/** The listening copy with clean-ups applied. Refuses `not-found` until there is one of this recipe. */
async function readCleaned(db: Db, actor: Actor, clipId: string, recipe: string): Promise<FileOffer> {
  await requireClipRow(db, actor, clipId)
  const [cleaned] = await db
    .select({ file: cleanedSounds.listeningFile })
    .from(cleanedSounds)
    .where(and(eq(cleanedSounds.clipId, clipId), eq(cleanedSounds.recipe, recipe)))
  if (!cleaned?.file) throw new Refusal('not-found')
  return await offerOf(cleaned.file, 'audio/mpeg')
}

/** The stored pairs of lowest and highest sample per 10 ms, as they are: what a drawing that zooms needs. */
async function readShape(db: Db, actor: Actor, clipId: string): Promise<BytesOffer> {
  await requireClipRow(db, actor, clipId)
  const [row] = await db
    .select({ waveform: clips.waveform, createdAt: clips.createdAt })
    .from(clips)
    .where(eq(clips.id, clipId))
  if (!row?.waveform) throw new Refusal('not-found')
  const { buffer, byteOffset, byteLength } = row.waveform
  const body = Buffer.from(buffer, byteOffset, byteLength)
  const lastModified = row.createdAt.getTime()
  return { body, type: 'application/octet-stream', lastModified, cacheControl: privately, compress: true }
}

/** The untouched original, saved under the name that it came with. */
export async function readOriginal(db: Db, actor: Actor, clipId: string): Promise<FileOffer> {
  const { row } = await requireClipRow(db, actor, clipId)
  // Never shown in the browser, whatever somebody called it.
  const offer = await offerOf(row.originalFile, 'application/octet-stream')
  return { ...offer, downloadName: row.originalName }
}

const address = /^\/ecouter\/([0-9a-f-]{36})(\.mp3|\/original|\/forme|\/([a-z-]{3,40})\.mp3)$/

/**
 * Answers `/ecouter/<id>.mp3`, `/ecouter/<id>/original`, `/ecouter/<id>/<recipe>.mp3` and `/ecouter/<id>/forme`,
 * beside the pages: these break ranges.
 */
export async function serveListening(
  request: IncomingMessage,
  response: ServerResponse,
  { db, findActor }: { db: Db; findActor: (request: IncomingMessage) => Promise<Actor | null> },
) {
  const [, clipId = '', what, recipe] = address.exec((request.url ?? '').replace(/\?.*$/, '')) ?? []
  const actor = what ? await findActor(request) : null
  const absent = 'Ce son n’existe pas, ou il n’est pas ouvert pour vous.'
  return await answerOrAbsent(request, response, absent, async () => {
    if (!actor) throw new Refusal('not-found')
    if (what === '/forme') return await sendBytes(request, response, await readShape(db, actor, clipId))
    if (recipe) return await sendFile(request, response, await readCleaned(db, actor, clipId, recipe))
    const offer = await (what === '.mp3' ? readListening : readOriginal)(db, actor, clipId)
    return await sendFile(request, response, offer)
  })
}

async function offerOf(key: string, type: string): Promise<FileOffer> {
  const path = theFiles().path(key)
  const { size, mtimeMs } = await stat(path)
  const etag = `${key.replace(/\W/g, '')}-${size.toString(36)}-${Math.round(mtimeMs).toString(36)}`
  return { path, type, size, lastModified: mtimeMs, etag, cacheControl: privately }
}
