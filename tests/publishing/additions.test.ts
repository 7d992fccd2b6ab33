import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { alignments, audit, publicFiles } from '#lib/db/schema.ts'
import { publishAdditions } from '#lib/publishing/additions.server.ts'
import { findPublication, publishEpisode } from '#lib/publishing/publishing.server.ts'
import { testDatabase } from '#tests/database.ts'
import { radioOf } from './radio.ts'

const database = testDatabase()
let radio: Awaited<ReturnType<typeof radioOf>>
beforeAll(async () => {
  radio = await radioOf(database.db)
})
afterAll(() => radio.close())

const publish = (id: string) => publishEpisode(database.db, radio.people.nadia, id, null, radio.house)
const add = (masterId: string) => publishAdditions(database.db, masterId, radio.house)
const seen = (episodeId: string) => findPublication(database.db, { episodeId })
const filesOf = (episodeId: string) =>
  database.db.select().from(publicFiles).where(eq(publicFiles.episodeId, episodeId))
const publishings = async (object: string) =>
  (await database.db.select().from(audit).where(eq(audit.object, object))).map(({ memberId }) => memberId)

/** What the job finds in the sound: the first sentence of the first chapter. */
async function align(masterId: string) {
  const sentence = {
    chapterMs: 0,
    text: 'Bonjour, ici la Bobine.',
    startMs: 400,
    endMs: 1600,
    confidence: 0.9,
  }
  await database.db
    .insert(alignments)
    .values({ masterId, state: 'ready', sentences: [sentence] })
    .onConflictDoUpdate({ target: alignments.masterId, set: { sentences: [sentence] } })
}

test('lighter copies of a published sound go out by themselves, once, at its date', async () => {
  const { id, masterId } = await radio.episode('Pour les petits forfaits')
  await publish(id)
  const before = await seen(id)
  await radio.lighten(masterId)
  expect(await add(masterId)).toBe(true)
  expect(await seen(id)).toMatchObject({
    alternatives: [{ kind: 'opus' }],
    publishedAt: before?.publishedAt,
    title: before?.title,
  })
  expect((await filesOf(id)).map(({ type }) => type)).toContain('audio/ogg')
  expect(await add(masterId)).toBe(false)
  expect(await publishings(id)).toEqual([radio.people.nadia.memberId, null])
})

test('copies that are ready while the episode is being published are not forgotten', async () => {
  const { id, masterId } = await radio.episode('Au même moment')
  const { files } = radio.house
  let heard: boolean | null = null
  const putBytes: typeof files.putBytes = async (...given) => {
    if (heard === null) {
      await radio.lighten(masterId)
      heard = await add(masterId)
    }
    return await files.putBytes(...given)
  }
  const house = { ...radio.house, files: { ...files, putBytes } }
  await publishEpisode(database.db, radio.people.nadia, id, null, house)
  expect(heard).toBe(false)
  expect(await seen(id)).toMatchObject({ alternatives: [{ kind: 'opus' }] })
})

test('the times of the sentences go out by themselves, and the subtitles with them', async () => {
  const { id, masterId } = await radio.episode('À la seconde')
  await publish(id)
  const before = await seen(id)
  await align(masterId)
  expect(await add(masterId)).toBe(true)
  const after = await seen(id)
  expect(after?.transcript[0]?.sentences).toMatchObject([{ startMs: 400, text: 'Bonjour, ici la Bobine.' }])
  expect(after?.transcript[0]?.paragraphs).toEqual(before?.transcript[0]?.paragraphs)
  expect(after?.vttFile).not.toBe(before?.vttFile)
})

test('what somebody changed meanwhile does not go out with them', async () => {
  const { id, masterId, lemons } = await radio.episode('En cours')
  await publish(id)
  await radio.lighten(masterId)
  await radio.rename(id, 'Autrement')
  expect(await add(masterId)).toBe(false)
  await radio.rename(id, 'En cours')
  await radio.writeText(lemons, [{ type: 'paragraph', by: 'Fatiha', text: 'Autrement dit.' }])
  await align(masterId)
  expect(await add(masterId)).toBe(false)
  expect(await seen(id)).toMatchObject({ title: 'En cours', alternatives: [] })
})

test('times that are out already are not replaced', async () => {
  const { id, masterId } = await radio.episode('Réglé à la main')
  await align(masterId)
  await publish(id)
  const sentences = [
    { chapterMs: 0, text: 'Bonjour, ici la Bobine.', startMs: 900, endMs: 1800, confidence: 0.9 },
  ]
  await database.db.update(alignments).set({ sentences }).where(eq(alignments.masterId, masterId))
  expect(await add(masterId)).toBe(false)
  expect((await seen(id))?.transcript[0]?.sentences).toMatchObject([{ startMs: 400 }])
})

test.each([
  ['one that is not out', async (masterId: string) => void (await radio.lighten(masterId))],
  [
    'one whose sound is to be replaced',
    async (masterId: string, id: string, itemIds: string[]) => {
      await publish(id)
      await radio.lighten(masterId)
      await radio.master(id, itemIds, 5)
    },
  ],
])('%s stays as it is', async (_, make) => {
  const { id, masterId, itemIds } = await radio.episode('Plus tard')
  await make(masterId, id, itemIds)
  const before = await seen(id)
  expect(await add(masterId)).toBe(false)
  expect(await seen(id)).toEqual(before)
})

test('what stops the episode stops them too, and nothing is lost', async () => {
  const { id, masterId } = await radio.episode('Un fichier manque')
  await publish(id)
  await radio.lighten(masterId)
  await radio.house.files.remove(`masters/${masterId}.mp3`)
  expect(await add(masterId)).toBe(false)
  expect(await seen(id)).toMatchObject({ alternatives: [] })
})
