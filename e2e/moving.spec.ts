import { expect } from '@playwright/test'
import { faultsOf } from './access.ts'
import { awake } from './door.ts'
import { test } from './walk.ts'

const feed = `${import.meta.dirname}/../tests/moving/feed-sample.xml`

test('a podcast is looked at and brought in, and everything is taken along', async ({
  coordination: page,
}) => {
  await test.step('a feed is shown before anything of it is brought in', async () => {
    await page.goto('/regie/parametres/reprendre')
    await (await awake(page.getByLabel('L’adresse du flux'))).fill('http://127.0.0.1/flux')
    await page.getByRole('button', { name: 'Regarder ce flux' }).click()
    await expect(page.getByText('elle n’a pas été suivie')).toBeVisible()
    await page.getByLabel('Le fichier du flux').setInputFiles(feed)
    await page.getByRole('button', { name: 'Regarder ce fichier' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Les Voix du Quai')
    await expect(page.getByText('13 juin 2025')).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
  })

  await test.step('what could not be brought in is said, episode by episode', async () => {
    await (await awake(page.getByRole('button', { name: 'Reprendre ces numéros' }))).click()
    await expect(page.getByRole('row', { name: /La fête du quai/ })).toContainText('Laissé', {
      timeout: 60_000,
    })
    await expect(page.getByRole('row', { name: /Une annonce sans son/ })).toContainText('pas de son')
    expect(await faultsOf(page)).toEqual([])
    const table = await page.request.get(`${page.url()}/rapport.csv`)
    expect(await table.text()).toContain('La fête du quai;Laissé;')
  })

  await test.step('everything is packed into one file', async () => {
    await page.goto('/regie/parametres/emporter')
    await (await awake(page.getByRole('button', { name: 'Préparer l’archive' }))).click()
    const link = page.getByRole('link', { name: 'Télécharger l’archive' })
    await expect(link).toBeVisible({ timeout: 120_000 })
    expect(await faultsOf(page)).toEqual([])
    const begins = page.waitForEvent('download')
    await link.click()
    expect((await begins).suggestedFilename()).toMatch(/^la-bobine-\d{4}-\d\d-\d\d\.zip$/)
  })
})
