import { createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { DataStore, ERRORS, Upload } from '@tus/server'
import { and, eq, isNull, lt, sql } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { uploads } from '#lib/db/schema.ts'
import type { FileStore } from '#lib/machine/files.server.ts'
import { insertClip } from './clip-rows.server.ts'

export type UploadRow = typeof uploads.$inferSelect

/** An upload that is not finished by then is given up, milliseconds. */
export const uploadLifeMs = 24 * 3_600_000
const idleMs = 3_600_000

/**
 * Where sounds arrive piece by piece. What an upload is stands in its row and nowhere else; how far it
 * is, its file says. Unlike tus's own file store, a piece is on disk before it is acknowledged.
 */
export class Inbox extends DataStore {
  private readonly db: Db
  private readonly files: FileStore

  constructor(db: Db, files: FileStore) {
    super()
    this.db = db
    this.files = files
    this.extensions = ['creation', 'creation-with-upload', 'termination', 'expiration']
  }

  override async create(upload: Upload) {
    await this.files.begin(arriving(upload.id))
    return upload
  }

  override async write(piece: Readable, id: string, offset: number): Promise<number> {
    // Flushed before it closes, and the pipeline waits for that.
    const sink = createWriteStream(this.files.path(arriving(id)), { flags: 'r+', start: offset, flush: true })
    await pipeline(piece, sink).catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'ENOENT' ? ERRORS.FILE_NO_LONGER_EXISTS : error
    })
    return offset + sink.bytesWritten
  }

  override async getUpload(id: string): Promise<Upload> {
    const row = await findUploadRow(this.db, id)
    const offset = row && (await this.arrivedBytes(row))
    if (row === null || offset === null) throw ERRORS.FILE_NO_LONGER_EXISTS
    return new Upload({ id, size: row.sizeBytes, offset, creation_date: row.createdAt.toISOString() })
  }

  override async remove(id: string) {
    await this.db.delete(uploads).where(and(eq(uploads.id, id), isNull(uploads.clipId)))
    await this.files.remove(arriving(id))
  }

  override getExpiration(): number {
    return uploadLifeMs
  }

  /** Bytes on disk; all of them once it is a sound; null when its file is gone. */
  async arrivedBytes(row: UploadRow): Promise<number | null> {
    if (row.clipId) return row.sizeBytes
    const size = await fileBytes(this.files.path(arriving(row.id)))
    // Killed after the move and before the commit.
    return size ?? (await fileBytes(this.files.path(original(row.id))))
  }

  /** Whether nothing came for an hour. */
  async isIdle(id: string): Promise<boolean> {
    const found = await findStat(this.files.path(arriving(id)))
    return found === null || Date.now() - found.mtimeMs > idleMs
  }

  /** Makes a whole upload a sound, exactly once however often it is asked, in whichever process. */
  async finish(id: string) {
    await this.db.transaction(async (tx) => {
      const [row] = await tx.select().from(uploads).where(eq(uploads.id, id)).for('update')
      if (!row || row.clipId) return
      const arrived = this.files.path(arriving(id))
      if ((await fileBytes(arrived)) !== null) await this.files.put(original(id), arrived)
      const { memberId: ownerId, storyId, name, passage, sizeBytes } = row
      await insertClip(tx, { id, ownerId, storyId, name, passage, sizeBytes, originalFile: original(id) })
      await tx.update(uploads).set({ clipId: id }).where(eq(uploads.id, id))
    })
  }

  /** Finishes what was whole when the process died, and gives up what nobody continued for a day. */
  async tend() {
    const open = await this.db.select().from(uploads).where(isNull(uploads.clipId))
    for (const row of open) if ((await this.arrivedBytes(row)) === row.sizeBytes) await this.finish(row.id)
    const given = await this.db
      .delete(uploads)
      .where(lt(uploads.createdAt, sql`now() - make_interval(secs => ${uploadLifeMs / 1000})`))
      .returning({ id: uploads.id })
    for (const { id } of given) await this.files.remove(arriving(id))
  }
}

/** The row of an upload; null when there is none. */
export async function findUploadRow(db: Db, id: string): Promise<UploadRow | null> {
  const [row] = await db.select().from(uploads).where(eq(uploads.id, id))
  return row ?? null
}

const arriving = (id: string) => `arriving/${id}`
const original = (id: string) => `originals/${id}`

async function fileBytes(path: string): Promise<number | null> {
  return (await findStat(path))?.size ?? null
}

async function findStat(path: string) {
  try {
    return await stat(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
