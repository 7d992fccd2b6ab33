import { asc, eq } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { episodes, rundownItems, rundownTemplates, type TemplateItem } from '#lib/db/schema.ts'
import { makeEpisode, nextFreeAiring } from '#lib/episode/episode.server.ts'
import { findShow, readShow } from '#lib/episode/show.server.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import type { Actor } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { addDays, localParts } from '#lib/time/airtime.ts'
import { rundownOf } from './rundown.server.ts'

/** The templates that a new episode can start from, the usual one first. */
export async function readTemplates(db: Db, actor: Actor) {
  permit(actor, 'episode.edit', null)
  return await db
    .select({ id: rundownTemplates.id, name: rundownTemplates.name })
    .from(rundownTemplates)
    .orderBy(asc(rundownTemplates.position), asc(rundownTemplates.name))
}

/** Keeps an episode's rundown as a template: kinds, titles, lengths and the show's own sounds, no stories. */
export async function saveTemplate(db: Db, actor: Actor | 'console', episodeId: string, name: string) {
  if (actor !== 'console') permit(actor, 'episode.edit', null)
  const { lines } = await rundownOf(db, episodeId)
  const own = new Set(['theme', 'ident', 'sting'])
  const items: TemplateItem[] = lines.map(({ kind, title, who, plannedMs, clipId }) => ({
    kind,
    title: own.has(kind) || kind === 'voice' ? title : '',
    who,
    plannedMs,
    clipId: own.has(kind) ? clipId : null,
  }))
  const position = await db.$count(rundownTemplates)
  await db.insert(rundownTemplates).values({ name, items, position })
}

/** Plans the next show: the first free slot, with the lines of a template (the usual one when not named). */
export async function planNextEpisode(
  db: Db,
  actor: Actor | 'console',
  now: Date,
  templateId: string | null = null,
): Promise<string> {
  if (actor !== 'console') permit(actor, 'episode.edit', null)
  return await db.transaction(async (tx) => {
    const show = await readShow(tx)
    const episodeId = await makeEpisode(tx, actor, show, await nextFreeAiring(tx, show, now))
    const [template] = await tx
      .select({ items: rundownTemplates.items })
      .from(rundownTemplates)
      .where(templateId ? eq(rundownTemplates.id, templateId) : undefined)
      .orderBy(asc(rundownTemplates.position))
      .limit(1)
    if (templateId && !template) throw new Refusal('not-found')
    if (template?.items.length) {
      await tx
        .insert(rundownItems)
        .values(template.items.map((item, position) => ({ ...item, episodeId, position })))
    }
    return episodeId
  })
}

/** Plans shows by itself until each slot of the coming `days` has its episode. Running it twice adds nothing. */
export async function planComingEpisodes(db: Db, now: Date, days = 10): Promise<number> {
  const show = await findShow(db)
  if (!show || show.slotWeekday === null || (await db.$count(episodes)) === 0) return 0
  const horizon = addDays(localParts(now.getTime(), show.timeZone).date, days)
  for (let made = 0; made < 8; made++) {
    const { airDate } = await nextFreeAiring(db, show, now)
    if (airDate > horizon) return made
    await planNextEpisode(db, 'console', now)
  }
  return 8
}
