import { setTimeout as pause } from 'node:timers/promises'
import { type Browser, chromium, type Page } from '@playwright/test'
import { consoleActor, withDatabase } from '#lib/console.server.ts'
import { openJobs } from '#lib/db/events.server.ts'
import { loadExample } from '#lib/example/example.server.ts'
import { type BuiltApp, startBuiltApp } from './editor-app.ts'
import { type Load, loadOf } from './load.ts'
import { lengthenHistory } from './long-history.ts'
import { residentBytes } from './process-tree.ts'
import { scriptsOf } from './script-sizes.ts'
import { weighing } from './weight.ts'

const ROUNDS = 5
const HISTORY = 400
/** As WebPageTest defines it: 400 kbit/s either way, 400 ms there and back. */
const slow3g = { offline: false, downloadThroughput: 50_000, uploadThroughput: 50_000, latency: 400 }
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }

/** The built app with the example show, asked as apps and listeners do. */
export async function benchWeb() {
  const app = await startBuiltApp()
  try {
    await furnish(app)
    const feed = await (await fetch(`${app.url}/feed.xml`)).text()
    const sound = pathIn(feed, /<enclosure url="([^"]+)"/)
    const episode = pathIn(feed, /<item>.*?<link>([^<]+)</s)
    await benchAnswers(app, sound, episode)
    await benchPages(app, ['/', episode])
    await benchHistory(app)
  } finally {
    await app.stop()
  }
}

async function furnish({ url }: BuiltApp) {
  // Told from here, heard by the running radio, which prepares the sounds and publishes.
  await withDatabase(async ({ db, files, database }) => {
    const jobs = await openJobs(database.address)
    const { actor } = await consoleActor(db)
    await loadExample(db, actor, files, new Date())
    await jobs.stop({ graceful: false })
  })
  while (!(await (await fetch(`${url}/feed.xml`)).text()).includes('<item>')) await pause(1000)
}

function pathIn(feed: string, pattern: RegExp): string {
  return new URL(pattern.exec(feed)?.[1] ?? '').pathname
}

async function benchAnswers({ url }: BuiltApp, sound: string, episode: string) {
  const tag = (await fetch(`${url}/feed.xml`)).headers.get('etag') ?? ''
  const asked: [what: string, path: string, headers?: Record<string, string>][] = [
    ['the feed', '/feed.xml'],
    ['the feed, gzip', '/feed.xml', { 'Accept-Encoding': 'gzip' }],
    ['the feed, unchanged', '/feed.xml', { 'If-None-Match': tag }],
    ['64 kB of a sound', sound, { Range: 'bytes=1000000-1065535' }],
    ['the home page', '/'],
    ['an episode’s page', episode],
  ]
  for (const [what, path, headers] of asked) {
    await loadOf(url + path, headers, { count: 50 })
    sayLoad(what, await loadOf(url + path, headers))
  }
}

async function benchPages({ url }: BuiltApp, paths: readonly string[]) {
  const browser = await chromium.launch({
    ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
    args: ['--no-sandbox', '--disable-gpu'],
  })
  try {
    for (const path of paths) {
      const name = path === '/' ? 'home page' : 'episode’s page'
      say(`${name}, what a first visit transfers`, kilobytes(await transferOf(browser, url + path)))
      const page = await (await browser.newContext(phone)).newPage()
      const scripts = await scriptsOf(page, url + path, 'main')
      await page.context().close()
      const bytes = scripts.reduce((sum, script) => sum + script.bytes, 0)
      say(`${name}, script of it`, `${kilobytes(bytes)} compressed, ${scripts.length} files`)
      for (const slower of [1, 4]) {
        const times: number[] = []
        for (let round = 0; round < ROUNDS; round += 1)
          times.push(await largestPaint(browser, url + path, slower))
        const processor = slower === 1 ? '' : `, processor slowed ${slower}×`
        say(`${name}, largest paint on slow 3G${processor}`, quantiles(times))
      }
    }
  } finally {
    await browser.close()
  }
}

/** Bytes of a first visit on the wire, before any sound. */
async function transferOf(browser: Browser, url: string): Promise<number> {
  const page = await (await browser.newContext(phone)).newPage()
  const weigh = await weighing(page)
  await page.goto(url, { waitUntil: 'networkidle' })
  await page.context().close()
  return weigh()
}

async function largestPaint(browser: Browser, url: string, slower: number): Promise<number> {
  const page: Page = await (await browser.newContext(phone)).newPage()
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', slow3g)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower })
  await page.goto(url, { waitUntil: 'networkidle', timeout: 120_000 })
  const paint = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        })
      }),
  )
  await page.context().close()
  return paint
}

/** The feed of ten years: written the first time after each change, then held. */
async function benchHistory({ url, pid }: BuiltApp) {
  const before = await residentBytes(pid)
  await lengthenHistory(HISTORY)
  const [first] = (await loadOf(`${url}/feed.xml`, {}, { count: 1, connections: 1 })).times
  const feed = await loadOf(`${url}/feed.xml`, {}, { count: 200 })
  const gzip = await loadOf(`${url}/feed.xml`, { 'Accept-Encoding': 'gzip' }, { count: 200 })
  const items = (await (await fetch(`${url}/feed.xml`)).text()).match(/<item>/g)?.length
  say(`feed of ${HISTORY} episodes, the first time`, `${(first ?? 0).toFixed(0)} ms, ${items} of them in it`)
  sayLoad(`feed of ${HISTORY} episodes`, feed)
  sayLoad(`feed of ${HISTORY} episodes, gzip`, gzip)
  const grown = (await residentBytes(pid)) - before
  say('memory of the server and its database, grown by', `${Math.round(grown / 1e6)} MB`)
}

function sayLoad(what: string, { times, perSecond, bytes, status }: Load) {
  say(what, `${perSecond.toFixed(0)} a second, ${quantiles(times)}, ${kilobytes(bytes)}, ${status}`)
}

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(bytes < 10_000 ? 1 : 0)} kB`

function quantiles(numbers: readonly number[]): string {
  const sorted = numbers.toSorted((a, b) => a - b)
  const at = (q: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0).toFixed(1)
  return `p50 ${at(0.5)}, p99 ${at(0.99)} ms`
}

function say(what: string, figures: string) {
  process.stdout.write(`  ${what.padEnd(60)} ${figures}\n`)
}
