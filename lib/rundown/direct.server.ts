import { eq } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { episodes } from '#lib/db/schema.ts'
import { type Actor, can } from '#lib/people/can.ts'
import { cutEpisodeLink, makeEpisodeLink, readEpisodeLinks } from '#lib/people/episode-link.server.ts'
import { permit } from '#lib/people/permit.ts'
import { findTokenActor } from '#lib/people/token.server.ts'
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
  return await makeEpisodeLink(db, actor, 'onAir', episodeId)
}

/** The addresses that a show has, the latest first, with who made them. */
export async function readDirectLinks(db: Db, actor: Actor, episodeId: string) {
  permit(actor, 'show.call', null)
  return await readEpisodeLinks(db, 'onAir', episodeId)
}

/** Cuts an address, whoever made it: screens that show it go dark at once. Refuses `not-found`. */
export async function cutDirectLink(db: Db, actor: Actor, linkId: string) {
  permit(actor, 'show.call', null)
  await db.transaction(async (tx) => {
    const episodeId = await cutEpisodeLink(tx, actor, 'onAir', linkId)
    await tellAir(tx, episodeId, { links: true })
  })
}

function bareLine(line: AirLine): AirLine {
  const { id, title, kind, plannedMs, joinMs, fixedStart, fixedEnd, hitTime, isSkipped, countToEnd } = line
  return { id, title, kind, plannedMs, joinMs, fixedStart, fixedEnd, hitTime, isSkipped, countToEnd }
}
