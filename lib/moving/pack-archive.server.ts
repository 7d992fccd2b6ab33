import { stat } from 'node:fs/promises'
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { archives, members } from '#lib/db/schema.ts'
import { isDiskFull } from '#lib/machine/disk.server.ts'
import { log } from '#lib/machine/log.server.ts'
import { isRefusal, Refusal } from '#lib/machine/refusal.ts'
import type { Actor } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { type ArchiveHouse, archiveContents } from './archive-contents.server.ts'
import { writeZip } from './zip-writer.server.ts'

const BEAT_MS = 1000
const BROKEN = 'archive.broken'
/** What stays free on the disk beside the archive. */
const marginBytes = 500 << 20

type Asked = typeof archives.$inferSelect

/** The job: packs everything into one file. Stopped, killed or failed, nothing of it stays; it begins anew. */
export async function packArchive(
  db: Db,
  house: ArchiveHouse,
  id: string,
  signal: AbortSignal,
  isLastTry = true,
) {
  const isUnderWay = and(eq(archives.id, id), inArray(archives.state, ['asked', 'running']))
  const [asked] = await db
    .update(archives)
    .set({ state: 'running', progress: 0 })
    .where(isUnderWay)
    .returning()
  if (!asked) return
  const stopped = new AbortController()
  let share = 0
  const beat = setInterval(() => {
    sayProgress(db, id, share)
      .then((goesOn) => goesOn || stopped.abort())
      .catch((error: unknown) => log.warn('archive.progress-unsaid', { archiveId: id }, error))
  }, BEAT_MS)
  try {
    await pack(db, house, asked, AbortSignal.any([signal, stopped.signal]), (done) => {
      share = done
    })
  } catch (thrown) {
    if (stopped.signal.aborted) return
    const error = isDiskFull(thrown) ? new Refusal('disk.full', {}, { cause: thrown }) : thrown
    const reason = isRefusal(error) ? error.reason : isLastTry && BROKEN
    if (reason && !signal.aborted) await settle(db, id, { state: 'failed', failure: reason })
    if (!isRefusal(error)) throw new Error(`The archive ${id} could not be made`, { cause: error })
  } finally {
    clearInterval(beat)
    await house.files.dropWork(`archive-${id}`)
  }
}

async function pack(
  db: Db,
  house: ArchiveHouse,
  { id, askedBy }: Asked,
  signal: AbortSignal,
  onShare: (share: number) => void,
) {
  const { files } = house
  const folder = await files.workFolder(`archive-${id}`)
  const madeAt = new Date()
  const parts = await archiveContents(db, house, await actorOf(db, askedBy), madeAt)
  const bytes = parts.reduce((sum, part) => sum + ('text' in part ? part.text.length : part.sizeBytes), 0)
  if ((await files.freeBytes()) < bytes + marginBytes) throw new Refusal('disk.full')
  const part = `${folder}/archive.zip`
  await writeZip(part, parts, {
    signal,
    madeAt,
    onBytes: (done) => onShare(Math.min(0.99, done / (bytes + 1))),
  })
  const { size: sizeBytes } = await stat(part)
  const file = `archives/${id}.zip`
  await files.put(file, part)
  const kept = await settle(db, id, { state: 'done', progress: 1, file, sizeBytes })
  if (!kept) await files.remove(file)
}

/** Whoever asked, with the rights that they have now. */
async function actorOf(db: Db, memberId: string | null): Promise<Actor> {
  const [member] = memberId ? await db.select().from(members).where(eq(members.id, memberId)) : []
  if (!member || member.suspendedAt) throw new Refusal('not-allowed')
  const { name, role, houseId } = member
  const actor: Actor = { memberId: member.id, name, role, houseId, sessionId: '' }
  permit(actor, 'show.edit', null)
  return actor
}

async function settle(db: Db, id: string, end: Partial<typeof archives.$inferInsert>): Promise<boolean> {
  const settled = await db
    .update(archives)
    .set({ ...end, finishedAt: sql`now()` })
    .where(and(eq(archives.id, id), inArray(archives.state, ['asked', 'running'])))
    .returning({ id: archives.id })
  return settled.length > 0
}

async function sayProgress(db: Db, id: string, progress: number): Promise<boolean> {
  const kept = await db
    .update(archives)
    .set({ progress })
    .where(and(eq(archives.id, id), eq(archives.state, 'running')))
    .returning({ id: archives.id })
  return kept.length > 0
}
