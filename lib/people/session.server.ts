import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { members, sessions } from '#lib/db/schema.ts'
import type { Actor } from './can.ts'

const IDLE_DAYS = { resident: 400, technique: 400, coordination: 30 } as const

/** The signed-in member behind a session row; null when it is unknown, revoked, idle too long or suspended. */
export async function findActor(db: Db, sessionId: string): Promise<Actor | null> {
  const [row] = await db
    .select({
      memberId: members.id,
      name: members.name,
      role: members.role,
      houseId: members.houseId,
      seenAt: sessions.seenAt,
      now: sql<Date>`now()`.mapWith(sessions.seenAt),
    })
    .from(sessions)
    .innerJoin(members, eq(members.id, sessions.memberId))
    .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt), isNull(members.suspendedAt)))
  if (!row) return null
  const idleMs = row.now.getTime() - row.seenAt.getTime()
  if (idleMs > IDLE_DAYS[row.role] * 86_400_000) return null
  if (idleMs > 3_600_000)
    await db.update(sessions).set({ seenAt: sql`now()` }).where(eq(sessions.id, sessionId))
  return { memberId: row.memberId, name: row.name, role: row.role, houseId: row.houseId, sessionId }
}

/** Ends a session at once ("Ce n'est pas moi"): the next request with it is signed out. */
export async function endSession(db: Db, sessionId: string) {
  await db
    .update(sessions)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)))
}
