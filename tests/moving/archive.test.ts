import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, stat, unlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { archives, consents, imports, publicFiles, shows, stories, voices } from '#lib/db/schema.ts'
import { foundShow } from '#lib/episode/show.server.ts'
import { type FileStore, openFiles } from '#lib/machine/files.server.ts'
import {
  askArchive,
  readArchives,
  removeArchive,
  serveArchive,
  stopArchive,
  tendArchives,
} from '#lib/moving/archive.server.ts'
import { bringIn } from '#lib/moving/bring-in.server.ts'
import { lookAtFeed } from '#lib/moving/import.server.ts'
import { packArchive } from '#lib/moving/pack-archive.server.ts'
import type { Actor } from '#lib/people/can.ts'
import { findPublications, publishEpisode } from '#lib/publishing/publishing.server.ts'
import { testDatabase } from '#tests/database.ts'
import { listenOnLoopback } from '#tests/machine/http-server.ts'
import { unzipped } from '#tests/machine/unzip.ts'
import { radioOf } from '#tests/publishing/radio.ts'
import { elsewhere, onlyPort } from './elsewhere.ts'

const database = testDatabase({ jobs: true })
const empty = testDatabase()
let radio: Awaited<ReturnType<typeof radioOf>>
let web: Awaited<ReturnType<typeof elsewhere>>
let folder: string
let archiveId: string
let lemons: string
let nadia: Actor

const house = () => ({ ...radio.house, baseUrl: web.url, version: '1' })
const job = (id: string) => packArchive(database.db, house(), id, new AbortController().signal)
const row = async (id: string) => (await database.db.select().from(archives).where(eq(archives.id, id)))[0]
const zipOf = (id: string) => radio.house.files.path(`archives/${id}.zip`)
const contentsOf = (id: string) => unzipped(readFileSync(zipOf(id)))
const names = () => [...contentsOf(archiveId).keys()]
/** Programs that are on most machines, not on all. */
const has = (program: string) => spawnSync(program, ['--help']).error === undefined

beforeAll(async () => {
  radio = await radioOf(database.db)
  nadia = radio.people.nadia
  folder = await mkdtemp(join(tmpdir(), 'bobine-archive-'))
  web = await elsewhere({})
  for (const title of ['Les citrons & le sel', 'Émission « deux »']) {
    const episode = await radio.episode(title)
    lemons = episode.lemons
    await publishEpisode(database.db, nadia, episode.id, null, house())
  }
  const [voice] = await database.db
    .insert(voices)
    .values({ storyId: lemons, name: 'Fatiha', alias: '=Fa' })
    .returning()
  await database.db
    .insert(consents)
    .values({ voiceId: voice?.id ?? '', use: 'podcast', by: 'self', isYes: true, proof: 'tap' })
  archiveId = await askArchive(database.db, nadia)
  await job(archiveId)
  for (const [name, bytes] of contentsOf(archiveId)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), bytes)
  }
})
afterAll(async () => {
  await web.close()
  await radio.close()
  await rm(folder, { recursive: true })
})

test('everything is in one file', async () => {
  expect(await row(archiveId)).toMatchObject({
    state: 'done',
    progress: 1,
    file: `archives/${archiveId}.zip`,
  })
  expect((await row(archiveId))?.sizeBytes).toBe((await stat(zipOf(archiveId))).size)
  expect(names()).toContain('index.html')
})

test.skipIf(!has('unzip'))('unzip finds no fault in it', () => {
  expect(execFileSync('unzip', ['-tq', zipOf(archiveId)], { encoding: 'utf8' })).toContain('No errors')
})

test.skipIf(!has('python3'))('Python opens it', () => {
  const python = 'import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); print(z.testzip(), len(z.namelist()))'
  const listed = execFileSync('python3', ['-c', python, zipOf(archiveId)], { encoding: 'utf8' }).trim()
  expect(listed).toBe(`None ${names().length}`)
})

test('every link of every page leads to a file that is there', async () => {
  const pages = names().filter((name) => name.endsWith('.html'))
  expect(pages.length).toBeGreaterThan(5)
  for (const page of pages) {
    const html = await readFile(join(folder, page), 'utf8')
    const links = [...html.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, link = '']) =>
      decodeURIComponent(link),
    )
    for (const link of links)
      expect((await stat(join(folder, dirname(page), link))).isFile(), `${page} → ${link}`).toBe(true)
  }
})

test('its first page names all there is, what is missing, and what is not in it', async () => {
  const html = await readFile(join(folder, 'index.html'), 'utf8')
  for (const words of [
    'La Bobine &amp; co',
    'Les citrons &amp; le sel',
    'Émission « deux »',
    'Les citrons',
    'donnees.json',
    'Ce qui n’y est pas',
    'adresses e-mail',
  ])
    expect(html).toContain(words)
  // The test's sounds have no original on the disk.
  expect(html).toContain('Attention')
})

