import { and, desc, eq } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { audit, shows } from '#lib/db/schema.ts'
import { readShow, type Show } from '#lib/episode/show.server.ts'
import { touchShow } from '#lib/episode/touch-show.server.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import type { Actor } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { feedPath } from './addresses.ts'

/** What the podcast's own settings are, all of them seen by apps. Empty text means none. */
export type PodcastSettings = Pick<
  Show,
  | 'license'
  | 'locationName'
  | 'locationGeo'
  | 'locationOsm'
  | 'fundingUrl'
  | 'fundingLabel'
  | 'isLocked'
  | 'hubUrl'
  | 'movedTo'
>

const MOVED = 'feed.moved'

/**
 * Changes what the feed says of the podcast; what is as it was changes no byte of it. Refuses
 * `feed.moves-to-itself` for a new address that is the old one. `baseUrl` has no trailing slash.
 */
export async function editPodcast(db: Db, actor: Actor, settings: PodcastSettings, baseUrl: string) {
  permit(actor, 'show.edit', null)
  if (URL.parse(settings.movedTo)?.href === baseUrl + feedPath) throw new Refusal('feed.moves-to-itself')
  await db.transaction(async (tx) => {
    // Locked, so that of two who move it at once the second sees the first.
    await tx.select({ id: shows.id }).from(shows).for('update')
    const before = await readShow(tx)
    const changed = Object.entries(settings).filter(([name, value]) => Reflect.get(before, name) !== value)
    if (changed.length === 0) return
    await tx.update(shows).set(settings)
    await touchShow(tx)
    const { memberId } = actor
    const object = changed.map(([name]) => name).join(' ')
    await tx.insert(audit).values({ memberId, what: 'show.changed', object })
    if (settings.movedTo !== before.movedTo)
      await tx.insert(audit).values({ memberId, what: MOVED, object: settings.movedTo })
  })
}

/** How long the old address still shows the feed with its new one in it: see "Moving away" in the operations' page. */
export const MOVING_DAYS = 30
const DAY_MS = 86_400_000

/** Since when the feed has its new address; null while it is here. */
export async function readMove(db: Db, movedTo: string): Promise<{ since: Date; endsAt: Date } | null> {
  if (movedTo === '') return null
  const [move] = await db
    .select({ since: audit.at })
    .from(audit)
    .where(and(eq(audit.what, MOVED), eq(audit.object, movedTo)))
    .orderBy(desc(audit.at))
    .limit(1)
  return move ? { since: move.since, endsAt: new Date(move.since.getTime() + MOVING_DAYS * DAY_MS) } : null
}
