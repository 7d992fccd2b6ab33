import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openDatabase } from '#lib/db/db.server.ts'
import { episodes, publicFiles } from '#lib/db/schema.ts'
import { audioPath } from '#lib/publishing/addresses.ts'
import { publishEpisode } from '#lib/publishing/publishing.server.ts'
import { testDatabase } from '#tests/database.ts'
import { radioOf } from '#tests/publishing/radio.ts'
import {
  antennaPod,
  countsOf,
  deezer,
  enormous,
  openProcess,
  type Process,
  published,
  type Sound,
} from './counting.ts'

const database = testDatabase({ jobs: true })
let radio: Awaited<ReturnType<typeof radioOf>>
let web: Process
/** Half past ten in the evening of 20 November in Paris. */
let clock = Date.parse('2026-11-20T21:30:00Z')

beforeAll(async () => {
  radio = await radioOf(database.db)
  web = await openProcess(database.db, radio, () => clock)
})
afterAll(async () => {
  await web.close()
  await radio.close()
  expect(web.failures).toEqual([])
})

const part = (from: number, to: number) => ({ Range: `bytes=${Math.floor(from)}-${Math.floor(to)}` })
const counts = (sound: Sound) => countsOf(database.db, sound)
const today = '2026-11-20'
const make = (title: string, seconds?: number) => published(database.db, radio, title, seconds)

describe('a download', () => {
  test('is the whole, once a day, however often it is fetched', async () => {
    const sound = await make('Une fois')
    for (let time = 0; time < 3; time += 1) await web.ask(sound.path)
    expect(await counts(sound)).toEqual([`${today} AntennaPod 1`])
  })

  test('is a minute of sound, in forty pieces of one player', async () => {
    const sound = await make('En morceaux')
    const piece = (sound.sizeBytes * 0.7) / 40
    for (let at = 0; at < 40; at += 1) {
      await web.ask(sound.path, part(at * piece, (at + 1) * piece - 1))
      if (at === 30) expect(await counts(sound)).toEqual([])
    }
    expect(await counts(sound)).toEqual([`${today} AntennaPod 1`])
  })

  test('is not half a minute fetched forty times', async () => {
    const sound = await make('Toujours le début')
    for (let time = 0; time < 40; time += 1) await web.ask(sound.path, part(0, sound.sizeBytes / 3))
    expect(await counts(sound)).toEqual([])
  })

  test('is the whole of an episode shorter than a minute, not a part of it', async () => {
    const sound = await make('Brève', 6)
    await web.ask(sound.path, part(0, sound.sizeBytes * 0.9))
    expect(await counts(sound)).toEqual([])
    await web.ask(sound.path, part(sound.sizeBytes * 0.8, sound.sizeBytes))
    expect(await counts(sound)).toEqual([`${today} AntennaPod 1`])
  })

  test('goes on in the lighter copy, and is the same episode', async () => {
    const { id, masterId } = await radio.episode('Deux poids', { seconds: 90 })
    await radio.lighten(masterId)
    await publishEpisode(database.db, radio.people.nadia, id, null, radio.house)
    const files = await database.db.select().from(publicFiles).where(eq(publicFiles.episodeId, id))
    const [mp3, opus] = ['audio/mpeg', 'audio/ogg'].map((type) => files.find((file) => file.type === type))
    if (!mp3 || !opus) throw new Error('no two sounds')
    const sound = { episodeId: id, path: audioPath(mp3.id), sizeBytes: mp3.sizeBytes }
    await web.ask(sound.path, part(0, mp3.sizeBytes * 0.5))
    await web.ask(audioPath(opus.id, 'opus'), part(0, opus.sizeBytes * 0.5))
    expect(await counts(sound)).toEqual([])
    await web.ask(audioPath(opus.id, 'opus'), part(opus.sizeBytes * 0.5, opus.sizeBytes))
    expect(await counts(sound)).toEqual([`${today} AntennaPod 1`])
    await web.ask(sound.path)
    expect(await counts(sound)).toEqual([`${today} AntennaPod 1`])
  })

  test('is no look at the headers, nothing unchanged, no trying out, no machine', async () => {
    const sound = await make('Personne')
    const { headers } = await web.ask(sound.path, {}, 'HEAD')
    const tries = [
      await web.ask(sound.path, { 'If-None-Match': headers.etag ?? '' }),
      await web.ask(sound.path, part(0, 1)),
      await web.ask(sound.path, part(sound.sizeBytes, sound.sizeBytes + 10)),
      await web.ask(sound.path, {}, 'OPTIONS'),
      await web.ask(sound.path, { 'User-Agent': 'Googlebot/2.1 (+http://www.google.com/bot.html)' }),
      await web.ask(sound.path, { 'User-Agent': '' }),
      await web.ask(sound.path, { 'X-Forwarded-For': '5.9.12.34' }),
    ]
    expect(tries.map(({ status }) => status)).toEqual([304, 206, 416, 204, 200, 200, 200])
    expect(await counts(sound)).toEqual([])
  })

  test('is not what was only announced: who leaves is sent what they took', async () => {
    const sound = await enormous(database.db, radio, 'Parti trop tôt')
    await web.leaveAfter(sound.path, 1_000_000)
    expect(await counts(sound)).toEqual([])
    // Half a megabyte short of enough: what they took before they left makes up for it.
    const rest = await web.ask(sound.path, { ...part(10_000_000, 49_500_000), 'X-Forwarded-For': '' })
    expect(rest.status).toBe(206)
    expect(await counts(sound)).toEqual([`${today} AntennaPod 1`])
  })
})

