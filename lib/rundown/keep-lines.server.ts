import { and, eq, getTableColumns, inArray, isNull, lt, sql } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { rundownItems } from '#lib/db/schema.ts'
import type { Line, Step } from './patch.ts'
import { neighboursOf, roomFor, SPACE } from './place.ts'

/** Writes what the steps touch, and nothing else; `after` is the rundown as it shall be. */
export async function keepLines(tx: Db, episodeId: string, after: readonly Line[], steps: readonly Step[]) {
  const gone = steps.flatMap((step) => ('gone' in step ? [step.gone] : []))
  if (gone.length > 0)
    await tx.update(rundownItems).set({ deletedAt: sql`now()` }).where(inArray(rundownItems.id, gone))
  const places = await findPlaces(tx, episodeId, after, steps)
  const placeOf = (id: string) => places.get(id) ?? 0
  await putLines(
    tx,
    steps.flatMap((step) =>
      'put' in step ? [{ ...step.put, episodeId, position: placeOf(step.put.id), deletedAt: null }] : [],
    ),
  )
  for (const step of steps) {
    if (!('set' in step)) continue
    const set = { ...step.fields, version: step.version }
    await tx.update(rundownItems).set(set).where(eq(rundownItems.id, step.set))
  }
  await moveLines(
    tx,
    steps.flatMap((step) => ('move' in step ? [{ ...step, position: placeOf(step.move) }] : [])),
  )
}

/** Where a line that lies in the bin comes back: how many lines of the rundown stand before it. */
export async function readPlace(tx: Db, { episodeId, position }: { episodeId: string; position: number }) {
  const ofRundown = and(eq(rundownItems.episodeId, episodeId), isNull(rundownItems.deletedAt))
  return await tx.$count(rundownItems, and(ofRundown, lt(rundownItems.position, position)))
}

/** Places for the lines that come in or were moved. Where there is no room between two, all are spread out first. */
async function findPlaces(tx: Db, episodeId: string, after: readonly Line[], steps: readonly Step[]) {
  const placed = new Set(
    steps.flatMap((step) => ('put' in step ? [step.put.id] : 'move' in step ? [step.move] : [])),
  )
  if (placed.size === 0) return new Map<string, number>()
  const order = after.map(({ id }) => id)
  const beside = neighboursOf(order, placed)
  const found = roomFor(order, placed, await readPositions(tx, beside))
  if (found) return found
  await spreadOut(tx, episodeId)
  const spread = roomFor(order, placed, await readPositions(tx, beside))
  if (!spread) throw new Error(`There is no room for ${placed.size} lines in the rundown ${episodeId}`)
  return spread
}

async function readPositions(tx: Db, ids: readonly string[]): Promise<Map<string, number>> {
  const { id, position } = rundownItems
  const rows = await tx
    .select({ id, position })
    .from(rundownItems)
    .where(inArray(id, [...ids]))
  return new Map(rows.map((row) => [row.id, row.position]))
}

/** Makes room between all lines, those in the bin too, which so keep their place among the others. */
async function spreadOut(tx: Db, episodeId: string) {
  await tx.execute(sql`
    update ${rundownItems} set position = ranked.rank * ${SPACE}::int
    from (
      select id, row_number() over (order by position, deleted_at is null, id)::int as rank
      from ${rundownItems} where episode_id = ${episodeId}
    ) as ranked
    where ${rundownItems.id} = ranked.id`)
}

/** Lines that come in, some of them out of the bin; PostgreSQL takes 65 535 values in a statement. */
async function putLines(tx: Db, rows: readonly (typeof rundownItems.$inferInsert)[]) {
  const columns = Object.entries(getTableColumns(rundownItems)).filter(([name]) => name !== 'id')
  const set = Object.fromEntries(
    columns.map(([name, column]) => [name, sql`excluded.${sql.identifier(column.name)}`]),
  )
  for (let from = 0; from < rows.length; from += 1000) {
    const some = rows.slice(from, from + 1000)
    await tx.insert(rundownItems).values(some).onConflictDoUpdate({ target: rundownItems.id, set })
  }
}

/** One statement for however many lines were moved. */
async function moveLines(tx: Db, moved: readonly { move: string; position: number; version: number }[]) {
  if (moved.length === 0) return
  const ids = sql.param(moved.map(({ move }) => move))
  const places = sql.param(moved.map(({ position }) => position))
  const versions = sql.param(moved.map(({ version }) => version))
  await tx.execute(sql`
    update ${rundownItems} set position = moved.place, version = moved.version
    from unnest(${ids}::uuid[], ${places}::int[], ${versions}::int[]) as moved(id, place, version)
    where ${rundownItems.id} = moved.id`)
}
