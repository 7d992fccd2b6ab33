import { sql } from 'drizzle-orm'
import { withDatabase } from '#lib/console.server.ts'
import { touchShow } from '#lib/episode/touch-show.server.ts'

/** Gives the running radio `count` published episodes in place of its one, each a copy of it. */
export async function lengthenHistory(count: number) {
  await withDatabase(async ({ db }) => {
    await db.execute(sql`
      insert into episodes (season_id, number, slug, title, summary, air_date, air_time, target_ms)
      select one.season_id, 1000 + n, one.slug || '-' || n, one.title || ' ' || n, one.summary,
        one.air_date - n * 7, one.air_time, one.target_ms
      from episodes one join publications on episode_id = one.id, generate_series(1, ${count - 1}::int) n`)
    // Whatever columns a publication has by now, all but whose it is.
    const { rows } = await db.execute<{ into: string; from: string }>(sql`
      select string_agg(quote_ident(column_name), ', ') as "into",
        string_agg('one.' || quote_ident(column_name), ', ') as "from"
      from information_schema.columns where table_schema = 'public' and table_name = 'publications' and column_name <> 'episode_id'`)
    const [into, from] = [sql.raw(rows[0]?.into ?? ''), sql.raw(rows[0]?.from ?? '')]
    await db.execute(sql`
      insert into publications (episode_id, ${into})
      select made.id, ${from} from episodes made, publications one where made.number > 1000`)
    await touchShow(db)
  })
}
