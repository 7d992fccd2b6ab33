import { and, asc, desc, eq, isNotNull, isNull, lt, or } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { episodes, rundownItems, rundownTemplates } from '#lib/db/schema.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import type { Actor } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { readLines } from './change.server.ts'
import { fieldsOf } from './patch.ts'
import type { NewLine } from './rundown.server.ts'

/** Where the lines of a rundown may come from, besides stories and sounds. */
export type Sources = {
  /** Stories that lie in some rundown already. */
  placedStories: string[]
  /** The show before this one; null for the first. */
  before: { title: string; number: number; airDate: string; lines: NewLine[] } | null
  templates: { id: string; name: string; lines: NewLine[] }[]
}

/** What the lines of an episode may be taken from. Refuses `not-found`. */
export async function readSources(db: Db, actor: Actor, episodeId: string): Promise<Sources> {
  permit(actor, 'rundown.edit', null)
  const placed = await db
    .selectDistinct({ id: rundownItems.storyId })
    .from(rundownItems)
    .where(and(isNotNull(rundownItems.storyId), isNull(rundownItems.deletedAt)))
  const templates = await db
    .select({ id: rundownTemplates.id, name: rundownTemplates.name, lines: rundownTemplates.items })
    .from(rundownTemplates)
    .orderBy(asc(rundownTemplates.position), asc(rundownTemplates.name))
  return {
    placedStories: placed.flatMap(({ id }) => id ?? []),
    before: await readBefore(db, episodeId),
    templates,
  }
}

async function readBefore(db: Db, episodeId: string): Promise<Sources['before']> {
  const { id, title, number, airDate, airTime } = episodes
  const [own] = await db.select({ airDate, airTime }).from(episodes).where(eq(id, episodeId))
  if (!own) throw new Refusal('not-found')
  const [before] = await db
    .select({ id, title, number, airDate })
    .from(episodes)
    .where(or(lt(airDate, own.airDate), and(eq(airDate, own.airDate), lt(airTime, own.airTime))))
    .orderBy(desc(airDate), desc(airTime))
    .limit(1)
  if (!before) return null
  const { id: beforeId, ...named } = before
  return { ...named, lines: (await readLines(db, beforeId)).map(fieldsOf) }
}
