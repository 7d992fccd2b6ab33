import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type ServerOptions, Server as TusServer } from '@tus/server'
import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Db } from '#lib/db/db.server.ts'
import { clips, members, uploads } from '#lib/db/schema.ts'
import { isDiskFull } from '#lib/machine/disk.server.ts'
import type { FileStore } from '#lib/machine/files.server.ts'
import { sendSentence } from '#lib/machine/http.server.ts'
import { log } from '#lib/machine/log.server.ts'
import { isRefusal, Refusal } from '#lib/machine/refusal.ts'
import { type Actor, can } from '#lib/people/can.ts'
import { cleanText } from '#lib/story/clean-text.ts'
import { passageKey } from '#lib/story/passages.ts'
import { permitAdding } from './clip-rows.server.ts'
import { findUploadRow, Inbox, uploadLifeMs } from './inbox.server.ts'
import { soundName } from './sound-name.ts'
import { type Answer, uploadAnswer } from './upload-words.ts'

export type UploadLimits = {
  /** Bytes of one file. */
  maxBytes: number
  /** Bytes of one resident's sounds together; the studio may have ten times as many. */
  quotaBytes: number
  /** Bytes that stay free on the disk whatever comes. */
  marginBytes: number
  /** Unfinished uploads of one member. */
  mostOpen: number
}
export const uploadLimits: UploadLimits = {
  maxBytes: 2 * 2 ** 30,
  quotaBytes: 20 * 2 ** 30,
  marginBytes: 2 ** 30,
  mostOpen: 5,
}

export type Uploads = {
  /** Answers everything under `/uploads/`. */
  serve: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  close: () => Promise<void>
}
type Opening = {
  db: Db
  files: FileStore
  findActor: (request: IncomingMessage) => Promise<Actor | null>
  limits?: Partial<UploadLimits>
}

const methods = ['POST', 'HEAD', 'PATCH', 'DELETE', 'OPTIONS']
const address = /^\/uploads\/?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})?$/
const tendEveryMs = 3_600_000

/**
 * Takes sounds in by the tus protocol, resumable, for signed-in members alone. The last piece is answered
 * once the sound is on disk and in the database, told as `clip.received`; its id is the upload's.
 */
export async function openUploads(opening: Opening): Promise<Uploads> {
  const { db, files, findActor } = opening
  const limits = { ...uploadLimits, ...opening.limits }
  const inbox = new Inbox(db, files)
  const who = new WeakMap<object, Actor>()
  const tus = new TusServer({
    path: '/uploads',
    datastore: inbox,
    relativeLocation: true,
    allowedOrigins: [],
    disableTerminationForFinishedUploads: true,
    namingFunction: () => randomUUID(),
    onUploadCreate: async (request, upload) => {
      const actor = who.get(request.runtime?.node?.req ?? request)
      if (!actor) throw new Refusal('signed-out')
      await admit({ db, files, limits, inbox }, actor, upload)
      return {}
    },
    onUploadFinish: async (_request, upload) => {
      await inbox.finish(upload.id)
      return {}
    },
    onResponseError: (_request, error) => answerTo(error),
  })
  await inbox.tend()
  const tending = setInterval(() => {
    inbox.tend().catch((error) => log.error('uploads.untended', error))
  }, tendEveryMs)

  async function serve(request: IncomingMessage, response: ServerResponse) {
    if (!methods.includes(request.method ?? ''))
      return refuse(request, response, { status_code: 405, body: 'Méthode inconnue.' })
    const [matched, id] = address.exec((request.url ?? '').replace(/\?.*$/, '')) ?? []
    const actor = await findActor(request)
    if (!actor) return refuse(request, response, uploadAnswer('signed-out'))
    if (matched === undefined) return refuse(request, response, uploadAnswer('not-found'))
    try {
      if (id) await continueUpload(id, actor, request)
      else if (request.method !== 'POST' && request.method !== 'OPTIONS') throw new Refusal('not-found')
    } catch (error) {
      return refuse(request, response, answerTo(error))
    }
    // What the client calls us is none of the protocol's business, and a strange name would throw.
    request.headers.host = 'localhost'
    request.url = id ? `/uploads/${id}` : '/uploads'
    who.set(request, actor)
    await tus.handle(request, response)
  }

  async function continueUpload(id: string, actor: Actor, request: IncomingMessage) {
    const row = await findUploadRow(db, id)
    if (!row || row.memberId !== actor.memberId || request.method === 'POST') throw new Refusal('not-found')
    if (row.clipId) return
    const arrived = await inbox.arrivedBytes(row)
    // All bytes came, but the process died before it could say so: now it can.
    if (arrived === row.sizeBytes && request.method !== 'DELETE') await inbox.finish(id)
    else if (request.method === 'PATCH') await requireRoom(files, row.sizeBytes - (arrived ?? 0), limits)
  }

  return {
    serve,
    close: async () => {
      clearInterval(tending)
    },
  }
}

