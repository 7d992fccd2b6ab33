import { readdir, stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { dirname } from 'node:path'
import { eq, isNotNull } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { consents } from '#lib/db/schema.ts'
import { type FileStore, theFiles } from '#lib/machine/files.server.ts'
import { type FileOffer, sendFile } from '#lib/machine/http.server.ts'
import { answerOrAbsent } from '#lib/machine/http-private.server.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import type { Actor } from '#lib/people/can.ts'
import { PROOF_SHELF } from './proof.server.ts'
import { proofTypes } from './proof.ts'
import { requireVoice } from './rights.server.ts'

/** Where proofs are read: `/preuves/<answer>`. */
export const proofPath = '/preuves/'
const address = /^\/preuves\/(\d{1,15})$/
const HOUR_MS = 3_600_000

/** What was signed, photographed or said for an answer. Refuses `not-found` for whoever may not edit its story. */
export async function readProof(db: Db, actor: Actor, answerId: number): Promise<FileOffer> {
  const [answer] = await db
    .select({ voiceId: consents.voiceId, file: consents.proofFile })
    .from(consents)
    .where(eq(consents.id, answerId))
  if (!answer?.file) throw new Refusal('not-found')
  await requireVoice(db, actor, answer.voiceId)
  const path = theFiles().path(answer.file)
  const { size, mtimeMs } = await stat(path)
  const type = proofTypes[answer.file.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
  const etag = answer.file.replace(/\W/g, '')
  // Not kept by the browser: a shared telephone is handed on.
  return { path, type, size, etag, lastModified: mtimeMs, cacheControl: 'private, no-store' }
}

/** Answers `/preuves/<answer>` beside the pages. */
export async function serveProof(
  request: IncomingMessage,
  response: ServerResponse,
  { db, findActor }: { db: Db; findActor: (request: IncomingMessage) => Promise<Actor | null> },
) {
  const [, id] = address.exec((request.url ?? '').replace(/\?.*$/, '')) ?? []
  const absent = 'Cette preuve n’existe pas, ou elle n’est pas ouverte pour vous.'
  return await answerOrAbsent(request, response, absent, async () => {
    const actor = id ? await findActor(request) : null
    if (!actor) throw new Refusal('not-found')
    return await sendFile(request, response, await readProof(db, actor, Number(id)))
  })
}

/** The daily round: proofs whose answers went with their story, and those of an answer that was never written. */
export async function tendProofs(db: Db, files: FileStore) {
  const named = await db
    .selectDistinct({ file: consents.proofFile })
    .from(consents)
    .where(isNotNull(consents.proofFile))
  const known = new Set(named.map(({ file }) => file))
  for (const name of await namesIn(dirname(files.path(`${PROOF_SHELF}00000000`)))) {
    const key = `${PROOF_SHELF}${name}`
    const { mtimeMs } = await stat(files.path(key))
    // One that is younger may have its answer written this very moment.
    if (!known.has(key) && Date.now() - mtimeMs > HOUR_MS) await files.remove(key)
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    // Nothing was ever kept there.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
