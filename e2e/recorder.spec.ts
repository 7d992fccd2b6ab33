import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, expect, type Locator, type Page } from '@playwright/test'
import { faultsOf, tabThrough } from './access.ts'
import { awake, enterByCard, makeCard, newDevice, phone } from './door.ts'
import { begin, say, spoken, studio, verdict } from './recording.ts'
import { type Example, test, watch } from './walk.ts'

test('a story said passage by passage: by key, offline, twice, shortened, assembled', async ({
  browser,
  example,
}) => {
  const page = await newDevice(browser, example.app, { reducedMotion: 'reduce' })
  const troubles = watch(page)
  await enterByCard(page, await cardOf(browser, example, 'Fatiha'), 'Fatiha')
  const address = await openRecorder(page)

  await test.step('by key alone: the room, the count, a pause, and it is kept', async () => {
    await awake(page.getByRole('button', { name: 'Enregistrer : Passage 1' }))
    expect((await tabThrough(page, 'Enregistrer : Passage 1')).at(-1)).toBe('Enregistrer : Passage 1')
    await page.keyboard.press('Enter')
    await expect(studio(page).getByText('Lundi matin, à la maison de quartier')).toBeVisible()
    await expect(studio(page).getByText(verdict)).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
    await pressByKey(page, 'Commencer')
    await expect(page.getByText('Ça enregistre')).toBeVisible()
    await pressByKey(page, 'Pause')
    await expect(page.getByText('En pause')).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
    await page.keyboard.press('Enter')
    await spoken(page, 4)
    // The first Escape ends the take, and throws nothing away.
    await page.keyboard.press('Escape')
    await pressByKey(page, 'Garder cette prise')
    await expect(studio(page).getByRole('heading', { name: /Passage 2 · 2 sur 7/ })).toBeVisible()
  })

  await test.step('without network: said, heard, kept on the device; it leaves when the network is back', async () => {
    await page.setViewportSize(phone.viewport ?? { width: 390, height: 844 })
    await page.context().setOffline(true)
    await say(page)
    await page.getByRole('button', { name: 'Écouter' }).first().click()
    await page.getByRole('button', { name: 'Garder cette prise' }).click()
    await expect(studio(page).getByRole('heading', { name: /Passage 3/ })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByText('Pas de réseau. Tout est gardé sur cet appareil.').first()).toBeVisible()
    await expect(passage(page, 'Passage 2').getByText('En route')).toBeVisible()
    await page.context().setOffline(false)
    await expect(passage(page, 'Passage 2').getByText('Enregistré')).toBeVisible()
    await expect(page.getByText('2 sur 7')).toBeVisible()
  })

  await test.step('again: the new take counts, until the first is chosen', async () => {
    const first = passage(page, 'Passage 1')
    await first.getByRole('button', { name: /Refaire ce passage/ }).click()
    await say(page)
    await page.getByRole('button', { name: 'Garder cette prise' }).click()
    await page.keyboard.press('Escape')
    await expect(first.getByRole('region', { name: 'Prise 2' }).getByText('Choisie')).toBeVisible()
    await first.getByText('L’autre prise').click()
    await first.getByRole('button', { name: 'Choisir cette prise : Prise 1' }).click()
    await expect(first.getByRole('region', { name: 'Prise 1' }).getByText('Choisie')).toBeVisible()
  })

  await test.step('its beginning goes, by key on the drawing', async () => {
    const take = passage(page, 'Passage 1').getByRole('region', { name: 'Prise 1' })
    await take.getByRole('button', { name: /Raccourcir/ }).click({ timeout: 600_000 })
    const drawing = take.getByRole('slider', { name: /^Place dans/ })
    await drawing.focus()
    for (const key of ['Shift+ArrowRight', 'Shift+ArrowRight', 'i']) await page.keyboard.press(key)
    await expect.poll(() => keptOf(take)).toBeLessThan(0)
    const before = troubles.length
    expect(await faultsOf(page)).toEqual([])
    // axe looks into the drawing's own tree with a style of its own, which the policy refuses and the console tells.
    troubles.splice(before)
    await take.getByRole('button', { name: 'Garder ces bords' }).click()
    await expect(page.getByText('C’est gardé.')).toBeVisible()
    await take.getByRole('button', { name: 'Fermer' }).click()
  })

  await test.step('the chosen takes become the story’s sound', async () => {
    await page.getByRole('button', { name: 'Assembler mes prises' }).click({ timeout: 600_000 })
    const joined = page.getByRole('region', { name: /^Prise/ }).filter({ hasText: 'prises assemblées' })
    await expect(joined.getByText('Choisie')).toBeVisible({ timeout: 600_000 })
  })

  await test.step('leaving in the middle of a take leaves it on the device', async () => {
    await page.goto(address)
    await (await awake(page.getByRole('button', { name: 'Enregistrer : Passage 3' }))).click()
    await begin(page)
    await spoken(page, 2)
    await page.reload()
    await expect(page.getByText('Une prise est gardée sur cet appareil')).toBeVisible()
    await page.getByRole('button', { name: 'Garder cette prise' }).click()
    await expect(passage(page, 'Passage 3').getByText('Enregistré')).toBeVisible()
  })

  await page.context().close()
  expect(troubles).toEqual([])
})