type Counter = { db: Db; files: FileStore; limits: UploadLimits; inbox: Inbox }
type Announced = Parameters<NonNullable<ServerOptions['onUploadCreate']>>[1]

/** Decides whether an announced upload may begin, and writes down whose it is. */
async function admit({ db, files, limits, inbox }: Counter, actor: Actor, { id, size, metadata }: Announced) {
  if (size === undefined || !Number.isSafeInteger(size)) throw new Refusal('upload.length')
  if (size <= 0) throw new Refusal('upload.empty')
  if (size > limits.maxBytes) throw new Refusal('upload.too-big')
  const storyId = z
    .uuid()
    .nullable()
    .safeParse(metadata?.storyId || null)
  if (!storyId.success) throw new Refusal('upload.story')
  await permitAdding(db, actor, storyId.data)
  await requireRoom(files, size, limits)
  const dropped = await db.transaction(async (tx) => {
    // One member's uploads are admitted one after the other, so that none slips past the count.
    await tx.select({ id: members.id }).from(members).where(eq(members.id, actor.memberId)).for('update')
    await requireQuota(tx, actor, size, limits)
    const idle = await makePlace(tx, actor.memberId, limits, inbox)
    const name = soundName(metadata?.name ?? metadata?.filename ?? '')
    const passage = storyId.data ? passageKey(cleanText(metadata?.passage ?? '')) : ''
    await tx
      .insert(uploads)
      .values({ id, memberId: actor.memberId, storyId: storyId.data, name, passage, sizeBytes: size })
    return idle
  })
  if (dropped) await inbox.remove(dropped)
}

async function requireRoom(files: FileStore, bytes: number, { marginBytes }: UploadLimits) {
  if ((await files.freeBytes()) < bytes + marginBytes) throw new Refusal('upload.no-room')
}

async function requireQuota(tx: Db, actor: Actor, size: number, { quotaBytes }: UploadLimits) {
  const sum = (column: typeof clips.sizeBytes | typeof uploads.sizeBytes) =>
    sql<number>`coalesce(sum(${column}), 0)`.mapWith(Number)
  const [kept] = await tx
    .select({ bytes: sum(clips.sizeBytes) })
    .from(clips)
    .where(and(eq(clips.ownerId, actor.memberId), isNull(clips.deletedAt)))
  const [open] = await tx
    .select({ bytes: sum(uploads.sizeBytes) })
    .from(uploads)
    .where(openOf(actor.memberId))
  const quota = quotaBytes * (can(actor, 'studio.enter', null) ? 10 : 1)
  if ((kept?.bytes ?? 0) + (open?.bytes ?? 0) + size > quota) throw new Refusal('upload.quota')
}

/** With too many open, the oldest that nobody continued for an hour gives its place; answers which. */
async function makePlace(tx: Db, memberId: string, { mostOpen }: UploadLimits, inbox: Inbox) {
  const open = await tx.select().from(uploads).where(openOf(memberId)).orderBy(asc(uploads.createdAt))
  if (open.length < mostOpen) return null
  for (const row of open) if (await inbox.isIdle(row.id)) return row.id
  throw new Refusal('upload.too-many')
}

function openOf(memberId: string) {
  const since = sql`now() - make_interval(secs => ${uploadLifeMs / 1000})`
  return and(eq(uploads.memberId, memberId), isNull(uploads.clipId), gt(uploads.createdAt, since))
}

function answerTo(error: unknown): Answer {
  if (isRefusal(error)) return uploadAnswer(error.reason)
  if (isAnswer(error)) {
    // 501: a part of the protocol that we do not offer is the client's mistake.
    return error.status_code < 500 ? error : { ...error, status_code: 400 }
  }
  if (isDiskFull(error)) return uploadAnswer('upload.no-room')
  log.error('upload.failed', error)
  return uploadAnswer('upload.trouble')
}

function isAnswer(error: unknown): error is Answer {
  return typeof error === 'object' && error !== null && 'status_code' in error && 'body' in error
}

/** The body of a refused request is not waited for: it may be two gigabytes. */
function refuse(request: IncomingMessage, response: ServerResponse, { status_code, body }: Answer) {
  const headers = {
    Connection: 'close',
    'Tus-Resumable': '1.0.0',
    ...(status_code === 405 ? { Allow: methods.join(', ') } : {}),
  }
  sendSentence(request, response, status_code, body, headers)
}
