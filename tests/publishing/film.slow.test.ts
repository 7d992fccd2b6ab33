import { execFileSync } from 'node:child_process'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { audiograms, publications, type TranscriptPart } from '#lib/db/schema.ts'
import { isThere } from '#lib/machine/disk.server.ts'
import {
  askAudiogram,
  readAudiograms,
  removeAudiogram,
  stopAudiogram,
} from '#lib/publishing/audiogram.server.ts'
import { makeAudiogram } from '#lib/publishing/audiogram-job.server.ts'
import { publishEpisode } from '#lib/publishing/publishing.server.ts'
import { testDatabase } from '#tests/database.ts'
import { radioOf } from './radio.ts'

const database = testDatabase({ jobs: true })
let radio: Awaited<ReturnType<typeof radioOf>>
beforeAll(async () => {
  radio = await radioOf(database.db)
})
afterAll(() => radio.close())

const live = new AbortController().signal
const passage = { startMs: 1000, durationMs: 5000 }
const nadia = () => radio.people.nadia
const films = (id: string) => readAudiograms(database.db, nadia(), id)
const ask = (id: string, where = passage) => askAudiogram(database.db, nadia(), id, where)
const make = (filmId: string) => makeAudiogram(database.db, radio.house.files, filmId, live)

async function published(title: string) {
  const episode = await radio.episode(title, { seconds: 8 })
  await publishEpisode(database.db, nadia(), episode.id, null, radio.house)
  return episode
}

/** As if the texts had been found in the sound. */
async function timeSentences(episodeId: string) {
  const isHere = eq(publications.episodeId, episodeId)
  const [row] = await database.db.select().from(publications).where(isHere)
  const transcript = (row?.transcript ?? []).map((part, at): TranscriptPart => {
    const text = part.paragraphs.join(' ')
    const startMs = at * 2500
    return { ...part, sentences: [{ paragraph: 0, text, startMs, endMs: startMs + 2000 }] }
  })
  await database.db.update(publications).set({ transcript }).where(isHere)
}

const probed = z.object({
  format: z.object({ duration: z.coerce.number(), size: z.coerce.number(), format_name: z.string() }),
  streams: z.array(z.record(z.string(), z.unknown())),
})

function probeFilm(path: string) {
  const asked = ['-v', 'error', '-show_format', '-show_streams', '-of', 'json', `file:${path}`]
  return probed.parse(JSON.parse(execFileSync('ffprobe', asked).toString()))
}

describe('a film of a passage', () => {
  test('is an MP4 that telephones play, as long as the passage, and light', async () => {
    const { id } = await published('Les citrons de la conserverie, l’été')
    await timeSentences(id)
    const filmId = await ask(id)
    await make(filmId)
    const [film] = await films(id)
    expect(film).toMatchObject({ id: filmId, state: 'done', progress: 1, failure: null })
    const path = radio.house.files.path(film?.file ?? '')
    const { format, streams } = probeFilm(path)
    expect(streams).toMatchObject([
      { codec_name: 'h264', width: 1080, height: 1080, pix_fmt: 'yuv420p', color_space: 'bt709' },
      { codec_name: 'aac', channels: 1 },
    ])
    expect(Math.abs(format.duration - 5)).toBeLessThan(0.2)
    expect(format.size).toBe(film?.sizeBytes)
    // A minute may weigh ten megabytes.
    expect(format.size).toBeLessThan(10_000_000 / 12)
    await make(filmId)
    expect(await films(id)).toHaveLength(1)
    await removeAudiogram(database.db, nadia(), filmId, radio.house.files)
    expect(await films(id)).toEqual([])
    expect(() => probeFilm(path)).toThrow()
  })

  test('is asked for once at a time, and stops when it is told to', async () => {
    const { id } = await published('Une seule fois')
    const filmId = await ask(id)
    expect(await ask(id)).toBe(filmId)
    await stopAudiogram(database.db, nadia(), filmId)
    await make(filmId)
    const [row] = await database.db.select().from(audiograms).where(eq(audiograms.id, filmId))
    expect(row).toMatchObject({ state: 'stopped', file: null })
    expect(await films(id)).toEqual([])
    expect(await ask(id)).not.toBe(filmId)
  })

  test('stopped just when it is whole, it leaves no file behind', async () => {
    const { id } = await published('Trop tard')
    const filmId = await ask(id)
    const { files } = radio.house
    const stopping = async (key: string, part: string) => {
      await files.put(key, part)
      await stopAudiogram(database.db, nadia(), filmId)
    }
    await makeAudiogram(database.db, { ...files, put: stopping }, filmId, live)
    const [row] = await database.db.select().from(audiograms).where(eq(audiograms.id, filmId))
    expect(row).toMatchObject({ state: 'stopped', file: null })
    expect(await isThere(files.path(`films/${filmId}.mp4`))).toBe(false)
  })

  test('of a sound that was replaced meanwhile fails with a reason', async () => {
    const { id, itemIds } = await published('Remplacé')
    const filmId = await ask(id)
    await radio.master(id, itemIds, 7)
    await publishEpisode(database.db, nadia(), id, null, radio.house)
    await make(filmId)
    const [row] = await database.db.select().from(audiograms).where(eq(audiograms.id, filmId))
    expect(row).toMatchObject({ state: 'failed', failure: 'not-found' })
  })

  describe('of what the podcast does not hold', () => {
    let id: string
    beforeAll(async () => {
      id = (await published('Ailleurs')).id
    })
    test.each([
      ['before the beginning', { startMs: -1, durationMs: 5000 }],
      ['after the end', { startMs: 4000, durationMs: 5000 }],
      ['of a moment', { startMs: 0, durationMs: 4999 }],
      ['of more than a minute', { startMs: 0, durationMs: 60_001 }],
    ])('%s is refused', async (_, where) => {
      await expect(ask(id, where)).rejects.toMatchObject({ reason: 'film.outside' })
    })
  })

  test('is for the coordination, of what is published', async () => {
    const { id } = await radio.episode('Pas encore')
    await expect(ask(id)).rejects.toMatchObject({ reason: 'not-found' })
    await expect(askAudiogram(database.db, radio.people.denise, id, passage)).rejects.toMatchObject({
      reason: 'not-allowed',
    })
  })
})
