import { sql } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { tell, theJobs } from '#lib/db/events.server.ts'
import { shows } from '#lib/db/schema.ts'

/**
 * Says, in the caller's transaction, that listeners' apps have something new to see. Always later than before, and
 * one at a time: feeds are remembered by this instant. `guid` becomes the feed's, unless it has one. Where a hub
 * waits to be told, `feed.changed` is told.
 */
export async function touchShow(tx: Db, guid: string | null = null) {
  const [show] = await tx
    .update(shows)
    .set({
      changedAt: sql`greatest(clock_timestamp(), ${shows.changedAt} + interval '1 millisecond')`,
      ...(guid ? { podcastGuid: sql`coalesce(${shows.podcastGuid}, ${guid}::uuid)` } : {}),
    })
    .returning({ id: shows.id, hubUrl: shows.hubUrl })
  // A command that works without jobs tells nobody: hubs look for themselves now and then.
  if (show?.hubUrl && theJobs()) await tell(tx, 'feed.changed', String(show.id))
}
