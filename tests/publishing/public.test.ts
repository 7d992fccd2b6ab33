import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { eq } from 'drizzle-orm'
import { parseFeed } from 'podcast-partytime'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publicFiles } from '#lib/db/schema.ts'
import { findPublication, publishEpisode, unpublishEpisode } from '#lib/publishing/publishing.server.ts'
import { testDatabase } from '#tests/database.ts'
import { listenOnLoopback } from '#tests/machine/http-server.ts'
import { publicDoor } from './public-door.ts'
import { baseUrl, radioOf } from './radio.ts'

const database = testDatabase({ jobs: true })
let radio: Awaited<ReturnType<typeof radioOf>>
let web: Awaited<ReturnType<typeof listenOnLoopback>>

beforeAll(async () => {
  radio = await radioOf(database.db)
  web = await listenOnLoopback(publicDoor({ db: database.db, ...radio.house, version: '0.1.0' }))
})
afterAll(async () => {
  await web.close()
  await radio.close()
  expect(web.failures).toEqual([])
})

const get = (path: string, ...headers: string[]) => web.ask([`GET ${path} HTTP/1.1`, ...headers].join('\n'))
const publish = (id: string) => publishEpisode(database.db, radio.people.nadia, id, null, radio.house)
const readFeed = async () => {
  const feed = parseFeed((await get('/feed.xml')).body.toString(), { allowMissingGuid: false })
  if (!feed) throw new Error('The feed is not read')
  return feed
}
const itemOf = async (guid: string) => {
  const item = (await readFeed()).items.find((one) => one.guid === guid)
  if (!item) throw new Error('The episode is not in the feed')
  return item
}
const pathOf = (address: string) => {
  expect(address.startsWith(`${baseUrl}/`)).toBe(true)
  return address.slice(baseUrl.length)
}

describe('the feed', () => {
  test('a lighter copy is offered beside the sound, and answers as announced', async () => {
    const { id, guid, masterId } = await radio.episode('Pour les petits réseaux')
    await radio.lighten(masterId)
    await publish(id)
    const [lighter] = (await itemOf(guid)).alternativeEnclosures ?? []
    expect(lighter).toMatchObject({ type: 'audio/ogg', bitrate: 48_000, title: 'Très léger (Opus)' })
    const sound = await get(pathOf(lighter?.source[0]?.uri ?? ''), 'Range: bytes=0-9')
    expect(sound).toMatchObject({ status: 206, headers: { 'content-type': 'audio/ogg' } })
    const whole = await get(pathOf(lighter?.source[0]?.uri ?? ''))
    expect(whole.body.length).toBe(lighter?.length)
    const digest = createHash('sha256').update(whole.body).digest('base64')
    expect((await get('/feed.xml')).body.toString()).toContain(`value="sha256-${digest}"`)
  })

  test('is read by a podcast parser, and each address in it answers as announced', async () => {
    const { id, guid, slug } = await radio.episode('Les citrons & « le sel »')
    await publish(id)
    const feed = await readFeed()
    expect(feed).toMatchObject({
      title: 'La Bobine & co',
      language: 'fr',
      author: 'Association La Bobine',
      locked: true,
    })
    const item = await itemOf(guid)
    expect(item).toMatchObject({
      title: 'Les citrons & « le sel »',
      link: `${baseUrl}/emissions/${slug}`,
      duration: 6,
      podcastChapters: { type: 'application/json+chapters' },
    })
    const sound = await get(pathOf(item.enclosure.url))
    expect(sound.headers).toMatchObject({ 'content-type': 'audio/mpeg', 'accept-ranges': 'bytes' })
    expect(sound.body.length).toBe(item.enclosure.length)
    const chapters = await get(pathOf(item.podcastChapters?.url ?? ''))
    expect(chapters.headers).toMatchObject({ 'content-type': 'application/json+chapters' })
    expect(JSON.parse(chapters.body.toString()).chapters).toHaveLength(3)
    for (const transcript of item.podcastTranscripts ?? []) {
      const file = await get(pathOf(transcript.url))
      expect(file.status).toBe(200)
      // The parser has its own word for SubRip.
      const type = file.headers['content-type']?.split(';')[0]
      expect(type).toBe(transcript.url.endsWith('.vtt') ? 'text/vtt' : 'application/x-subrip')
      expect(file.body.toString()).toContain('On les coupe')
    }
    const cover = await get(pathOf(feed.itunesImage ?? ''))
    expect([...cover.body.subarray(0, 2)]).toEqual([0xff, 0xd8])
  })

  test('has the same bytes until something changes; then the date and the tag move on', async () => {
    const { id } = await radio.episode('Constant')
    await publish(id)
    const first = await get('/feed.xml')
    expect(first.headers).toMatchObject({
      'cache-control': 'public, max-age=300, stale-while-revalidate=86400',
      'access-control-allow-origin': '*',
      'content-type': 'application/rss+xml; charset=utf-8',
    })
    const etag = first.headers.etag ?? ''
    expect((await get('/feed.xml')).body.equals(first.body)).toBe(true)
    expect(await get('/feed.xml', `If-None-Match: ${etag}`)).toMatchObject({ status: 304 })
    const head = await web.ask('HEAD /feed.xml HTTP/1.1')
    expect(head.headers['content-length']).toBe(`${first.body.length}`)
    const packed = await get('/feed.xml', 'Accept-Encoding: gzip')
    expect(gunzipSync(packed.body).equals(first.body)).toBe(true)
    await unpublishEpisode(database.db, radio.people.nadia, id, radio.house)
    const later = await get('/feed.xml', `If-None-Match: ${etag}`)
    expect(later.status).toBe(200)
    expect(later.body.toString()).not.toContain('Constant')
  })

  test('never shows half an episode, however often it changes', async () => {
    const { id, guid, itemIds } = await radio.episode('Numéro 0', { seconds: 6 })
    await publish(id)
    const looks: Promise<void>[] = []
    for (let round = 1; round <= 20; round++) {
      await radio.rename(id, `Numéro ${round}`)
      if (round % 5 === 0) await radio.master(id, itemIds, 6 + (round % 4))
      const publishing = publish(id)
      looks.push(look(guid), look(guid))
      await publishing
      looks.push(look(guid))
    }
    await Promise.all(looks)
    expect((await itemOf(guid)).title).toBe('Numéro 20')
  })
})

