import { isNull, sql } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { rundownItems } from '#lib/db/schema.ts'
import { nameRundownColumns } from '#lib/episode/show.server.ts'
import type { Actor } from '#lib/people/can.ts'
import { changeRundown } from './change.server.ts'
import type { Line } from './patch.ts'

/** A column of the show's own; `was` is the name that it had, null when it is new. */
export type Column = { name: string; was: string | null }

/**
 * Sets the rundown's own columns, in order. What stands in a column follows it to its new name, in every rundown;
 * what stood in one that is taken away stays with its lines, unseen. Refuses `list.taken`.
 */
export async function keepColumns(db: Db, actor: Actor, columns: readonly Column[]) {
  const renamed = new Map(
    columns.flatMap(({ name, was }) => (was !== null && was !== name ? [[was, name] as const] : [])),
  )
  await db.transaction(async (tx) => {
    await nameRundownColumns(
      tx,
      actor,
      columns.map(({ name }) => name),
    )
    if (renamed.size > 0) await renameInLines(tx, actor, renamed)
  })
}

async function renameInLines(tx: Db, actor: Actor, renamed: ReadonlyMap<string, string>) {
  const rows = await tx
    .selectDistinct({ episodeId: rundownItems.episodeId })
    .from(rundownItems)
    .where(sql`${rundownItems.extra} <> '{}'::jsonb and ${isNull(rundownItems.deletedAt)}`)
  for (const { episodeId } of rows) {
    await changeRundown(tx, actor, episodeId, async (_tx, lines) => ({
      lines: lines.map((line) => withNewNames(line, renamed)),
      result: null,
      what: 'edited',
      titles: [],
    }))
  }
}

function withNewNames(line: Line, renamed: ReadonlyMap<string, string>): Line {
  const pairs = Object.entries(line.extra).map(([name, text]) => [renamed.get(name) ?? name, text])
  return pairs.length === 0 ? line : { ...line, extra: Object.fromEntries(pairs) }
}
