import { eq, getTableColumns, is, sql } from 'drizzle-orm'
import { PgTransaction } from 'drizzle-orm/pg-core'
import type { Db } from '#lib/db/db.server.ts'
import { episodes, rundownChanges, rundownItems } from '#lib/db/schema.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import type { Actor } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { type LineFacts, readFacts } from './facts.server.ts'
import { keepLines } from './keep-lines.server.ts'
import { type Fields, fieldsOf, type Line, type Step, stepsBetween } from './patch.ts'

/** What a verb makes of a rundown: the lines as they shall be. `moved` are those that somebody took hold of. */
export type Change<T> = {
  lines: readonly Line[]
  result: T
  what: string
  moved?: ReadonlySet<string>
  /** Titles of the lines that it is about, for the history. */
  titles: readonly string[]
  revisits?: number
}

/** The first few titles, shortened: a history says what a change is about, not all of it. */
export const titlesOf = (lines: readonly Line[]) => lines.slice(0, 5).map(({ title }) => title.slice(0, 80))

/** A change as it is kept and as every screen is told of it: `version` is the rundown's after it. */
export type Told = {
  version: number
  at: number
  by: { id: string; name: string } | null
  what: string
  titles: readonly string[]
  steps: readonly Step[]
  /** Of the stories and sounds that the steps join to a line. */
  facts: LineFacts
}

/** What a verb answers: `told` is null when it changed nothing. */
export type Changed<T> = { result: T; told: Told | null }

/** Longer ones are fetched from the log: PostgreSQL carries at most 8 000 bytes in a notification. */
const MOST_TOLD_BYTES = 7_000

/** The channel on which every process hears of every rundown's changes. */
export const RUNDOWN_CHANNEL = 'rundown'

/** The key under which a transaction's change is logged, so that it is not done again: see `changeOnce`. */
const keys = new WeakMap<Db, string>()

/** Gives the one change that `tx` will make a key. Logging it fails (23505) where the key is known already. */
export function keyChange(tx: Db, key: string) {
  keys.set(tx, key)
}

/**
 * Right, lock, change, log, notify, in one transaction: nobody is told what is not durable. The episode's row lock
 * puts all changes of a rundown in line. `told` is null when the verb changed nothing: then there is no new version.
 */
export async function changeRundown<T>(
  db: Db,
  actor: Actor | 'console',
  episodeId: string,
  work: (tx: Db, lines: readonly Line[]) => Promise<Change<T>>,
): Promise<Changed<T>> {
  if (actor !== 'console') permit(actor, 'rundown.edit', null)
  return await inTransaction(db, async (tx) => {
    const { version, at } = await holdRundown(tx, episodeId)
    const before = await readLines(tx, episodeId)
    const { lines, result, what, moved, titles, revisits = null } = await work(tx, before)
    const steps = stepsBetween(before, lines, moved)
    if (steps.length === 0) return { result, told: null }
    await keepLines(tx, episodeId, lines, steps)
    const by = actor === 'console' ? null : { id: actor.memberId, name: actor.name }
    const facts = await readFacts(tx, steps.flatMap(joinedBy))
    const told: Told = { version: version + 1, at, by, what, titles, steps, facts }
    await log(tx, episodeId, told, { revisits, back: stepsBetween(lines, before, moved) })
    return { result, told }
  })
}

/** Nothing is written before `work` has said yes: within a transaction already, no savepoint is needed. */
async function inTransaction<T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> {
  return is(db, PgTransaction) ? await work(db) : await db.transaction(work)
}

/** Keeps everybody else waiting until the transaction ends. `at` is the database's clock. Refuses `not-found`. */
async function holdRundown(tx: Db, episodeId: string): Promise<{ version: number; at: number }> {
  const [episode] = await tx
    .select({
      version: episodes.rundownVersion,
      at: sql`extract(epoch from clock_timestamp()) * 1000`.mapWith(Number),
    })
    .from(episodes)
    .where(eq(episodes.id, episodeId))
    .for('no key update')
  if (!episode) throw new Refusal('not-found')
  return { version: episode.version, at: Math.round(episode.at) }
}

/** The new version, its log and its notification, in one statement. */
async function log(
  tx: Db,
  episodeId: string,
  told: Told,
  { revisits, back }: { revisits: number | null; back: readonly Step[] },
) {
  const { version, by, what, titles, steps } = told
  const bumped = tx
    .$with('bumped')
    .as(
      tx
        .update(episodes)
        .set({ rundownVersion: version })
        .where(eq(episodes.id, episodeId))
        .returning({ id: episodes.id }),
    )
  await tx
    .with(bumped)
    .insert(rundownChanges)
    .values({
      episodeId,
      version,
      memberId: by?.id ?? null,
      what,
      revisits,
      key: keys.get(tx) ?? null,
      change: { steps, back, titles },
      at: new Date(told.at),
    })
    .returning({ sent: notification({ episodeId, told }) })
}

const {
  episodeId: _episode,
  position: _place,
  deletedAt: _binned,
  ...lineColumns
} = getTableColumns(rundownItems)
const selectedLine = sql.join(
  Object.entries(lineColumns).map(([name, column]) => sql`${column} as ${sql.identifier(name)}`),
  sql`, `,
)

/**
 * The lines of a rundown in order, without those in the bin. As the driver gives them: of 500 lines, naming each value
 * anew would take longer than reading them.
 */
export async function readLines(db: Db, episodeId: string): Promise<Line[]> {
  const { rows } = await db.execute<Line>(sql`
    select ${selectedLine} from ${rundownItems}
    where ${rundownItems.episodeId} = ${episodeId} and ${rundownItems.deletedAt} is null
    order by ${rundownItems.position}, ${rundownItems.id}`)
  return rows
}

/** What goes over the channel: a change (or only its version when it is long), or who is on which line. */
export type RundownNews =
  | { episodeId: string; told: Told }
  | { episodeId: string; version: number }
  | { episodeId: string; air: Record<string, unknown> }
  | { episodeId: string; here: Presence }

/** One open screen of a person; `lineId` is where they are, `gone` when they closed it. */
export type Presence = { tab: string; memberId: string; name: string; lineId: string | null; gone?: true }

/** Tells every process, when the transaction commits. */
export async function notifyRundown(tx: Db, news: RundownNews) {
  await tx.execute(sql`select ${notification(news)}`)
}

function notification(news: RundownNews) {
  const whole = JSON.stringify(news)
  const short = 'told' in news && Buffer.byteLength(whole) > MOST_TOLD_BYTES
  const sent = short ? JSON.stringify({ episodeId: news.episodeId, version: news.told.version }) : whole
  return sql`pg_notify(${RUNDOWN_CHANNEL}, ${sent})`
}

export function lineOf({ episodeId, position, deletedAt, ...line }: typeof rundownItems.$inferSelect): Line {
  return line
}

/** The stories and sounds that a step joins to its line, if any. */
export function joinedBy(step: Step): Partial<Fields>[] {
  if ('put' in step) return [fieldsOf(step.put)]
  return 'set' in step ? [step.fields] : []
}
