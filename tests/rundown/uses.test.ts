import { beforeAll, describe, expect, test } from 'vitest'
import { clips, members, recordings, shows } from '#lib/db/schema.ts'
import type { Actor } from '#lib/people/can.ts'
import { addItem, binItem, restoreItem } from '#lib/rundown/rundown.server.ts'
import { planNextEpisode } from '#lib/rundown/template.server.ts'
import { readUses } from '#lib/rundown/uses.server.ts'
import { testDatabase } from '#tests/database.ts'

const radio = testDatabase()
let nadia: Actor
let karim: Actor
let first: string
let second: string

beforeAll(async () => {
  nadia = await member('Nadia', 'coordination')
  karim = await member('Karim', 'resident')
  await radio.db.insert(shows).values({ name: 'La Bobine', slotWeekday: 5, slotTime: '18:00' })
  first = await planNextEpisode(radio.db, nadia, new Date('2026-11-24T09:00:00Z'))
  second = await planNextEpisode(radio.db, nadia, new Date('2026-11-24T09:00:00Z'))
})

async function member(name: string, role: Actor['role']): Promise<Actor> {
  const [row] = await radio.db.insert(members).values({ name, role }).returning()
  if (!row) throw new Error('no member')
  return { memberId: row.id, name, role, houseId: null, sessionId: 's' }
}

async function sound(ownerId: string | null = null) {
  const [clip] = await radio.db
    .insert(clips)
    .values({ title: 'son', originalName: 'x.wav', originalFile: 'originals/x', sizeBytes: 1, ownerId })
    .returning()
  return clip?.id ?? ''
}

const usesOf = async (id: string, actor = nadia) => (await readUses(radio.db, actor, [id])).get(id)

describe('where a sound is used', () => {
  test('nowhere, at first', async () => {
    expect(await usesOf(await sound())).toBeUndefined()
    expect((await readUses(radio.db, nadia, [])).size).toBe(0)
  })

  test('in lines of several shows, the latest show first and lines in their order', async () => {
    const id = await sound()
    await addItem(radio.db, nadia, first, { kind: 'theme', title: 'Début', clipId: id })
    await addItem(radio.db, nadia, first, { kind: 'theme', title: 'Fin', clipId: id })
    await addItem(radio.db, nadia, second, { kind: 'voice', title: 'Titres', bedId: id })
    expect(await usesOf(id)).toMatchObject([
      { episodeId: second, airDate: '2026-12-04', lines: [{ title: 'Titres', as: 'bed' }] },
      {
        episodeId: first,
        airDate: '2026-11-27',
        lines: [
          { title: 'Début', as: 'sound' },
          { title: 'Fin', as: 'sound' },
        ],
      },
    ])
  })

  test('each of several sounds has its own, also two on one line', async () => {
    const [own, bed, neither] = [await sound(), await sound(), await sound()]
    const itemId = await addItem(radio.db, nadia, first, { kind: 'voice', clipId: own, bedId: bed })
    const uses = await readUses(radio.db, nadia, [own, bed, neither])
    expect([...uses.keys()].toSorted()).toEqual([own, bed].toSorted())
    expect(uses.get(own)).toMatchObject([{ lines: [{ itemId, as: 'sound' }] }])
    expect(uses.get(bed)).toMatchObject([{ lines: [{ itemId, as: 'bed' }] }])
    expect((await usesOf(own))?.length).toBe(1)
  })

  test('a line in the bin does not count until it is back', async () => {
    const id = await sound()
    const itemId = await addItem(radio.db, nadia, first, { kind: 'clip', clipId: id })
    await binItem(radio.db, nadia, itemId)
    expect(await usesOf(id)).toBeUndefined()
    await restoreItem(radio.db, nadia, itemId)
    expect(await usesOf(id)).toHaveLength(1)
  })

  test('a show recorded in one run is used by its episode, without a line', async () => {
    const id = await sound()
    await radio.db.insert(recordings).values({ episodeId: first, clipId: id, parts: [] })
    expect(await usesOf(id)).toMatchObject([{ episodeId: first, lines: [] }])
  })

  test('is told to whoever may hear the sound, and to nobody else', async () => {
    const [mine, theirs] = [await sound(karim.memberId), await sound()]
    await addItem(radio.db, nadia, first, { kind: 'clip', clipId: mine })
    expect(await usesOf(mine, karim)).toMatchObject([{ episodeId: first }])
    for (const id of [theirs, 'x'])
      await expect(usesOf(id, karim)).rejects.toMatchObject({ reason: 'not-found' })
  })
})
