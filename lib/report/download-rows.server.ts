import { sql } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { downloads, episodes } from '#lib/db/schema.ts'

/** All that is written of listening. */
export type DownloadRow = typeof downloads.$inferSelect

/** Adds to a counter, which several processes may share; of an episode that is gone nothing is kept. */
export async function addDownloads(db: Db, { episodeId, day, app, count }: DownloadRow) {
  await db.execute(sql`
    insert into ${downloads} (episode_id, day, app, count)
    select ${episodes.id}, ${day}::date, ${app}, ${count}::int from ${episodes} where ${episodes.id} = ${episodeId}
    on conflict (episode_id, day, app) do update set count = ${downloads.count} + excluded.count`)
}
