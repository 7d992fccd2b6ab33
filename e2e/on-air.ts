import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { and, eq } from 'drizzle-orm'
import { type Db, openDatabase } from '#lib/db/db.server.ts'
import { findRunningPostgres } from '#lib/db/embedded.server.ts'
import { episodes, members, rundownItems, shows } from '#lib/db/schema.ts'
import { doOnAir } from '#lib/rundown/on-air.server.ts'
import { localParts } from '#lib/time/airtime.ts'
import type { App } from './server.ts'

/** Takes a line of an episode on air, by its title, as the studio's own tools do: beside every page. */
export async function takeOnAir(app: App, episodeId: string, title: string): Promise<void> {
  await withDatabase(app, async (db) => {
    const [line] = await db
      .select({ id: rundownItems.id })
      .from(rundownItems)
      .where(and(eq(rundownItems.episodeId, episodeId), eq(rundownItems.title, title)))
    const [member] = await db.select().from(members).where(eq(members.role, 'technique'))
    if (!line || !member) throw new Error(`No line “${title}”, or nobody who calls the show`)
    const { id: memberId, name, role, houseId } = member
    const actor = { memberId, name, role, houseId, sessionId: randomUUID() }
    await doOnAir(db, actor, episodeId, { key: randomUUID(), deed: 'take', itemId: line.id })
  })
}

/**
 * Moves the show to where midnight is at the next full minute but one, and its one episode to two minutes before it:
 * the clocks of server and browser stay as they are.
 */
export async function bringMidnight(app: App): Promise<void> {
  const day = 24 * 60
  const toMidnight = (2 * day - 2 - (Math.floor(Date.now() / 60_000) % day)) % day
  const hour = String(Math.floor(toMidnight / 60)).padStart(2, '0')
  const timeZone = `+${hour}:${String(toMidnight % 60).padStart(2, '0')}`
  const { date: airDate, time: airTime } = localParts(Date.now(), timeZone)
  await withDatabase(app, async (db) => {
    await db.update(shows).set({ timeZone })
    await db.update(episodes).set({ airDate, airTime })
  })
}

/** Works on the running app's own database, beside its pages. */
export async function withDatabase<T>(app: App, work: (db: Db) => Promise<T>): Promise<T> {
  const running = await findRunningPostgres(join(app.data, 'postgres'))
  if (!running) throw new Error('The app runs no database of its own')
  const { host, port, user, database } = running
  const { db, close } = await openDatabase({ host, port, user, database })
  try {
    return await work(db)
  } finally {
    await close()
  }
}
