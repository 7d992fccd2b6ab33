import { expect, type Locator, type Page } from '@playwright/test'
import { weighing } from '#tests/bench/weight.ts'
import { listenOnLoopback } from '#tests/machine/http-server.ts'
import { faultsOf } from './access.ts'
import { awake, newDevice } from './door.ts'
import { newPhone } from './tunnel.ts'
import { test, watch } from './walk.ts'

const episode = '/emissions/pedaler-partager-chanter'
const EMBED_BYTES = 50_000

test('an episode is led from the keyboard, found again next day, searched, followed and passed on', async ({
  browser,
  example,
}) => {
  const page = await newDevice(browser, example.app, { reducedMotion: 'reduce' })
  const troubles = watch(page)
  const play = page.getByRole('button', { name: 'Écouter', exact: true })
  await page.goto(episode)

  await test.step('nothing comes before the first press; the keys of the player lead it', async () => {
    await (await awake(play)).focus()
    expect(await sound(page, 'readyState')).toBe(0)
    await page.keyboard.press('k')
    await expect.poll(() => sound(page, 'currentTime')).toBeGreaterThan(0)
    await page.keyboard.press('k')
    await expect(play).toBeVisible()
    const before = await sound(page, 'currentTime')
    await page.keyboard.press('l')
    await expect.poll(() => sound(page, 'currentTime')).toBeCloseTo(before + 30, 0)
    await page.keyboard.press('ArrowLeft')
    await expect.poll(() => sound(page, 'currentTime')).toBeCloseTo(before + 25, 0)
    await page.keyboard.press('n')
    await page.keyboard.press('n')
    await expect(page.getByText('Chapitre 3 sur 11')).toBeVisible()
    await page.getByRole('button', { name: 'Chapitre précédent' }).click()
    await expect(page.getByText('Chapitre 2 sur 11')).toBeVisible()
    await page.getByRole('button', { name: 'Chapitre suivant' }).click()
  })

  await test.step('next day the place and the speed are there', async () => {
    await page.getByLabel('Vitesse').selectOption('1,25 ×')
    expect(await sound(page, 'playbackRate')).toBe(1.25)
    const at = await sound(page, 'currentTime')
    await page.reload()
    await expect(page.getByText(/^Reprendre à /)).toBeVisible()
    await expect(page.getByLabel('Vitesse')).toHaveValue('1.25')
    expect(await sound(page, 'currentTime')).toBe(Math.floor(at))
    await play.click()
    await expect.poll(() => sound(page, 'currentTime')).toBeGreaterThan(at)
    expect(await sound(page, 'playbackRate')).toBe(1.25)
    await expect(page.getByText(/^Reprendre à /)).toHaveCount(0)
  })

  await test.step('a link with a moment is ready there, silent, and shows what is said', async () => {
    await page.goto(`${episode}?t=525`)
    await expect(page.getByText('Ce lien commence à 8 minutes 45 secondes.')).toBeVisible()
    expect([await sound(page, 'paused'), await sound(page, 'currentTime')]).toEqual([true, 525])
    await expect(page.locator('#dit .is-heard')).toHaveText('Carnet de répétition')
    await expect(page.locator('ol a[aria-current]')).toContainText('Carnet de répétition')
    await (await awake(page.getByText('Lien, téléchargement, clavier'))).click()
    await page.locator('#ecouter').getByRole('button', { name: 'Copier le lien de ce passage' }).click()
    await expect(page.getByText('Le lien est copié.')).toBeVisible()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toBe(`${example.app.url}${episode}?t=525#ecouter`)
  })

  await test.step('words are found in its text, and the text follows who asks for it', async () => {
    const search = page.getByRole('button', { name: 'Chercher dans ce texte' })
    await search.click()
    await page.getByRole('searchbox', { name: 'Chercher dans ce texte' }).fill('VELO')
    await expect(page.getByText(/^1 sur \d+$/)).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByText(/^2 sur \d+$/)).toBeVisible()
    await page.keyboard.press('Shift+Enter')
    await expect(page.getByText(/^1 sur \d+$/)).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('searchbox', { name: 'Chercher dans ce texte' }).fill('introuvable')
    await expect(page.getByText('Ces mots ne sont pas dans le texte.')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(search).toBeFocused()

    const said = page.locator('#dit .is-heard')
    await page.evaluate(() => scrollTo(0, 0))
    await expect(said).not.toBeInViewport()
    await page.getByRole('button', { name: 'Suivre le texte' }).click()
    await expect(said).toBeInViewport()
    await page.locator('#dit h3').first().click()
    await expect(page.getByRole('region', { name: 'Ce passage' })).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
  })

  await page.context().close()
  expect(troubles).toEqual([])
})

