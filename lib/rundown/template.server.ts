import { asc, eq } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { episodes, rundownTemplates, skippedAirings, type TemplateItem } from '#lib/db/schema.ts'
import { holdCalendar } from '#lib/episode/episode.server.ts'
import { isAiringPlanned, isWeekPlanned, lastPlannedDate, readSkipped } from '#lib/episode/planned.server.ts'
import { findShow, readShow, type Show } from '#lib/episode/show.server.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import type { Actor } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { addDays, instantOf, localParts } from '#lib/time/airtime.ts'
import { hours } from '#lib/time/duration.ts'
import { makeFromTemplate, type Template } from './from-template.server.ts'
import { rundownOf } from './rundown.server.ts'
import {
  type Airing,
  airingsBetween,
  nextAirings,
  type Schedule,
  schedulesOf,
  slotSchedule,
} from './schedule.ts'

/** The templates that a new episode can start from, the usual one first. */
export async function readTemplates(db: Db, actor: Actor) {
  permit(actor, 'episode.edit', null)
  return (await templatesOf(db)).map(({ id, name }) => ({ id, name }))
}

/** All of the templates, in order, for those who have checked the right themselves. */
export async function templatesOf(db: Db): Promise<Template[]> {
  return await db
    .select()
    .from(rundownTemplates)
    .orderBy(asc(rundownTemplates.position), asc(rundownTemplates.name))
}

/** Keeps an episode's rundown as a template: kinds, titles, lengths and the show's own sounds, no stories. */
export async function saveTemplate(db: Db, actor: Actor | 'console', episodeId: string, name: string) {
  if (actor !== 'console') permit(actor, 'episode.edit', null)
  const { lines } = await rundownOf(db, episodeId)
  const own = new Set(['theme', 'ident', 'sting'])
  const items: TemplateItem[] = lines.map(
    ({ id, version, position, story, clip, storyId, notes, extra, ...line }) => ({
      ...line,
      title: own.has(line.kind) || line.kind === 'voice' ? line.title : '',
      clipId: own.has(line.kind) ? line.clipId : null,
    }),
  )
  const position = await db.$count(rundownTemplates)
  await db.insert(rundownTemplates).values({ name, items, position })
}

/**
 * Plans the next show: the first free airing of a template (the usual one when not named), with its lines. Refuses
 * `rule.over` when its rule has no day left.
 */
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
    const template = await findTemplate(tx, templateId)
    const [own] = template?.rule ? schedulesOf(show, [template]) : []
    const schedule = own ?? slotSchedule(show, template)
    const airing = schedule
      ? await nextFreeAiring(tx, show, schedule, now)
      : await weekAfterLast(tx, show, now)
    return await makeFromTemplate(tx, actor, show, template, airing, own === undefined)
  })
}

/** Makes an episode on a chosen day, whatever the rules say; a day that was skipped is one no longer. */
export async function planEpisodeAt(
  db: Db,
  actor: Actor,
  airing: Airing,
  templateId: string | null = null,
): Promise<string> {
  permit(actor, 'episode.edit', null)
  return await db.transaction(async (tx) => {
    await holdCalendar(tx)
    await tx.delete(skippedAirings).where(eq(skippedAirings.airDate, airing.airDate))
    const template = await findTemplate(tx, templateId)
    return await makeFromTemplate(tx, actor, await readShow(tx), template, airing, !template?.rule)
  })
}

/**
 * Plans shows by itself until each airing of the coming days has its episode: the weekly slot's, and those of every
 * template with a rule, each as long ahead as it says (or `days`); answers how many it made. Running it twice, or in
 * two processes at once, adds nothing.
 */
export async function planComingEpisodes(db: Db, now: Date, days?: number): Promise<number> {
  const show = await findShow(db)
  if (!show) return 0
  const templates = await templatesOf(db)
  // The slot waits for the first episode, that somebody makes; a rule was written on purpose.
  const isOpen = (await db.$count(episodes)) > 0
  let made = 0
  for (const schedule of schedulesOf(show, templates).filter(({ isSlot }) => isOpen || !isSlot)) {
    const until = now.getTime() + hours(24 * (days ?? schedule.daysAhead))
    const template = templates.find(({ id }) => id === schedule.templateId) ?? null
    for (const airing of airingsBetween(schedule, now.getTime(), until, show.timeZone)) {
      if (await planUnlessPlanned(db, show, schedule, template, airing)) made++
    }
  }
  return made
}

async function planUnlessPlanned(
  db: Db,
  show: Show,
  schedule: Schedule,
  template: Template | null,
  airing: Airing,
): Promise<boolean> {
  return await db.transaction(async (tx) => {
    await holdCalendar(tx)
    if (await isTaken(tx, schedule, airing.airDate)) return false
    await makeFromTemplate(tx, 'console', show, template, airing, schedule.isSlot)
    return true
  })
}

async function isTaken(tx: Db, { isSlot, templateId }: Schedule, airDate: string): Promise<boolean> {
  if ((await readSkipped(tx, airDate, airDate)).size > 0) return true
  return isSlot ? await isWeekPlanned(tx, airDate) : await isAiringPlanned(tx, templateId, airDate)
}

/** The first airing after the last that has its episode, and after now, that nobody skips. */
async function nextFreeAiring(tx: Db, show: Show, schedule: Schedule, now: Date): Promise<Airing> {
  const last = await lastPlannedDate(tx, schedule)
  const zone = show.timeZone
  const lastAiring = last ? instantOf({ date: last, time: '23:59', zone }) : 0
  for (const airing of nextAirings(schedule, Math.max(now.getTime(), lastAiring), 200, zone)) {
    if ((await readSkipped(tx, airing.airDate, airing.airDate)).size === 0) return airing
  }
  throw new Refusal('rule.over')
}

/** Nobody has said yet when the show airs: a week after the last one. */
async function weekAfterLast(tx: Db, show: Show, now: Date): Promise<Airing> {
  const last = await lastPlannedDate(tx, { templateId: null, isSlot: true })
  const today = localParts(now.getTime(), show.timeZone).date
  return { airDate: addDays(last && last > today ? last : today, 7), airTime: show.slotTime }
}

async function findTemplate(tx: Db, templateId: string | null): Promise<Template | null> {
  if (templateId === null) return (await templatesOf(tx))[0] ?? null
  const [template] = await tx.select().from(rundownTemplates).where(eq(rundownTemplates.id, templateId))
  if (!template) throw new Refusal('not-found')
  return template
}
