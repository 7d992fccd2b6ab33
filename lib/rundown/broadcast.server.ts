import { createHash } from 'node:crypto'
import { and, desc, eq } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { audit, broadcasts, episodes } from '#lib/db/schema.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import type { Actor } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import type { Instant } from '#lib/time/duration.ts'
import { readTimedEpisode, type TimedEpisode } from './as-run.server.ts'
import type { ComparedLine } from './as-run.ts'
import { type BroadcastContent, broadcastShape, type PlayedMusic } from './broadcast.ts'
import { canonicalJson } from './canonical-json.ts'
import { musicOf } from './music-list.server.ts'

/** A frozen copy as lists show it. */
export type FrozenCopy = { id: string; sha256: string; signedBy: string; frozenAt: Date; wasLogged: boolean }
/** A frozen copy whole. `text` is what its fingerprint is of; `isIntact` that it still is. */
export type Broadcast = FrozenCopy & { content: BroadcastContent; text: string; isIntact: boolean }

const longestName = 120

/**
 * Freezes the rundown as it was broadcast, under the name of whoever answers for it. Nothing changes such a row: a later
 * copy is another row. Where nobody called the show it holds the plan, and says so. Refuses `broadcast.unsigned`, and
 * `broadcast.on-air` while the show has begun and not ended.
 */
export async function freezeBroadcast(
  db: Db,
  actor: Actor,
  episodeId: string,
  signedBy: string,
): Promise<string> {
  permit(actor, 'rundown.edit', null)
  const name = signedBy.replace(/\s+/g, ' ').trim().slice(0, longestName)
  if (name === '') throw new Refusal('broadcast.unsigned')
  return await db.transaction(async (tx) => {
    // In line with edits and deeds on air: what is frozen is of one moment.
    await tx.select({ id: episodes.id }).from(episodes).where(eq(episodes.id, episodeId)).for('update')
    const timed = await readTimedEpisode(tx, actor, episodeId)
    if (timed.state.onAir !== null) throw new Refusal('broadcast.on-air')
    const frozenAt = new Date()
    const frozen = { at: frozenAt.toISOString(), by: actor.name, signedBy: name }
    const content = { ...contentOf(timed, await musicOf(tx, timed)), frozen }
    const sha256 = fingerprint(canonicalJson(content))
    const [row] = await tx
      .insert(broadcasts)
      .values({ episodeId, content, sha256, frozenBy: actor.memberId, signedBy: name, frozenAt })
      .returning({ id: broadcasts.id })
    if (!row) throw new Error('A broadcast was not frozen')
    const facts = { sha256, signedBy: name, wasLogged: content.wasLogged }
    await tx
      .insert(audit)
      .values({ memberId: actor.memberId, what: 'broadcast.frozen', object: episodeId, facts })
    return row.id
  })
}

/** The frozen copies of an episode, the latest first. */
export async function readBroadcasts(db: Db, actor: Actor, episodeId: string): Promise<FrozenCopy[]> {
  permit(actor, 'rundown.read', null)
  const rows = await db
    .select()
    .from(broadcasts)
    .where(eq(broadcasts.episodeId, episodeId))
    .orderBy(desc(broadcasts.frozenAt), desc(broadcasts.id))
  return rows.map((row) => copyOf(row, broadcastShape.parse(row.content)))
}

/** One frozen copy. Refuses `not-found`. */
export async function readBroadcast(db: Db, actor: Actor, episodeId: string, id: string): Promise<Broadcast> {
  permit(actor, 'rundown.read', null)
  const [row] = await db
    .select()
    .from(broadcasts)
    .where(and(eq(broadcasts.episodeId, episodeId), eq(broadcasts.id, id)))
  if (!row) throw new Refusal('not-found')
  const text = canonicalJson(row.content)
  const content = broadcastShape.parse(row.content)
  return { ...copyOf(row, content), content, text, isIntact: fingerprint(text) === row.sha256 }
}

function copyOf(row: typeof broadcasts.$inferSelect, { wasLogged }: BroadcastContent): FrozenCopy {
  const { id, sha256, signedBy, frozenAt } = row
  return { id, sha256, signedBy, frozenAt, wasLogged }
}

const fingerprint = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
const isoOf = (at: Instant) => new Date(at).toISOString()
const isoOrNull = (at: Instant | null) => (at === null ? null : isoOf(at))

function contentOf(
  { show, episode, rundown, state, compared }: TimedEpisode,
  music: PlayedMusic[],
): Omit<BroadcastContent, 'frozen'> {
  const { name, publisher, station, frequency, timeZone } = show
  const { id, number, title, airDate, airTime, targetMs, isRecorded } = episode
  return {
    format: 'la-bobine/broadcast/1',
    show: { name, publisher, station, frequency, timeZone },
    episode: {
      ...{ id, number, title, airDate, airTime, isRecorded },
      slotMs: targetMs,
      rundownVersion: rundown.version,
    },
    wasLogged: state.startedAt !== null,
    startedAt: isoOrNull(state.startedAt),
    endedAt: isoOrNull(state.endedAt),
    lines: compared.map(frozenLine),
    music,
  }
}

function frozenLine({ line, ...row }: ComparedLine): BroadcastContent['lines'][number] {
  const { itemId, fate, title, plannedMs, actualMs } = row
  return {
    ...{ itemId, fate, title, plannedMs, actualMs },
    kind: line?.kind ?? null,
    who: line?.who ?? '',
    notes: line?.notes ?? '',
    goesTo: line?.goesTo ?? null,
    extra: line?.extra ?? {},
    plannedStart: isoOrNull(row.plannedStart),
    stretches: row.stretches.map(({ from, until }) => ({ from: isoOf(from), until: isoOrNull(until) })),
  }
}
