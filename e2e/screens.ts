import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Browser, chromium, expect, type Page, test } from '@playwright/test'
import sharp from 'sharp'
import { awake, enterByCard, makeCard, newDevice, openAsFounder, phone } from './door.ts'
import { makeMaster } from './making.ts'
import settings from './playwright.config.ts'
import { type App, startApp } from './server.ts'
import { untilPublished } from './walk.ts'

// `npm run -s screens`, on pages that are built: takes the pictures of docs/screens again, from the example. Run by
// Playwright's own runner, whose patience (`e2e/playwright.config.ts`) holds for what the walks share too.

const root = join(import.meta.dirname, '..')
const folder = join(root, 'docs/screens')
const look = { timezoneId: 'Europe/Paris', reducedMotion: 'reduce', deviceScaleFactor: 2 } as const
const onPhone = { ...look, ...phone, permissions: ['microphone'] }
const onDesk = { ...look, viewport: { width: 1280, height: 800 } }
const ffmpeg = process.env.FFMPEG_PATH ?? 'ffmpeg'
/** Nobody waits for a test here: a busy machine may take its time. */
const patience = 1_200_000
const words =
  ' Le maître-nageur a dit : soufflez. J’ai soufflé, et je n’ai plus entendu que moi. C’était la première fois que la piscine se taisait.'

test('the pictures of docs/screens', async () => {
  await mkdir(folder, { recursive: true })
  const studio = await mkdtemp(join(tmpdir(), 'bobine-screens-'))
  const browser = await openBrowser(join(studio, 'voice.wav'))
  const app = await startApp()
  try {
    await takeAll(app, browser)
  } finally {
    await browser.close()
    await app.stop()
    await rm(studio, { recursive: true })
  }
})

/** A browser whose microphone hears a voice of the example, as loud as somebody who holds the phone well. */
async function openBrowser(voice: string): Promise<Browser> {
  const spoken = join(root, 'public/exemple/velos.opus')
  const quieter = ['-ac', '1', '-af', 'volume=-12dB']
  await promisify(execFile)(ffmpeg, ['-v', 'error', '-i', spoken, ...quieter, voice])
  const { args = [], ...launching } = settings.use?.launchOptions ?? {}
  return await chromium.launch({
    ...launching,
    args: [...args, `--use-file-for-fake-audio-capture=${voice}`],
  })
}

async function takeAll(app: App, browser: Browser): Promise<void> {
  const desk = await newDevice(browser, app, onDesk)
  await openAsFounder(app, desk, 'Nadia')
  await desk.getByRole('button', { name: 'Charger l’exemple' }).click()
  await expect(desk).toHaveURL(`${app.url}/regie`)
  const { link } = await makeCard(desk, 'Fatiha')
  await untilPublished(app, patience)
  const fatiha = await newDevice(browser, app, onPhone)
  await enterByCard(fatiha, link, 'Fatiha')
  await takeResident(fatiha)
  await takeListener(fatiha)
  await takeCoordination(desk)
}

async function takeResident(page: Page): Promise<void> {
  await page.goto('/ma-bobine')
  await take(page, 'phone-ma-bobine')
  await (await awake(page.getByRole('link', { name: 'Commencer' }))).click()
  const text = page.getByRole('textbox', { name: 'Texte du sujet' })
  await text.click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(words)
  await expect(page.getByText('C’est gardé. Vous pouvez fermer.')).toBeVisible()
  await take(page, 'phone-sujet')
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await bringUp(page, 'Sons')
  await expect(page.getByText('On vous entend bien.')).toBeVisible()
  await take(page, 'phone-enregistrer')
}

async function takeListener(page: Page): Promise<void> {
  await page.goto('/')
  await readyToListen(page)
  await take(page, 'phone-accueil')
  await (await awake(page.getByRole('link', { name: 'Chapitres et textes' }))).click()
  await expect(page).toHaveURL(/\/emissions\/./)
  await readyToListen(page)
  await take(page, 'phone-numero')
}

async function takeCoordination(page: Page): Promise<void> {
  await page.goto('/regie')
  await take(page, 'desk-regie')
  await (await awake(page.getByRole('link', { name: 'Ouvrir le conducteur' }))).click()
  await expect(page.getByText('Total 27:30')).toBeVisible()
  await take(page, 'desk-conducteur')
  await (await awake(page.getByRole('link', { name: 'Fabriquer' }))).click()
  await makeMaster(page, patience)
  await bringUp(page, 'Le résultat pour le podcast')
  await readyToListen(page)
  await take(page, 'desk-fabriquer')
  await (await awake(page.getByRole('link', { name: 'Passer à la publication' }))).click()
  await expect(page.getByRole('button', { name: 'Publier maintenant' })).toBeVisible()
  await take(page, 'desk-publier')
  await page.goto('/regie/sons')
  await readyToListen(page)
  await take(page, 'desk-sons')
}

/** The browser’s own player is there before ours. */
async function readyToListen(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Écouter', exact: true }).first()).toBeVisible()
}

/** Moves the page until a title stands at the top of the window. */
async function bringUp(page: Page, title: string): Promise<void> {
  await page
    .getByRole('heading', { name: title, exact: true })
    .evaluate((heading) => heading.scrollIntoView())
}

/** A picture of what the window shows; few colours are enough, and a palette keeps it small. */
async function take(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0)
  await page.evaluate(() => document.fonts.ready)
  const shot = await page.screenshot({ animations: 'disabled', caret: 'initial' })
  const png = await sharp(shot).png({ palette: true, colours: 64, effort: 10 }).toBuffer()
  await writeFile(join(folder, `${name}.png`), png)
  process.stdout.write(`${name}.png  ${Math.round(png.length / 1000)} kB\n`)
}
