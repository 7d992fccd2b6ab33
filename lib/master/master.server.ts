import { dirname } from 'node:path'
import { and, desc, eq, sql } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { tell } from '#lib/db/events.server.ts'
import { audit, episodes, type MasterKind, masters } from '#lib/db/schema.ts'
import { underWay } from '#lib/db/work.server.ts'
import { readEpisode } from '#lib/episode/episode.server.ts'
import { readShow, type Show } from '#lib/episode/show.server.ts'
import type { FileStore } from '#lib/machine/files.server.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import type { Actor } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { rundownOf } from '#lib/rundown/rundown.server.ts'
import { type Cache, usualCacheBytes } from './cache.server.ts'
import { masterItems, type RecordedLines, slotMusic } from './items.server.ts'
import { antenneTargets, type MasterItem, type MasterTargets, podcastTargets } from './items.ts'
import { findMixed } from './mixdown.server.ts'
import { mixKey } from './mixdown.ts'
import { type MasterPlan, type Planning, planMaster } from './plan.ts'
import { recordingOf } from './recording.server.ts'
import { recordedLines } from './recording.ts'
import { type MasterReport, readReport } from './report.ts'

export type Master = Omit<typeof masters.$inferSelect, 'report'> & { report: MasterReport | null }

/** What a master is made from: its lines, and how they are planned. */
export type MasterSource = { items: MasterItem[]; planning: Planning; version: number }

/** Where rendered pieces are kept between masters. */
export function cacheIn(files: FileStore): Cache {
  return { folder: dirname(files.path('rendered/00000000')), mostBytes: usualCacheBytes }
}

/** Everything that is known of a master before a sample is rendered. */
export async function readPlan(
  db: Db,
  actor: Actor,
  files: FileStore,
  episodeId: string,
  kind: MasterKind = 'podcast',
): Promise<MasterPlan> {
  permit(actor, 'rundown.read', null)
  const { items, planning } = await masterSource(db, files, episodeId, kind)
  return await planWithKept(items, planning, cacheIn(files))
}

/** Plans with what was limited or mixed for earlier masters, so that its figures are measured ones. */
export async function planWithKept(
  items: MasterItem[],
  planning: Planning,
  cache: Cache,
): Promise<MasterPlan> {
  const mixed = new Map(planning.mixed)
  for (;;) {
    const plan = planMaster(items, { ...planning, mixed })
    const before = mixed.size
    for (const mixdown of plan.toMix) {
      const found = await findMixed(cache, mixdown)
      if (found) mixed.set(mixKey(mixdown), found)
    }
    if (mixed.size === before) return plan
  }
}

/** The masters of an episode, the newest first. */
export async function readMasters(db: Db, actor: Actor, episodeId: string): Promise<Master[]> {
  permit(actor, 'rundown.read', null)
  const rows = await db
    .select()
    .from(masters)
    .where(eq(masters.episodeId, episodeId))
    .orderBy(desc(masters.createdAt))
    .limit(40)
  return rows.map((row) => ({ ...row, report: readReport(row.report) }))
}

/**
 * Asks for a new master; a job renders it. Each one is a new file. While one of its kind is on its way the
 * same one is answered, however often the button is pressed. Refuses `master.empty`.
 */
export async function askMaster(
  db: Db,
  actor: Actor,
  episodeId: string,
  kind: MasterKind = 'podcast',
): Promise<string> {
  permit(actor, 'master.render', null)
  return await db.transaction(async (tx) => {
    const episode = await readEpisode(tx, actor, episodeId)
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`${episodeId} ${kind}`}))`)
    const [running] = await tx
      .select({ id: masters.id })
      .from(masters)
      .where(and(...[eq(masters.episodeId, episodeId), eq(masters.kind, kind)], underWay(masters)))
    if (running) return running.id
    if (!(await hasSound(tx, episodeId, kind))) throw new Refusal('master.empty')
    const [master] = await tx
      .insert(masters)
      .values({ episodeId, kind, rundownVersion: episode.rundownVersion, askedBy: actor.memberId })
      .returning({ id: masters.id })
    if (!master) throw new Error('A master row was not made')
    await tell(tx, 'master.asked', master.id)
    await tx.insert(audit).values({ memberId: actor.memberId, what: 'master.asked', object: master.id })
    return master.id
  })
}

async function hasSound(db: Db, episodeId: string, kind: MasterKind): Promise<boolean> {
  const { lines } = await rundownOf(db, episodeId)
  const items = await masterItems(db, lines, kind, (key) => key, await recordedIn(db, episodeId))
  return planMaster(items).lines.length > 0
}

async function recordedIn(db: Db, episodeId: string): Promise<RecordedLines> {
  const recording = await recordingOf(db, episodeId)
  return recording && !recording.isBinned ? recordedLines(recording) : new Map()
}

/** Cancels a master on its way: the render notices within a second and leaves nothing behind. */
export async function cancelMaster(db: Db, actor: Actor, masterId: string) {
  permit(actor, 'master.render', null)
  await db
    .update(masters)
    .set({ state: 'cancelled', finishedAt: sql`now()` })
    .where(and(eq(masters.id, masterId), underWay(masters)))
}

/** What a master will be made from, as rundown, sounds and settings are now. */
export async function masterSource(
  db: Db,
  files: FileStore,
  episodeId: string,
  kind: MasterKind,
): Promise<MasterSource> {
  const show = await readShow(db)
  const { lines, version } = await rundownOf(db, episodeId)
  const items = await masterItems(db, lines, kind, files.path, await recordedIn(db, episodeId))
  const [episode] = await db
    .select({ targetMs: episodes.targetMs })
    .from(episodes)
    .where(eq(episodes.id, episodeId))
  const targets = targetsOf(show, kind, episode?.targetMs)
  const fill = targets.slotMs === null ? null : await slotMusic(db, lines, files.path)
  const planning = { targets, fill, lastTrimDb: await lastTrim(db, episodeId, kind) }
  return { items, planning, version }
}

/** What a master of this show must reach; `slotMs` is the length that its episode has to fill. */
export function targetsOf(show: Show, kind: MasterKind, lengthMs = show.targetMs): MasterTargets {
  if (kind === 'podcast')
    return { ...podcastTargets, lufs: show.podcastLufs, ceilingDbtp: show.podcastDbtp - 0.5 }
  // A coded file decodes a little higher than what went in.
  const isCoded = show.antenneFormat === 'mp2' || show.antenneFormat === 'mp3'
  const ceilingDbtp = show.antenneDbtp - (isCoded ? 0.5 : 0)
  const slotMs = show.antenneFills ? lengthMs : null
  return { ...antenneTargets, lufs: show.antenneLufs, ceilingDbtp, slotMs }
}

/** The trim of the last finished master of this kind, or null. */
async function lastTrim(db: Db, episodeId: string, kind: MasterKind): Promise<number | null> {
  const [last] = await db
    .select({ report: masters.report })
    .from(masters)
    .where(and(eq(masters.episodeId, episodeId), eq(masters.kind, kind), eq(masters.state, 'ready')))
    .orderBy(desc(masters.createdAt))
    .limit(1)
  return readReport(last?.report)?.trimDb ?? null
}
