import { expect, type Locator, type Page } from '@playwright/test'
import { faultsOf } from './access.ts'
import { awake, newDevice, phone } from './door.ts'
import { takeOnAir } from './on-air.ts'
import { test } from './walk.ts'

test('the prompter, by key and by button', async ({ coordination: page }) => {
  const episode = await episodeOf(page, 'Des citrons')
  await page.goto(`/regie/emissions/${episode}/prompteur`)
  const text = page.getByRole('region', { name: 'Texte à lire' })
  await awake(page.getByRole('button', { name: 'Démarrer' }))

  await test.step('it has what is said, in the order of the show, and no note', async () => {
    await expect(text.getByRole('heading', { level: 2 })).toHaveCount(16)
    await expect(text).toContainText('Vous écoutez La Bobine romanaise')
    // The sound says it; the presenter only closes.
    await expect(text).not.toContainText('une camionnette s’arrête')
    await expect(text).toContainText('C’était Fatiha, à la maison de quartier des Ors.')
    await expect(page.getByText(/^Reste environ \d+\sminutes/)).toBeVisible()
  })

  await test.step('letters, mirror and colours, kept by the device', async () => {
    const before = await sizeOf(text)
    await page.keyboard.press('+')
    await page.keyboard.press('+')
    await expect.poll(() => sizeOf(text)).toBe(before + 8)
    await page.keyboard.press('m')
    await expect.poll(() => isMirrored(text)).toBe(true)
    await page.getByRole('button', { name: 'Réglages' }).click()
    await page.getByRole('radio', { name: 'Contraste fort' }).check()
    await page.keyboard.press('Escape')
    await page.reload()
    await expect.poll(() => sizeOf(text)).toBe(before + 8)
    await expect.poll(() => isMirrored(text)).toBe(true)
    await expect(page.locator('.prompter')).toHaveAttribute('data-look', 'contrast')
    await (await awake(page.getByRole('button', { name: 'Démarrer' }))).focus()
    await page.keyboard.press('m')
    await expect.poll(() => isMirrored(text)).toBe(false)
  })

  await test.step('Space starts and stops; pedals turn pages', async () => {
    await text.focus()
    await page.keyboard.press('PageDown')
    await expect.poll(() => placeOf(text)).toBeGreaterThan(100)
    const turned = await placeOf(text)
    await page.keyboard.press('Space')
    await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
    await expect.poll(() => placeOf(text)).toBeGreaterThan(turned + 20)
    await page.keyboard.press('ArrowDown')
    await expect(page.getByText('105 %')).toBeVisible()
    await page.keyboard.press('Space')
    await expect(page.getByRole('button', { name: 'Démarrer' })).toBeVisible()
    const stopped = await placeOf(text)
    await page.keyboard.press('ArrowUp')
    await expect.poll(() => placeOf(text)).toBeLessThan(stopped)
    await page.keyboard.press('Home')
    await expect.poll(() => placeOf(text)).toBe(0)
  })

  await test.step('the keys are explained', async () => {
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog', { name: 'Touches et gestes' })).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
    await page.keyboard.press('Escape')
  })
})

