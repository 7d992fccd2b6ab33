import { readFile } from 'node:fs/promises'
import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { tell } from '#lib/db/events.server.ts'
import { episodes, type MasterKind, masters } from '#lib/db/schema.ts'
import { type Doing, doWork, tendWork, underWay } from '#lib/db/work.server.ts'
import { readShow, type Show } from '#lib/episode/show.server.ts'
import type { FileStore } from '#lib/machine/files.server.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import { cacheIn, masterSource } from './master.server.ts'
import { type MasterFormat, type RenderedMaster, renderMaster } from './render.server.ts'
import { reportOf } from './report.ts'

const running = new Map<string, Promise<void>>()

/**
 * The job: renders an asked master. Hearing it twice, at once or later, renders once; killed half-way it starts
 * again and leaves one result. What the person can mend ends as `failed` with its reason; a bug flies, and is seen as
 * `master.broken` once there is no further try.
 */
export function renderAsked(
  db: Db,
  files: FileStore,
  masterId: string,
  signal: AbortSignal,
  isLastTry = true,
): Promise<void> {
  // Two runs of one master would empty each other's work folder.
  const begun = running.get(masterId)
  if (begun) return begun
  const run = renderOnce(db, files, masterId, signal, isLastTry).finally(() => running.delete(masterId))
  running.set(masterId, run)
  return run
}

async function renderOnce(db: Db, files: FileStore, id: string, signal: AbortSignal, isLastTry: boolean) {
  try {
    await doWork(db, { ...rendering, id }, { signal, isLastTry }, (doing) => render(db, files, id, doing))
  } finally {
    await files.dropWork(workOf(id))
  }
}

/** A master whose job was given up, its process killed each time, fails instead of seeming on its way for ever. */
export async function tendMasters(db: Db) {
  await tendWork(db, 'master.asked', rendering)
}

const rendering = {
  table: masters,
  going: 'rendering',
  broken: 'master.broken',
  undone: 'The master could not be rendered',
} as const

type Asked = typeof masters.$inferSelect

async function render(db: Db, files: FileStore, id: string, { signal, say }: Doing) {
  say(0)
  const show = await readShow(db)
  const [asked] = await db
    .select({ master: masters, episode: episodes })
    .from(masters)
    .innerJoin(episodes, eq(episodes.id, masters.episodeId))
    .where(eq(masters.id, id))
  if (!asked) throw new Refusal('not-found')
  const { master, episode } = asked
  const { items, planning, version } = await masterSource(db, files, master.episodeId, master.kind)
  const folder = await files.workFolder(workOf(master.id))
  const ending = endingOf(master.kind, show)
  const part = `${folder}/master.${ending}`
  const format = await formatOf(master, show, episode, files)
  const rendered = await renderMaster(items, part, planning, {
    ...{ format, cache: cacheIn(files), signal, onProgress: say },
  })
  const file = `masters/${master.id}.${ending}`
  await files.put(file, part)
  const isKept = await settle(db, id, {
    ...facts(rendered),
    ...{ rundownVersion: version, file, report: reportOf(rendered.plan, rendered) },
  })
  if (!isKept) await files.remove(file)
}

/** Makes a rendered master ready; one that was cancelled meanwhile stays cancelled, and nobody is told of it. */
async function settle(db: Db, id: string, end: Partial<typeof masters.$inferInsert>): Promise<boolean> {
  return await db.transaction(async (tx) => {
    const kept = await tx
      .update(masters)
      .set({ ...end, state: 'ready', progress: 1, finishedAt: sql`now()` })
      .where(and(eq(masters.id, id), underWay(masters)))
      .returning({ id: masters.id })
    if (kept.length > 0) await tell(tx, 'master.made', id)
    return kept.length > 0
  })
}

/** How the file of a master ends. */
export function endingOf(kind: MasterKind, { antenneFormat }: Show): string {
  if (kind === 'podcast') return 'mp3'
  return antenneFormat.startsWith('wav') ? 'wav' : antenneFormat
}

type Titled = { title: string; number: number; airDate: string; airTime: string; summary: string }

async function formatOf(
  { id, kind }: Asked,
  show: Show,
  episode: Titled,
  files: FileStore,
): Promise<MasterFormat> {
  if (kind === 'podcast') return { kind, tags: await tagsOf(show, episode, files) }
  const tags = {
    description: `${show.name} ${episode.number} ${episode.title}`.trim(),
    originator: show.publisher || show.name,
    reference: id.replaceAll('-', ''),
    date: episode.airDate,
    time: `${episode.airTime}:00`.slice(0, 8),
  }
  return { kind, format: show.antenneFormat, tags, mostDbtp: show.antenneDbtp }
}

const workOf = (masterId: string) => `master-${masterId}`

async function tagsOf(
  show: Show,
  episode: { title: string; number: number; airDate: string; summary: string },
  files: FileStore,
) {
  return {
    title: episode.title || show.name,
    artist: show.publisher || show.name,
    album: show.name,
    track: episode.number,
    date: episode.airDate,
    language: 'fra',
    comment: episode.summary,
    cover: show.coverFile ? await readFile(files.path(show.coverFile)) : null,
  }
}

function facts({ plan, sizeBytes, sha256, integratedLufs, truePeakDbtp, lraLu }: RenderedMaster) {
  const { durationMs, chapters } = plan
  return { sizeBytes, sha256, durationMs, integratedLufs, truePeakDbtp, lraLu, chapters }
}
