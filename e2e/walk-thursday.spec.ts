import { expect, type Page } from '@playwright/test'
import { lines } from './conducteur.ts'
import { awake, newDevice, phone } from './door.ts'
import { makeBothNow } from './making.ts'
import { type Example, test } from './walk.ts'

const line = (page: Page, title: string) => lines(page).filter({ hasText: title })

test('Thursday evening: a text on the phone, a show too long, a cut of the network, and both masters', async ({
  browser,
  example,
}) => {
  await test.step('a text is read over in three taps', async () => {
    const page = await coordinator(browser, example, phone)
    await page.goto('/regie')
    await (await awake(page.getByRole('link', { name: 'Trois brèves Mobilité' }))).click()
    await (await awake(page.getByRole('button', { name: 'C’est prêt' }))).click()
    await expect(page.getByText('Merci d’avoir lu ce texte.')).toBeVisible()
    await page.goto('/regie')
    await expect(page.getByRole('link', { name: 'Trois brèves Mobilité' })).toHaveCount(0)
    await page.context().close()
  })

  const page = await coordinator(browser, example, { reducedMotion: 'reduce' })
  const colleague = await coordinator(browser, example, { reducedMotion: 'reduce' })
  await page.goto('/regie')
  await (await awake(page.getByRole('link', { name: 'Ouvrir le conducteur' }))).click()
  await expect(lines(page).first()).toBeVisible()
  await colleague.goto(page.url())

  await test.step('a longer interview makes the show too long', async () => {
    await setLength(page, 'La Conserverie mobile', '7:50')
    await expect(page.getByText(/Trop long de 1\sminute\s2\d/)).toBeVisible()
    await expect(colleague.getByText(/Trop long de 1\sminute\s2\d/)).toBeVisible()
  })

  await test.step('a rubric goes to next week’s show, comes back, and goes', async () => {
    for (const isTakenBack of [true, false]) {
      await (await awake(line(page, 'Agenda des trois maisons'))).focus()
      await page.keyboard.press('Space')
      const chosen = page.getByRole('region', { name: 'Lignes choisies' })
      await chosen.getByRole('button', { name: /^Passer à une autre semaine/ }).click()
      const dialog = page.getByRole('dialog', { name: 'Passer à une autre semaine' })
      await dialog.getByRole('button', { name: 'Passer à cette semaine' }).click()
      await expect(line(page, 'Agenda des trois maisons')).toHaveCount(0)
      await expect(line(colleague, 'Agenda des trois maisons')).toHaveCount(0)
      if (!isTakenBack) continue
      await page.getByRole('button', { name: 'Annuler' }).last().click()
      await expect(line(page, 'Agenda des trois maisons')).toHaveCount(1)
    }
    await expect(page.getByText(/Il reste 2\d\ssecondes/)).toBeVisible()
  })

  await test.step('the network goes and comes back; a colleague sees what was done meanwhile', async () => {
    await page.context().setOffline(true)
    await setLength(page, 'La Conserverie mobile', '6:30')
    await expect(page.getByText(/^Hors connexion/)).toBeVisible()
    await expect(line(colleague, 'La Conserverie mobile')).toContainText('7:50')
    await page.context().setOffline(false)
    await expect(page.getByText('C’est gardé')).toBeVisible()
    await expect(line(colleague, 'La Conserverie mobile')).toContainText('6:30')
  })

  await test.step('both masters are made, shorter by what went', async () => {
    await (await awake(colleague.getByRole('link', { name: 'Fabriquer' }))).click()
    // The walk of the example, where it came before, left a silence of two seconds.
    const isLonger = (await lines(page).filter({ hasText: 'Silence de 2 s avant la suite' }).count()) === 1
    expect(await makeBothNow(colleague)).toEqual({
      antenne: { level: 'Bon niveau', duration: isLonger ? '25:47' : '25:45' },
      podcast: { level: 'Bon niveau', duration: isLonger ? '22:32' : '22:30' },
    })
  })
  await page.context().close()
  await colleague.context().close()
})

async function coordinator(
  browser: Parameters<typeof newDevice>[0],
  { app, cookies }: Example,
  device: Parameters<typeof newDevice>[2],
): Promise<Page> {
  return await newDevice(browser, app, { ...device, storageState: cookies })
}

/** Writes a line's length in its cell. */
async function setLength(page: Page, title: string, length: string): Promise<void> {
  await (await awake(line(page, title).locator('[data-cell=planned]'))).click()
  await page.getByRole('textbox', { name: 'Durée' }).fill(length)
  await page.keyboard.press('Enter')
  await expect(line(page, title)).toContainText(length)
}
