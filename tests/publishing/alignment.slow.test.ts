import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { alignments } from '#lib/db/schema.ts'
import { encode } from '#lib/machine/ffmpeg.server.ts'
import { alignSound, longestStretchMs } from '#lib/publishing/align.server.ts'
import { alignMaster } from '#lib/publishing/align-master.server.ts'
import { askAlignment, readAlignment, setSentenceTime } from '#lib/publishing/alignment.server.ts'
import { findPublication, publishEpisode } from '#lib/publishing/publishing.server.ts'
import { featureRateHz } from '#lib/publishing/speech-features.ts'
import { testDatabase } from '#tests/database.ts'
import { radioOf } from './radio.ts'
import { readings, record, script } from './readings.ts'

const database = testDatabase({ jobs: true })
let radio: Awaited<ReturnType<typeof radioOf>>
beforeAll(async () => {
  radio = await radioOf(database.db)
})
afterAll(() => radio.close())

const nadia = () => radio.people.nadia

const { signal } = new AbortController()
const look = (masterId: string) => alignMaster(database.db, radio.house.files, masterId, signal)

test('each sentence of two chapters is found in a file that says them', async () => {
  const reading = readings.find(({ addsAfter }) => addsAfter !== null)
  if (!reading) throw new Error('A reading adds something')
  const { samples, startsMs } = await record(reading)
  const path = radio.house.files.path('masters/read-aloud.mp3')
  await mkdir(dirname(path), { recursive: true })
  const how = { sampleRateHz: featureRateHz, channels: 1 }
  await encode({ pcm: pieces(samples), ...how }, [{ path, options: ['-f', 'mp3', '-b:a', '96k'] }])
  const seam = 7
  const seamMs = (startsMs[seam] ?? 0) - 100
  const endMs = (samples.length * 1000) / featureRateHz
  const told: number[] = []
  const found = await alignSound(
    path,
    [
      { startMs: 0, endMs: seamMs, sentences: script.slice(0, seam) },
      { startMs: seamMs, endMs, sentences: script.slice(seam) },
      { startMs: 0, endMs: longestStretchMs + 1, sentences: script },
    ],
    { signal, onProgress: (share) => told.push(share) },
  )
  expect(found[2]).toBeNull()
  expect(told.at(-1)).toBe(1)
  const sentences = found.flatMap((one) => one?.sentences ?? [])
  startsMs.forEach((startMs, at) => {
    expect(Math.abs((sentences[at]?.startMs ?? -1e9) - (startMs ?? 0)), script[at]).toBeLessThan(250)
  })
})

async function* pieces(samples: Float32Array) {
  yield samples
}

test('what is asked is done once, and says how far it is', async () => {
  const { id, masterId } = await radio.episode('Sans voix')
  expect(await readAlignment(database.db, nadia(), id)).toBeNull()
  await askAlignment(database.db, nadia(), id)
  expect(await readAlignment(database.db, nadia(), id)).toMatchObject({ state: 'asked', progress: 0 })
  await look(masterId)
  const found = await readAlignment(database.db, nadia(), id)
  // The tests' master is a tone: nothing of the texts is in it, and nothing is made up.
  expect(found).toMatchObject({ state: 'ready', progress: 1 })
  expect(found?.sentences.length).toBeGreaterThan(2)
  expect(found?.sentences.every(({ startMs }) => startMs === null)).toBe(true)
})

test('a time set by hand is what listeners get, and a list that is another one by now is not touched', async () => {
  const { id, masterId } = await radio.episode('À la main')
  await askAlignment(database.db, nadia(), id)
  await look(masterId)
  const [first] = (await readAlignment(database.db, nadia(), id))?.sentences ?? []
  if (!first) throw new Error('Nothing is said in the episode')
  const given = { masterId, at: 0, text: first.text, startMs: 700 }
  await setSentenceTime(database.db, nadia(), given)
  await expect(
    setSentenceTime(database.db, nadia(), { ...given, text: 'Autre chose.' }),
  ).rejects.toMatchObject({ reason: 'alignment.changed' })
  await expect(setSentenceTime(database.db, radio.people.fatiha, given)).rejects.toMatchObject({
    reason: 'not-allowed',
  })
  await publishEpisode(database.db, nadia(), id, null, radio.house)
  const [part] = (await findPublication(database.db, { episodeId: id }))?.transcript ?? []
  expect(part?.sentences?.[0]).toMatchObject({ text: first.text, startMs: 700 })
})

test('a master that was replaced is not looked into', async () => {
  const { id, masterId } = await radio.episode('Remplacé')
  await askAlignment(database.db, nadia(), id)
  const before = await database.db.select().from(alignments).where(eq(alignments.masterId, masterId))
  expect(before).toHaveLength(1)
  const stopped = new AbortController()
  stopped.abort()
  await expect(alignMaster(database.db, radio.house.files, masterId, stopped.signal)).rejects.toThrow()
  // Given up half-way it is still asked for, so the next try does it.
  const [after] = await database.db.select().from(alignments).where(eq(alignments.masterId, masterId))
  expect(after?.state).toBe('running')
})
