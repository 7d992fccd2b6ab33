import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { tell } from '#lib/db/events.server.ts'
import { audit, clips, masters } from '#lib/db/schema.ts'
import { readEpisode } from '#lib/episode/episode.server.ts'
import { readShow, type Show } from '#lib/episode/show.server.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import type { Actor } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { type RundownLine, rundownOf } from '#lib/rundown/rundown.server.ts'
import { type MasterItem, type MasterPlan, type MasterSound, planPodcast, podcastTargets } from './plan.ts'
import { type MasterReport, readReport } from './report.ts'

export type Master = Omit<typeof masters.$inferSelect, 'report'> & { report: MasterReport | null }
type Sound = { id: string; sound: MasterSound | null }

/** Everything that is known of the podcast master before a sample is rendered. */
export async function readPlan(db: Db, actor: Actor, episodeId: string): Promise<MasterPlan> {
  permit(actor, 'rundown.read', null)
  return (await planOf(db, episodeId, await readShow(db))).plan
}

/** The masters of an episode, the newest first. */
export async function readMasters(db: Db, actor: Actor, episodeId: string): Promise<Master[]> {
  permit(actor, 'rundown.read', null)
  const rows = await db
    .select()
    .from(masters)
    .where(eq(masters.episodeId, episodeId))
    .orderBy(desc(masters.createdAt))
    .limit(20)
  return rows.map((row) => ({ ...row, report: readReport(row.report) }))
}

/**
 * Asks for a new podcast master; a job renders it. Each one is a new file. While one is on its way the
 * same one is answered, however often the button is pressed.
 */
export async function askMaster(db: Db, actor: Actor, episodeId: string): Promise<string> {
  permit(actor, 'master.render', null)
  return await db.transaction(async (tx) => {
    const episode = await readEpisode(tx, actor, episodeId)
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${episodeId}))`)
    const [running] = await tx
      .select({ id: masters.id })
      .from(masters)
      .where(and(eq(masters.episodeId, episodeId), inArray(masters.state, ['asked', 'rendering'])))
    if (running) return running.id
    const { plan } = await planOf(tx, episodeId, await readShow(tx))
    if (plan.cuts.length === 0) throw new Refusal('master.empty')
    const [master] = await tx
      .insert(masters)
      .values({ episodeId, rundownVersion: episode.rundownVersion, askedBy: actor.memberId })
      .returning({ id: masters.id })
    if (!master) throw new Error('A master row was not made')
    await tell(tx, 'master.asked', master.id)
    await tx.insert(audit).values({ memberId: actor.memberId, what: 'master.asked', object: master.id })
    return master.id
  })
}

/** Cancels a master on its way: the render notices within a second and leaves nothing behind. */
export async function cancelMaster(db: Db, actor: Actor, masterId: string) {
  permit(actor, 'master.render', null)
  await db
    .update(masters)
    .set({ state: 'cancelled', finishedAt: sql`now()` })
    .where(and(eq(masters.id, masterId), inArray(masters.state, ['asked', 'rendering'])))
}

/**
 * What the podcast will be, from the rundown and its measured sounds as they are now. `pathOf` turns the key
 * of a sound's file into what the plan names; whoever only looks needs no path.
 */
export async function planOf(
  db: Db,
  episodeId: string,
  show: Show,
  pathOf: (key: string) => string = (key) => key,
): Promise<{ plan: MasterPlan; version: number }> {
  const { lines, version } = await rundownOf(db, episodeId)
  const sounds = await soundsOf(db, lines, pathOf)
  const targets = { ...podcastTargets, lufs: show.podcastLufs, ceilingDbtp: show.podcastDbtp - 0.5 }
  return { plan: planPodcast(itemsOf(lines, sounds), targets), version }
}

/** The lines as the podcast plays them: an own sting bridges what stays on the antenne. */
function itemsOf(lines: readonly RundownLine[], sounds: readonly Sound[]): MasterItem[] {
  const soundOf = (line: RundownLine) => sounds.find(({ id }) => id === line.clipId)?.sound ?? null
  const sting = lines.find((line) => line.kind === 'sting' && soundOf(line))
  return lines.flatMap((line) => {
    const mayPodcast = line.goesTo !== 'antenne' && !line.clip?.isCommercial
    const { id, title, kind } = line
    const item = { id, title, kind, mayPodcast, sound: soundOf(line) }
    const bridge = {
      id: `${id}-bridge`,
      title: '',
      kind: 'sting' as const,
      mayPodcast: true,
      sound: sting ? soundOf(sting) : null,
    }
    return mayPodcast || !bridge.sound ? [item] : [item, bridge]
  })
}

async function soundsOf(
  db: Db,
  lines: readonly RundownLine[],
  pathOf: (key: string) => string,
): Promise<Sound[]> {
  const wanted = lines.flatMap(({ clipId }) => (clipId ? [clipId] : []))
  if (wanted.length === 0) return []
  const rows = await db
    .select({
      id: clips.id,
      state: clips.state,
      file: clips.mezzanineFile,
      durationMs: clips.durationMs,
      facts: clips.facts,
      subBlocks: clips.subBlocks,
      waveform: clips.waveform,
    })
    .from(clips)
    .where(and(inArray(clips.id, wanted), isNull(clips.deletedAt)))
  return rows.map(({ id, state, file, durationMs, facts: known, subBlocks, waveform }) => {
    if (state !== 'ready' || !file || durationMs === null || !subBlocks || !waveform)
      return { id, sound: null }
    const channels = known?.shape === 'stereo' || known?.shape === 'surround' ? 2 : 1
    return {
      id,
      sound: {
        file: pathOf(file),
        durationMs,
        channels,
        subBlocks: floats(subBlocks),
        waveform: signed(waveform),
      },
    }
  })
}

/** The stored bytes as numbers; copied, since a row's bytes need not start on a whole float. */
const floats = (bytes: Uint8Array) => new Float32Array(Uint8Array.from(bytes).buffer)
const signed = (bytes: Uint8Array) => new Int8Array(Uint8Array.from(bytes).buffer)
