import { asc, eq, sql } from 'drizzle-orm'
import { type Db, sqlState } from '#lib/db/db.server.ts'
import { audit, houses, rubrics, shows, themes } from '#lib/db/schema.ts'
import { drawCover, fitCover } from '#lib/machine/cover.server.ts'
import type { FileStore } from '#lib/machine/files.server.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import type { Actor } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { slugOf } from './slug.ts'

export type Show = typeof shows.$inferSelect
/** What the settings page may change; the rest follows from use. */
export type ShowSettings = Partial<
  Omit<Show, 'id' | 'coverFile' | 'podcastGuid' | 'isExample' | 'createdAt' | 'changedAt'>
>
export type ListName = 'houses' | 'rubrics' | 'themes'
export type ListEntry = { id: string; name: string; slug: string }

/** The show of this installation; null until the first-run page was answered. */
export async function findShow(db: Db): Promise<Show | null> {
  const [show] = await db.select().from(shows)
  return show ?? null
}

/** As `findShow`, where there must be one. */
export async function readShow(db: Db): Promise<Show> {
  const show = await findShow(db)
  if (!show) throw new Refusal('show.missing')
  return show
}

/** Founds the show by its name alone; everything else has a default and waits in the settings. */
export async function foundShow(
  db: Db,
  actor: Actor | 'console',
  name: string,
  files: FileStore,
): Promise<Show> {
  if (actor !== 'console') permit(actor, 'show.edit', null)
  const [show] = await db.insert(shows).values({ name }).onConflictDoNothing().returning()
  if (!show) throw new Refusal('show.exists')
  return await redrawCover(db, show, files)
}

/** Changes the settings. A new name draws a new cover, unless the show brought its own. */
export async function editShow(
  db: Db,
  actor: Actor | 'console',
  settings: ShowSettings,
  files: FileStore,
): Promise<Show> {
  if (actor !== 'console') permit(actor, 'show.edit', null)
  const before = await readShow(db)
  const [show] = await db
    .update(shows)
    .set({ ...settings, changedAt: sql`now()` })
    .returning()
  if (!show) throw new Refusal('show.missing')
  const memberId = actor === 'console' ? null : actor.memberId
  await db.insert(audit).values({ memberId, what: 'show.changed', object: Object.keys(settings).join(' ') })
  const drawn = before.coverFile === null || before.coverFile.startsWith('covers/drawn-')
  return drawn && before.name !== show.name ? await redrawCover(db, show, files) : show
}

/**
 * Uses a picture of the show's own in place of the drawn cover, made into what podcast apps ask for.
 * Refuses `cover.unusable` for what is no picture, and `cover.small` below 1400 pixels.
 */
export async function bringCover(db: Db, actor: Actor, picture: Uint8Array, files: FileStore) {
  permit(actor, 'show.edit', null)
  const coverFile = await files.putBytes('covers/brought-', '.jpg', await fitCover(picture))
  await db.update(shows).set({ coverFile, changedAt: sql`now()` })
}

/** Goes back to the cover drawn from the show's name. */
export async function drawOwnCover(db: Db, actor: Actor, files: FileStore) {
  permit(actor, 'show.edit', null)
  await redrawCover(db, await readShow(db), files)
}

/** Draws the cover from the show's name and stores it under a new key, so that its address is new too. */
export async function redrawCover(db: Db, show: Show, files: FileStore): Promise<Show> {
  const picture = await drawCover({ title: show.name })
  const coverFile = await files.putBytes('covers/drawn-', '.jpg', picture)
  const [drawn] = await db
    .update(shows)
    .set({ coverFile, changedAt: sql`now()` })
    .where(eq(shows.id, show.id))
    .returning()
  return drawn ?? show
}

/** Houses, rubrics and themes in the order that the coordination gave them. */
export async function readLists(db: Db): Promise<Record<ListName, ListEntry[]>> {
  return {
    houses: (await db.select().from(houses).orderBy(asc(houses.position), asc(houses.name))).map((house) => ({
      ...house,
      slug: slugOf(house.name),
    })),
    rubrics: await db.select().from(rubrics).orderBy(asc(rubrics.position), asc(rubrics.name)),
    themes: await db.select().from(themes).orderBy(asc(themes.position), asc(themes.name)),
  }
}

/** Adds a house, rubric or theme at the end of its list. Refuses `list.taken` for a name that is there. */
export async function addToList(
  db: Db,
  actor: Actor | 'console',
  list: ListName,
  name: string,
): Promise<string> {
  if (actor !== 'console') permit(actor, 'show.edit', null)
  const table = { houses, rubrics, themes }[list]
  const position = await db.$count(table)
  const values = { name, slug: slugOf(name), position }
  try {
    const [row] = await db.insert(table).values(values).returning({ id: table.id })
    if (!row) throw new Error(`Nothing was added to ${list}`)
    return row.id
  } catch (error) {
    if (sqlState(error) === '23505') throw new Refusal('list.taken', { name }, { cause: error })
    throw error
  }
}

/** Gives an entry another name; its address stays, since pages were shared under it. */
export async function renameInList(db: Db, actor: Actor, list: ListName, id: string, name: string) {
  permit(actor, 'show.edit', null)
  const table = { houses, rubrics, themes }[list]
  await db.update(table).set({ name }).where(eq(table.id, id))
}

/** Takes an entry off its list; what referred to it stays, without it. */
export async function removeFromList(db: Db, actor: Actor, list: ListName, id: string) {
  permit(actor, 'show.edit', null)
  const table = { houses, rubrics, themes }[list]
  await db.delete(table).where(eq(table.id, id))
}