test('a sound that does not come says why, keeps the place, and goes on when one asks', async ({
  browser,
  example,
}) => {
  const page = await newDevice(browser, example.app)
  const play = page.getByRole('button', { name: 'Écouter', exact: true })
  await page.goto(`${episode}?t=60`)
  await awake(play)
  await page.context().setOffline(true)
  await play.click()
  await expect(page.getByText('Pas de réseau. Votre place dans le son est gardée.')).toBeVisible()
  await page.context().setOffline(false)
  await page.getByRole('button', { name: 'Réessayer' }).click()
  await expect.poll(() => sound(page, 'currentTime')).toBeGreaterThan(60)

  await page.route('/audio/**', (route) => route.fulfill({ status: 410 }))
  await page.goto(`${episode}?t=400`)
  await (await awake(play)).click()
  await expect(page.getByText('Ce son n’est plus à cette adresse')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Recharger la page' })).toBeVisible()
  await page.context().close()
})

test('another site shows the player in a frame: light, without cookie, found by oEmbed', async ({
  browser,
  example,
}) => {
  const { app } = example
  const head = await (await fetch(app.url + episode)).text()
  const [, oembed = ''] = /type="application\/json\+oembed" href="([^"]+)"/.exec(head) ?? []
  const answer = await (await fetch(oembed.replaceAll('&amp;', '&'))).json()
  expect(answer).toMatchObject({ version: '1.0', type: 'rich', width: 640, height: 180 })
  const asked = async (query: string) => (await fetch(`${app.url}/oembed?${query}`)).status
  expect(await asked('format=yaml&url=x')).toBe(501)
  expect(await asked(`url=${app.url}/emissions/nulle-part`)).toBe(404)

  const neighbour = await openNeighbour(answer.html)
  const page = await newDevice(browser, app, { viewport: { width: 700, height: 500 } })
  const troubles = watch(page)
  const weigh = await weighing(page)
  await page.goto(`${neighbour.url}/`, { waitUntil: 'networkidle' })
  const frame = page.frameLocator('iframe')
  await expect(frame.getByRole('link', { name: 'Pédaler, partager, chanter' })).toBeVisible()
  expect(weigh()).toBeLessThan(EMBED_BYTES)
  await frame.getByText('Chapitres', { exact: true }).click()
  await frame.getByRole('link', { name: /Carnet de répétition/ }).click()
  await expect.poll(() => timeIn(frame.locator('audio'))).toBeGreaterThan(525)
  await frame.getByRole('button', { name: 'Pause' }).click()
  await expect(frame.getByRole('button', { name: 'Écouter' })).toBeVisible()
  expect(await page.context().cookies()).toEqual([])
  await page.goto(`${app.url}${episode}/lecteur`)
  expect(await faultsOf(page)).toEqual([])
  await page.context().close()
  await neighbour.close()
  expect(troubles).toEqual([])

  const plain = await newDevice(browser, app, { javaScriptEnabled: false })
  await plain.goto(`${episode}/lecteur?t=60`)
  await expect(plain.locator('audio[controls]')).toHaveAttribute('src', /^\/audio\/[\w-]+\.mp3#t=60$/)
  await plain.context().close()
})

