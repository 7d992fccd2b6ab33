import { asc, eq, sql } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { audit, houses, rubrics, shows, themes } from '#lib/db/schema.ts'
import { drawCover, fitCover } from '#lib/machine/cover.server.ts'
import type { FileStore } from '#lib/machine/files.server.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import type { Actor } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { slugOf } from './slug.ts'
import { touchShow } from './touch-show.server.ts'

export type Show = typeof shows.$inferSelect
/** What the settings page may change; the rest follows from use. */
export type ShowSettings = Partial<
  Omit<Show, 'id' | 'coverFile' | 'podcastGuid' | 'isExample' | 'createdAt' | 'changedAt'>
>
export type ListName = 'houses' | 'rubrics' | 'themes'
export type ListEntry = { id: string; name: string; slug: string; position: number }

const tables = { houses, rubrics, themes }

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

/**
 * Founds the show by its name alone, with a cover drawn from it; everything else has a default and waits in
 * the settings. Refuses `show.exists`.
 */
export async function foundShow(
  db: Db,
  actor: Actor | 'console',
  name: string,
  files: FileStore,
): Promise<Show> {
  if (actor !== 'console') permit(actor, 'show.edit', null)
  if (await findShow(db)) throw new Refusal('show.exists')
  const coverFile = await drawnCover(name, files)
  const [show] = await db.insert(shows).values({ name, coverFile }).onConflictDoNothing().returning()
  if (!show) throw new Refusal('show.exists')
  return show
}

/** Changes the settings. A new name draws a new cover, unless the show brought its own. */
export async function editShow(
  db: Db,
  actor: Actor | 'console',
  settings: ShowSettings,
  files: FileStore,
): Promise<Show> {
  if (actor !== 'console') permit(actor, 'show.edit', null)
  const { name: oldName, coverFile } = await readShow(db)
  const { name = oldName } = settings
  const isDrawn = coverFile === null || coverFile.startsWith('covers/drawn-')
  // Drawn before the transaction: a picture takes longer than others should wait for a row.
  const cover = isDrawn && name !== oldName ? { coverFile: await drawnCover(name, files) } : {}
  const memberId = actor === 'console' ? null : actor.memberId
  return await db.transaction(async (tx) => {
    await tx.update(shows).set({ ...settings, ...cover })
    await touchShow(tx)
    const [show] = await tx.select().from(shows)
    if (!show) throw new Refusal('show.missing')
    const object = Object.keys(settings).join(' ')
    await tx.insert(audit).values({ memberId, what: 'show.changed', object })
    return show
  })
}

/** Sets the names of the rundown's own columns, in order. Refuses `list.taken` for a name that is there twice. */
export async function nameRundownColumns(db: Db, actor: Actor, names: readonly string[]) {
  permit(actor, 'show.edit', null)
  const twice = names.find((name, index) => names.findIndex((one) => isSameName(one, name)) < index)
  if (twice !== undefined) throw new Refusal('list.taken', { name: twice })
  await db.update(shows).set({ rundownColumns: [...names] })
}

const isSameName = (a: string, b: string) => a.toLocaleLowerCase('fr') === b.toLocaleLowerCase('fr')

/**
 * Uses a picture of the show's own in place of the drawn cover, made into what podcast apps ask for.
 * Refuses `cover.unusable` for what is no picture, and `cover.small` below 1400 pixels.
 */
export async function bringCover(db: Db, actor: Actor, picture: Uint8Array, files: FileStore) {
  permit(actor, 'show.edit', null)
  const coverFile = await files.putBytes('covers/brought-', '.jpg', await fitCover(picture))
  await setCover(db, coverFile)
}

/** Goes back to the cover drawn from the show's name. */
export async function drawOwnCover(db: Db, actor: Actor, files: FileStore) {
  permit(actor, 'show.edit', null)
  const coverFile = await drawnCover((await readShow(db)).name, files)
  await setCover(db, coverFile)
}

async function setCover(db: Db, coverFile: string) {
  await db.transaction(async (tx) => {
    await tx.update(shows).set({ coverFile })
    await touchShow(tx)
  })
}

/** Draws a cover from a name and answers its key in the file store: another name, another address. */
export async function drawnCover(name: string, files: FileStore): Promise<string> {
  return await files.putBytes('covers/drawn-', '.jpg', await drawCover({ title: name }))
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
  return await db.transaction(async (tx) => {
    const entries = await holdList(tx, list)
    refuseTaken(entries, name)
    const position = Math.max(-1, ...entries.map((entry) => entry.position)) + 1
    // A house has no address of its own: its table leaves the slug aside.
    const values = { name, slug: freeSlug(entries, name), position }
    const [row] = await tx.insert(tables[list]).values(values).returning({ id: tables[list].id })
    if (!row) throw new Error(`Nothing was added to ${list}`)
    return row.id
  })
}

/** Gives an entry another name; its address stays, since pages were shared under it. Refuses `list.taken`. */
export async function renameInList(db: Db, actor: Actor, list: ListName, id: string, name: string) {
  permit(actor, 'show.edit', null)
  await db.transaction(async (tx) => {
    const entries = await holdList(tx, list)
    const others = entries.filter((entry) => entry.id !== id)
    refuseTaken(others, name)
    await tx.update(tables[list]).set({ name }).where(eq(tables[list].id, id))
    // A rubric's name is the title of its feed.
    if (list === 'rubrics') await touchShow(tx)
  })
}

/** Takes an entry off its list; what referred to it stays, without it. */
export async function removeFromList(db: Db, actor: Actor, list: ListName, id: string) {
  permit(actor, 'show.edit', null)
  await db.delete(tables[list]).where(eq(tables[list].id, id))
}

/** The list as nobody else can change it until the transaction ends; everybody may read it meanwhile. */
async function holdList(tx: Db, list: ListName): Promise<ListEntry[]> {
  await tx.execute(sql`lock table ${tables[list]} in share row exclusive mode`)
  return (await readLists(tx))[list]
}

function refuseTaken(entries: readonly ListEntry[], name: string) {
  const same = name.toLocaleLowerCase('fr')
  if (entries.some((entry) => entry.name.toLocaleLowerCase('fr') === same))
    throw new Refusal('list.taken', { name })
}

function freeSlug(entries: readonly ListEntry[], name: string): string {
  const taken = new Set(entries.map(({ slug }) => slug))
  const base = slugOf(name)
  let slug = base
  for (let n = 2; taken.has(slug); n++) slug = `${base}-${n}`
  return slug
}
