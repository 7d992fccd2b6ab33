import { randomUUID } from 'node:crypto'
import { and, asc, eq, gte, inArray, isNotNull, ne } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { episodes, rundownItems } from '#lib/db/schema.ts'
import { readShow } from '#lib/episode/show.server.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import type { Actor } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { localParts } from '#lib/time/airtime.ts'
import { changeRundown, lineOf, titlesOf } from './change.server.ts'
import { readPlace } from './keep-lines.server.ts'
import type { Line } from './patch.ts'

/** What `moveBack` needs: `madeIds` are the lines that came to the other rundown, in the order of `itemIds`. */
export type Moved = { from: string; to: string; itemIds: string[]; madeIds: string[] }

/** The shows to come that a line of `episodeId` can move to, the next one first. */
export async function readMoveTargets(db: Db, actor: Actor, episodeId: string, now: Date) {
  permit(actor, 'rundown.edit', null)
  const { timeZone } = await readShow(db)
  const today = localParts(now.getTime(), timeZone).date
  const { id, title, number, airDate, airTime } = episodes
  return await db
    .select({ id, title, number, airDate, airTime })
    .from(episodes)
    .where(and(gte(airDate, today), ne(id, episodeId)))
    .orderBy(asc(airDate), asc(airTime))
    .limit(60)
}

/**
 * Moves lines of one rundown, with their stories, to another: to its foot, before a closing theme. Both change together
 * or not at all. Lines that are gone already are left out. Refuses `rundown.gone` when all are, and
 * `rundown.same-episode`.
 */
export async function moveToEpisode(
  db: Db,
  actor: Actor,
  itemIds: readonly string[],
  targetEpisodeId: string,
): Promise<Moved> {
  permit(actor, 'rundown.edit', null)
  const from = await episodeOfAll(db, itemIds)
  if (from === targetEpisodeId) throw new Refusal('rundown.same-episode')
  return await db.transaction(async (tx) => {
    await holdBoth(tx, from, targetEpisodeId)
    const { result: held } = await changeRundown(tx, actor, from, async (_tx, lines) => {
      const out = lines.filter(({ id }) => itemIds.includes(id))
      if (out.length === 0) throw new Refusal('rundown.gone')
      return { ...leaving(lines, out), result: out }
    })
    // Lines of their own in the other rundown: each can still bring back what its own bin holds.
    const made = held.map((line) => ({ ...line, id: randomUUID(), version: 0 }))
    await changeRundown(tx, actor, targetEpisodeId, async (_tx, lines) => {
      const next = lines.toSpliced(footOf(lines), 0, ...made)
      return { lines: next, result: null, what: 'arrived', titles: titlesOf(made) }
    })
    return {
      from,
      to: targetEpisodeId,
      itemIds: held.map(({ id }) => id),
      madeIds: made.map(({ id }) => id),
    }
  })
}

/**
 * Takes back `moveToEpisode`: the lines return where they were, as they are now in the other rundown, so that what was
 * changed there meanwhile is not lost. Refuses `rundown.gone` when none of them is there any more.
 */
export async function moveBack(db: Db, actor: Actor, { from, to, itemIds, madeIds }: Moved) {
  permit(actor, 'rundown.edit', null)
  await db.transaction(async (tx) => {
    await holdBoth(tx, from, to)
    const { result: held } = await changeRundown(tx, actor, to, async (_tx, lines) => {
      const out = lines.filter(({ id }) => madeIds.includes(id))
      if (out.length === 0) throw new Refusal('rundown.gone')
      return { ...leaving(lines, out), result: new Map(out.map((line) => [line.id, line])) }
    })
    const places = await oldPlaces(tx, from, itemIds)
    await changeRundown(tx, actor, from, async (_tx, lines) => {
      const back = places.flatMap(({ id, version, place }) => {
        const now = held.get(madeIds[itemIds.indexOf(id)] ?? '')
        return now ? [{ place, line: { ...now, id, version } }] : []
      })
      const next = back.reduce((list, { place, line }) => list.toSpliced(place, 0, line), [...lines])
      const titles = titlesOf(back.map(({ line }) => line))
      return { lines: next, result: null, what: 'arrived', titles }
    })
  })
}

/** Locks both rundowns in an order that does not depend on who moves what where. */
async function holdBoth(tx: Db, one: string, other: string) {
  const rows = await tx
    .select({ id: episodes.id })
    .from(episodes)
    .where(inArray(episodes.id, [one, other]))
    .orderBy(asc(episodes.id))
    .for('update')
  if (rows.length < 2) throw new Refusal('not-found')
}

async function episodeOfAll(db: Db, itemIds: readonly string[]): Promise<string> {
  const rows = await db
    .selectDistinct({ episodeId: rundownItems.episodeId })
    .from(rundownItems)
    .where(inArray(rundownItems.id, [...itemIds]))
  const [first, ...others] = rows
  if (!first) throw new Refusal('rundown.gone')
  if (others.length > 0) throw new Refusal('not-found')
  return first.episodeId
}

/** The lines as they lie in the bin, in the order of their old places. */
async function oldPlaces(tx: Db, episodeId: string, itemIds: readonly string[]) {
  const rows = await tx
    .select()
    .from(rundownItems)
    .where(
      and(
        eq(rundownItems.episodeId, episodeId),
        inArray(rundownItems.id, [...itemIds]),
        isNotNull(rundownItems.deletedAt),
      ),
    )
    .orderBy(asc(rundownItems.position))
  const before = await Promise.all(rows.map((row) => readPlace(tx, row)))
  // Those that come back above push the next ones down.
  return rows.map((row, above) => ({ ...lineOf(row), place: (before[above] ?? 0) + above }))
}

function leaving(lines: readonly Line[], out: readonly Line[]) {
  return { lines: lines.filter((line) => !out.includes(line)), what: 'left', titles: titlesOf(out) }
}

/** Before the theme that closes the show, if one does. */
function footOf(lines: readonly Line[]): number {
  return lines.findLastIndex(({ kind }) => kind !== 'theme' && kind !== 'ident') + 1
}