/** Reads the feed, then everything that this very copy of it points to. */
async function look(guid: string) {
  const item = await itemOf(guid)
  const sound = await get(pathOf(item.enclosure.url))
  expect([sound.status, sound.body.length]).toEqual([200, item.enclosure.length])
  const chapters = JSON.parse((await get(pathOf(item.podcastChapters?.url ?? ''))).body.toString())
  expect(chapters.title).toBe(item.title)
  expect(chapters.chapters.at(-1).endTime).toBe(item.duration)
}

describe('files', () => {
  test('a range is exact, and the bytes are those of the master', async () => {
    const { id, masterId } = await radio.episode('Par morceaux')
    await publish(id)
    const path = `/audio/${masterId}.mp3`
    const whole = await get(path)
    const [row] = await database.db.select().from(publicFiles).where(eq(publicFiles.id, masterId))
    expect(createHash('sha256').update(whole.body).digest('hex')).toBe(row?.sha256)
    expect(whole.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    const part = await get(path, 'Range: bytes=1000-1999')
    expect(part.status).toBe(206)
    expect(part.headers['content-range']).toBe(`bytes 1000-1999/${whole.body.length}`)
    expect(part.body.equals(whole.body.subarray(1000, 2000))).toBe(true)
    expect((await get(path, `Range: bytes=${whole.body.length}-`)).status).toBe(416)
  })

  test('what was replaced answers for thirty days, then says that it was', async () => {
    const { id, masterId, itemIds } = await radio.episode('Remplacé')
    await publish(id)
    await radio.master(id, itemIds, 7)
    await publish(id)
    const daysAgo = (days: number) =>
      database.db
        .update(publicFiles)
        .set({ retiredAt: new Date(Date.now() - days * 86_400_000) })
        .where(eq(publicFiles.id, masterId))
    await daysAgo(29)
    expect((await get(`/audio/${masterId}.mp3`)).status).toBe(200)
    await daysAgo(31)
    expect((await get(`/audio/${masterId}.mp3`)).status).toBe(410)
  })

  test('a master that was never published, or no more, is not there', async () => {
    const { id, masterId } = await radio.episode('Secret')
    expect((await get(`/audio/${masterId}.mp3`)).status).toBe(404)
    await publish(id)
    const seen = await findPublication(database.db, { episodeId: id })
    const addresses = [`/audio/${masterId}.mp3`, `/transcription/${seen?.vttFile}.vtt`]
    for (const address of addresses) expect((await get(address)).status).toBe(200)
    await unpublishEpisode(database.db, radio.people.nadia, id, radio.house)
    for (const address of addresses) expect((await get(address)).status).toBe(404)
  })

  test.each([
    '/audio/',
    '/audio/x.mp3',
    '/audio/..%2f..%2fsecret.mp3',
    '/audio/00000000-0000-4000-8000-000000000000.mp3',
    '/audio/00000000-0000-4000-8000-000000000000.vtt',
    '/transcription/00000000-0000-4000-8000-000000000000.mp3',
    '/couverture/..%2fmasters.jpg',
    '/couverture/drawn-00000000000000000000000000000000.jpg',
  ])('%s is no address of ours', async (path) => {
    expect((await get(path)).status).toBe(404)
  })

  test('an id is only served as what it is', async () => {
    const { id, masterId } = await radio.episode('Pas un texte')
    await publish(id)
    expect((await get(`/transcription/${masterId}.vtt`)).status).toBe(404)
    expect((await get(`/chapitres/${masterId}.json`)).status).toBe(404)
  })
})
