import { and, asc, desc, eq, gt, lt } from 'drizzle-orm'
import { z } from 'zod'
import type { Db } from '#lib/db/db.server.ts'
import { members, rundownChanges } from '#lib/db/schema.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import type { Actor } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { type Change, type Changed, changeRundown, joinedBy, keyChange, type Told } from './change.server.ts'
import { readFacts } from './facts.server.ts'
import { type Line, patched, type Step } from './patch.ts'
import { overwritten, undoStacks } from './undo.ts'

/** How far back a person can take back their own changes. */
const MOST_UNDONE = 200

type Kept = { steps: Step[]; back: Step[]; titles: string[] }
const keptShape = z.object({
  steps: z.array(z.unknown()),
  back: z.array(z.unknown()),
  titles: z.array(z.string()),
})

/** A change as the log has it; null for one of before there were patches. We wrote it: only its outline is checked. */
const keptOf = (stored: Record<string, unknown>): Kept | null =>
  keptShape.safeParse(stored).success ? (stored as unknown as Kept) : null

/** Takes back this person's latest change. Refuses `rundown.nothing-to-undo`, and `rundown.overwritten` when somebody else has changed the same since. */
export async function undoChange(db: Db, actor: Actor, episodeId: string) {
  return await revisit(db, actor, episodeId, 'undone')
}

/** Does again what this person took back last. Refuses `rundown.nothing-to-redo` and `rundown.overwritten`. */
export async function redoChange(db: Db, actor: Actor, episodeId: string) {
  return await revisit(db, actor, episodeId, 'redone')
}

/** What this person can take back and do again: how many changes. */
export async function readUndo(
  db: Db,
  actor: Actor,
  episodeId: string,
): Promise<{ undo: number; redo: number }> {
  permit(actor, 'rundown.read', null)
  const { undo, redo } = await stacksOf(db, actor, episodeId)
  return { undo: undo.length, redo: redo.length }
}

async function revisit(db: Db, actor: Actor, episodeId: string, what: 'undone' | 'redone') {
  return await changeRundown(db, actor, episodeId, async (tx, lines): Promise<Change<null>> => {
    const { undo, redo } = await stacksOf(tx, actor, episodeId)
    const version = what === 'undone' ? undo.at(-1) : redo.at(-1)
    if (version === undefined)
      throw new Refusal(what === 'undone' ? 'rundown.nothing-to-undo' : 'rundown.nothing-to-redo')
    const [row] = await tx
      .select({ change: rundownChanges.change })
      .from(rundownChanges)
      .where(and(eq(rundownChanges.episodeId, episodeId), eq(rundownChanges.version, version)))
    const kept = row && keptOf(row.change)
    if (!kept) throw new Refusal('rundown.nothing-to-undo')
    const [made, taken] = what === 'undone' ? [kept.steps, kept.back] : [kept.back, kept.steps]
    const lost = overwritten(lines, made)
    if (lost) throw new Refusal('rundown.overwritten', { title: lost.title })
    const moved = new Set(taken.flatMap((step) => ('move' in step ? [step.move] : [])))
    return { lines: patched(lines, taken), result: null, what, moved, titles: kept.titles, revisits: version }
  })
}

async function stacksOf(db: Db, actor: Actor, episodeId: string) {
  const { version, what, revisits } = rundownChanges
  const log = await db
    .select({ version, what, revisits })
    .from(rundownChanges)
    .where(and(eq(rundownChanges.episodeId, episodeId), eq(rundownChanges.memberId, actor.memberId)))
    .orderBy(desc(version))
    .limit(MOST_UNDONE)
  return undoStacks(log.reverse())
}

/** One entry of the history: who did what, when, to which lines; `fields` are those that an edit set. */
export type PastChange = {
  version: number
  at: Date
  by: string | null
  what: string
  titles: string[]
  fields: string[]
}

