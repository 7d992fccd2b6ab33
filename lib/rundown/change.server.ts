import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { episodes, rundownChanges, rundownItems } from '#lib/db/schema.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import type { Actor } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { type LineFacts, readFacts } from './facts.server.ts'
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

/**
 * Right, lock, change, log, notify, in one transaction: nobody is told what is not durable. The episode's row lock
 * puts all changes of a rundown in line. `result` null when the verb changed nothing: then there is no new version.
 */
export async function changeRundown<T>(
  db: Db,
  actor: Actor | 'console',
  episodeId: string,
  work: (tx: Db, lines: readonly Line[]) => Promise<Change<T>>,
): Promise<Changed<T>> {
  if (actor !== 'console') permit(actor, 'rundown.edit', null)
  return await db.transaction(async (tx) => {
    const [episode] = await tx
      .update(episodes)
      .set({ rundownVersion: sql`${episodes.rundownVersion} + 1` })
      .where(eq(episodes.id, episodeId))
      .returning({
        version: episodes.rundownVersion,
        at: sql<number>`extract(epoch from clock_timestamp()) * 1000`,
      })
    if (!episode) throw new Refusal('not-found')
    const before = await readLines(tx, episodeId)
    const { lines, result, what, moved, titles, revisits } = await work(tx, before)
    const steps = stepsBetween(before, lines, moved)
    if (steps.length === 0) {
      await tx
        .update(episodes)
        .set({ rundownVersion: episode.version - 1 })
        .where(eq(episodes.id, episodeId))
      return { result, told: null }
    }
    await keepSteps(tx, episodeId, steps)
    await keepPlaces(tx, before, lines)
    const by = actor === 'console' ? null : { id: actor.memberId, name: actor.name }
    const told: Told = {
      version: episode.version,
      at: Math.round(Number(episode.at)),
      by,
      what,
      titles,
      steps,
      facts: await readFacts(tx, steps.flatMap(joinedBy)),
    }
    await tx.insert(rundownChanges).values({
      episodeId,
      version: told.version,
      memberId: by?.id ?? null,
      what,
      revisits: revisits ?? null,
      change: { steps, back: stepsBetween(lines, before, moved), titles },
      at: new Date(told.at),
    })
    await notifyRundown(tx, { episodeId, told })
    return { result, told }
  })
}

/** The lines of a rundown in order, without those in the bin. */
export async function readLines(db: Db, episodeId: string): Promise<Line[]> {
  const rows = await db
    .select()
    .from(rundownItems)
    .where(and(eq(rundownItems.episodeId, episodeId), isNull(rundownItems.deletedAt)))
    .orderBy(asc(rundownItems.position), asc(rundownItems.id))
  return rows.map(lineOf)
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
  const whole = JSON.stringify(news)
  const short = 'told' in news && Buffer.byteLength(whole) > MOST_TOLD_BYTES
  const sent = short ? JSON.stringify({ episodeId: news.episodeId, version: news.told.version }) : whole
  await tx.execute(sql`select pg_notify(${RUNDOWN_CHANNEL}, ${sent})`)
}

export function lineOf({ episodeId, position, deletedAt, ...line }: typeof rundownItems.$inferSelect): Line {
  return line
}

async function keepSteps(tx: Db, episodeId: string, steps: readonly Step[]) {
  const gone = steps.flatMap((step) => ('gone' in step ? [step.gone] : []))
  if (gone.length > 0)
    await tx.update(rundownItems).set({ deletedAt: sql`now()` }).where(inArray(rundownItems.id, gone))
  for (const step of steps) {
    if ('put' in step) {
      const row = { ...step.put, episodeId, position: 0, deletedAt: null }
      await tx.insert(rundownItems).values(row).onConflictDoUpdate({ target: rundownItems.id, set: row })
    } else if ('move' in step) {
      await tx.update(rundownItems).set({ version: step.version }).where(eq(rundownItems.id, step.move))
    } else if ('set' in step) {
      const set = { ...step.fields, version: step.version }
      await tx.update(rundownItems).set(set).where(eq(rundownItems.id, step.set))
    }
  }
}

/** One statement for however many lines were pushed along. */
async function keepPlaces(tx: Db, before: readonly Line[], after: readonly Line[]) {
  const old = new Map(before.map(({ id }, place) => [id, place]))
  const pushed = after
    .map(({ id }, place) => ({ id, place }))
    .filter(({ id, place }) => old.get(id) !== place)
  if (pushed.length === 0) return
  const ids = sql.param(pushed.map(({ id }) => id))
  const places = sql.param(pushed.map(({ place }) => place))
  await tx.execute(sql`
    update ${rundownItems} set position = pushed.place
    from unnest(${ids}::uuid[], ${places}::int[]) as pushed(id, place)
    where ${rundownItems.id} = pushed.id`)
}

/** The stories and sounds that a step joins to its line, if any. */
export function joinedBy(step: Step): Partial<Fields>[] {
  if ('put' in step) return [fieldsOf(step.put)]
  return 'set' in step ? [step.fields] : []
}
