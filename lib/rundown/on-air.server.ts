import { and, asc, eq, lte, max } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { type AirDeed, airDeeds, episodes } from '#lib/db/schema.ts'
import { readShow } from '#lib/episode/show.server.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import type { Actor } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { instantOf } from '#lib/time/airtime.ts'
import { hours, type Instant, type Milliseconds } from '#lib/time/duration.ts'
import { notifyRundown, readLines } from './change.server.ts'
import type { LoggedDeed } from './on-air.ts'
import { planRundown } from './timing.ts'
import { timedItems } from './wall.ts'

/** What somebody does on air. `at` is when they did it by the server's clock: a screen without network sends it later. */
export type AskedDeed = {
  /** The screen's own: the same deed sent twice is kept once. */
  key: string
  deed: AirDeed
  itemId?: string | null
  ms?: Milliseconds | null
  at?: Instant | null
  isRehearsal?: boolean
}

/**
 * What the screens of an episode hear of its show. `missed`: something may have been, they read the log again.
 * `links`: an address without sign-in was cut.
 */
export type AirNews =
  | { deed: LoggedDeed; isRehearsal: boolean; by: string }
  | { forgotten: true }
  | { missed: true }
  | { links: true }

/** A deed that was held back for longer than this, or claims to come from the future, counts as done when it arrives. */
const LONGEST_HELD = hours(12)
const FUTURE = 2_000
/** Longer than a deed is on its way: one that claims to be older was held back by its screen. */
const ON_ITS_WAY = 1_000

/**
 * Keeps a deed in the as-run log, durable before it is answered, and tells every screen. Refuses `rundown.gone` for a
 * line that is not in the rundown any more. Sent twice, it is kept once and answers the same.
 */
export async function doOnAir(
  db: Db,
  actor: Actor,
  episodeId: string,
  asked: AskedDeed,
  now?: Instant,
): Promise<LoggedDeed> {
  permit(actor, 'show.call', null)
  return await db.transaction(async (tx) => {
    // In line with the edits of the rundown: the plan start that a take keeps is of one version.
    const [episode] = await tx.select().from(episodes).where(eq(episodes.id, episodeId)).for('update')
    if (!episode) throw new Refusal('not-found')
    const [known] = await tx.select().from(airDeeds).where(eq(airDeeds.key, asked.key))
    if (known) return loggedDeed(known)
    // Read behind the lock: of two deeds, the one that is kept later says so.
    const keptAt = now ?? Date.now()
    const at = await instantFor(tx, episodeId, asked, keptAt)
    const item = asked.deed === 'take' ? await plannedItem(tx, episode, asked.itemId ?? null) : null
    const [row] = await tx
      .insert(airDeeds)
      .values({
        episodeId,
        key: asked.key,
        deed: asked.deed,
        isRehearsal: asked.isRehearsal ?? false,
        ms: asked.ms ?? null,
        at: new Date(at),
        keptAt: new Date(keptAt),
        memberId: actor.memberId,
        ...item,
      })
      .returning()
    if (!row) throw new Error('A deed was not kept')
    const logged = loggedDeed(row)
    await tellAir(tx, episodeId, { deed: logged, isRehearsal: row.isRehearsal, by: actor.name })
    return logged
  })
}

/**
 * When a deed counts as done. One that was held back counts when its screen says; any other is no earlier than those
 * before it, though clocks differ a little. Where those before it are far ahead the clock was set back: see `onOneClock`.
 */
async function instantFor(tx: Db, episodeId: string, asked: AskedDeed, now: Instant): Promise<Instant> {
  const { at = null, isRehearsal = false } = asked
  const claimed = at === null || at > now + FUTURE || at < now - LONGEST_HELD ? now : Math.round(at)
  if (claimed < now - ON_ITS_WAY) return claimed
  const ofLog = and(eq(airDeeds.episodeId, episodeId), eq(airDeeds.isRehearsal, isRehearsal))
  const [latest] = await tx
    .select({ at: max(airDeeds.at) })
    .from(airDeeds)
    .where(and(ofLog, lte(airDeeds.at, new Date(claimed + FUTURE + ON_ITS_WAY))))
  return Math.max(claimed, latest?.at?.getTime() ?? claimed)
}

/** What was done on air, or at the rehearsal, in the order in which it was kept. */
export async function readAirLog(
  db: Db,
  actor: Actor,
  episodeId: string,
  isRehearsal = false,
): Promise<LoggedDeed[]> {
  permit(actor, 'rundown.read', null)
  return await airLogOf(db, episodeId, isRehearsal)
}

/** As `readAirLog`, for the later rooms that have checked the right themselves. */
export async function airLogOf(db: Db, episodeId: string, isRehearsal = false): Promise<LoggedDeed[]> {
  const rows = await db
    .select()
    .from(airDeeds)
    .where(and(eq(airDeeds.episodeId, episodeId), eq(airDeeds.isRehearsal, isRehearsal)))
    .orderBy(asc(airDeeds.id))
  return rows.map(loggedDeed)
}

/** Forgets a rehearsal, so that the next one begins before its first line. The as-run log of the show stays. */
export async function forgetRehearsal(db: Db, actor: Actor, episodeId: string) {
  permit(actor, 'show.call', null)
  await db.transaction(async (tx) => {
    await tx.delete(airDeeds).where(and(eq(airDeeds.episodeId, episodeId), eq(airDeeds.isRehearsal, true)))
    await tellAir(tx, episodeId, { forgotten: true })
  })
}

/** Tells every process, when the transaction commits. */
export async function tellAir(tx: Db, episodeId: string, air: AirNews) {
  await notifyRundown(tx, { episodeId, air })
}

async function plannedItem(tx: Db, episode: typeof episodes.$inferSelect, itemId: string | null) {
  const lines = await readLines(tx, episode.id)
  const line = lines.find(({ id }) => id === itemId)
  if (!line) throw new Refusal('rundown.gone')
  const { timeZone: zone } = await readShow(tx)
  const showStart = instantOf({ date: episode.airDate, time: episode.airTime, zone })
  const plan = planRundown(timedItems(lines, showStart, zone), showStart)
  const planned = plan.items.find(({ item }) => item.id === itemId)
  return {
    itemId,
    planStart: new Date(planned?.start ?? showStart),
    title: line.title,
    plannedMs: planned?.durationMs ?? line.plannedMs,
  }
}

function loggedDeed(row: typeof airDeeds.$inferSelect): LoggedDeed {
  const { id, key, deed, itemId, ms, title, plannedMs } = row
  const planStart = row.planStart?.getTime() ?? null
  const [at, keptAt] = [row.at.getTime(), row.keptAt.getTime()]
  return { id, key, deed, itemId, ms, at, keptAt, planStart, title, plannedMs }
}
