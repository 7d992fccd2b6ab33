import { and, inArray, isNull } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { clips, rundownItems, type rundownTemplates, type TemplateItem } from '#lib/db/schema.ts'
import { makeEpisode } from '#lib/episode/episode.server.ts'
import { claimAiring } from '#lib/episode/planned.server.ts'
import type { Show } from '#lib/episode/show.server.ts'
import type { Actor } from '#lib/people/can.ts'
import type { Airing } from './schedule.ts'
import { templateItems } from './template-items.ts'
import { patternTitle } from './title-pattern.ts'

export type Template = typeof rundownTemplates.$inferSelect

/** An episode with a template's title, length and lines; in the transaction that holds the calendar. */
export async function makeFromTemplate(
  tx: Db,
  actor: Actor | 'console',
  show: Show,
  template: Template | null,
  airing: Airing,
  isSlot: boolean,
): Promise<string> {
  let title = ''
  const titleOf = (number: number) => {
    title = template ? patternTitle(template.titlePattern, { airDate: airing.airDate, number }) : ''
    return title
  }
  const targetMs = template?.targetMs ?? show.targetMs
  const episodeId = await makeEpisode(tx, actor, show, airing, { title: titleOf, targetMs })
  const items = await withoutLostSounds(tx, templateItems(template?.items ?? []))
  if (items.length > 0)
    await tx.insert(rundownItems).values(items.map((item, position) => ({ ...item, episodeId, position })))
  const memberId = actor === 'console' ? null : actor.memberId
  const { airDate } = airing
  await claimAiring(tx, memberId, episodeId, { templateId: template?.id ?? null, airDate, isSlot, title })
  return episodeId
}

/** A sound that was removed since the template was kept leaves its line without one. */
async function withoutLostSounds(tx: Db, items: readonly TemplateItem[]): Promise<TemplateItem[]> {
  const wanted = items.flatMap(({ clipId, bedId }) => [clipId ?? [], bedId ?? []].flat())
  const found = await tx
    .select({ id: clips.id })
    .from(clips)
    .where(and(inArray(clips.id, wanted), isNull(clips.deletedAt)))
  const there = new Set<string | null>(found.map(({ id }) => id))
  const kept = (id: string | null) => (there.has(id) ? id : null)
  return items.map((item) => ({ ...item, clipId: kept(item.clipId), bedId: kept(item.bedId) }))
}
