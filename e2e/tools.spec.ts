import { expect } from '@playwright/test'
import { faultsOf } from './access.ts'
import { awake } from './door.ts'
import { test } from './walk.ts'

test('a key for a studio’s tool is shown once, opens the rundown, and is ended at once', async ({
  coordination: page,
  example,
}) => {
  await page.goto('/regie/parametres')
  await (await awake(page.getByRole('link', { name: 'Accès pour les outils du studio' }))).click()
  await expect(page.getByText('Vous n’avez pas encore de clé.')).toBeVisible()
  await page.getByLabel('Nom de l’outil').fill('Stream Deck de la régie')
  await (await awake(page.getByRole('button', { name: 'Faire la clé' }))).click()
  await expect(page.getByText('elle ne s’affichera plus')).toBeVisible()
  const key = (await page.locator('code').first().textContent()) ?? ''
  await page.getByRole('button', { name: 'Copier la clé' }).click()
  await expect(page.getByText('C’est copié.')).toBeVisible()
  expect(await faultsOf(page)).toEqual([])

  await page.goto('/regie/emissions')
  const href = await page
    .getByRole('link', { name: /^Conducteur$/ })
    .first()
    .getAttribute('href')
  const show = /emissions\/([\w-]+)/.exec(href ?? '')?.[1]
  const ask = () =>
    fetch(`${example.app.url}/api/episodes/${show}/rundown`, { headers: { Authorization: `Bearer ${key}` } })
  const answer = await ask()
  expect(answer.status).toBe(200)
  expect(await answer.json()).toMatchObject({ version: expect.any(Number), lines: expect.any(Array) })

  await page.goto('/regie/parametres/acces')
  await expect(page.getByText(key)).toHaveCount(0)
  await expect(page.getByText('Servie pour la dernière fois')).toBeVisible()
  await (await awake(page.getByRole('button', { name: /Annuler la clé de «\sStream Deck/ }))).click()
  await expect(page.getByText('Vous n’avez pas encore de clé.')).toBeVisible()
  expect((await ask()).status).toBe(401)
})
