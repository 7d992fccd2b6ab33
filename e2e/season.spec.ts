import { expect, type Page } from '@playwright/test'
import { faultsOf } from './access.ts'
import { awake } from './door.ts'
import { test } from './walk.ts'

const weeks = (page: Page) => page.getByRole('region', { name: /^Semaine du/ })
const press = async (page: Page, name: string | RegExp) =>
  await (await awake(page.getByRole('button', { name }).first())).click()

test('a week is skipped with its reason, taken back, skipped again and put back', async ({
  coordination: page,
}) => {
  await page.goto('/regie/saison')
  expect(await faultsOf(page)).toEqual([])
  const week = weeks(page).filter({ hasText: 'À venir' }).first()
  const name = (await week.getByRole('heading', { level: 2 }).textContent()) ?? ''
  const own = page.getByRole('region', { name, exact: true })
  const skip = async () => {
    await (await awake(own.getByRole('button', { name: /^Sauter cette semaine/ }))).click()
    const dialog = page.getByRole('dialog', { name: 'Sauter cette semaine' })
    await dialog.getByLabel('Pourquoi').fill('vacances')
    await dialog.getByRole('button', { name: 'Sauter la semaine' }).click()
    await expect(own.getByText('Semaine sautée')).toBeVisible()
    await expect(own.getByText('vacances')).toBeVisible()
  }
  await skip()
  await page.getByRole('button', { name: 'Annuler' }).click()
  await expect(own.getByText('À venir')).toBeVisible()
  await skip()
  expect(await faultsOf(page)).toEqual([])
  await (await awake(own.getByRole('button', { name: /^Remettre/ }))).click()
  await expect(own.getByText('À venir')).toBeVisible()
})

test('a template with a rule says what its shows will be called, and makes them', async ({
  coordination: page,
}) => {
  await page.goto('/regie/modeles')
  expect(await faultsOf(page)).toEqual([])
  await press(page, 'Copier')
  await expect(page).toHaveURL(/\/regie\/modeles\/[\w-]{36}$/)
  await awake(page.getByLabel('Nom du modèle'))
  await page.getByLabel('Nom du modèle').fill('Matinale')
  await page.getByRole('radio', { name: /Certaines semaines/ }).check()
  // The day after the example's own: its next show stays the next one.
  await page.getByRole('checkbox', { name: 'samedi' }).check()
  await page.getByLabel('Heure').fill('08:00')
  await page.getByLabel('Titre des numéros').fill('Matinale du {date}')
  await page.getByLabel('Préparer combien de jours avant').click()
  await expect(page.getByText(/^Matinale du \d/)).toHaveCount(3)
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Garder le modèle' }).click()
  await expect(page.getByText(/C’est gardé\. /)).toBeVisible()
  await page.goto('/regie/saison')
  await expect(page.getByRole('heading', { name: /^Matinale du/ }).first()).toBeVisible()
})

test('a story goes to another week’s show, and comes back', async ({ coordination: page }) => {
  await page.goto('/regie/saison')
  const from = page.getByRole('article').filter({ has: page.getByRole('heading', { name: /citrons/i }) })
  await from.getByText(/^\d+ sujets?$/).click()
  const move = from.getByRole('button', { name: /^Passer à une autre semaine/ })
  const label = (await move.first().getAttribute('aria-label')) ?? ''
  await (await awake(move.first())).click()
  const dialog = page.getByRole('dialog', { name: 'Passer à une autre semaine' })
  await expect(dialog.getByLabel('Vers le numéro')).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Passer à cette semaine' }).click()
  await expect(page.getByText(/est passé au/)).toBeVisible()
  await expect(from.getByRole('button', { name: label, exact: true })).toHaveCount(0)
  await page.getByRole('button', { name: 'Annuler' }).click()
  await expect(from.getByRole('button', { name: label, exact: true })).toHaveCount(1)
})

test('a member’s calendar opens by its address alone, and no more once it has ended', async ({
  coordination: page,
}) => {
  await page.goto('/reglages/calendrier')
  await press(page, 'Faire mon adresse')
  const address = (await page.locator('code').textContent()) ?? ''
  expect(address).toMatch(/\/calendrier\/[\w-]{43}\.ics$/)
  expect(await faultsOf(page)).toEqual([])
  const calendar = await fetch(address)
  expect(calendar.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  expect(await calendar.text()).toMatch(/^BEGIN:VCALENDAR\r\n.*SUMMARY:Textes à rendre/s)
  await page.reload()
  await expect(page.locator('code')).toHaveCount(0)
  await press(page, 'Arrêter cette adresse')
  await expect(page.getByText('L’adresse ne marche plus.')).toBeVisible()
  expect((await fetch(address)).status).toBe(404)
})
