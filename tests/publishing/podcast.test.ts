import { eq } from 'drizzle-orm'
import { parseFeed } from 'podcast-partytime'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hear, theJobs } from '#lib/db/events.server.ts'
import { audit, masters, rubrics, shows, stories } from '#lib/db/schema.ts'
import { addToList, readLists, renameInList } from '#lib/episode/show.server.ts'
import { theOutside } from '#lib/machine/outside.server.ts'
import { editForApps } from '#lib/publishing/for-apps.server.ts'
import { podcastGuid } from '#lib/publishing/guid.ts'
import { pingHub } from '#lib/publishing/hub.server.ts'
import { editPodcast, MOVING_DAYS, type PodcastSettings } from '#lib/publishing/podcast.server.ts'
import { sha1 } from '#lib/publishing/press.server.ts'
import { publishEpisode, readReadiness, unpublishEpisode } from '#lib/publishing/publishing.server.ts'
import { testDatabase } from '#tests/database.ts'
import { listenOnLoopback } from '#tests/machine/http-server.ts'
import { publicDoor } from './public-door.ts'
import { baseUrl, radioOf } from './radio.ts'
import { openHub, openSubscriber } from './websub-hub.ts'

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

const plain: PodcastSettings = {
  license: 'cc-by-nc-sa-4.0',
  locationName: 'Romans-sur-Isère',
  locationGeo: '45.0464, 5.0517',
  locationOsm: '',
  fundingUrl: '',
  fundingLabel: '',
  isLocked: true,
  hubUrl: '',
  movedTo: '',
}
const settle = (settings: Partial<PodcastSettings>) =>
  editPodcast(database.db, radio.people.nadia, { ...plain, ...settings }, baseUrl)
const get = (path: string, ...headers: string[]) => web.ask([`GET ${path} HTTP/1.1`, ...headers].join('\n'))
const feed = async (path = '/feed.xml') => (await get(path)).body.toString()
const publish = (id: string) => publishEpisode(database.db, radio.people.nadia, id, null, radio.house)
const unpublish = (id: string) => unpublishEpisode(database.db, radio.people.nadia, id, radio.house)

describe('the podcast’s own settings', () => {
  test('are what the feed says', async () => {
    await settle({
      ...{ license: 'arr', locationOsm: 'R84034', isLocked: false },
      ...{ fundingUrl: 'https://dons.example/', fundingLabel: 'Donner un coup de main' },
    })
    const said = await feed()
    for (const line of [
      '<podcast:license url="https://radio.example/mentions-legales">arr</podcast:license>',
      '<podcast:location rel="creator" geo="geo:45.0464,5.0517" osm="R84034" country="fr">Romans-sur-Isère</podcast:location>',
      '<podcast:locked owner="contact@radio.example">no</podcast:locked>',
      '<podcast:funding url="https://dons.example/">Donner un coup de main</podcast:funding>',
    ])
      expect(said).toContain(line)
    await settle({ fundingUrl: 'https://dons.example/' })
    expect(await feed()).toContain('>Soutenir La Bobine &#x26; co</podcast:funding>')
  })

  test('change its bytes once, and not at all when they are as they were', async () => {
    await settle({})
    const { headers } = await get('/feed.xml')
    await settle({})
    expect((await get('/feed.xml')).headers).toMatchObject({
      etag: headers.etag,
      'last-modified': headers['last-modified'],
    })
    await settle({ license: 'cc-by-4.0' })
    expect((await get('/feed.xml')).headers.etag).not.toBe(headers.etag)
    await settle({})
  })

  test('are the coordination’s', async () => {
    await expect(editPodcast(database.db, radio.people.fatiha, plain, baseUrl)).rejects.toThrow('not-allowed')
  })
})

describe('an episode for apps', () => {
  const bite = { startMs: 1000, durationMs: 15_000, title: 'Le sel & le sucre' }
  const edit = (id: string, soundbite: typeof bite | null, kind: 'full' | 'trailer' = 'full') =>
    editForApps(database.db, radio.people.nadia, id, { kind, soundbite })

  test('has its extract in the feed once it is published, and not before', async () => {
    const { id, guid } = await radio.episode('Avec extrait', { seconds: 20 })
    await publish(id)
    await edit(id, bite)
    expect(await feed()).not.toContain('podcast:soundbite')
    const { changes } = await readReadiness(database.db, radio.people.nadia, id, radio.house)
    expect(changes).toEqual([{ kind: 'details' }])
    await publish(id)
    const item = parseFeed(await feed())?.items.find((one) => one.guid === guid)
    expect(item?.podcastSoundbites).toMatchObject([
      { startTime: 1, duration: 15, title: 'Le sel & le sucre' },
    ])
    await unpublish(id)
  })

  test('an extract lies inside the podcast; where that became shorter, one is told and nothing is said', async () => {
    const { id, masterId } = await radio.episode('Trop court', { seconds: 20 })
    await expect(edit(id, { ...bite, startMs: 6000 })).rejects.toMatchObject({
      reason: 'soundbite.outside',
      facts: { length: '0:20' },
    })
    await edit(id, bite)
    await database.db.update(masters).set({ durationMs: 12_000 }).where(eq(masters.id, masterId))
    const { warnings } = await readReadiness(database.db, radio.people.nadia, id, radio.house)
    expect(warnings).toContainEqual({ kind: 'soundbite-outside', title: 'Le sel & le sucre' })
  })

  test('a trailer is the channel’s', async () => {
    const { id } = await radio.episode('Bientôt une saison')
    await edit(id, null, 'trailer')
    await publish(id)
    expect(await feed()).toMatch(/<podcast:trailer url="[^"]+\.mp3" [^>]+ season="3">Bientôt une saison</)
    await unpublish(id)
    expect(await feed()).not.toContain('podcast:trailer')
  })
})

