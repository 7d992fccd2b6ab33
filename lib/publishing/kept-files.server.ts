import { stat } from 'node:fs/promises'
import { and, eq, gt, isNull, or, sql } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { publicFiles } from '#lib/db/schema.ts'
import type { FileStore } from '#lib/machine/files.server.ts'
import { log } from '#lib/machine/log.server.ts'
import { once } from '#lib/machine/once.ts'
import { publicKinds } from './addresses.ts'

export type LostFile = { id: string; episodeId: string; file: string; type: string }

const lost = once<number>('published files lost')

/** The published files that are not on the disk any more, or not whole; those of one episode, when it is named. */
export async function findLostFiles(db: Db, files: FileStore, episodeId?: string): Promise<LostFile[]> {
  const answers = or(
    isNull(publicFiles.retiredAt),
    gt(publicFiles.retiredAt, sql`now() - interval '30 days'`),
  )
  const rows = await db
    .select()
    .from(publicFiles)
    .where(and(answers, episodeId ? eq(publicFiles.episodeId, episodeId) : undefined))
  const gone: LostFile[] = []
  for (const { id, episodeId: of, file, type, sizeBytes } of rows) {
    const size = await sizeOf(files.path(file))
    if (size !== sizeBytes) gone.push({ id, episodeId: of, file, type })
  }
  return gone
}

/** Whether listeners can hear a published episode: its file is where it should be. */
export async function isSoundHere(db: Db, files: FileStore, episodeId: string): Promise<boolean> {
  const gone = await findLostFiles(db, files, episodeId)
  return !gone.some(({ type }) => type === publicKinds.audio.type)
}

/** The round: counts what is lost for the health of the radio, and writes each new count in the log. */
export async function watchPublishedFiles(db: Db, files: FileStore) {
  const gone = await findLostFiles(db, files)
  if (gone.length > 0 && gone.length !== lost.find())
    log.warn('published-files.lost', { count: gone.length, first: gone[0]?.file ?? '' })
  lost.set(gone.length)
}

/** How many published files the last round found lost; null before the first. */
export function countLostFiles(): number | null {
  return lost.find()
}

async function sizeOf(path: string): Promise<number | null> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  return found?.size ?? null
}
