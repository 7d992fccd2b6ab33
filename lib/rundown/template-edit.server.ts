import { createHash } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Db } from '#lib/db/db.server.ts'
import { audit, rundownTemplates, type TemplateItem } from '#lib/db/schema.ts'
import { lastNumber } from '#lib/episode/episode.server.ts'
import { readSkipped } from '#lib/episode/planned.server.ts'
import { readShow } from '#lib/episode/show.server.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import type { Actor } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { seasonOf } from '#lib/time/airtime.ts'
import { checkedRule, type Rule } from '#lib/time/recurrence.ts'
import type { Template } from './from-template.server.ts'
import { type Airing, nextAirings, schedulesOf, slotSchedule } from './schedule.ts'
import { planComingEpisodes, templatesOf } from './template.server.ts'
import { templateItemShape, templateItems } from './template-items.ts'
import { patternTitle } from './title-pattern.ts'

export type TemplateDetails = {
  name: string
  items: readonly TemplateItem[]
  rule: Rule | null
  titlePattern: string
  airTime: string | null
  targetMs: number | null
  daysAhead: number
}
/** A template as its page shows it. `seen` names what somebody had before them when they began to change it. */
export type ShownTemplate = Template & { seen: string; isFirst: boolean }
/** A show to come, as its template would make it. */
export type ComingTitle = Airing & { title: string; isSkipped: boolean }

/** All templates in order: the first one without a rule serves the show's weekly slot. */
export async function readAllTemplates(db: Db, actor: Actor): Promise<ShownTemplate[]> {
  permit(actor, 'episode.edit', null)
  return (await templatesOf(db)).map((template, index) => ({
    ...template,
    items: templateItems(template.items),
    seen: seenOf(template),
    isFirst: index === 0,
  }))
}

/** One template. Refuses `not-found`. */
export async function readTemplate(db: Db, actor: Actor, templateId: string): Promise<ShownTemplate> {
  const template = (await readAllTemplates(db, actor)).find(({ id }) => id === templateId)
  if (!template) throw new Refusal('not-found')
  return template
}

/** The next `count` shows that a template with this rule, hour and title would make. Refuses `rule.unreadable`. */
export async function previewTemplate(
  db: Db,
  actor: Actor,
  { rule, airTime, titlePattern }: Pick<TemplateDetails, 'rule' | 'airTime' | 'titlePattern'>,
  now: Date,
  count = 3,
): Promise<ComingTitle[]> {
  permit(actor, 'episode.edit', null)
  const show = await readShow(db)
  const timed = { id: '', name: '', rule: rule === null ? null : checkedRule(rule), airTime, daysAhead: 0 }
  const schedule = rule === null ? slotSchedule(show, timed) : schedulesOf(show, [timed])[0]
  const airings = schedule ? nextAirings(schedule, now.getTime(), count, show.timeZone) : []
  const [first, last] = [airings[0]?.airDate, airings.at(-1)?.airDate]
  if (!first || !last) return []
  const skipped = await readSkipped(db, first, last)
  const numbers = new Map<string, number>()
  const coming: ComingTitle[] = []
  for (const airing of airings) {
    const season = seasonOf(airing.airDate)
    const number = (numbers.get(season) ?? (await lastNumber(db, season))) + 1
    numbers.set(season, number)
    const title = patternTitle(titlePattern, { airDate: airing.airDate, number })
    coming.push({ ...airing, title, isSkipped: skipped.has(airing.airDate) })
  }
  return coming
}

/**
 * Changes a template as it was seen, and makes at once the shows that it now says are due; answers how many. Refuses
 * `template.stale` when somebody has changed it since, and `rule.unreadable`.
 */
export async function editTemplate(
  db: Db,
  actor: Actor,
  templateId: string,
  seen: string,
  details: TemplateDetails,
  now: Date,
): Promise<number> {
  permit(actor, 'episode.edit', null)
  await db.transaction(async (tx) => {
    const template = await holdTemplate(tx, templateId)
    if (seenOf(template) !== seen) throw new Refusal('template.stale', { name: template.name })
    const rule = details.rule === null ? null : checkedRule(details.rule)
    const items = templateItems(details.items)
    await tx
      .update(rundownTemplates)
      .set({ ...details, items, rule })
      .where(eq(rundownTemplates.id, templateId))
  })
  return await planComingEpisodes(db, now)
}

/** Copies a template, without its rule: two with the same one would make every show twice. Answers the copy's id. */
export async function copyTemplate(db: Db, actor: Actor, templateId: string): Promise<string> {
  permit(actor, 'episode.edit', null)
  return await db.transaction(async (tx) => {
    const { id, name, ...rest } = await holdTemplate(tx, templateId)
    const last = Math.max(...(await templatesOf(tx)).map(({ position }) => position))
    const [copy] = await tx
      .insert(rundownTemplates)
      .values({ ...rest, name: `${name.slice(0, 70)} (copie)`, rule: null, position: last + 1 })
      .returning({ id: rundownTemplates.id })
    if (!copy) throw new Error('A template row was not made')
    return copy.id
  })
}

/** Removes a template; the shows it has made stay, and `restoreTemplate` brings it back. */
export async function removeTemplate(db: Db, actor: Actor, templateId: string) {
  permit(actor, 'episode.edit', null)
  await db.transaction(async (tx) => {
    const template = await holdTemplate(tx, templateId)
    await tx.delete(rundownTemplates).where(eq(rundownTemplates.id, templateId))
    const facts = { template: JSON.stringify(template) }
    await tx
      .insert(audit)
      .values({ memberId: actor.memberId, what: 'template.removed', object: templateId, facts })
  })
}

const removedShape = z.object({
  id: z.uuid(),
  name: z.string(),
  items: z.array(templateItemShape),
  position: z.int(),
  rule: z.string().nullable(),
  titlePattern: z.string(),
  airTime: z.string().nullable(),
  targetMs: z.int().nullable(),
  daysAhead: z.int(),
})

/** Brings a removed template back as it was. Doing it twice harms nothing. Refuses `not-found`. */
export async function restoreTemplate(db: Db, actor: Actor, templateId: string) {
  permit(actor, 'episode.edit', null)
  const [row] = await db
    .select({ facts: audit.facts })
    .from(audit)
    .where(and(eq(audit.what, 'template.removed'), eq(audit.object, templateId)))
    .orderBy(sql`${audit.id} desc`)
    .limit(1)
  if (!row) throw new Refusal('not-found')
  const template = removedShape.parse(JSON.parse(String(row.facts.template)))
  await db.insert(rundownTemplates).values(template).onConflictDoNothing()
}

async function holdTemplate(tx: Db, templateId: string): Promise<Template> {
  const [template] = await tx
    .select()
    .from(rundownTemplates)
    .where(eq(rundownTemplates.id, templateId))
    .for('update')
  if (!template) throw new Refusal('not-found')
  return template
}

function seenOf({ id, position, ...template }: Template): string {
  const { name, items, rule, titlePattern, airTime, targetMs, daysAhead } = template
  const told = JSON.stringify([name, templateItems(items), rule, titlePattern, airTime, targetMs, daysAhead])
  return createHash('sha256').update(told).digest('base64url')
}