describe('the feed of a rubric', () => {
  const path = '/rubriques/culture/feed.xml'

  test('is not there before something of it was published, nor for a rubric that nobody knows', async () => {
    await addToList(database.db, radio.people.nadia, 'rubrics', 'Mobilité')
    for (const slug of ['mobilite', 'inconnue', '..', 'Culture'])
      expect(await get(`/rubriques/${slug}/feed.xml`)).toMatchObject({ status: 404 })
    expect(await get('/rubriques/culture/autre/feed.xml')).toMatchObject({ status: 404 })
  })

  test('has the episodes in which its stories are heard, a name, a page and a guid of its own', async () => {
    const heard = await radio.episode('Culture et citrons')
    const other = await radio.episode('Sans culture')
    await database.db.update(stories).set({ rubricId: null })
    await publish(other.id)
    const [culture] = await database.db.select().from(rubrics).where(eq(rubrics.slug, 'culture'))
    await database.db.update(stories).set({ rubricId: culture?.id }).where(eq(stories.id, heard.lemons))
    await publish(heard.id)
    const parsed = parseFeed(await feed(path))
    expect(parsed).toMatchObject({
      title: 'La Bobine & co\u00a0: Culture',
      link: `${baseUrl}/rubriques/culture`,
      guid: podcastGuid(`${baseUrl}${path}`, sha1),
      items: [{ title: 'Culture et citrons', guid: heard.guid }],
    })
    expect(await feed(path)).toContain(`rel="self" type="application/rss+xml" href="${baseUrl}${path}"`)
    await unpublish(other.id)
    await unpublish(heard.id)
  })

  test('is cached as the show’s', async () => {
    const { headers } = await get(path)
    expect(headers).toMatchObject({
      'content-type': 'application/rss+xml; charset=utf-8',
      'cache-control': 'public, max-age=300, stale-while-revalidate=86400',
      'access-control-allow-origin': '*',
    })
    expect(await get(path, `If-None-Match: ${headers.etag}`)).toMatchObject({ status: 304 })
  })

  test('keeps its subscribers while it is empty, and its guid and episodes under another name', async () => {
    const empty = parseFeed(await feed(path))
    expect(empty?.items).toEqual([])
    const { id, guid } = await radio.episode('Encore des citrons')
    await publish(id)
    const culture = (await readLists(database.db)).rubrics.find(({ slug }) => slug === 'culture')
    await renameInList(database.db, radio.people.nadia, 'rubrics', culture?.id ?? '', 'Cultures d’ici')
    expect(parseFeed(await feed(path))).toMatchObject({
      title: 'La Bobine & co\u00a0: Cultures d’ici',
      guid: empty?.guid,
      items: [{ guid }],
    })
    await unpublish(id)
  })
})

test('older pages are asked by number; there is one while the history is short', async () => {
  const whole = await get('/feed.xml')
  for (const asked of ['?page=1', '?utm_source=x', '?'])
    expect((await get(`/feed.xml${asked}`)).body.equals(whole.body)).toBe(true)
  for (const asked of ['?page=2', '?page=0', '?page=-1', '?page=x', '?page=%00', '?page=99999999999'])
    expect(await get(`/feed.xml${asked}`)).toMatchObject({ status: 404 })
})

describe('a podcast that moves away', () => {
  const movedTo = 'https://ailleurs.example/feed.xml'

  test('says so for thirty days, then its old address leads to the new one', async () => {
    await settle({ movedTo, isLocked: false })
    const first = await get('/feed.xml')
    expect(first.status).toBe(200)
    expect(first.body.toString()).toContain(`<itunes:new-feed-url>${movedTo}</itunes:new-feed-url>`)
    const longAgo = new Date(Date.now() - (MOVING_DAYS + 1) * 86_400_000)
    await database.db.update(audit).set({ at: longAgo }).where(eq(audit.object, movedTo))
    // Asked anew, as after a restart or the next change.
    await database.db.update(shows).set({ changedAt: new Date() })
    expect(await get('/feed.xml')).toMatchObject({ status: 301, headers: { location: movedTo } })
    expect(await web.ask('HEAD /feed.xml HTTP/1.1')).toMatchObject({ status: 301 })
    expect(await get('/rubriques/culture/feed.xml')).toMatchObject({ status: 200 })
  })

  test('comes back when the new address is taken away', async () => {
    await settle({})
    const { status, body } = await get('/feed.xml')
    expect(status).toBe(200)
    expect(body.toString()).not.toContain('new-feed-url')
  })

  test('cannot move to where it is', async () => {
    await expect(settle({ movedTo: `${baseUrl}/feed.xml` })).rejects.toMatchObject({
      reason: 'feed.moves-to-itself',
    })
  })
})

