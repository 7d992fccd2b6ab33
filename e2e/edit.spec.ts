import { expect, type Page } from '@playwright/test'
import { faultsOf } from './access.ts'
import { awake, newDevice, phone } from './door.ts'
import { test } from './walk.ts'

test('a sound: cut by key and by button, cleaned, kept, heard before and after, and undone', async ({
  coordination: page,
}) => {
  await page.goto('/regie/sons?q=citrons')
  await (await awake(page.getByRole('link', { name: /Couper et soigner/ }).first())).click()
  const place = page.getByRole('slider', { name: /^Place dans/ })
  await expect(place).toBeVisible()
  const whole = await keptSeconds(page)

  await test.step('keys cut it and leave the beginning out', async () => {
    await page.getByLabel('Place dans le son').fill('0:05,00')
    await page.getByLabel('Place dans le son').press('Enter')
    await place.focus()
    await page.keyboard.press('Shift+ArrowRight')
    await expect(place).toHaveAttribute('aria-valuenow', '6000')
    await page.keyboard.press('s')
    await expect(page.getByText('Morceau 2 :')).toBeVisible()
    await page.keyboard.press('Home')
    await page.keyboard.press('Delete')
    await expect(page.getByText('Morceau 2 :')).toHaveCount(0)
    expect(Math.abs(whole - 6 - (await keptSeconds(page)))).toBeLessThan(1.5)
    await page.keyboard.press('Control+z')
    await expect(page.getByText('Morceau 2 :')).toBeVisible()
    await page.keyboard.press('Control+y')
    await expect(page.getByText('Morceau 2 :')).toHaveCount(0)
  })

  await test.step('only what is kept is heard', async () => {
    const begin = toSeconds(await page.getByLabel('Commence à').inputValue())
    await page.getByRole('button', { name: 'Écouter ce qu’on garde' }).click()
    await expect.poll(() => heardAt(page)).toBeGreaterThan(begin)
    await page.getByRole('button', { name: 'Pause' }).click()
  })

  await test.step('figures and buttons do the same', async () => {
    await page.getByLabel('Finit à').fill('0:20,50')
    await page.getByLabel('Finit à').press('Enter')
    await expect(page.getByLabel('Finit à')).toHaveValue('0:20,50')
    await page.getByRole('button', { name: 'Annuler' }).click()
    await expect(page.getByLabel('Finit à')).not.toHaveValue('0:20,50')
    await page.getByRole('button', { name: 'Rétablir' }).click()
  })

  await test.step('it is cleaned and kept, and both are heard', async () => {
    await page.getByLabel('Enlever les grondements').check()
    await page.getByRole('button', { name: 'Garder', exact: true }).click()
    await expect(page.getByText('C’est gardé.')).toBeVisible()
    await expect(page.getByLabel('Après')).toBeVisible({ timeout: 60_000 })
    await page.getByLabel('Après').check()
    await page.getByRole('button', { name: 'Écouter ce qu’on garde' }).click()
    await expect(page.locator('audio')).toHaveAttribute('src', /\/rumble\.mp3$/)
    await expect.poll(() => heardAt(page)).toBeGreaterThan(6)
    await page.getByRole('button', { name: 'Pause' }).click()
  })

  await test.step('it is still so for who comes later', async () => {
    await page.reload()
    await expect(page.getByLabel('Finit à')).toHaveValue('0:20,50')
    await expect(page.getByLabel('Enlever les grondements')).toBeChecked()
    await expect(page.getByText('Tout est gardé')).toBeVisible()
  })

  await test.step('somebody else was faster: nothing is lost, and one chooses', async () => {
    const other = await page.context().newPage()
    await other.goto(page.url())
    await other.getByLabel('Finit à').fill('0:15,00')
    await other.getByLabel('Finit à').press('Enter')
    await other.getByRole('button', { name: 'Garder', exact: true }).click()
    await expect(other.getByText('C’est gardé.')).toBeVisible()
    await other.close()
    await page.getByLabel('Finit à').fill('0:18,00')
    await page.getByLabel('Finit à').press('Enter')
    await page.getByRole('button', { name: 'Garder', exact: true }).click()
    await expect(page.getByText(/Votre travail est encore à l’écran/)).toBeVisible()
    await expect(page.getByLabel('Finit à')).toHaveValue('0:18,00')
    await page.getByRole('button', { name: 'Prendre l’autre coupe' }).click()
    await expect(page.getByLabel('Finit à')).toHaveValue('0:15,00')
  })

  await test.step('undoing what was kept gives the whole sound back', async () => {
    await page.getByRole('button', { name: 'Tout reprendre' }).click()
    await page.getByLabel('Enlever les grondements').uncheck()
    await page.getByRole('button', { name: 'Garder', exact: true }).click()
    await expect(page.getByText('C’est gardé.')).toBeVisible()
    expect(await keptSeconds(page)).toBe(whole)
  })
})

test('the page that cuts is clear, calm and fits, by finger too', async ({ browser, example }) => {
  const signedIn = { storageState: example.cookies, reducedMotion: 'reduce' } as const
  // No watch on its console: axe copies the drawing's style elements to read them, which the policy refuses.
  const desk = await newDevice(browser, example.app, signedIn)
  await desk.goto('/regie/sons?q=citrons')
  await (await awake(desk.getByRole('link', { name: /Couper et soigner/ }).first())).click()
  await expect(desk.getByRole('slider', { name: /^Place dans/ })).toBeVisible()
  await desk.getByRole('button', { name: 'Voir de plus près' }).click()
  expect(await faultsOf(desk)).toEqual([])

  const finger = await newDevice(browser, example.app, { ...phone, ...signedIn })
  await finger.goto(desk.url())
  await expect(finger.getByRole('slider', { name: /^Place dans/ })).toBeVisible()
  await finger.getByRole('button', { name: 'Avancer d’une seconde' }).tap()
  await finger.getByRole('button', { name: 'Avancer d’une seconde' }).tap()
  await finger.getByRole('button', { name: 'Commencer ici' }).tap()
  await expect(finger.getByLabel('Commence à')).toHaveValue(/^0:0[12],/)
  await desk.context().close()
  await finger.context().close()
})

/** Seconds that the page says are kept. */
async function keptSeconds(page: Page): Promise<number> {
  const words = (await page.getByText(/^On garde/).textContent()) ?? ''
  return toSeconds(/(\d+:\d\d)/.exec(words)?.[1] ?? '')
}

function toSeconds(clock: string): number {
  const [minutes = 0, seconds = 0] = clock.replace(',', '.').split(':').map(Number)
  return 60 * minutes + seconds
}

const heardAt = (page: Page) => page.locator('audio').evaluate((audio: HTMLAudioElement) => audio.currentTime)
