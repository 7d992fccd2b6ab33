import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { audit, members, rubrics } from '#lib/db/schema.ts'
import {
  addToList,
  drawOwnCover,
  editShow,
  foundShow,
  readLists,
  readShow,
  removeFromList,
  renameInList,
} from '#lib/episode/show.server.ts'
import { type FileStore, openFiles } from '#lib/machine/files.server.ts'
import type { Actor } from '#lib/people/can.ts'
import { testDatabase } from '#tests/database.ts'

const radio = testDatabase()
let room: string
let files: FileStore
let nadia: Actor

beforeAll(async () => {
  room = await mkdtemp(join(tmpdir(), 'bobine-show-'))
  files = await openFiles(room)
  const [row] = await radio.db.insert(members).values({ name: 'Nadia', role: 'coordination' }).returning()
  if (!row) throw new Error('no member')
  nadia = { memberId: row.id, name: row.name, role: row.role, houseId: null, sessionId: 's' }
})
afterAll(() => rm(room, { recursive: true, force: true }))

const coverOf = async () => (await readShow(radio.db)).coverFile ?? ''

describe('a show', () => {
  test('is founded once, with its cover, however often the button is pressed', async () => {
    const presses = await Promise.allSettled(
      [1, 2, 3].map(() => foundShow(radio.db, nadia, 'La Bobine', files)),
    )
    expect(presses.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await stat(files.path(await coverOf()))).size).toBeGreaterThan(10_000)
    await expect(foundShow(radio.db, nadia, 'Une autre', files)).rejects.toMatchObject({
      reason: 'show.exists',
    })
  }, 30_000)

  test('draws a new cover for a new name only, and notes who changed what', async () => {
    const first = await coverOf()
    await editShow(radio.db, nadia, { station: 'Radio Exemple' }, files)
    expect(await coverOf()).toBe(first)
    await editShow(radio.db, nadia, { name: 'La Bobine du soir' }, files)
    expect(await coverOf()).not.toBe(first)
    const notes = await radio.db.select().from(audit)
    expect(notes.map(({ object, memberId }) => [object, memberId])).toEqual([
      ['station', nadia.memberId],
      ['name', nadia.memberId],
    ])
  }, 30_000)

  test('gets its drawn cover back, the same for the same name', async () => {
    const before = await coverOf()
    await drawOwnCover(radio.db, nadia, files)
    expect(await coverOf()).toBe(before)
  }, 30_000)

  test.each([['resident' as const], ['technique' as const]])('is not for a %s to change', async (role) => {
    const other: Actor = { ...nadia, role }
    await expect(editShow(radio.db, other, { name: 'x' }, files)).rejects.toMatchObject({
      reason: 'not-allowed',
    })
    await expect(addToList(radio.db, other, 'rubrics', 'x')).rejects.toMatchObject({ reason: 'not-allowed' })
  })
})

describe.each(['houses', 'rubrics', 'themes'] as const)('the list of %s', (list) => {
  const names = async () => (await readLists(radio.db))[list].map(({ name }) => name)

  test('keeps its order, and each name once, however it is written', async () => {
    const id = await addToList(radio.db, nadia, list, 'Mobilité')
    await addToList(radio.db, nadia, list, 'Culture')
    await expect(addToList(radio.db, nadia, list, 'mobilité')).rejects.toMatchObject({
      reason: 'list.taken',
      facts: { name: 'mobilité' },
    })
    await expect(renameInList(radio.db, nadia, list, id, 'CULTURE')).rejects.toMatchObject({
      reason: 'list.taken',
    })
    await renameInList(radio.db, nadia, list, id, 'Mobilités')
    await addToList(radio.db, nadia, list, 'Mobilité')
    expect(await names()).toEqual(['Mobilités', 'Culture', 'Mobilité'])
    await removeFromList(radio.db, nadia, list, id)
    await addToList(radio.db, nadia, list, 'Agenda')
    expect(await names()).toEqual(['Culture', 'Mobilité', 'Agenda'])
  })

  test('two who add the same name at once: one of them is told', async () => {
    const both = await Promise.allSettled(
      [1, 2, 3].map(() => addToList(radio.db, nadia, list, 'Alimentation')),
    )
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
})

test('an entry keeps its address when it is renamed, and lets nobody else have it', async () => {
  const id = await addToList(radio.db, nadia, 'rubrics', 'Été')
  await renameInList(radio.db, nadia, 'rubrics', id, 'Vacances')
  await addToList(radio.db, nadia, 'rubrics', 'Été')
  const slugs = (await radio.db.select().from(rubrics)).map(({ name, slug }) => [name, slug])
  expect(slugs).toContainEqual(['Vacances', 'ete'])
  expect(slugs).toContainEqual(['Été', 'ete-2'])
})
