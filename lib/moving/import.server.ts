import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { and, desc, eq, isNotNull, not, sql } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { tell } from '#lib/db/events.server.ts'
import { audit, imports } from '#lib/db/schema.ts'
import { stopWork, underWay } from '#lib/db/work.server.ts'
import { isThere } from '#lib/machine/disk.server.ts'
import type { FileStore } from '#lib/machine/files.server.ts'
import { type Outside, theOutside } from '#lib/machine/outside.server.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import type { Actor } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { mostFeedBytes, readFeedFile } from './feed-file.server.ts'
import { type FeedPreview, previewOf } from './feed-preview.ts'
import { fetchOutside } from './fetch-outside.server.ts'

export type Import = typeof imports.$inferSelect
/** A feed to be looked at: where it lies, or a file of it. */
export type FeedSource = { address: string } | { name: string; bytes: Uint8Array }

const mostFeedMs = 60_000
/** What is kept of the name of a file. */
const nameLength = 200

/**
 * Fetches a feed, or takes its file, and keeps it to be looked at; nothing is brought in yet. Answers the import's id.
 * Refuses `fetch.…` and `feed.none`.
 */
export async function lookAtFeed(
  db: Db,
  actor: Actor,
  files: FileStore,
  source: FeedSource,
  outside: Outside = theOutside,
): Promise<string> {
  permit(actor, 'show.edit', null)
  const id = randomUUID()
  const file = `feeds/${id}.xml`
  const folder = await files.workFolder(`feed-${id}`)
  try {
    const part = `${folder}/feed.xml`
    if ('address' in source) await fetchFeed(source.address, part, outside)
    else await writeFile(part, source.bytes, { mode: 0o600 })
    await files.put(file, part)
    const { notes } = await readFeedFile(files.path(file), baseOf(source), () => undefined)
    if (notes.includes('no-feed')) {
      await files.remove(file)
      throw new Refusal('feed.none')
    }
  } finally {
    await files.dropWork(`feed-${id}`)
  }
  const name = 'address' in source ? source.address.trim() : source.name.slice(0, nameLength)
  await db.insert(imports).values({ id, source: name, file, state: 'stopped', askedBy: actor.memberId })
  return id
}

async function fetchFeed(address: string, path: string, outside: Outside) {
  const signal = new AbortController().signal
  await fetchOutside(address, path, { outside, signal, mostBytes: mostFeedBytes, mostMs: mostFeedMs })
}

const baseOf = (source: FeedSource) => ('address' in source ? source.address.trim() : null)

/** The address that relative ones of this import start from; null for a file. */
export const baseOfImport = ({ source }: Pick<Import, 'source'>) =>
  /^https?:\/\//i.test(source) ? source : null

/** The last feeds that were looked at or brought in, the newest first. */
export async function readImports(db: Db, actor: Actor): Promise<Import[]> {
  permit(actor, 'show.edit', null)
  return await db.select().from(imports).orderBy(desc(imports.createdAt)).limit(20)
}

/** One of them. Refuses `not-found`. */
export async function readImport(db: Db, actor: Actor, id: string): Promise<Import> {
  permit(actor, 'show.edit', null)
  const [found] = await db.select().from(imports).where(eq(imports.id, id))
  if (!found) throw new Refusal('not-found')
  return found
}

/** What would be brought in; null once the feed's file is gone. */
export async function readPreview(files: FileStore, moved: Import): Promise<FeedPreview | null> {
  if (moved.file === null || !(await isThere(files.path(moved.file)))) return null
  const preview = previewOf()
  const { show, notes } = await readFeedFile(files.path(moved.file), baseOfImport(moved), preview.add)
  return preview.finish(show, notes)
}

/**
 * Begins to bring a feed in, or goes on where it was stopped; a job does it. One at a time: refuses `import.running`
 * while another one runs, and `import.done` for one that is finished.
 */
export async function startImport(db: Db, actor: Actor, id: string) {
  permit(actor, 'show.edit', null)
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(2624632)`)
    const { state } = await readImport(tx, actor, id)
    if (state === 'done') throw new Refusal('import.done')
    if ((await tx.$count(imports, underWay(imports))) > 0) throw new Refusal('import.running')
    await tx
      .update(imports)
      .set({ state: 'asked', failure: null, finishedAt: null })
      .where(eq(imports.id, id))
    await tell(tx, 'import.asked', id)
    await tx.insert(audit).values({ memberId: actor.memberId, what: 'import.asked', object: id })
  })
}

/** Stops it within a second or two; what was brought in stays. */
export async function stopImport(db: Db, actor: Actor, id: string) {
  permit(actor, 'show.edit', null)
  await stopWork(db, { table: imports, id })
}

/** Forgets feeds that were looked at and never brought in, and the files of those that were, after a month. */
export async function tendImports(db: Db, files: FileStore) {
  const isOld = sql`${imports.createdAt} < now() - interval '30 days'`
  const old = await db
    .select()
    .from(imports)
    .where(and(isOld, isNotNull(imports.file), not(underWay(imports))))
  for (const { id, file } of old) {
    if (file) await files.remove(file)
    await db.update(imports).set({ file: null }).where(eq(imports.id, id))
  }
}
