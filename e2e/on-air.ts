import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { and, eq } from 'drizzle-orm'
import { openDatabase } from '#lib/db/db.server.ts'
import { findRunningPostgres } from '#lib/db/embedded.server.ts'
import { members, rundownItems } from '#lib/db/schema.ts'
import { doOnAir } from '#lib/rundown/on-air.server.ts'
import type { App } from './server.ts'

/** Takes a line of an episode on air, by its title, as the studio's own tools do: beside every page. */
export async function takeOnAir(app: App, episodeId: string, title: string): Promise<void> {
  const running = await findRunningPostgres(join(app.data, 'postgres'))
  if (!running) throw new Error('The app runs no database of its own')
  const { host, port, user, database } = running
  const { db, close } = await openDatabase({ host, port, user, database })
  try {
    const [line] = await db
      .select({ id: rundownItems.id })
      .from(rundownItems)
      .where(and(eq(rundownItems.episodeId, episodeId), eq(rundownItems.title, title)))
    const [member] = await db.select().from(members).where(eq(members.role, 'technique'))
    if (!line || !member) throw new Error(`No line “${title}”, or nobody who calls the show`)
    const { id: memberId, name, role, houseId } = member
    const actor = { memberId, name, role, houseId, sessionId: randomUUID() }
    await doOnAir(db, actor, episodeId, { key: randomUUID(), deed: 'take', itemId: line.id })
  } finally {
    await close()
  }
}