describe('a hub', () => {
  // The hub fetches what it is told of, so the feed has to be where it says.
  const publicUrl = () => `http://127.0.0.1:${web.port}`
  // This machine is not the internet; the test's hub is on it.
  const here = { ...theOutside, mayReach: () => true }

  test('is named nowhere and told nothing until one is set', async () => {
    expect((await get('/feed.xml')).headers).not.toHaveProperty('link')
    expect(await feed()).not.toContain('rel="hub"')
    await pingHub(database.db, publicUrl())
  })

  test('brings each change to who subscribed, even when it was down for a moment', async () => {
    const hub = await openHub({ refuses: 1 })
    const topic = `${publicUrl()}/feed.xml`
    const app = await openSubscriber({ topic })
    const stranger = await openSubscriber({ topic: 'https://other.example/' })
    const tries: string[] = []
    const jobs = theJobs()
    if (!jobs) throw new Error('The jobs are not open')
    await hear(jobs, {
      'feed.changed': async (id, signal) => {
        tries.push(id)
        await pingHub(database.db, publicUrl(), signal, here)
      },
    })
    const subscribe = (callback: string) =>
      fetch(hub.url, {
        method: 'POST',
        body: new URLSearchParams({ 'hub.mode': 'subscribe', 'hub.topic': topic, 'hub.callback': callback }),
      })
    expect((await subscribe(app.url)).status).toBe(202)
    expect((await subscribe(stranger.url)).status).toBe(400)
    try {
      await settle({ hubUrl: hub.url })
      const { headers } = await get('/feed.xml')
      expect(headers.link).toBe(`<${hub.url}>; rel="hub", <${baseUrl}/feed.xml>; rel="self"`)
      expect(await feed()).toContain(`<atom:link rel="hub" href="${hub.url}"/>`)
      expect((await get('/rubriques/culture/feed.xml')).headers).not.toHaveProperty('link')
      const { id } = await radio.episode('Tout chaud')
      await publish(id)
      await expect
        .poll(() => app.deliveries.some(({ body }) => body.includes('Tout chaud')), { timeout: 60_000 })
        .toBe(true)
      expect(app.deliveries.at(-1)).toMatchObject({
        type: 'application/rss+xml; charset=utf-8',
        link: headers.link,
      })
      // Two changes; the first ping was refused and came again.
      await expect.poll(() => hub.pings, { timeout: 60_000 }).toEqual([topic, topic])
      expect(tries.length).toBeGreaterThanOrEqual(3)
      expect(stranger.deliveries).toEqual([])
    } finally {
      await settle({})
      await Promise.all([hub, app, stranger].map(({ close }) => close()))
    }
  }, 150_000)

  test('that does not answer is a failure that names it', async () => {
    const hub = await openHub()
    await hub.close()
    await database.db.update(shows).set({ hubUrl: hub.url })
    await expect(pingHub(database.db, publicUrl(), undefined, here)).rejects.toThrow(
      /Could not tell the hub 127\.0\.0\.1:\d+ that the feed has changed/,
    )
    await database.db.update(shows).set({ hubUrl: '' })
  })

  test('is asked at the very address that its name was looked up as, and not where it points to', async () => {
    const hub = await openHub()
    const { port } = new URL(hub.url)
    const named = { ...here, addressesOf: async () => ['127.0.0.1'] }
    await database.db.update(shows).set({ hubUrl: hub.url.replace('127.0.0.1', 'hub.invalid') })
    await pingHub(database.db, publicUrl(), undefined, named)
    expect(hub.pings).toEqual([`${publicUrl()}/feed.xml`])
    const detour = await listenOnLoopback(async (_request, response) => {
      response.writeHead(307, { Location: `http://127.0.0.1:${port}/` }).end()
    })
    await database.db.update(shows).set({ hubUrl: `http://127.0.0.1:${detour.port}/` })
    await expect(pingHub(database.db, publicUrl(), undefined, here)).rejects.toMatchObject({
      cause: { message: 'It answered 307' },
    })
    expect(hub.pings).toHaveLength(1)
    await Promise.all([hub.close(), detour.close()])
    await database.db.update(shows).set({ hubUrl: '' })
  })

  test('whose name leads into our own network is not asked', async () => {
    const hub = await openHub()
    await database.db.update(shows).set({ hubUrl: hub.url })
    await expect(pingHub(database.db, publicUrl())).rejects.toMatchObject({
      cause: { reason: 'fetch.private' },
    })
    expect(hub.pings).toEqual([])
    await hub.close()
    await database.db.update(shows).set({ hubUrl: '' })
  })
})
