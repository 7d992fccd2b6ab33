import type { IncomingMessage, ServerResponse } from 'node:http'
import { and, desc, eq, isNotNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Db } from '#lib/db/db.server.ts'
import { tell } from '#lib/db/events.server.ts'
import { archives, audit } from '#lib/db/schema.ts'
import { stopWork, tendWork, underWay } from '#lib/db/work.server.ts'
import type { FileStore } from '#lib/machine/files.server.ts'
import { sendFile, sendSentence } from '#lib/machine/http.server.ts'
import { type Actor, can } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'

export type Archive = typeof archives.$inferSelect

/** Everything of the radio lies in one file for this long, then it is removed. */
export const archiveDays = 7
/** Why an archive failed when it was the machine. */
export const archiveBroken = 'archive.broken'
/** Where an archive is downloaded. */
export const archivesPath = '/archives/'

/** The archives that were asked for, the newest first. */
export async function readArchives(db: Db, actor: Actor): Promise<Archive[]> {
  permit(actor, 'show.edit', null)
  return await db.select().from(archives).orderBy(desc(archives.createdAt)).limit(10)
}

/** Asks for everything in one file; a job makes it. While one is on its way the same one is answered. */
export async function askArchive(db: Db, actor: Actor): Promise<string> {
  permit(actor, 'show.edit', null)
  return await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(2624633)`)
    const [running] = await tx.select().from(archives).where(underWay(archives))
    if (running) return running.id
    const [asked] = await tx.insert(archives).values({ askedBy: actor.memberId }).returning()
    if (!asked) throw new Error('An archive row was not made')
    await tell(tx, 'archive.asked', asked.id)
    await tx.insert(audit).values({ memberId: actor.memberId, what: 'archive.asked', object: asked.id })
    return asked.id
  })
}

/** Stops one on its way: nothing of it stays. */
export async function stopArchive(db: Db, actor: Actor, id: string) {
  permit(actor, 'show.edit', null)
  await stopWork(db, { table: archives, id })
}

/** Removes an archive before its time: it holds everything of the radio. */
export async function removeArchive(db: Db, actor: Actor, files: FileStore, id: string) {
  permit(actor, 'show.edit', null)
  const [row] = await db.select().from(archives).where(eq(archives.id, id))
  if (row) await dropFile(db, files, row)
}

/** Removes what is older than a week; one whose job was given up fails instead of seeming on its way for ever. */
export async function tendArchives(db: Db, files: FileStore) {
  const isOld = sql`${archives.finishedAt} < now() - make_interval(days => ${archiveDays})`
  const old = await db
    .select()
    .from(archives)
    .where(and(isNotNull(archives.file), isOld))
  for (const row of old) await dropFile(db, files, row)
  await tendWork(db, 'archive.asked', { table: archives, broken: archiveBroken })
}

async function dropFile(db: Db, files: FileStore, { id, file }: Archive) {
  if (file) await files.remove(file)
  await db.update(archives).set({ file: null }).where(eq(archives.id, id))
}

const address = /^\/archives\/([0-9a-f-]{36})\.zip$/

type Serving = { db: Db; files: FileStore; findActor: (request: IncomingMessage) => Promise<Actor | null> }

/** Serves an archive to the coordination, with ranges: a download of gigabytes may be resumed. */
export async function serveArchive(
  request: IncomingMessage,
  response: ServerResponse,
  { db, files, findActor }: Serving,
) {
  const id = z.uuid().safeParse(address.exec((request.url ?? '').replace(/\?.*$/, ''))?.[1]).data
  const actor = id ? await findActor(request) : null
  const [row] =
    id && actor && can(actor, 'show.edit', null)
      ? await db.select().from(archives).where(eq(archives.id, id))
      : []
  if (!row?.file || row.sizeBytes === null)
    return sendSentence(
      request,
      response,
      404,
      'Cette archive n’existe plus, ou elle n’est pas ouverte pour vous.',
    )
  const madeAt = row.finishedAt ?? row.createdAt
  return await sendFile(request, response, {
    path: files.path(row.file),
    size: row.sizeBytes,
    type: 'application/zip',
    etag: row.id,
    lastModified: madeAt.getTime(),
    cacheControl: 'private, no-store',
    downloadName: `la-bobine-${madeAt.toISOString().slice(0, 10)}.zip`,
  })
}
