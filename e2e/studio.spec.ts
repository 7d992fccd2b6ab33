import { type Browser, expect, type Locator, type Page } from '@playwright/test'
import { faultsOf } from './access.ts'
import { calm, giveUntil, onAir, planShow, press } from './air-desk.ts'
import { lines, titles } from './conducteur.ts'
import { awake, newDevice, phone } from './door.ts'
import { type App, startApp } from './server.ts'
import { test, watch } from './walk.ts'

test('a show is put in order by a finger, rehearsed on every screen, and called on a device that stays awake', async ({
  browser,
}) => {
  const app = await startApp()
  const page = await newDevice(browser, app, { ...phone, reducedMotion: 'reduce' })
  const troubles = watch(page)
  await page.context().grantPermissions(['screen-wake-lock', 'clipboard-read', 'clipboard-write'])
  await keepAccount(page)
  const episode = await planShow(app, page)

  await test.step('a line is dragged by its handle on a phone', async () => {
    await page.goto(`${episode}/conducteur`)
    const order = ['Générique', 'Chapeau', 'La Conserverie', 'Une chanson', 'Au revoir']
    await expect.poll(() => titles(page)).toEqual(order)
    await dragLine(page, 'Une chanson', 'La Conserverie')
    const moved = ['Générique', 'Chapeau', 'Une chanson', 'La Conserverie', 'Au revoir']
    await expect.poll(() => titles(page)).toEqual(moved)
    await page.reload()
    await expect.poll(() => titles(page)).toEqual(moved)
  })

  await test.step('a finger that rests at the edge rolls the page under the line that it holds', async () => {
    const finger = await fingerOn(page, 'Une chanson')
    await finger.move({ y: 600 })
    await finger.move({ y: 835 })
    const last = lines(page).filter({ hasText: 'Au revoir' })
    const foot = async () => {
      const box = await last.boundingBox()
      return box ? box.y + box.height : Number.POSITIVE_INFINITY
    }
    await expect.poll(foot).toBeLessThan(650)
    await finger.move({ y: (await foot()) - 6 })
    await finger.lift()
    const order = ['Générique', 'Chapeau', 'La Conserverie', 'Au revoir', 'Une chanson']
    await expect.poll(() => titles(page)).toEqual(order)
    await press(page, 'Annuler')
    await expect.poll(() => titles(page).then((all) => all.at(-1))).toBe('Au revoir')
    await press(page, 'Annuler')
    await expect.poll(() => titles(page).then((all) => all.at(-2))).toBe('Une chanson')
  })

  await test.step('a finger elsewhere on a card rolls the page and moves nothing', async () => {
    const before = await titles(page)
    const text = lines(page).filter({ hasText: 'La Conserverie' }).locator('[data-title]')
    const finger = await fingerOn(page, 'La Conserverie', text)
    const rolled = await page.evaluate(() => window.scrollY)
    await finger.move({ y: finger.y - 200 })
    await finger.lift()
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(rolled)
    expect(await titles(page)).toEqual(before)
  })

  const screens = await openScreens(browser, app, page, episode)

  await test.step('a rehearsal is followed on the wall, by the presenter and by a link, each saying so', async () => {
    await press(page, 'Commencer l’émission')
    await onAir(page, 'Générique')
    await calm(page)
    await press(page, 'Suivant')
    await onAir(screens.wall, 'Chapeau')
    await onAir(screens.guest, 'Chapeau')
    await expect(screens.presenter.getByRole('heading', { name: 'Chapeau' })).toBeVisible()
    for (const screen of Object.values(screens)) {
      await expect(screen.getByText('Répétition', { exact: true })).toBeVisible()
      await expect(screen.getByRole('timer', { name: 'Heure' })).toHaveCount(0)
      expect(await faultsOf(screen)).toEqual([])
    }
  })

  await test.step('begun again, it is before its first line everywhere', async () => {
    await press(page, 'Recommencer')
    await expect(screens.wall.getByText('Prête à commencer')).toBeVisible()
    await expect(screens.guest.getByText('Prête à commencer')).toBeVisible()
    await expect(screens.presenter.getByText('La répétition n’a pas commencé.')).toBeVisible()
  })

  await test.step('the device stays awake while the show runs', async () => {
    await page.goto(`${episode}/antenne`)
    await awake(page.getByRole('button', { name: 'Commencer l’émission' }))
    expect(await account(page)).toMatchObject({ asked: 0, held: 0 })
    await press(page, 'Commencer l’émission')
    await onAir(page, 'Générique')
    await expect.poll(() => account(page)).toMatchObject({ asked: 1, held: 1 })
  })

  await test.step('the link goes over to the show, and so does who wishes', async () => {
    await onAir(screens.guest, 'Générique')
    await expect(screens.guest.getByText('Répétition', { exact: true })).toHaveCount(0)
    await screens.presenter.getByRole('link', { name: 'Suivre l’émission' }).click()
    await expect(screens.presenter.getByRole('heading', { name: 'Générique' })).toBeVisible()
    await expect(screens.presenter.getByRole('timer', { name: 'Heure' })).toBeVisible()
  })

  await test.step('a sound at two minutes and at one, for whoever wants it', async () => {
    await calm(page)
    await press(page, 'Suivant')
    await onAir(page, 'Chapeau')
    await giveUntil(page, 'warning', '30 secondes de moins')
    expect(await account(page)).toMatchObject({ tones: 0 })
    await giveUntil(page, 'default', '30 secondes de plus')
    // So far from two minutes that they do not come by themselves while a slow machine goes on.
    for (let n = 0; n < 6; n += 1) await press(page, '30 secondes de plus')
    const box = await awake(page.getByLabel('Un son à 2 minutes et à 1 minute'))
    await box.check()
    // One to hear how it sounds; two at two minutes, three at one.
    await expect.poll(() => account(page)).toMatchObject({ tones: 1, sounding: 'running' })
    await giveUntil(page, 'warning', '30 secondes de moins')
    await expect.poll(() => account(page)).toMatchObject({ tones: 3 })
    await giveUntil(page, 'danger', '30 secondes de moins')
    await expect.poll(() => account(page)).toMatchObject({ tones: 6 })
    await box.uncheck()
    await giveUntil(page, 'warning', '30 secondes de plus')
    expect(await account(page)).toMatchObject({ tones: 6 })
  })

  await test.step('and it may go dark when the show is over', async () => {
    await press(page, 'Fin de l’émission')
    await expect(page.getByText('Émission finie')).toBeVisible()
    await expect.poll(() => account(page)).toMatchObject({ held: 0 })
  })
  expect(troubles).toEqual([])
  for (const screen of [page, ...Object.values(screens)]) await screen.context().close()
  await app.stop()
})