test('texts, rundowns and answers are there to read, and nobody’s address', async () => {
  const listed = names()
  const story = listed.find((name) => name.includes(lemons.slice(0, 8)) && name.endsWith('.md'))
  expect(await readFile(join(folder, story ?? ''), 'utf8')).toContain(
    '**Fatiha\u00a0:** On les coupe & on les sale.',
  )
  expect(await readFile(join(folder, 'accords.csv'), 'utf8')).toContain(
    "Fatiha;'=Fa;;Les citrons;;podcast;self;;oui;tap;",
  )
  expect(await readFile(join(folder, 'personnes.csv'), 'utf8')).toContain('Nadia;coordination;')
  const rundown = listed.find((name) => name.startsWith('conducteurs/'))
  expect(await readFile(join(folder, rundown ?? ''), 'utf8')).toContain('Chapeau et titres')
  const data = await readFile(join(folder, 'donnees.json'), 'utf8')
  expect(JSON.parse(data)).toMatchObject({
    published: [{}, {}],
    people: [{}, {}, {}],
    consents: [{ name: 'Fatiha' }],
  })
  expect(data).not.toMatch(/tokenHash|proofFile|"email"/)
})

test('the feed of the archive fills an empty radio with the same guids, dates and sounds', async () => {
  const server = await serveFolder(folder)
  const feed = (await readFile(join(folder, 'feed.xml'), 'utf8')).replaceAll(web.url, server.url)
  const dataDir = await mkdtemp(join(tmpdir(), 'bobine-empty-'))
  try {
    const files: FileStore = await openFiles(dataDir)
    await foundShow(empty.db, 'console', 'Ailleurs', files)
    const id = await lookAtFeed(empty.db, nadia, files, { name: 'feed.xml', bytes: Buffer.from(feed) })
    await empty.db.update(imports).set({ state: 'asked' }).where(eq(imports.id, id))
    const there = { files, baseUrl: 'https://ailleurs.example' }
    await bringIn(empty.db, there, id, new AbortController().signal, true, onlyPort(server.port))
    const [moved] = await empty.db.select().from(imports)
    expect(moved?.report.map(({ outcome, why }) => [outcome, why])).toEqual([
      ['new', undefined],
      ['new', undefined],
    ])
    expect(await whatAppsKnow(empty.db)).toEqual(await whatAppsKnow(database.db))
  } finally {
    await server.close()
    await rm(dataDir, { recursive: true })
  }
})

test('it is downloaded by the coordination alone, in pieces', async () => {
  const answers = async (actor: Actor | null, headers: Record<string, string> = {}) => {
    web.answers[`/archives/${archiveId}.zip`] = (request, response) =>
      serveArchive(request, response, {
        db: database.db,
        files: radio.house.files,
        findActor: async () => actor,
      })
    return await fetch(`${web.url}/archives/${archiveId}.zip`, { headers })
  }
  expect((await answers(null)).status).toBe(404)
  expect((await answers(radio.people.fatiha)).status).toBe(404)
  const piece = await answers(nadia, { Range: 'bytes=0-1' })
  expect([piece.status, await piece.text()]).toEqual([206, 'PK'])
  expect(piece.headers.get('content-disposition')).toMatch(/attachment.*la-bobine-.*\.zip/)
})

test('a stopped one leaves nothing; the next one names a file that is gone', async () => {
  const [one] = await database.db.select().from(publicFiles).limit(1)
  const id = await askArchive(database.db, nadia)
  expect(await askArchive(database.db, nadia)).toBe(id)
  await stopArchive(database.db, nadia, id)
  await job(id)
  expect(await row(id)).toMatchObject({ state: 'stopped', file: null })
  await unlink(radio.house.files.path(one?.file ?? ''))
  const next = await askArchive(database.db, nadia)
  await job(next)
  expect(contentsOf(next).get('index.html')?.toString()).toContain(one?.id)
})

test('one may remove it, and a week does so by itself', async () => {
  await expect(readArchives(database.db, radio.people.fatiha)).rejects.toMatchObject({
    reason: 'not-allowed',
  })
  const path = radio.house.files.path(`archives/${archiveId}.zip`)
  await database.db
    .update(archives)
    .set({ finishedAt: new Date(Date.now() - 8 * 86_400_000) })
    .where(eq(archives.id, archiveId))
  await tendArchives(database.db, radio.house.files)
  await expect(stat(path)).rejects.toMatchObject({ code: 'ENOENT' })
  const [newest] = await readArchives(database.db, nadia)
  await removeArchive(database.db, nadia, radio.house.files, newest?.id ?? '')
  expect((await readArchives(database.db, nadia)).every(({ file }) => file === null)).toBe(true)
  expect(await database.db.$count(stories)).toBeGreaterThan(0)
})

/** Any web server that answers with the files of a folder. */
async function serveFolder(root: string) {
  return await listenOnLoopback(async (request, response) => {
    const bytes = await readFile(join(root, decodeURIComponent(request.url ?? ''))).catch(() => null)
    response.writeHead(bytes ? 200 : 404).end(bytes ?? '')
  })
}

async function whatAppsKnow(db: typeof database.db) {
  const [show] = await db.select().from(shows)
  const files = new Map((await db.select().from(publicFiles)).map(({ id, sha256 }) => [id, sha256]))
  const published = await findPublications(db)
  return {
    guid: show?.podcastGuid,
    episodes: published.map(({ guid, title, publishedAt, masterId, chapters, persons }) => ({
      ...{ guid, title, persons },
      publishedAt: publishedAt.toISOString().slice(0, 19),
      sha256: files.get(masterId),
      chapters: chapters.map(({ startMs, title: name }) => [startMs, name]),
    })),
  }
}
