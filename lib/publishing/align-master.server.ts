import { and, eq, inArray } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { alignments, masters } from '#lib/db/schema.ts'
import type { FileStore } from '#lib/machine/files.server.ts'
import { log } from '#lib/machine/log.server.ts'
import { alignSound } from './align.server.ts'
import { readDraft } from './draft.server.ts'
import { alignedSentences, chapterTexts } from './timed-text.ts'

/**
 * The job: looks for the texts of the master's episode, as they are now, in the master. Hearing it twice, or after a
 * kill, does it again. A master that is not the newest any more is left alone. When the last try fails, its page says so.
 */
export async function alignMaster(
  db: Db,
  files: FileStore,
  masterId: string,
  signal: AbortSignal,
  isLastTry = false,
) {
  try {
    await align(db, files, masterId, signal)
  } catch (error) {
    if (isLastTry)
      await db.update(alignments).set({ state: 'failed', finishedAt: new Date() }).where(waiting(masterId))
    throw error
  }
}

const waiting = (masterId: string) =>
  and(eq(alignments.masterId, masterId), inArray(alignments.state, ['asked', 'running']))

async function align(db: Db, files: FileStore, masterId: string, signal: AbortSignal) {
  const isWaiting = waiting(masterId)
  const [asked] = await db
    .update(alignments)
    .set({ state: 'running', progress: 0 })
    .where(isWaiting)
    .returning()
  const [master] = await db.select().from(masters).where(eq(masters.id, masterId))
  if (!asked || !master?.file) return
  const draft = await readDraft(db, master.episodeId)
  if (draft.master?.id !== masterId) return void (await db.delete(alignments).where(isWaiting))
  const texts = chapterTexts(draft.snapshot.transcript)
  const found = await alignSound(files.path(master.file), texts, {
    signal,
    onProgress: (share) => sayProgress(db, masterId, share),
  })
  const sentences = texts.flatMap((text, at) => alignedSentences(text, found[at] ?? null))
  await db
    .update(alignments)
    .set({
      ...{ state: 'ready', progress: 1, sentences, finishedAt: new Date() },
      unscripted: found.flatMap((one) => one?.unscripted ?? []),
    })
    .where(isWaiting)
}

function sayProgress(db: Db, masterId: string, progress: number) {
  db.update(alignments)
    .set({ progress })
    .where(and(eq(alignments.masterId, masterId), eq(alignments.state, 'running')))
    .catch((error: unknown) => log.warn('alignment.progress-unsaid', { masterId }, error))
}