/** The three screens on which a rehearsal is only read; `page` ends at the desk of the rehearsal. */
async function openScreens(browser: Browser, app: App, page: Page, episode: string) {
  const calmly = { reducedMotion: 'reduce' } as const
  const storageState = await page.context().storageState()
  await page.goto(`${episode}/antenne?repetition`)
  await press(page, 'Faire un lien')
  const address = (await page.getByTestId('adresse').textContent()) ?? ''
  const guest = await newDevice(browser, app, calmly)
  await guest.goto(address)
  const wall = await newDevice(browser, app, { ...calmly, storageState })
  await wall.goto(await hrefOf(page, 'Horloge du studio'))
  const presenter = await newDevice(browser, app, { ...calmly, storageState })
  await presenter.goto(await hrefOf(page, 'Écran de présentation'))
  return { guest, wall, presenter }
}

const hrefOf = async (page: Page, name: string) =>
  (await page.getByRole('link', { name }).getAttribute('href')) ?? ''

/** Puts a finger on the handle of a line, or elsewhere on it, with that line in the middle of the screen. */
async function fingerOn(page: Page, title: string, where?: Locator) {
  const handle = await awake(page.getByRole('button', { name: `Déplacer ${title}` }))
  const line = lines(page).filter({ hasText: title })
  await line.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  const box = await (where ?? handle).boundingBox()
  if (!box) throw new Error(`${title} is not on the page`)
  const glass = await page.context().newCDPSession(page)
  const tell = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: { x: number; y: number }[]) =>
    glass.send('Input.dispatchTouchEvent', { type, touchPoints })
  const x = box.x + box.width / 2
  const finger = {
    y: box.y + box.height / 2,
    /** In several steps, as a finger goes. */
    async move({ y }: { y: number }) {
      const from = finger.y
      for (let step = 1; step <= 8; step += 1) {
        finger.y = from + ((y - from) * step) / 8
        await tell('touchMove', [{ x, y: finger.y }])
      }
    },
    lift: () => tell('touchEnd', []),
  }
  await tell('touchStart', [{ x, y: finger.y }])
  return finger
}

/** Drags a line by its handle to the far side of one that is beside it. */
async function dragLine(page: Page, title: string, onto: string) {
  const finger = await fingerOn(page, title)
  const box = await lines(page).filter({ hasText: onto }).boundingBox()
  if (!box) throw new Error(`${onto} is not on the page`)
  await finger.move({ y: box.y < finger.y ? box.y + 6 : box.y + box.height - 6 })
  await finger.lift()
}

/** What a page has asked of its device so far. */
type Account = { asked: number; held: number; tones: number; sounding: string }

/** Lets the page's own calls through to the browser, and counts them. */
async function keepAccount(page: Page) {
  await page.addInitScript(() => {
    const kept = { asked: 0, held: 0, tones: 0, contexts: [] as AudioContext[] }
    Object.assign(window, { kept })
    const { wakeLock } = navigator
    const ask = wakeLock.request.bind(wakeLock)
    wakeLock.request = async (type) => {
      kept.asked += 1
      const lock = await ask(type)
      kept.held += 1
      lock.addEventListener('release', () => {
        kept.held -= 1
      })
      return lock
    }
    const Sound = window.AudioContext
    window.AudioContext = class extends Sound {
      constructor(options?: AudioContextOptions) {
        super(options)
        kept.contexts.push(this)
      }
    }
    const start = OscillatorNode.prototype.start
    OscillatorNode.prototype.start = function (when) {
      kept.tones += 1
      start.call(this, when)
    }
  })
}

async function account(page: Page): Promise<Account> {
  return await page.evaluate(() => {
    const { kept } = window as unknown as { kept: Account & { contexts: AudioContext[] } }
    const { asked, held, tones, contexts } = kept
    return { asked, held, tones, sounding: contexts.at(-1)?.state ?? '' }
  })
}
