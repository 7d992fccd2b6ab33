import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { masters, rundownItems, stories } from '#lib/db/schema.ts'
import { publishEpisode, readReadiness } from '#lib/publishing/publishing.server.ts'
import { readVoicesOnLine } from '#lib/publishing/voices.server.ts'
import { recordConsent, returnVoice, withdrawVoice } from '#lib/rights/answers.server.ts'
import { addVoice } from '#lib/rights/rights.server.ts'
import { testDatabase } from '#tests/database.ts'
import { radioOf } from './radio.ts'

const database = testDatabase({ jobs: true })
let radio: Awaited<ReturnType<typeof radioOf>>
beforeAll(async () => {
  radio = await radioOf(database.db)
})
afterAll(() => radio.close())

/** An episode whose master tells that it has the first two lines and the song, and neighbour Samira in the second. */
async function withNeighbour(title: string, isMinor = false) {
  const episode = await radio.episode(title)
  await heard(episode.masterId, episode.itemIds)
  const { fatiha } = radio.people
  const voiceId = await addVoice(database.db, fatiha, episode.lemons, { name: 'Samira', isMinor })
  return { ...episode, voiceId }
}

async function heard(masterId: string, [first = '', second = '', third = '', fourth = '']: string[]) {
  const line = { who: '', kind: 'clip', startMs: 0, endMs: 1, gainDb: 0, predictedLufs: null, warning: null }
  const lines = [first, second, fourth].map((itemId) => ({ ...line, itemId, title: itemId }))
  const report = {
    ...{ lines: [...lines, { ...line, itemId: `${third}-bridge`, title: '' }], targetLufs: -16, trimDb: 0 },
    ...{ predictedLufs: null, predictedDbtp: null, rounds: 1, slot: null, curve: [], peaks: [] },
    leftOut: [{ itemId: third, title: 'La voisine', reason: 'antenne-only' }],
  }
  await database.db.update(masters).set({ report }).where(eq(masters.id, masterId))
}

const answer = (voiceId: string, isYes: boolean, by: 'self' | 'parent' = 'self') =>
  recordConsent(database.db, radio.people.fatiha, voiceId, {
    ...{ by, parentName: 'Nora', proof: 'tap', file: null },
    answers: [{ use: 'podcast', isYes }],
  })
const blocked = async (id: string) =>
  (await readReadiness(database.db, radio.people.nadia, id, radio.house)).blockers
const publish = (id: string) => publishEpisode(database.db, radio.people.nadia, id, null, radio.house)
const onLine = () => readVoicesOnLine(database.db, radio.people.nadia)
const missing = { kind: 'consent-missing', person: 'Samira', clipTitle: 'Les citrons' }

test('somebody heard who was not asked stops the publication, until they said yes', async () => {
  const { id, voiceId } = await withNeighbour('Pas encore demandé')
  expect(await blocked(id)).toEqual([{ ...missing, by: 'self', isNo: false }])
  await expect(publish(id)).rejects.toMatchObject({ reason: 'publish.blocked' })
  await answer(voiceId, true)
  expect(await blocked(id)).toEqual([])
})

test('of a minor, the parent whose yes is missing is named', async () => {
  const { id, voiceId } = await withNeighbour('Un parent', true)
  await answer(voiceId, true)
  expect(await blocked(id)).toEqual([{ ...missing, by: 'parent', isNo: false }])
  await answer(voiceId, true, 'parent')
  expect(await blocked(id)).toEqual([])
})

test('a no stops it too; a master without the passage goes out, and its words are not read', async () => {
  const { id, voiceId, itemIds } = await withNeighbour('Elle a dit non')
  await answer(voiceId, false)
  expect(await blocked(id)).toEqual([{ ...missing, by: 'self', isNo: true }])
  const again = await radio.master(id, itemIds, 7)
  await heard(again, itemIds.with(1, itemIds[2] ?? '').with(2, itemIds[1] ?? ''))
  expect(await blocked(id)).toEqual([])
  await publish(id)
  expect((await onLine()).map(({ episodeId }) => episodeId)).not.toContain(id)
})

test('a voice taken back after publishing is told to the coordination until it is out', async () => {
  const { id, voiceId, itemIds } = await withNeighbour('Retirée après')
  await answer(voiceId, true)
  await publish(id)
  expect(await onLine()).toEqual([])
  await withdrawVoice(database.db, radio.people.fatiha, voiceId)
  // A line that went to the bin meanwhile is in what listeners hear all the same.
  await database.db
    .update(rundownItems)
    .set({ deletedAt: new Date() })
    .where(eq(rundownItems.id, itemIds[1] ?? ''))
  expect(await onLine()).toMatchObject([
    { episodeId: id, title: 'Retirée après', voices: [{ person: 'Samira', isNo: true }] },
  ])
  const ofOne = (episodeId: string) => readVoicesOnLine(database.db, radio.people.nadia, episodeId)
  expect(await ofOne(id)).toEqual(await onLine())
  expect(await ofOne(crypto.randomUUID())).toEqual([])
  await expect(readVoicesOnLine(database.db, radio.people.fatiha)).rejects.toMatchObject({
    reason: 'not-allowed',
  })
  await returnVoice(database.db, radio.people.fatiha, voiceId)
  expect(await onLine()).toEqual([])
})

test('a warning is published with its story', async () => {
  const { id, voiceId, lemons } = await withNeighbour('Prévenir')
  await answer(voiceId, true)
  await database.db.update(stories).set({ warning: 'Parle de la guerre.' }).where(eq(stories.id, lemons))
  const { draft } = await readReadiness(database.db, radio.people.nadia, id, radio.house)
  expect(draft.snapshot.stories.find(({ title }) => title === 'Les citrons')?.warning).toBe(
    'Parle de la guerre.',
  )
})
