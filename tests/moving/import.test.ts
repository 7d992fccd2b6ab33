import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { episodes, imports, masters, publicFiles, seasons, shows } from '#lib/db/schema.ts'
import { foundShow } from '#lib/episode/show.server.ts'
import { openFiles } from '#lib/machine/files.server.ts'
import { bringIn } from '#lib/moving/bring-in.server.ts'
import { lookAtFeed, readImport, readPreview, startImport, stopImport } from '#lib/moving/import.server.ts'
import type { Actor } from '#lib/people/can.ts'
import { findPublication, findPublications, unpublishEpisode } from '#lib/publishing/publishing.server.ts'
import { testDatabase } from '#tests/database.ts'
import { soundFolder, synth } from '#tests/machine/ffmpeg-samples.ts'
import { member } from '#tests/story/people.ts'
import { elsewhere, onlyPort } from './elsewhere.ts'
import { feedOf } from './feeds.ts'

const database = testDatabase({ jobs: true })
let web: Awaited<ReturnType<typeof elsewhere>>
let files: Awaited<ReturnType<typeof openFiles>>
let dataDir: string
let nadia: Actor
const sounds = soundFolder()
let mp3: Buffer

const guid = '9b024349-ccf0-5f69-a609-6b82873eab3c'
const channel = `<title>Les Voix du Quai</title><podcast:guid>${guid}</podcast:guid><podcast:person>Denise</podcast:person>`
const item = (details: { title: string; guid: string; day: string; sound: string; more?: string }) =>
  `<item><title>${details.title}</title><guid isPermaLink="false">${details.guid}</guid><pubDate>${details.day} 23:30:00 GMT</pubDate>
   <enclosure url="${details.sound}" length="1" type="audio/mpeg"/><description>&lt;p&gt;Notes de &lt;b&gt;${details.title}&lt;/b&gt;&lt;script&gt;x()&lt;/script&gt;&lt;/p&gt;</description>${details.more ?? ''}</item>`

const first = () =>
  item({
    title: 'Le premier',
    guid: 'urn:un',
    day: '31 Aug 2024',
    sound: '/un.mp3',
    more: '<itunes:episode>7</itunes:episode><itunes:season>1</itunes:season><podcast:person role="guest">Fatiha</podcast:person><podcast:transcript url="/un.vtt" type="text/vtt"/><podcast:chapters url="/un.json" type="application/json+chapters"/>',
  })
const second = (title = 'Le second') =>
  item({ title, guid: 'https://quai.example/?p=2', day: '13 Jun 2025', sound: '/deux.m4a' })
const others = () =>
  item({ title: 'Perdu', guid: 'urn:perdu', day: '14 Jun 2025', sound: '/perdu.mp3' }) +
  item({ title: 'Pas un son', guid: 'urn:page', day: '15 Jun 2025', sound: '/page.mp3' }) +
  item({
    title: 'Encore le second',
    guid: 'https://quai.example/?p=2',
    day: '16 Jun 2025',
    sound: '/un.mp3',
  }) +
  '<item><title>Une annonce</title><guid>urn:annonce</guid><pubDate>17 Jun 2025 09:00:00 GMT</pubDate></item>'

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'bobine-moving-'))
  files = await openFiles(dataDir)
  await foundShow(database.db, 'console', 'La Bobine', files)
  nadia = await member(database.db, 'Nadia', 'coordination')
  mp3 = await readFile(sounds.make('un.mp3', ...synth('sine=440', 4), '-b:a', '64k'))
  const m4a = await readFile(sounds.make('deux.m4a', ...synth('sine=330', 3), '-c:a', 'aac'))
  web = await elsewhere({
    '/un.mp3': mp3,
    '/deux.m4a': m4a,
    '/page.mp3': '<html>Connectez-vous</html>',
    '/un.vtt':
      'WEBVTT\n\n00:00.500 --> 00:01.500\n<v Denise>Bonjour.\n\n00:02.000 --> 00:03.000\n<v Fatiha>Bonsoir.\n',
    '/un.json':
      '{"version":"1.2.0","chapters":[{"startTime":0,"title":"Début"},{"startTime":1.8,"title":"Suite"}]}',
  })
})
afterAll(async () => {
  await web.close()
  sounds.remove()
  await rm(dataDir, { recursive: true })
})

