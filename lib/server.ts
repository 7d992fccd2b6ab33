import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import next from 'next'
import type { PgBoss } from 'pg-boss'
import { hear, openJobs } from '#lib/db/events.server.ts'
import { openListener } from '#lib/db/listen.server.ts'
import { type OpenDatabase, openInstalledDatabase } from '#lib/db/open.server.ts'
import { calendarPath, serveCalendar } from '#lib/episode/calendar.server.ts'
import { openGate, type Route } from '#lib/gate.server.ts'
import { openHearers } from '#lib/hearers.server.ts'
import { chunksPath, housePaths, serveChunks, serveHouse } from '#lib/machine/chunks.server.ts'
import { openDataDirectory } from '#lib/machine/disk.server.ts'
import { type Environment, readEnvironment } from '#lib/machine/environment.server.ts'
import { type FileStore, openFiles } from '#lib/machine/files.server.ts'
import { log } from '#lib/machine/log.server.ts'
import { causes } from '#lib/machine/log.ts'
import { openPost } from '#lib/machine/mail.server.ts'
import { openSiteOf, rememberAddress, type Site } from '#lib/machine/site.server.ts'
import { serveMaster } from '#lib/master/listening.server.ts'
import { archivesPath, serveArchive } from '#lib/moving/archive.server.ts'
import { actorOfCall, actorOfRequest } from '#lib/people/cookie.server.ts'
import { makeKey } from '#lib/people/key.server.ts'
import { isEmptyHouse } from '#lib/people/members.server.ts'
import { previewApi, servePreviewSound } from '#lib/publishing/preview.server.ts'
import { publicRoutes } from '#lib/publishing/public.server.ts'
import { serveShare } from '#lib/publishing/share.server.ts'
import { sharePath } from '#lib/publishing/share-words.ts'
import { openDownloads } from '#lib/report/downloads.server.ts'
import { keepProof } from '#lib/rights/proof.server.ts'
import { proofPath, serveProof } from '#lib/rights/proof-files.server.ts'
import { holdProofKeeper } from '#lib/rights/proof-keeper.server.ts'
import { formsPath, serveForms } from '#lib/rights/serve-forms.server.ts'
import { episodeApi, serveEpisodeApi } from '#lib/rundown/api.server.ts'
import { directApi, openDirect } from '#lib/rundown/direct-stream.server.ts'
import { openRundownFeed } from '#lib/rundown/feed.server.ts'
import { serveListening } from '#lib/sound/listening.server.ts'
import { openUploads } from '#lib/sound/upload.server.ts'
import { openCollab } from '#lib/story/collab.server.ts'
import { readNews, STORY_CHANNEL } from '#lib/story/news.server.ts'
import { serveStoryPapers, storyPapers } from '#lib/story/papers.server.ts'
import { openWorker, workerPath } from '#lib/worker.server.ts'

process.env.NEXT_TELEMETRY_DISABLED = '1'
/** The same as in next.config.mjs. */
const BUILD_DIR = process.env.BOBINE_DIST || '.next'
const { values: options } = parseArgs({ options: { dev: { type: 'boolean', default: false } } })

/** What is open, in order; closed once, in the opposite order. */
class Opened {
  isClosing = false
  private readonly closers: (() => Promise<unknown> | unknown)[] = []
  private done: Promise<void> | null = null

  add(close: () => Promise<unknown> | unknown) {
    this.closers.unshift(close)
  }

  close(): Promise<void> {
    this.isClosing = true
    this.done ??= this.closeAll()
    return this.done
  }

  private async closeAll() {
    for (const close of this.closers) {
      try {
        await close()
      } catch (error) {
        log.warn('close.failed', {}, error)
      }
    }
  }
}

async function main() {
  const opened = new Opened()
  const leave = () => opened.close().then(() => process.exit(0))
  process.on('SIGINT', leave)
  process.on('SIGTERM', leave)
  try {
    const env = readEnvironment()
    const web = await openDoor(env, opened)
    await openDataDirectory(env.dataDir)
    const database = await openInstalledDatabase(env, 'server')
    opened.add(database.close)
    database.lost.then(async () => {
      if (!opened.isClosing) await fail(new Error('The embedded PostgreSQL has stopped'), opened)
    })
    const jobs = await openJobs(database.address)
    opened.add(() => jobs.stop({ graceful: false }))
    const site = await openSiteOf(env)
    const files = await openFiles(env.dataDir)
    await openRooms({ env, web, database, jobs, site, files, opened })
    await rememberAddress(site)
    await sayReady(site, database)
  } catch (error) {
    await fail(error, opened)
  }
}

/** Takes the port first, so that a port in use is said at once; visitors wait with a sentence. */
async function openDoor(env: Environment, opened: Opened): Promise<Server> {
  const web = createServer(stillOpening)
  // A player or an upload that stalls for two minutes lets go; one that is merely slow has an hour a request.
  web.timeout = 120_000
  web.requestTimeout = 3_600_000
  await new Promise<void>((resolve, reject) => {
    web.once('error', (cause: NodeJS.ErrnoException) => reject(portTrouble(cause, env.port)))
    web.listen(env.port, env.host, resolve)
  })
  opened.add(() => {
    web.close()
    web.closeAllConnections()
  })
  return web
}

