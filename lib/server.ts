import { createServer, type RequestListener, type Server } from 'node:http'
import { parseArgs } from 'node:util'
import next from 'next'
import { hear, openJobs } from '#lib/db/events.server.ts'
import { openInstalledDatabase } from '#lib/db/open.server.ts'
import { openGate, type Route } from '#lib/gate.server.ts'
import { type Environment, readEnvironment } from '#lib/machine/environment.server.ts'
import { log } from '#lib/machine/log.server.ts'
import { causes } from '#lib/machine/log.ts'
import { openPost } from '#lib/machine/mail.server.ts'
import { readOrMakeSecret } from '#lib/machine/secret.server.ts'
import { openSite, type Site } from '#lib/machine/site.server.ts'
import { makeKey } from '#lib/people/key.server.ts'
import { sendLetter } from '#lib/people/letter.server.ts'
import { isEmptyHouse } from '#lib/people/members.server.ts'

process.env.NEXT_TELEMETRY_DISABLED = '1'
const { values: options } = parseArgs({ options: { dev: { type: 'boolean', default: false } } })

/** Opens everything in order; what was opened is closed in the opposite order, once. */
async function main() {
  const env = readEnvironment()
  const closers: (() => Promise<unknown>)[] = []
  const close = closeOnce(closers)
  process.on('SIGINT', () => close().then(() => process.exit(0)))
  process.on('SIGTERM', () => close().then(() => process.exit(0)))
  try {
    const web = createServer(stillOpening)
    await listen(web, env)
    closers.push(() => new Promise((done) => web.close(done).closeAllConnections()))
    const database = await openInstalledDatabase(env, 'server')
    closers.push(database.close)
    database.lost.then(() => fail(new Error('The embedded PostgreSQL has stopped'), close))
    const jobs = await openJobs(database.address)
    closers.push(() => jobs.stop({ graceful: false }))
    const site = await openSiteOf(env)
    const post = openPost(env.smtpUrl, env.mailFrom)
    await hear(jobs, {
      'letter.written': (id) => sendLetter(database.db, id, post, site.baseUrl),
    })
    const pages = next({
      dev: options.dev,
      customServer: true,
      httpServer: web,
      hostname: 'localhost',
      port: env.port,
    })
    await pages.prepare()
    closers.push(() => pages.close())
    const routes: Route[] = []
    web.removeListener('request', stillOpening).on(
      'request',
      openGate({
        db: database.db,
        baseUrl: site.baseUrl,
        trustProxy: env.trustProxy,
        dev: options.dev,
        routes,
        pages: pages.getRequestHandler(),
      }),
    )
    await sayReady(site, database.place, database.db)
  } catch (error) {
    await fail(error, close)
  }
}

const stillOpening: RequestListener = (_request, response) => {
  response.writeHead(503, { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '3' })
  response.end('La Bobine démarre. Rechargez la page dans quelques secondes.\n')
}

async function openSiteOf(env: Environment): Promise<Site> {
  const secret = env.secret ?? (await readOrMakeSecret(env.dataDir))
  process.env.NEXTAUTH_URL = env.baseUrl
  process.env.NEXTAUTH_SECRET = secret
  const site = {
    baseUrl: env.baseUrl,
    secret,
    dataDir: env.dataDir,
    mailWorks: env.smtpUrl !== null,
    version: '0.1.0',
  }
  openSite(site)
  return site
}

function listen(web: Server, env: Environment): Promise<void> {
  return new Promise((resolve, reject) => {
    web.once('error', (cause: NodeJS.ErrnoException) => {
      const remedy =
        cause.code === 'EADDRINUSE'
          ? `Port ${env.port} is in use. Stop the other program, or choose another: PORT=${env.port + 1} npm start`
          : `Could not listen on port ${env.port}`
      reject(new Error(remedy, { cause }))
    })
    web.listen(env.port, env.host, resolve)
  })
}

async function sayReady(site: Site, place: string, db: Parameters<typeof makeKey>[0]) {
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

function closeOnce(closers: (() => Promise<unknown>)[]): () => Promise<void> {
  let closing: Promise<void> | null = null
  const closeAll = async () => {
    for (const close of closers.reverse()) {
      await close().catch((error: unknown) => log.warn('close.failed', {}, error))
    }
  }
  return () => (closing ??= closeAll())
}

async function fail(error: unknown, close: () => Promise<void>) {
  process.stderr.write(`\n  La Bobine could not go on.\n  ${causes(error).join('\n    because ')}\n\n`)
  await close()
  process.exit(1)
}

await main()