const offer = (items: string) => {
  web.answers['/feed.xml'] = feedOf(items, channel)
}
const look = () =>
  lookAtFeed(database.db, nadia, files, { address: `${web.url}/feed.xml` }, onlyPort(web.port))
const house = () => ({ files, baseUrl: 'https://radio.example' })
const job = (id: string) =>
  bringIn(database.db, house(), id, new AbortController().signal, true, onlyPort(web.port))
async function bring(items: string) {
  offer(items)
  const id = await look()
  await startImport(database.db, nadia, id)
  await job(id)
  return await readImport(database.db, nadia, id)
}
const idOf = async (asked: string) =>
  (await database.db.select().from(episodes).where(eq(episodes.guid, asked)))[0]?.id ?? ''
const published = async (asked: string) => findPublication(database.db, { episodeId: await idOf(asked) })

test('a feed is looked at before anything is brought in', async () => {
  offer(others() + second() + first())
  const moved = await readImport(database.db, nadia, await look())
  expect(moved).toMatchObject({ state: 'stopped', report: [], source: `${web.url}/feed.xml` })
  expect(await readPreview(files, moved)).toMatchObject({
    show: { title: 'Les Voix du Quai', guid },
    ...{ notes: [], episodes: 5, withoutSound: 1, withChapters: 1, withTranscript: 1, withPersons: 1 },
    oldestAt: Date.UTC(2024, 7, 31, 23, 30),
  })
  expect(await findPublications(database.db)).toEqual([])
})

test('what is no feed, and who may not, are refused', async () => {
  const asFile = (text: string, actor = nadia) =>
    lookAtFeed(database.db, actor, files, { name: 'flux.xml', bytes: Buffer.from(text) })
  await expect(asFile('<html></html>')).rejects.toMatchObject({ reason: 'feed.none' })
  await expect(asFile('<rss/>', { ...nadia, role: 'technique' })).rejects.toMatchObject({
    reason: 'not-allowed',
  })
  await expect(
    lookAtFeed(database.db, nadia, files, { address: `${web.url}/feed.xml` }),
  ).rejects.toMatchObject({ reason: 'fetch.private' })
})

test('all of it is brought in, with its own dates, guids and numbers, and what could not be kept is said', async () => {
  const moved = await bring(others() + second() + first())
  expect(moved).toMatchObject({ state: 'done', progress: 1, failure: null })
  expect(moved.report.map(({ title, outcome, why = [] }) => [title, outcome, ...why])).toEqual([
    ['Le premier', 'new'],
    ['Le second', 'new', 'made-mp3'],
    ['Perdu', 'refused', 'fetch.status'],
    ['Pas un son', 'refused', 'sound.not-audio'],
    ['Encore le second', 'refused', 'same-guid'],
    ['Une annonce', 'refused', 'no-sound'],
  ])
  expect(await published('urn:un')).toMatchObject({
    guid: 'urn:un',
    // 1 September in the show's zone: the new season has begun.
    ...{
      airDate: '2024-09-01',
      seasonName: '2024-2025',
      number: 7,
      title: 'Le premier',
      summary: 'Notes de Le premier',
    },
    publishedAt: new Date('2024-08-31T23:30:00Z'),
    sizeBytes: mp3.length,
    chapters: [
      { startMs: 0, endMs: 1800, title: 'Début' },
      { startMs: 1800, title: 'Suite' },
    ],
    persons: [{ name: 'Fatiha', role: 'guest', group: 'cast' }],
    transcript: [
      { chapter: 'Début', speaker: 'Denise', sentences: [{ text: 'Bonjour.', startMs: 500, endMs: 1500 }] },
      { chapter: 'Suite', speaker: 'Fatiha' },
    ],
  })
  expect(await published('https://quai.example/?p=2')).toMatchObject({
    chapters: [{ title: 'Le second', startMs: 0 }],
    persons: [{ name: 'Denise', role: 'host', group: 'cast' }],
    transcript: [],
  })
  const [show] = await database.db.select().from(shows)
  expect(show).toMatchObject({ podcastGuid: guid, name: 'La Bobine' })
})