test('an episode that is kept plays in a tunnel, and leaves the phone when one says so', async ({
  browser,
  example,
}) => {
  const phone = await newPhone(browser, example.app)
  await phone.goto(episode)
  const keep = phone.getByRole('button', { name: /^Garder pour plus tard, [\d,]+\sMo$/ })

  await test.step('a phone without room says so', async () => {
    const storage = await phone.context().newCDPSession(phone)
    await storage.send('Storage.overrideQuotaForOrigin', { origin: example.app.url, quotaSize: 1000 })
    await (await awake(keep)).click()
    await expect(phone.getByText('Cet appareil n’a plus assez de place')).toBeVisible()
    await storage.send('Storage.overrideQuotaForOrigin', { origin: example.app.url })
  })

  await test.step('kept, it is listed, and plays with the network off', async () => {
    await keep.click()
    await expect(phone.getByText('C’est gardé sur cet appareil.')).toBeVisible()
    await expect.poll(() => hasCopy(phone)).toBe(true)
    await phone.goto('/hors-ligne')
    await expect(phone.getByRole('heading', { level: 2 })).toHaveText('Pédaler, partager, chanter')
    expect(await faultsOf(phone)).toEqual([])
    await phone.context().setOffline(true)
    // The page of the episode is not there without network: what is kept is.
    await phone.goto(episode)
    await expect(phone).toHaveURL(/\/hors-ligne$/)
    const play = phone.getByRole('button', { name: 'Écouter', exact: true })
    await (await awake(play)).click()
    await expect.poll(() => timeIn(phone.locator('audio'))).toBeGreaterThan(0)
    await phone.getByRole('slider').fill('600')
    await expect.poll(() => timeIn(phone.locator('audio'))).toBeGreaterThan(600)
    expect(await rangesIn(phone)).toEqual([200, 206, 206, 416])
  })

  await test.step('taken off, it can be put back until one leaves', async () => {
    const takeOff = phone.getByRole('button', { name: /^Effacer de cet appareil/ })
    await takeOff.click()
    // A sound takes its time to be written: putting it back does not write it again.
    await neverWriteSounds(phone)
    await phone.getByRole('button', { name: 'Annuler' }).click()
    await expect(takeOff).toBeVisible()
    await phone.reload()
    await (await awake(takeOff)).click()
    await expect(phone.getByText('Effacé de cet appareil.')).toBeVisible()
    await phone.reload()
    await expect(phone.getByText('Rien n’est gardé sur cet appareil')).toBeVisible()
    await expect.poll(() => soundsOn(phone)).toEqual([])
  })
  await phone.context().close()
})

type Fact = 'currentTime' | 'playbackRate' | 'readyState'

async function sound(page: Page, fact: Fact): Promise<number>
async function sound(page: Page, fact: 'paused'): Promise<boolean>
async function sound(page: Page, fact: Fact | 'paused'): Promise<number | boolean> {
  return await page.locator('#ecouter audio').evaluate((audio: HTMLAudioElement, name) => audio[name], fact)
}

async function timeIn(audio: Locator): Promise<number> {
  return await audio.evaluate((element: HTMLAudioElement) => element.currentTime)
}

/** A site that is not ours, on an address of its own, with this in its page. */
async function openNeighbour(html: string) {
  return await listenOnLoopback(async (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
    response.end(
      `<!doctype html><html lang="fr"><title>Le journal</title><link rel="icon" href="data:,">${html}`,
    )
  })
}

/** Whether this phone has the page of what is kept. */
async function hasCopy(page: Page): Promise<boolean> {
  return await page.evaluate(
    async () => (await caches.match('/hors-ligne', { ignoreVary: true })) !== undefined,
  )
}

/** From now on this page's sounds are written for ever, as on a slow phone. */
async function neverWriteSounds(page: Page): Promise<void> {
  await page.evaluate(() => {
    const put = Cache.prototype.put
    Cache.prototype.put = async function (what, response) {
      await (String(what).startsWith('/audio/')
        ? new Promise(() => undefined)
        : put.call(this, what, response))
    }
  })
}

/** The addresses of the sounds that are on this phone. */
async function soundsOn(page: Page): Promise<string[]> {
  return await page.evaluate(async () => {
    const shelves = await Promise.all((await caches.keys()).map((name) => caches.open(name)))
    const all = (await Promise.all(shelves.map((shelf) => shelf.keys()))).flat()
    return all.map(({ url }) => url).filter((url) => url.includes('/audio/'))
  })
}

/** How the kept sound answers: whole, its middle, its end, past its end. */
async function rangesIn(page: Page): Promise<number[]> {
  return await page.evaluate(async () => {
    const src = document.querySelector('audio')?.src ?? ''
    const asked = ['', 'bytes=1000-1999', 'bytes=-500', 'bytes=99999999999-']
    const answers = asked.map(async (Range) => {
      const { status } = await fetch(src, { headers: Range ? { Range } : {} })
      return status
    })
    return await Promise.all(answers)
  })
}