const stillOpening: RequestListener = (_request, response) => {
  response.writeHead(503, { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '3' })
  response.end('La Bobine démarre. Rechargez la page dans quelques secondes.\n')
}

type Rooms = {
  env: Environment
  web: Server
  database: OpenDatabase
  jobs: PgBoss
  site: Site
  files: FileStore
  opened: Opened
}

/** Jobs, texts written together, uploads, pages: everything that answers. */
async function openRooms({ env, web, database, jobs, site, files, opened }: Rooms) {
  const { db } = database
  const findActor = (request: IncomingMessage) => actorOfRequest(db, request, site)
  const findCaller = (request: IncomingMessage) => actorOfCall(db, request, site)
  holdProofKeeper(keepProof)
  const hearers = await openHearers({ db, files, site, post: openPost(env.smtpUrl, env.mailFrom) })
  opened.add(hearers.close)
  await hear(jobs, hearers.events)
  const collab = openCollab({ db, findActor, origins: [new URL(site.baseUrl).origin] })
  opened.add(collab.close)
  const hearNews = (payload: string) => collab.hear(readNews(payload))
  const stories = await openListener(database.address, { [STORY_CHANNEL]: hearNews }, () => collab.hear(null))
  opened.add(stories.close)
  const uploads = await openUploads({ db, files, findActor })
  opened.add(uploads.close)
  const feed = await openRundownFeed(db, database.address)
  opened.add(feed.close)
  const pages = next({
    dev: options.dev,
    customServer: true,
    httpServer: web,
    hostname: 'localhost',
    port: env.port,
  })
  await pages.prepare()
  opened.add(() => pages.close())
  const { trustProxy } = env
  const downloads = await openDownloads({ db, files, trustProxy })
  opened.add(downloads.close)
  const { baseUrl, version } = site
  const routes: Route[] = [
    ...publicRoutes({ db, files, baseUrl, version, soundAsked: downloads.soundAsked }),
    ...(options.dev
      ? []
      : [
          { at: chunksPath, answer: serveChunks(resolve(BUILD_DIR)) },
          { at: workerPath, answer: await openWorker(site.rootDir, resolve(BUILD_DIR)) },
        ]),
    ...housePaths.map((at) => ({ at, answer: serveHouse(at, resolve('public')) })),
    {
      at: episodeApi,
      answer: (request, response) => serveEpisodeApi(request, response, { db, feed, findActor: findCaller }),
    },
    {
      at: storyPapers,
      answer: (request, response) => serveStoryPapers(request, response, { db, findActor }),
    },
    { at: calendarPath, answer: (request, response) => serveCalendar(request, response, { db, baseUrl }) },
    { at: directApi, answer: openDirect({ db, feed }) },
    {
      at: previewApi,
      answer: (request, response) => servePreviewSound(request, response, { db, files }),
    },
    { at: '/uploads', answer: uploads.serve },
    { at: '/uploads/', answer: uploads.serve },
    { at: '/ecouter/', answer: (request, response) => serveListening(request, response, { db, findActor }) },
    { at: proofPath, answer: (request, response) => serveProof(request, response, { db, findActor }) },
    {
      at: sharePath,
      answer: (request, response) => serveShare(request, response, { db, files, baseUrl, findActor }),
    },
    { at: formsPath, answer: (request, response) => serveForms(request, response, { db, findActor }) },
    {
      at: archivesPath,
      answer: (request, response) => serveArchive(request, response, { db, files, findActor }),
    },
    {
      at: '/masters/',
      answer: (request, response) => serveMaster(request, response, { db, files, findActor }),
    },
  ]
  const gate = { db, baseUrl, trustProxy, dev: options.dev, routes, pages: pages.getRequestHandler() }
  web.off('request', stillOpening).on('request', openGate(gate))
  const upgradePages = pages.getUpgradeHandler()
  web.on('upgrade', (request, socket, head) => {
    const path = (request.url ?? '').replace(/\?.*$/, '')
    if (path === '/collab') collab.upgrade(request, socket, head)
    else if (options.dev) upgradePages(request, socket, head)
    else socket.destroy()
  })
}

async function sayReady(site: Site, { place, db }: OpenDatabase) {
  const lines = [
    '',
    `  La Bobine is ready:  ${site.baseUrl}`,
    `  Data:      ${site.dataDir}`,
    `  Database:  ${place}`,
  ]
  if (await isEmptyHouse(db)) {
    const { token } = await makeKey(db, 'founder', null)
    lines.push('', '  Nobody has an account yet. Open this link once to create the first (coordination):')
    lines.push(`  ${site.baseUrl}/c/${token}`)
  }
  process.stdout.write(`${lines.join('\n')}\n\n`)
}

function portTrouble(cause: NodeJS.ErrnoException, port: number): Error {
  const inUse = `Port ${port} is in use. Stop the other program, or choose another: PORT=${port + 1} npm start`
  return new Error(cause.code === 'EADDRINUSE' ? inUse : `Could not listen on port ${port}`, { cause })
}

async function fail(error: unknown, opened: Opened) {
  process.stderr.write(`\n  La Bobine could not go on.\n  ${causes(error).join('\n    because ')}\n\n`)
  await opened.close()
  process.exit(1)
}

await main()
