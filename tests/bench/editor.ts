import { setTimeout as pause } from 'node:timers/promises'
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test'
import { type Device, openTypist, type Typist } from '#tests/story/typist.ts'
import { type EditorApp, startEditorApp } from './editor-app.ts'
import { residentBytes } from './process-tree.ts'
import { scriptsOf } from './script-sizes.ts'

const WORDS = 3000
const KEYS = 120
const ROUNDS = 5
/** In no word of the text and in no name. */
const LETTER = 'w'
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
/** What the text is written in once it can be written in. */
const desk = '.story-page[contenteditable="true"]'

/** The built app, real browsers for two people, the editor's own connection for the others. */
export async function benchEditor() {
  const app = await startEditorApp(WORDS)
  const browser = await chromium.launch({
    ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
    args: ['--no-sandbox', '--disable-gpu'],
  })
  try {
    const cookies = await enter(browser, app)
    await benchKeys(browser, app, cookies)
    await benchOpening(browser, app, cookies)
    for (const path of ['/ma-bobine', `/sujets/${app.storyId}`])
      await benchScripts(await newContext(browser, cookies), app, path)
  } finally {
    await browser.close()
    await app.stop()
  }
}

type Cookies = Awaited<ReturnType<BrowserContext['storageState']>>

async function enter(browser: Browser, { door }: EditorApp): Promise<Cookies> {
  const context = await browser.newContext({ locale: 'fr-FR' })
  const page = await context.newPage()
  await page.goto(door)
  await page.getByRole('button', { name: 'Entrer' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/c/'))
  const cookies = await context.storageState()
  await context.close()
  return cookies
}

const newContext = (browser: Browser, storageState: Cookies, options = {}) =>
  browser.newContext({ locale: 'fr-FR', storageState, ...options })

/** From a key to the other page, in two browsers: alone, then among thirteen more who write in the same text. */
async function benchKeys(browser: Browser, app: EditorApp, cookies: Cookies) {
  const [one, other] = await Promise.all([0, 1].map(() => openStory(browser, app, cookies)))
  if (!one || !other) return
  const alone: number[] = []
  const among: number[] = []
  const kept: number[] = []
  let typists: Typist[] = []
  // In turn, so that a noisy minute of the machine falls on both.
  for (let round = 0; round < ROUNDS; round += 1) {
    alone.push(...(await keys(one, other)))
    typists = await gather(app, cookies)
    const stopWriting = writeOn(typists)
    among.push(...(await keys(one, other)))
    kept.push(...(await stopWriting()))
    if (round === ROUNDS - 1) await sayMemory(app, typists.length + 2)
    for (const typist of typists) typist.leave()
  }
  say('a key on the other page, 2 clients', quantiles(alone))
  say(`a key on the other page, ${typists.length + 2} clients`, quantiles(among))
  say(`a word until it is kept, ${typists.length + 1} who write`, quantiles(kept))
  await Promise.all([one, other].map((page) => page.context().close()))
}

async function gather({ url, storyId }: EditorApp, cookies: Cookies): Promise<Typist[]> {
  const device: Device = {
    origin: url,
    cookie: cookies.cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
  }
  const address = `${url.replace('http', 'ws')}/collab`
  const typists = Array.from({ length: 13 }, () => openTypist(address, storyId, device))
  while (!typists.every(({ provider }) => provider.isSynced)) await pause(50)
  return typists
}

/** Lets each type a word a second, not all at once; what it returns ends that, and tells how long each word took. */
function writeOn(typists: readonly Typist[]): () => Promise<number[]> {
  const typed = new Map<string, { typist: Typist; at: number }>()
  let turn = 0
  const next = () => {
    const typist = typists[turn % typists.length]
    const word = `mot-${turn}`
    turn += 1
    if (!typist) return
    typed.set(word, { typist, at: performance.now() })
    typist.type(word)
  }
  const writing = setInterval(next, 1000 / typists.length)
  return async () => {
    clearInterval(writing)
    while (![...typed].every(([word, { typist }]) => typist.kept.has(word))) await pause(20)
    return [...typed].map(([word, { typist, at }]) => (typist.keptAt.get(word) ?? 0) - at)
  }
}

async function openStory(browser: Browser, { url, storyId }: EditorApp, cookies: Cookies): Promise<Page> {
  const page = await (await newContext(browser, cookies)).newPage()
  await page.goto(`${url}/sujets/${storyId}`)
  await page.waitForSelector(desk)
  return page
}

/** Types into the first block of one page, and tells for each key the milliseconds until the other showed it. */
async function keys(one: Page, other: Page): Promise<number[]> {
  for (const page of [one, other]) await page.evaluate(watchFirstBlock, { selector: desk, letter: LETTER })
  await one.click(`${desk} > :first-child`)
  await pause(300)
  await one.keyboard.press('Control+Home')
  for (let key = 0; key < KEYS; key += 1) {
    await one.keyboard.type(LETTER)
    await pause(40)
  }
  await pause(1000)
  const read = () => (globalThis as unknown as { seen: [number, number][] }).seen
  const [typed, shown] = await Promise.all([one.evaluate(read), other.evaluate(read)])
  const at = new Map(shown)
  return typed.flatMap(([count, when]) => {
    const there = at.get(count)
    return there === undefined ? [] : [there - when]
  })
}

/**
 * Runs in a page: notes when the first block first held so many of the typed letters. All letters would not do: who
 * else writes there stands in it by name.
 */
function watchFirstBlock({ selector, letter }: { selector: string; letter: string }) {
  const text = document.querySelector(selector)
  const seen: [number, number][] = []
  Object.assign(globalThis, { seen })
  const typed = () => (text?.firstElementChild?.textContent ?? '').split(letter).length - 1
  const known = new Set([typed()])
  const look = () => {
    const count = typed()
    if (known.has(count)) return
    known.add(count)
    seen.push([count, performance.timeOrigin + performance.now()])
  }
  if (text) new MutationObserver(look).observe(text, { subtree: true, childList: true, characterData: true })
}

/** How long until one reads, and until one may write, in a text of 3 000 words on a slow phone; nothing in any cache. */
async function benchOpening(browser: Browser, { url, storyId }: EditorApp, cookies: Cookies) {
  const read: number[] = []
  const write: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const page = await (await newContext(browser, cookies, phone)).newPage()
    const session = await page.context().newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    await page.goto(`${url}/sujets/${storyId}`, { waitUntil: 'commit' })
    await page.waitForSelector('.story-text')
    read.push(await page.evaluate(() => performance.now()))
    await page.waitForSelector(desk)
    write.push(await page.evaluate(() => performance.now()))
    await page.context().close()
  }
  say(`${WORDS} words, processor slowed 4×: they are there`, quantiles(read))
  say(`${WORDS} words, processor slowed 4×: one may write`, quantiles(write))
}

async function benchScripts(context: BrowserContext, { url }: EditorApp, path: string) {
  const page = await context.newPage()
  const scripts = await scriptsOf(page, `${url}${path}`, path.startsWith('/sujets') ? desk : 'main')
  const total = scripts.reduce((sum, { bytes }) => sum + bytes, 0)
  say(
    `script of ${path.replace(/[0-9a-f-]{36}/, '[id]')}`,
    `${kilobytes(total)} compressed, ${scripts.length} files`,
  )
  for (const { bytes, holds } of scripts.slice(0, 8)) say(`  ${kilobytes(bytes)}`, holds)
  await context.close()
}

async function sayMemory({ pid }: EditorApp, clients: number) {
  say(
    `memory of the server, ${clients} clients`,
    `${Math.round((await residentBytes(pid)) / 1e6)} MB with its database`,
  )
}

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`

function quantiles(numbers: readonly number[]): string {
  const sorted = numbers.toSorted((a, b) => a - b)
  const at = (q: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0).toFixed(0)
  return `p50 ${at(0.5)}, p95 ${at(0.95)} ms  (${at(0)}–${at(1)}, ${sorted.length} times)`
}

function say(what: string, figures: string) {
  process.stdout.write(`  ${what.padEnd(52)} ${figures}\n`)
}