test('a microphone that is refused is explained in pictures, and a file does as well', async ({
  browser,
  example,
}) => {
  const page = await newDevice(browser, example.app, { ...phone, storageState: example.cookies })
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'))
  })
  await openRecorder(page)
  await (await awake(page.getByRole('button', { name: /^Enregistrer : / }))).click()
  await expect(page.getByText('Le téléphone ne laisse pas passer le micro.')).toBeVisible()
  await page.getByText('Touchez ici, on vous montre où dire oui').click()
  await expect(page.getByText('Puis revenez ici et touchez « Réessayer ».')).toBeVisible()
  await page.getByRole('radio', { name: 'iPhone, iPad' }).check()
  await expect(page.getByText(/« Réglages du site web »/)).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  await expect(page.getByRole('button', { name: 'Réessayer' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Déposer un son' })).toBeVisible()
  await page.context().close()
})

test('the battery dies in the middle of a take: at most five seconds are lost', async ({
  browser,
  example,
}) => {
  const card = await cardOf(browser, example, 'Fatiha')
  const folder = await mkdtemp(join(tmpdir(), 'bobine-phone-'))
  let telephone = await switchOn(folder)
  try {
    await enterByCard(telephone.page, card, 'Fatiha')
    const address = await openRecorder(telephone.page, example.app.url)
    await (await awake(telephone.page.getByRole('button', { name: /^Enregistrer : / }))).click()
    await begin(telephone.page)
    const said = await spoken(telephone.page, 12)
    await telephone.die()

    telephone = await switchOn(folder)
    // The last cookies may be gone with the battery.
    await telephone.page.goto(address)
    if (telephone.page.url().includes('/entrer')) await enterByCard(telephone.page, card, 'Fatiha')
    await telephone.page.goto(address)
    await expect(telephone.page.getByText('Une prise est gardée sur cet appareil')).toBeVisible()
    const found = await secondsOf(telephone.page.locator('audio').first())
    expect(found).toBeGreaterThanOrEqual(said - 5)
    await (await awake(telephone.page.getByRole('button', { name: 'Garder cette prise' }))).click()
    const takes = telephone.page.getByRole('region', { name: /^Prise/ })
    await expect(takes.filter({ hasText: /([7-9]|1\d)\ssecondes\./ }).first()).toBeVisible({
      timeout: 600_000,
    })
  } finally {
    await telephone.die()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
})

const passage = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) })

async function cardOf(browser: Browser, example: Example, name: string): Promise<string> {
  const desk = await newDevice(browser, example.app, { storageState: example.cookies })
  const { link } = await makeCard(desk, name)
  await desk.context().close()
  return link
}

/** From the stories to the recorder of the one about lemons; answers its address. */
async function openRecorder(page: Page, origin = ''): Promise<string> {
  await page.goto(`${origin}/sujets`)
  await page
    .getByRole('link', { name: /citrons/ })
    .first()
    .click()
  await page.getByRole('link', { name: 'Enregistrer en lisant' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Enregistrer')
  return page.url()
}

/** By how many seconds less is kept of a take than it lasts: below 0. */
async function keptOf(take: Locator): Promise<number> {
  const words = (await take.getByText(/On garde/).textContent()) ?? ''
  const [kept = 0, all = 0] = [...words.matchAll(/(\d+):(\d\d)/g)].map(
    ([, m, s]) => Number(m) * 60 + Number(s),
  )
  return kept - all
}

async function pressByKey(page: Page, name: string) {
  await expect(page.getByRole('button', { name, exact: true })).toBeVisible()
  await tabThrough(page, name)
  await page.keyboard.press('Enter')
}

/** Seconds that a browser can play of a take: it says no length, so one goes to its end. */
function secondsOf(audio: Locator): Promise<number> {
  return audio.evaluate(async ({ src }: HTMLAudioElement) => {
    const heard = new Audio(src)
    heard.preload = 'auto'
    const happened = (name: string) =>
      new Promise((done) => heard.addEventListener(name, done, { once: true }))
    await happened('loadedmetadata')
    heard.currentTime = 100_000
    await happened('seeked')
    return heard.currentTime
  })
}

/** A telephone of its own, whose battery may die: a browser with a profile that outlives it. */
async function switchOn(folder: string) {
  const path = process.env.CHROMIUM_PATH ?? chromium.executablePath()
  await rm(join(folder, 'DevToolsActivePort'), { force: true })
  const child = spawn(
    path,
    [
      '--headless=new',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--user-data-dir=${folder}`,
      ...['--remote-debugging-port=0', '--no-first-run', '--disable-gpu', '--disable-sync', '--lang=fr-FR'],
      ...['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
      'about:blank',
    ],
    { stdio: 'ignore' },
  )
  const port = await portOf(folder)
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  const [context] = browser.contexts()
  if (!context) throw new Error('A browser without a profile')
  return { page: await context.newPage(), die: () => die(child) }
}

async function die(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

async function portOf(folder: string): Promise<string> {
  let port = ''
  const read = async () => {
    port = (await readFile(join(folder, 'DevToolsActivePort'), 'utf8').catch(() => '')).split('\n')[0] ?? ''
    return port
  }
  await expect.poll(read).not.toBe('')
  return port
}
