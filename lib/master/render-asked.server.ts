import { readFile } from 'node:fs/promises'
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { isOnItsWay, tell } from '#lib/db/events.server.ts'
import { episodes, type MasterKind, masters } from '#lib/db/schema.ts'
import { readShow, type Show } from '#lib/episode/show.server.ts'
import { isDiskFull } from '#lib/machine/disk.server.ts'
import type { FileStore } from '#lib/machine/files.server.ts'
import { log } from '#lib/machine/log.server.ts'
import { isRefusal, Refusal } from '#lib/machine/refusal.ts'
import { cacheIn, masterSource } from './master.server.ts'
import { type MasterFormat, type RenderedMaster, renderMaster } from './render.server.ts'
import { reportOf } from './report.ts'

/** How often a running render says how far it is and asks whether it was cancelled, in milliseconds. */
const BEAT_MS = 500
/** The reason shown when it was not the person's sounds but the machine. */
const BROKEN = 'master.broken'

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

async function renderOnce(
  db: Db,
  files: FileStore,
  masterId: string,
  signal: AbortSignal,
  isLastTry: boolean,
) {
  const [master] = await db
    .update(masters)
    .set({ state: 'rendering', progress: 0 })
    .where(and(eq(masters.id, masterId), inArray(masters.state, ['asked', 'rendering'])))
    .returning()
  if (!master) return
  const cancelled = new AbortController()
  const end = AbortSignal.any([signal, cancelled.signal])
  let share = 0
  const beat = setInterval(() => {
    sayProgress(db, masterId, share)
      .then((goesOn) => goesOn || cancelled.abort())
      .catch((error: unknown) => log.warn('master.progress-unsaid', { masterId }, error))
  }, BEAT_MS)
  try {
    await render(db, files, master, end, (done) => {
      share = done
    })
  } catch (thrown) {
    if (cancelled.signal.aborted) return
    const error = isDiskFull(thrown) ? new Refusal('disk.full', {}, { cause: thrown }) : thrown
    const reason = isRefusal(error) ? error.reason : isLastTry && BROKEN
    if (reason && !signal.aborted) await settle(db, masterId, { state: 'failed', failure: reason })
    if (!isRefusal(error)) throw new Error(`The master ${masterId} could not be rendered`, { cause: error })
  } finally {
    clearInterval(beat)
    await files.dropWork(workOf(masterId))
  }
}

/** A master whose job was given up, its process killed each time, fails instead of seeming on its way for ever. */
export async function tendMasters(db: Db) {
  const underWay = await db
    .select({ id: masters.id })
    .from(masters)
    .where(inArray(masters.state, ['asked', 'rendering']))
  for (const { id } of underWay) {
    if (await isOnItsWay('master.asked', id)) continue
    log.warn('master.given-up', { masterId: id })
    await settle(db, id, { state: 'failed', failure: BROKEN })
  }
}

type Asked = typeof masters.$inferSelect

async function render(
  db: Db,
  files: FileStore,
  master: Asked,
  signal: AbortSignal,
  onProgress: (share: number) => void,
) {
  const show = await readShow(db)
  const [episode] = await db.select().from(episodes).where(eq(episodes.id, master.episodeId))
  if (!episode) throw new Refusal('not-found')
  const { items, planning, version } = await masterSource(db, files, master.episodeId, master.kind)
  const folder = await files.workFolder(workOf(master.id))
  const ending = endingOf(master.kind, show)
  const part = `${folder}/master.${ending}`
  const format = await formatOf(master, show, episode, files)
  const rendered = await renderMaster(items, part, planning, {
    ...{ format, cache: cacheIn(files), signal, onProgress },
  })
  const file = `masters/${master.id}.${ending}`
  await files.put(file, part)
  await db.transaction(async (tx) => {
    await settle(tx, master.id, {
      ...facts(rendered),
      ...{ rundownVersion: version, state: 'ready', progress: 1, file },
      report: reportOf(rendered.plan, rendered),
    })
    await tell(tx, 'master.made', master.id)
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

/** Ends a master that is still on its way; one that was cancelled meanwhile stays cancelled. */
async function settle(db: Db, masterId: string, end: Partial<typeof masters.$inferInsert>) {
  await db
    .update(masters)
    .set({ ...end, finishedAt: sql`now()` })
    .where(and(eq(masters.id, masterId), inArray(masters.state, ['asked', 'rendering'])))
}

async function sayProgress(db: Db, masterId: string, progress: number): Promise<boolean> {
  const kept = await db
    .update(masters)
    .set({ progress })
    .where(and(eq(masters.id, masterId), eq(masters.state, 'rendering')))
    .returning({ id: masters.id })
  return kept.length > 0
}
