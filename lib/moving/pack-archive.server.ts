import { eq } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { archives, members } from '#lib/db/schema.ts'
import { type Doing, doWork, keepFile } from '#lib/db/work.server.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import type { Actor } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { archiveBroken } from './archive.server.ts'
import { type ArchiveHouse, archiveContents } from './archive-contents.server.ts'
import { writeZip } from './zip-writer.server.ts'

/** What stays free on the disk beside the archive. */
const marginBytes = 500 << 20

/** The job: packs everything into one file. Stopped, killed or failed, nothing of it stays; it begins anew. */
export async function packArchive(
  db: Db,
  house: ArchiveHouse,
  id: string,
  signal: AbortSignal,
  isLastTry = true,
) {
  const work = { table: archives, id, broken: archiveBroken, undone: 'The archive could not be packed' }
  try {
    await doWork(db, work, { signal, isLastTry }, (doing) => pack(db, house, id, doing))
  } finally {
    await house.files.dropWork(`archive-${id}`)
  }
}

async function pack(db: Db, house: ArchiveHouse, id: string, { signal, say }: Doing) {
  const [asked] = await db.select().from(archives).where(eq(archives.id, id))
  const { files } = house
  const folder = await files.workFolder(`archive-${id}`)
  const madeAt = new Date()
  const parts = await archiveContents(db, house, await actorOf(db, asked?.askedBy ?? null), madeAt)
  const bytes = parts.reduce((sum, part) => sum + ('text' in part ? part.text.length : part.sizeBytes), 0)
  if ((await files.freeBytes()) < bytes + marginBytes) throw new Refusal('disk.full')
  const part = `${folder}/archive.zip`
  await writeZip(part, parts, {
    signal,
    madeAt,
    onBytes: (written) => say(Math.min(0.99, written / (bytes + 1))),
  })
  await keepFile(db, files, { table: archives, id }, { part, file: `archives/${id}.zip` })
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
