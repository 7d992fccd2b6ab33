import { sql } from 'drizzle-orm'
import { withDatabase } from '#lib/console.server.ts'
import { touchShow } from '#lib/publishing/press.server.ts'

/** Gives the running radio `count` published episodes in place of its one, each a copy of it. */
export async function lengthenHistory(count: number) {
  await withDatabase(async ({ db }) => {
    await db.execute(sql`
      insert into episodes (season_id, number, slug, title, summary, air_date, air_time, target_ms)
      select season_id, 1000 + n, slug || '-' || n, title || ' ' || n, summary, air_date - n * 7, air_time, target_ms
      from episodes join publications on episode_id = episodes.id, generate_series(1, ${count - 1}::int) n`)
    const { rows } = await db.execute<{ columns: string }>(sql`
      select string_agg(quote_ident(column_name), ', ') columns from information_schema.columns
      where table_name = 'publications' and column_name <> 'episode_id'`)
    const columns = sql.raw(rows[0]?.columns ?? '')
    await db.execute(sql`
      insert into publications (episode_id, ${columns})
      select made.id, ${columns} from episodes made, publications where made.number > 1000`)
    await touchShow(db)
  })
}