test('the prompter and the presenter’s screen go where the show is, whatever changes above', async ({
  example,
  coordination: page,
}) => {
  const episode = await episodeOf(page, 'De la terre')
  await page.goto(`/regie/emissions/${episode}/prompteur`)
  const text = page.getByRole('region', { name: 'Texte à lire' })
  await expect(text.getByRole('heading', { level: 2 })).toHaveCount(9)
  await awake(page.getByRole('button', { name: 'Démarrer' }))

  await test.step('it goes to the line that is taken', async () => {
    await takeOnAir(example.app, episode, 'Un livre qui voyage')
    await expect.poll(() => headingUnderLine(text)).toContain('Un livre qui voyage')
    await expect(text.getByText('À l’antenne')).toBeVisible()
  })

  await test.step('it stays there when a line comes in above', async () => {
    await addVoice(page, episode, 'Une ligne de plus')
    await expect(text.getByRole('heading', { level: 2 })).toHaveCount(10)
    await expect(text).toContainText('Bonsoir à toutes et à tous.')
    await expect.poll(() => headingUnderLine(text)).toContain('Un livre qui voyage')
  })

  await test.step('it stays when it does not follow', async () => {
    await page.getByRole('button', { name: 'Suivre l’antenne' }).click()
    await takeOnAir(example.app, episode, 'Agenda des trois maisons')
    await expect(text.getByRole('heading', { name: /À l’antenne.*Agenda/ })).toBeVisible()
    await expect.poll(() => headingUnderLine(text)).toContain('Un livre qui voyage')
  })

  await test.step('the presenter sees what is on air, and what comes next', async () => {
    await page.goto(`/regie/emissions/${episode}/presentation`)
    const titles = page.getByRole('heading', { level: 2 })
    await expect(titles).toHaveText(['Agenda des trois maisons', 'Au revoir'])
    await expect(page.getByRole('timer', { name: 'Temps restant' })).toHaveText(/^\+?\d+:\d\d$/)
    await expect(page.getByRole('timer', { name: 'Heure' })).toHaveText(/^\d\d:\d\d:\d\d$/)
    expect(await faultsOf(page)).toEqual([])
    await takeOnAir(example.app, episode, 'Au revoir')
    await expect(titles).toHaveText(['Au revoir', 'Générique fin'])
  })
})

test('a story is rehearsed on a phone, by touching it', async ({ browser, example }) => {
  const page = await newDevice(browser, example.app, { ...phone, storageState: example.cookies })
  await page.goto('/sujets')
  await (
    await awake(
      page
        .getByRole('main')
        .getByRole('link', { name: /citrons/ })
        .first(),
    )
  ).click()
  await (await awake(page.getByRole('link', { name: 'Répéter en grand' }))).click()
  const text = page.getByRole('region', { name: 'Texte à lire' })
  await expect(text).toContainText('une camionnette s’arrête')
  await awake(page.getByRole('button', { name: 'Démarrer' }))
  await text.tap()
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
  await expect.poll(() => placeOf(text)).toBeGreaterThan(10)
  await text.tap()
  await expect(page.getByRole('button', { name: 'Démarrer' })).toBeVisible()
  await page.emulateMedia({ reducedMotion: 'reduce' })
  expect(await faultsOf(page)).toEqual([])
  await page.context().close()
})

/** The id of an episode, by how its title begins. */
async function episodeOf(page: Page, title: string): Promise<string> {
  await page.goto('/regie/emissions')
  const card = page
    .getByRole('main')
    .locator('section, article, li')
    .filter({ has: page.getByRole('heading', { name: title }) })
    .last()
  const href = await card.getByRole('link', { name: 'Conducteur' }).first().getAttribute('href')
  return /emissions\/([\w-]+)/.exec(href ?? '')?.[1] ?? ''
}

const sizeOf = (text: Locator) =>
  text.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))
const placeOf = (text: Locator) => text.evaluate((element) => element.scrollTop)
const isMirrored = (text: Locator) =>
  text.evaluate((element) => {
    const [inner] = element.children
    return inner !== undefined && new DOMMatrix(getComputedStyle(inner).transform).a === -1
  })

/** The title that stands at the reading line, or last above it. */
const headingUnderLine = (text: Locator) =>
  text.evaluate((element) => {
    const { top, height } = element.getBoundingClientRect()
    const line = top + height / 4 + 40
    const above = [...element.querySelectorAll('h2')].filter((one) => one.getBoundingClientRect().top <= line)
    return above.at(-1)?.textContent ?? ''
  })

/** Adds a line at the head, as a studio's own tool does. */
async function addVoice(page: Page, episode: string, name: string): Promise<void> {
  const lines = [{ kind: 'voice', title: name, notes: 'À lire : Bonsoir à toutes et à tous.' }]
  const edit = { do: 'add', lines, after: null }
  const status = await page.evaluate(
    async ({ at, body }) => {
      const headers = { 'Content-Type': 'application/json' }
      return (await fetch(at, { method: 'PATCH', headers, body })).status
    },
    { at: `/api/episodes/${episode}/rundown`, body: JSON.stringify({ edit }) },
  )
  expect(status).toBe(200)
}
