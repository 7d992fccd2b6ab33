import { and, eq, gt, lt, sql } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { attempts } from '#lib/db/schema.ts'

const WINDOW = sql`now() - interval '15 minutes'`

/**
 * Counts a try at a door (`ip:…`, `mail:…`) and says whether it may go on: at most `limit` tries in
 * 15 minutes. Counted in the database, so that several processes count together.
 */
export async function knock(db: Db, door: string, limit: number): Promise<boolean> {
  await db.delete(attempts).where(lt(attempts.at, sql`now() - interval '1 hour'`))
  await db.insert(attempts).values({ door })
  const tries = await db.$count(attempts, and(eq(attempts.door, door), gt(attempts.at, WINDOW)))
  return tries <= limit
}
