import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { audit, episodes, members, tokens } from '#lib/db/schema.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import { type Actor, can } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { findTokenActor, makeToken } from '#lib/people/token.server.ts'
import type { Instant } from '#lib/time/duration.ts'
import { airFactsOf } from './air.server.ts'
import type { AirFacts, AirLine } from './air-rows.ts'
import { readLines } from './change.server.ts'
import { airLogOf, tellAir } from './on-air.server.ts'
import type { LoggedDeed } from './on-air.ts'

/** All that somebody who has the address sees of a show: no notes, no texts, nobody's name or address. */
export type DirectShow = {
  episodeId: string
  title: string
  number: number
  lines: AirLine[]
  log: LoggedDeed[]
  /** What is shown is the rehearsal, not the show. */
  isRehearsal: boolean
  facts: AirFacts
  now: Instant
}

/**
 * The running show at an address without sign-in; null when it opens nothing (any more). Who wishes so follows the
 * rehearsal, until the show itself begins.
 */
export async function readDirect(db: Db, token: string, wishesRehearsal = false): Promise<DirectShow | null> {
  const found = await findTokenActor(db, token, 'onAir')
  if (!found?.episodeId || !can(found.actor, 'rundown.read', null)) return null
  const { episodeId } = found
  const [episode] = await db.select().from(episodes).where(eq(episodes.id, episodeId))
  if (!episode) return null
  const ofShow = await airLogOf(db, episodeId)
  const isRehearsal = wishesRehearsal && ofShow.length === 0
  const log = isRehearsal ? await airLogOf(db, episodeId, true) : ofShow
  return {
    episodeId,
    title: episode.title,
    number: episode.number,
    lines: (await readLines(db, episodeId)).map(bareLine),
    log: log.map(({ key, ...deed }) => deed),
    isRehearsal,
    facts: await airFactsOf(db, episodeId, isRehearsal),
    now: Date.now(),
  }
}

/** Makes an address at which a show can be followed without sign-in; it is shown this once. Refuses `not-found`. */
export async function makeDirectLink(db: Db, actor: Actor, episodeId: string): Promise<string> {
  permit(actor, 'show.call', null)
  const [episode] = await db.select({ id: episodes.id }).from(episodes).where(eq(episodes.id, episodeId))
  if (!episode) throw new Refusal('not-found')
  return await makeToken(db, actor, 'onAir', { episodeId })
}

/** The addresses that a show has, the latest first, with who made them. */
export async function readDirectLinks(db: Db, actor: Actor, episodeId: string) {
  permit(actor, 'show.call', null)
  return await db
    .select({ id: tokens.id, by: members.name, createdAt: tokens.createdAt, usedAt: tokens.usedAt })
    .from(tokens)
    .innerJoin(members, eq(members.id, tokens.memberId))
    .where(and(eq(tokens.episodeId, episodeId), eq(tokens.kind, 'onAir'), isNull(tokens.revokedAt)))
    .orderBy(desc(tokens.createdAt))
}

/** Cuts an address, whoever made it: screens that show it go dark at once. Refuses `not-found`. */
export async function cutDirectLink(db: Db, actor: Actor, linkId: string) {
  permit(actor, 'show.call', null)
  await db.transaction(async (tx) => {
    const [cut] = await tx
      .update(tokens)
      .set({ revokedAt: sql`now()` })
      .where(and(eq(tokens.id, linkId), eq(tokens.kind, 'onAir'), isNull(tokens.revokedAt)))
      .returning({ episodeId: tokens.episodeId })
    if (!cut?.episodeId) throw new Refusal('not-found')
    await tx
      .insert(audit)
      .values({ memberId: actor.memberId, what: 'direct-link.cut', object: cut.episodeId })
    await tellAir(tx, cut.episodeId, { links: true })
  })
}

function bareLine(line: AirLine): AirLine {
  const { id, title, kind, plannedMs, joinMs, fixedStart, fixedEnd, hitTime, isSkipped, countToEnd } = line
  return { id, title, kind, plannedMs, joinMs, fixedStart, fixedEnd, hitTime, isSkipped, countToEnd }
}