/** The history, the newest first, from before `version` on. */
export async function readHistory(
  db: Db,
  actor: Actor,
  episodeId: string,
  { before, limit = 100 }: { before?: number; limit?: number } = {},
): Promise<PastChange[]> {
  permit(actor, 'rundown.read', null)
  const { version, at, what, change } = rundownChanges
  const rows = await db
    .select({ version, at, what, change, by: members.name })
    .from(rundownChanges)
    .leftJoin(members, eq(members.id, rundownChanges.memberId))
    .where(
      and(eq(rundownChanges.episodeId, episodeId), before === undefined ? undefined : lt(version, before)),
    )
    .orderBy(desc(version))
    .limit(limit)
  return rows.map(({ change: stored, ...row }) => {
    const kept = keptOf(stored)
    const fields = (kept?.steps ?? []).flatMap((step) => ('set' in step ? Object.keys(step.fields) : []))
    return { ...row, titles: kept?.titles ?? [], fields: [...new Set(fields)] }
  })
}

/** The lines as they were at `version`. Refuses `not-found` for one that the log does not reach. */
export async function readVersion(
  db: Db,
  actor: Actor,
  episodeId: string,
  version: number,
  lines: readonly Line[],
) {
  permit(actor, 'rundown.read', null)
  const rows = await db
    .select({ version: rundownChanges.version, change: rundownChanges.change })
    .from(rundownChanges)
    .where(and(eq(rundownChanges.episodeId, episodeId), gt(rundownChanges.version, version)))
    .orderBy(desc(rundownChanges.version))
  return rows.reduce<Line[]>(
    (list, { change }) => {
      const kept = keptOf(change)
      if (!kept) throw new Refusal('not-found')
      return patched(list, kept.back)
    },
    [...lines],
  )
}

/** Brings the whole rundown back to what it was at `version`, as a change that can be taken back itself. */
export async function returnTo(db: Db, actor: Actor, episodeId: string, version: number) {
  return await changeRundown(
    db,
    actor,
    episodeId,
    async (tx, lines): Promise<Change<null>> => ({
      lines: await readVersion(tx, actor, episodeId, version, lines),
      result: null,
      what: 'returned',
      titles: [],
    }),
  )
}

const toldColumns = {
  version: rundownChanges.version,
  at: rundownChanges.at,
  what: rundownChanges.what,
  change: rundownChanges.change,
  memberId: rundownChanges.memberId,
  name: members.name,
}
const logOf = (db: Db) =>
  db.select(toldColumns).from(rundownChanges).leftJoin(members, eq(members.id, rundownChanges.memberId))
type LogRow = Awaited<ReturnType<typeof logOf>>[number]

/** What a screen that holds `version` has missed, oldest first; null when it must fetch the whole. */
export async function readMissed(
  db: Db,
  episodeId: string,
  version: number,
  most = 100,
): Promise<Told[] | null> {
  const rows = await logOf(db)
    .where(and(eq(rundownChanges.episodeId, episodeId), gt(rundownChanges.version, version)))
    .orderBy(asc(rundownChanges.version))
    .limit(most + 1)
  if (rows.length > most) return null
  const told: Told[] = []
  for (const row of rows) {
    const next = await toldOf(db, row)
    if (!next || next.version !== version + told.length + 1) return null
    told.push(next)
  }
  return told
}

async function toldOf(db: Db, { change, memberId, name, at, ...row }: LogRow): Promise<Told | null> {
  const kept = keptOf(change)
  if (!kept) return null
  const by = memberId ? { id: memberId, name: name ?? '' } : null
  const { steps, titles } = kept
  return { ...row, at: at.getTime(), by, steps, titles, facts: await readFacts(db, steps.flatMap(joinedBy)) }
}

/**
 * Does `work` once for `key`, which the screen made: asked again (the answer was lost on the way), it answers what was
 * done. Nearly every edit comes once, so it is looked up only when it is refused or changes nothing.
 */
export async function changeOnce(
  db: Db,
  episodeId: string,
  key: string,
  work: (tx: Db) => Promise<Changed<unknown>>,
): Promise<Changed<unknown>> {
  try {
    const done = await db.transaction(async (tx) => {
      keyChange(tx, key)
      return await work(tx)
    })
    return done.told ? done : ((await readKeyed(db, episodeId, key)) ?? done)
  } catch (error) {
    const known = await readKeyed(db, episodeId, key)
    if (known) return known
    throw error
  }
}

async function readKeyed(db: Db, episodeId: string, key: string): Promise<Changed<unknown> | null> {
  const [known] = await logOf(db).where(
    and(eq(rundownChanges.episodeId, episodeId), eq(rundownChanges.key, key)),
  )
  return known ? { result: null, told: await toldOf(db, known) } : null
}
