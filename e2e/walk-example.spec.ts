import { expect } from '@playwright/test'
import { lines, moveByHandle, moveByMenu, titles } from './conducteur.ts'
import { makeAndPublish } from './making.ts'
import { checkCompanions, checkSound, readItem } from './published.ts'
import { test } from './walk.ts'

const title = 'Des citrons, des concerts et du fil'

test('the example: conducteur, fabriquer, publier, and the feed that apps read', async ({
  example,
  coordination: page,
}) => {
  await test.step('the conducteur is as long as its slot', async () => {
    await page.goto('/regie')
    await expect(page.getByRole('heading', { name: title })).toBeVisible()
    await page.getByRole('link', { name: 'Ouvrir le conducteur' }).click()
    await expect(lines(page)).toHaveCount(16)
    await expect(page.getByText('Total 27:30')).toBeVisible()
    await expect(page.getByText('Juste à l’heure')).toBeVisible()
  })

  await test.step('its lines move by menu, by handle and by arrows, and stay where they were put', async () => {
    const before = await titles(page)
    await moveByMenu(page, 'Virgule Culture', 'Descendre')
    await expect
      .poll(() => titles(page))
      .toEqual(before.with(7, 'Lancement Culture').with(8, 'Virgule Culture'))
    await moveByHandle(page, 'Agenda des trois maisons', 1)
    await expect.poll(async () => (await titles(page)).indexOf('Agenda des trois maisons')).toBe(13)
    // Twice at once: the second is asked before the first has come back.
    await lines(page).filter({ hasText: 'Virgule Culture' }).focus()
    await page.keyboard.press('Alt+ArrowUp')
    await page.keyboard.press('Alt+ArrowUp')
    await expect.poll(async () => (await titles(page)).indexOf('Virgule Culture')).toBe(6)
    const after = await titles(page)
    await page.reload()
    await expect.poll(() => titles(page)).toEqual(after)
    await expect(page.getByText('Total 27:30')).toBeVisible()
  })

  await test.step('the podcast is made without the song that may not be in it', async () => {
    await page.getByRole('link', { name: 'Fabriquer' }).click()
    await expect(page.getByText('La valse du dernier bus : à l’antenne seulement')).toBeVisible()
  })
  const report = await makeAndPublish(page)
  expect(report).toMatchObject({ level: 'Bon niveau', duration: '24:15' })

  await test.step('apps get what the feed announces', async () => {
    const item = await readItem(example.app.url, title)
    expect(item.duration).toBe(24 * 60 + 15)
    await checkSound(item)
    const chapters = await checkCompanions(item)
    expect(chapters).toContain('Agenda des trois maisons')
    expect(chapters).not.toContain('La valse du dernier bus')
  })

  await test.step('the episode has its page', async () => {
    await page.goto('/')
    await expect(page.getByRole('heading', { level: 2, name: title })).toBeVisible()
    await page.getByRole('link', { name: 'Chapitres et textes' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    await page.getByRole('button', { name: 'Écouter', exact: true }).click()
    await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
    await page
      .getByRole('link', { name: /Accorderie : une offre/ })
      .first()
      .click()
    const sound = page.locator('audio')
    await expect
      .poll(() => sound.evaluate((audio: HTMLAudioElement) => audio.currentTime))
      .toBeGreaterThan(60)
    await expect(page.getByRole('heading', { name: 'Tout lire' })).toBeVisible()
  })
})