test('the sound is the same to the byte, and its notes are clean', async () => {
  const publication = await published('urn:un')
  const [row] = await database.db
    .select()
    .from(publicFiles)
    .where(eq(publicFiles.id, publication?.masterId ?? ''))
  const sha256 = createHash('sha256').update(mp3).digest('hex')
  expect(row).toMatchObject({ sha256, type: 'audio/mpeg', sizeBytes: mp3.length })
  expect(await readFile(files.path(row?.file ?? ''))).toEqual(mp3)
  const [master] = await database.db
    .select()
    .from(masters)
    .where(eq(masters.id, publication?.masterId ?? ''))
  expect(master?.state).toBe('ready')
  expect(Math.abs((publication?.durationMs ?? 0) - 4000)).toBeLessThan(100)
  const stored = await database.db.query.publications.findFirst({
    where: (one, { eq: is }) => is(one.episodeId, publication?.episodeId ?? ''),
  })
  expect(stored?.notesHtml).toBe('<p>Notes de <b>Le premier</b></p>')
})

test('a second time nothing is fetched again, and only what changed is changed', async () => {
  const before = await published('https://quai.example/?p=2')
  web.asked.length = 0
  const moved = await bring(second('Le second, corrigé') + first())
  expect(moved.report.map(({ title, outcome }) => [title, outcome])).toEqual([
    ['Le premier', 'same'],
    ['Le second, corrigé', 'changed'],
  ])
  expect(web.asked).toEqual(['/feed.xml'])
  expect(await published('https://quai.example/?p=2')).toMatchObject({
    ...{
      title: 'Le second, corrigé',
      masterId: before?.masterId,
      publishedAt: before?.publishedAt,
      slug: before?.slug,
    },
  })
  expect(await database.db.$count(episodes)).toBe(2)
})

test('an episode that was withdrawn here stays withdrawn', async () => {
  const id = await idOf('urn:un')
  await unpublishEpisode(database.db, nadia, id, house())
  const { report } = await bring(first())
  expect(report).toEqual([{ guid: 'urn:un', title: 'Le premier', outcome: 'same', why: ['withdrawn-here'] }])
})

test('it is stopped and goes on where it was; one at a time', async () => {
  offer(
    [20, 21, 22]
      .map((day) =>
        item({ title: `Le ${day}`, guid: `urn:${day}`, day: `${day} Jun 2025`, sound: `/${day}.mp3` }),
      )
      .join(''),
  )
  const reached = new Promise<void>((done) => {
    web.answers['/20.mp3'] = mp3
    web.answers['/21.mp3'] = () => done()
    web.answers['/22.mp3'] = mp3
  })
  const id = await look()
  await startImport(database.db, nadia, id)
  await expect(startImport(database.db, nadia, await look())).rejects.toMatchObject({
    reason: 'import.running',
  })
  const running = job(id)
  await reached
  await stopImport(database.db, nadia, id)
  await running
  expect(await readImport(database.db, nadia, id)).toMatchObject({
    state: 'stopped',
    report: [{ guid: 'urn:20' }],
  })
  web.answers['/21.mp3'] = mp3
  await startImport(database.db, nadia, id)
  await job(id)
  await job(id)
  const moved = await readImport(database.db, nadia, id)
  expect(moved.report.map(({ guid: one, outcome }) => [one, outcome])).toEqual([
    ['urn:20', 'new'],
    ['urn:21', 'new'],
    ['urn:22', 'new'],
  ])
  expect(moved.state).toBe('done')
  expect(await database.db.$count(seasons)).toBe(1)
})

test('a process that died half-way brings nothing in twice', async () => {
  offer(
    [24, 25]
      .map((day) =>
        item({ title: `Le ${day}`, guid: `urn:${day}`, day: `${day} Jun 2025`, sound: '/un.mp3' }),
      )
      .join(''),
  )
  const id = await look()
  await startImport(database.db, nadia, id)
  await job(id)
  // As it would be had the process died after the second episode, before its line was written.
  const { report } = await readImport(database.db, nadia, id)
  await database.db
    .update(imports)
    .set({ state: 'running', report: report.slice(0, 1) })
    .where(eq(imports.id, id))
  await job(id)
  expect((await readImport(database.db, nadia, id)).report.map(({ outcome }) => outcome)).toEqual([
    'new',
    'same',
  ])
  expect(await database.db.$count(episodes, eq(episodes.guid, 'urn:25'))).toBe(1)
})
