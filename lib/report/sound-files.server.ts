import { open } from 'node:fs/promises'
import { eq } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { publications, type publicFiles } from '#lib/db/schema.ts'
import type { FileStore } from '#lib/machine/files.server.ts'
import { tagLength } from '#lib/publishing/mp3-length.ts'
import type { SoundFile } from './heard.ts'

export type PublicFile = typeof publicFiles.$inferSelect

/** What public sounds are made of, looked up once each: bytes under an address never change. */
export function openSoundFiles(db: Db, files: FileStore) {
  const known = new Map<string, SoundFile>()

  /** Null for the sound of an episode that is no longer public. */
  return async ({ id, file, type, sizeBytes, episodeId }: PublicFile): Promise<SoundFile | null> => {
    const found = known.get(id)
    if (found) return found
    const [episode] = await db
      .select({ durationMs: publications.durationMs })
      .from(publications)
      .where(eq(publications.episodeId, episodeId))
    if (!episode) return null
    const headerBytes = type === 'audio/mpeg' ? await headerOf(files.path(file)) : 0
    const sound = { sizeBytes, headerBytes, durationMs: episode.durationMs }
    known.set(id, sound)
    return sound
  }
}

async function headerOf(path: string): Promise<number> {
  const file = await open(path)
  try {
    const { buffer } = await file.read(Buffer.alloc(10), 0, 10, 0)
    return tagLength(buffer)
  } finally {
    await file.close()
  }
}
