import { rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readHealth } from '#lib/health.server.ts'
import { findLostFiles, isSoundHere, watchPublishedFiles } from '#lib/publishing/kept-files.server.ts'
import { publicRoutes } from '#lib/publishing/public.server.ts'
import { publishEpisode } from '#lib/publishing/publishing.server.ts'
import { visiting } from '#lib/publishing/visit.server.ts'
import { testDatabase } from '#tests/database.ts'
import { radioOf } from './radio.ts'

const database = testDatabase({ jobs: true })
let radio: Awaited<ReturnType<typeof radioOf>>
beforeAll(async () => {
  radio = await radioOf(database.db)
})
afterAll(() => radio.close())

const health = async () => {
  await watchPublishedFiles(database.db, radio.house.files)
  return await readHealth(database.db, tmpdir())
}

test('a published file that is gone turns the health red; the feed and the other sounds still answer', async () => {
  const [one, two] = [await radio.episode('Perdu'), await radio.episode('Gardé')]
  for (const { id } of [one, two])
    await publishEpisode(database.db, radio.people.nadia, id, null, radio.house)
  expect(await health()).toMatchObject({ ok: true, files: 'ok' })
  const path = radio.house.files.path(`masters/${one.masterId}.mp3`)
  await rm(path)
  expect(await health()).toMatchObject({ ok: false, files: 'missing', database: 'ok' })
  expect(await findLostFiles(database.db, radio.house.files, one.id)).toMatchObject([{ id: one.masterId }])
  expect(await isSoundHere(database.db, radio.house.files, one.id)).toBe(false)
  expect(await isSoundHere(database.db, radio.house.files, two.id)).toBe(true)
  const routes = publicRoutes({ db: database.db, ...radio.house, version: '0.1.0' })
  await visiting(routes, async (visit) => {
    const feed = await visit('/feed.xml')
    expect([feed.status, feed.body.toString().includes(one.guid)]).toEqual([200, true])
    expect((await visit(`/audio/${two.masterId}.mp3`, { range: 'bytes=0-1' })).status).toBe(206)
    const gone = await visit(`/audio/${one.masterId}.mp3`)
    expect([gone.status, gone.body.toString()]).toEqual([
      503,
      'Ce fichier manque chez nous pour le moment. Revenez un peu plus tard.\n',
    ])
  })
})

test('a file that was cut, or replaced by another, is as lost as one that is gone', async () => {
  const { id, masterId } = await radio.episode('Coupé')
  await publishEpisode(database.db, radio.people.nadia, id, null, radio.house)
  const path = radio.house.files.path(`masters/${masterId}.mp3`)
  const lost = () => findLostFiles(database.db, radio.house.files, id)
  await truncate(path, 10)
  expect(await lost()).toHaveLength(1)
  await rm(path)
  await writeFile(path, Buffer.alloc(10))
  expect(await lost()).toHaveLength(1)
})

test('listeners hear an episode whose newest sound is there, whatever became of one that it replaced', async () => {
  const { id, masterId, itemIds } = await radio.episode('Remonté')
  const publish = () => publishEpisode(database.db, radio.people.nadia, id, null, radio.house)
  await publish()
  await radio.master(id, itemIds, 7)
  await publish()
  await rm(radio.house.files.path(`masters/${masterId}.mp3`))
  expect(await findLostFiles(database.db, radio.house.files, id)).toMatchObject([{ id: masterId }])
  expect(await isSoundHere(database.db, radio.house.files, id)).toBe(true)
})
