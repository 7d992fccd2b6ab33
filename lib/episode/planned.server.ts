import { and, between, eq, exists, gte, inArray, lte, max, not, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Db } from '#lib/db/db.server.ts'
import { audit, episodes, skippedAirings } from '#lib/db/schema.ts'
import { addDays, type LocalDate } from '#lib/time/airtime.ts'

/** For which airing an episode was made: its template, if any, and whether it fills the weekly slot. */
export type Claim = { templateId: string | null; airDate: LocalDate; isSlot: boolean; title: string }

// What an episode was made for is written down beside it, so that moving or renaming it makes no second one.
const claim = alias(audit, 'claim')
const PLANNED = 'episode.planned'
const REMOVED = 'episode.removed'

/** Writes down what an episode was made for. */
export async function claimAiring(tx: Db, memberId: string | null, episodeId: string, facts: Claim) {
  await tx.insert(audit).values({ memberId, what: PLANNED, object: episodeId, facts })
}

/** What each of these episodes was made for; one that nobody wrote down is not there. */
export async function readClaims(db: Db, episodeIds: readonly string[]): Promise<Map<string, Claim>> {
  const rows = await db
    .select({ object: audit.object, facts: audit.facts })
    .from(audit)
    .where(and(eq(audit.what, PLANNED), inArray(audit.object, [...episodeIds])))
  return new Map(
    rows.map(({ object, facts: { templateId, airDate, isSlot, title } }) => [
      object,
      {
        templateId: typeof templateId === 'string' ? templateId : null,
        airDate: String(airDate),
        isSlot: isSlot === true,
        title: String(title ?? ''),
      },
    ]),
  )
}

/** Whether the slot of `airDate`'s week has its episode, on whatever day, or somebody removed it on purpose. */
export async function isWeekPlanned(tx: Db, airDate: LocalDate): Promise<boolean> {
  const [from, to] = [addDays(airDate, -3), addDays(airDate, 3)]
  const special = sql`${claim.facts} ->> 'isSlot' = 'false'`
  const here = and(between(episodes.airDate, from, to), not(isClaimed(tx, episodeText, special)))
  if ((await tx.$count(episodes, here)) > 0) return true
  const gone = and(
    eq(audit.what, REMOVED),
    between(removedDate, from, to),
    not(isClaimed(tx, sql`${audit.object}`, special)),
  )
  return (await tx.$count(audit, gone)) > 0
}

/** Whether a template's airing has its episode: the one it made, wherever that is now, or one made by hand that day. */
export async function isAiringPlanned(
  tx: Db,
  templateId: string | null,
  airDate: LocalDate,
): Promise<boolean> {
  const its = sql`${claim.facts} ->> 'templateId' = ${templateId} and ${claim.facts} ->> 'airDate' = ${airDate}`
  const byHand = and(eq(episodes.airDate, airDate), not(isClaimed(tx, episodeText, sql`true`)))
  if ((await tx.$count(episodes, or(byHand, isClaimed(tx, episodeText, its)))) > 0) return true
  const gone = and(eq(audit.what, REMOVED), isClaimed(tx, sql`${audit.object}`, its))
  return (await tx.$count(audit, gone)) > 0
}

/** The last day that the slot, or a template of its own rule, has an episode on; null when it has none. */
export async function lastPlannedDate(
  tx: Db,
  { templateId, isSlot }: { templateId: string | null; isSlot: boolean },
): Promise<LocalDate | null> {
  const its = isSlot
    ? not(isClaimed(tx, episodeText, sql`${claim.facts} ->> 'isSlot' = 'false'`))
    : isClaimed(tx, episodeText, sql`${claim.facts} ->> 'templateId' = ${templateId}`)
  const [last] = await tx
    .select({ date: max(episodes.airDate) })
    .from(episodes)
    .where(its)
  return last?.date ?? null
}

/** The days without a show from `from` to `to`, each with its reason. */
export async function readSkipped(db: Db, from: LocalDate, to: LocalDate): Promise<Map<LocalDate, string>> {
  const rows = await db
    .select({ airDate: skippedAirings.airDate, reason: skippedAirings.reason })
    .from(skippedAirings)
    .where(and(gte(skippedAirings.airDate, from), lte(skippedAirings.airDate, to)))
  return new Map(rows.map(({ airDate, reason }) => [airDate, reason]))
}

/** The episodes of `from` to `to` that somebody removed on purpose, with what they were made for. */
export async function readRemoved(
  db: Db,
  from: LocalDate,
  to: LocalDate,
): Promise<{ airDate: LocalDate; madeFor: Claim | null }[]> {
  const rows = await db
    .select({ object: audit.object, airDate: sql<string>`${removedDate}` })
    .from(audit)
    .where(and(eq(audit.what, REMOVED), between(removedDate, from, to)))
  const claims = await readClaims(
    db,
    rows.map(({ object }) => object),
  )
  return rows.map(({ object, airDate }) => ({ airDate, madeFor: claims.get(object) ?? null }))
}

const removedDate = sql`${audit.facts} ->> 'airDate'`
const episodeText = sql`${episodes.id}::text`

function isClaimed(tx: Db, object: SQL, which: SQL): SQL {
  const found = tx
    .select({ one: sql`1` })
    .from(claim)
    .where(and(eq(claim.what, PLANNED), sql`${claim.object} = ${object}`, which))
  return exists(found)
}