describe('a listener', () => {
  test('is an app behind a network: two people of one street with two apps are two', async () => {
    const sound = await make('Deux voisins')
    await web.ask(sound.path, { 'X-Forwarded-For': '203.0.113.7' })
    await web.ask(sound.path, { 'X-Forwarded-For': '203.0.113.99', 'User-Agent': deezer })
    expect(await counts(sound)).toEqual([`${today} AntennaPod 1`, `${today} Deezer 1`])
    await web.ask(sound.path, { 'X-Forwarded-For': '203.0.113.200' })
    await web.ask(sound.path, { 'X-Forwarded-For': '203.0.114.7' })
    await web.ask(sound.path, { 'X-Forwarded-For': '2001:db8:1:2::1' })
    await web.ask(sound.path, { 'X-Forwarded-For': '2001:db8:1:2:aaaa::1' })
    expect(await counts(sound)).toEqual([`${today} AntennaPod 3`, `${today} Deezer 1`])
  })

  test('cannot be made up where no proxy of ours stands in front', async () => {
    const sound = await make('Sans proxy')
    const bare = await openProcess(database.db, radio, () => clock, false)
    for (const n of [1, 2, 3]) await bare.ask(sound.path, { 'X-Forwarded-For': `90.1.${n}.1` })
    expect(await counts(sound)).toEqual([`${today} AntennaPod 1`])
    await bare.close()
  })

  test('is forgotten at the show’s midnight, and counts again on the next day', async () => {
    const sound = await make('Minuit')
    const half = sound.sizeBytes / 2
    await web.ask(sound.path)
    await web.ask(sound.path, { ...part(0, half), 'User-Agent': deezer })
    clock = Date.parse('2026-11-20T22:59:59Z')
    await web.ask(sound.path)
    expect(await counts(sound)).toEqual([`${today} AntennaPod 1`])
    clock = Date.parse('2026-11-20T23:00:00Z')
    await web.ask(sound.path)
    await web.ask(sound.path)
    // Half on either side of midnight is no whole on either day.
    await web.ask(sound.path, { ...part(half, sound.sizeBytes), 'User-Agent': deezer })
    expect(await counts(sound)).toEqual([`${today} AntennaPod 1`, '2026-11-21 AntennaPod 1'])
    clock = Date.parse('2026-11-20T21:30:00Z')
  })

  test('is in no table: a restart forgets who was there and keeps what was counted', async () => {
    const sound = await make('Redémarrage')
    const before = await openProcess(database.db, radio, () => clock)
    await before.ask(sound.path)
    await before.close()
    const after = await openProcess(database.db, radio, () => clock)
    expect(await counts(sound)).toEqual([`${today} AntennaPod 1`])
    await after.ask(sound.path)
    expect(await counts(sound)).toEqual([`${today} AntennaPod 2`])
    await after.close()
  })
})

describe('the counters', () => {
  test('are shared by two processes, and lose nothing between them', async () => {
    const sound = await make('Deux processus')
    const other = await openDatabase(database.address)
    const both = [web, await openProcess(other.db, radio, () => clock)]
    await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        both[n % 2]?.ask(sound.path, { 'X-Forwarded-For': `90.2.${n}.1` }),
      ),
    )
    expect(await counts(sound)).toEqual([`${today} AntennaPod 40`])
    await both[1]?.close()
    await other.close()
  })

  test('wait while the database refuses them; the listener hears the sound, the log one sentence without an address', async () => {
    const sound = await make('Base en panne')
    const lines = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    await database.db.execute(sql`alter table downloads rename to downloads_away`)
    const answers = await Promise.all(
      [1, 2, 3].map((n) => web.ask(sound.path, { 'X-Forwarded-For': `90.3.${n}.1` })),
    )
    await database.db.execute(sql`alter table downloads_away rename to downloads`)
    const said = lines.mock.calls.map(([line]) => String(line)).filter((line) => line.includes('downloads.'))
    lines.mockRestore()
    expect(answers.map(({ status, body }) => [status, body.length])).toEqual(
      [1, 2, 3].map(() => [200, sound.sizeBytes]),
    )
    expect(said).toHaveLength(1)
    expect(said.join()).not.toMatch(/90\.3\.|antennapod\/3/i)
    web.counting.tend()
    await web.counting.settled()
    expect(await counts(sound)).toEqual([`${today} AntennaPod 3`])
  })

  test('go with their episode', async () => {
    const sound = await make('Supprimé')
    await web.ask(sound.path)
    await database.db.delete(episodes).where(eq(episodes.id, sound.episodeId))
    expect(await counts(sound)).toEqual([])
    expect((await web.ask(sound.path)).status).toBe(404)
  })
})

test('an address never stays in what a process writes of a listener', async () => {
  const sound = await make('Rien de plus')
  await web.ask(sound.path, { 'X-Forwarded-For': '198.51.100.77' })
  const { rows } = await database.db.execute(
    sql`select * from downloads where episode_id = ${sound.episodeId}`,
  )
  expect(rows).toEqual([{ episode_id: sound.episodeId, day: today, app: antennaPod.split('/')[0], count: 1 }])
})
