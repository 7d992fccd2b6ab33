import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { clips, episodes, rundownItems, rundownTemplates, type TemplateItem } from '#lib/db/schema.ts'
import { holdCalendar, isWeekPlanned, makeEpisode, nextFreeAiring } from '#lib/episode/episode.server.ts'
import { findShow, readShow, type Show } from '#lib/episode/show.server.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import type { Actor } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { localParts, nextSlot, slotWeeksAfter } from '#lib/time/airtime.ts'
import { hours } from '#lib/time/duration.ts'
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
    await holdCalendar(tx)
    const show = await readShow(tx)
    const episodeId = await makeEpisode(tx, actor, show, await nextFreeAiring(tx, show, now))
    await fillFromTemplate(tx, episodeId, templateId)
    return episodeId
  })
}

/**
 * Plans shows by itself until each weekly slot of the coming `days` has its episode; answers how many it made.
 * Running it twice, or in two processes at once, adds nothing.
 */
export async function planComingEpisodes(db: Db, now: Date, days = 10): Promise<number> {
  const show = await findShow(db)
  if (!show || show.slotWeekday === null || (await db.$count(episodes)) === 0) return 0
  const { slotTime: airTime, timeZone: zone } = show
  const slot = { weekday: show.slotWeekday, time: airTime }
  const horizon = now.getTime() + hours(24 * days)
  let made = 0
  for (let at = nextSlot(slot, now.getTime(), zone); at <= horizon; at = slotWeeksAfter(slot, at, 1, zone)) {
    const airing = { airDate: localParts(at, zone).date, airTime }
    if (await planUnlessPlanned(db, show, airing)) made++
  }
  return made
}

async function planUnlessPlanned(
  db: Db,
  show: Show,
  airing: { airDate: string; airTime: string },
): Promise<boolean> {
  return await db.transaction(async (tx) => {
    await holdCalendar(tx)
    if (await isWeekPlanned(tx, airing.airDate)) return false
    await fillFromTemplate(tx, await makeEpisode(tx, 'console', show, airing), null)
    return true
  })
}

async function fillFromTemplate(tx: Db, episodeId: string, templateId: string | null) {
  const [template] = await tx
    .select({ items: rundownTemplates.items })
    .from(rundownTemplates)
    .where(templateId ? eq(rundownTemplates.id, templateId) : undefined)
    .orderBy(asc(rundownTemplates.position))
    .limit(1)
  if (templateId && !template) throw new Refusal('not-found')
  if (!template?.items.length) return
  const items = await withoutLostSounds(tx, template.items)
  await tx.insert(rundownItems).values(items.map((item, position) => ({ ...item, episodeId, position })))
}

/** A sound that was removed since the template was kept leaves its line without one. */
async function withoutLostSounds(tx: Db, items: readonly TemplateItem[]): Promise<TemplateItem[]> {
  const wanted = items.flatMap(({ clipId }) => clipId ?? [])
  const found = await tx
    .select({ id: clips.id })
    .from(clips)
    .where(and(inArray(clips.id, wanted), isNull(clips.deletedAt)))
  const there = new Set<string | null>(found.map(({ id }) => id))
  return items.map((item) => ({ ...item, clipId: there.has(item.clipId) ? item.clipId : null }))
}
