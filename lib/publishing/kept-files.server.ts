import { and, eq, gt, isNull, or, sql } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { publications, publicFiles } from '#lib/db/schema.ts'
import { type FileStore, findStat } from '#lib/machine/files.server.ts'
import { log } from '#lib/machine/log.server.ts'
import { once } from '#lib/machine/once.ts'

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
  for (const row of rows) {
    const { id, episodeId: of, file, type } = row
    if (!(await isWhole(files, row))) gone.push({ id, episodeId: of, file, type })
  }
  return gone
}

/**
 * Whether listeners can hear a published episode: the sound that it has now is where it should be. Lighter copies and
 * sounds that it had before are not asked.
 */
export async function isSoundHere(db: Db, files: FileStore, episodeId: string): Promise<boolean> {
  const [sound] = await db
    .select({ file: publicFiles.file, sizeBytes: publicFiles.sizeBytes })
    .from(publications)
    .innerJoin(publicFiles, eq(publicFiles.id, publications.masterId))
    .where(eq(publications.episodeId, episodeId))
  return sound === undefined || (await isWhole(files, sound))
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

async function isWhole(files: FileStore, { file, sizeBytes }: { file: string; sizeBytes: number }) {
  return (await findStat(files.path(file)))?.size === sizeBytes
}
