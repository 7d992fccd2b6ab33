import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import { makeSound } from './sounds.ts'
import { test } from './walk.ts'

test('a music is described once, remembered when it comes again, and found by any of its words', async ({
  coordination: page,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'bobine-library-'))
  const first = await makeSound(folder, 'gare.mp3', 4, { title: 'La gare', artist: 'Les Étés du Quai' })
  const again = await makeSound(folder, 'piste-4.flac', 5, { title: 'LA GARE !', artist: 'les etes du quai' })
  await page.goto('/regie/sons')

  await test.step('the file’s own words stand in the form', async () => {
    await bring(page, first.path, 'gare')
    const sheet = await openSheet(page, 'gare')
    await expect(sheet.getByText('Le fichier dit : « La gare », Les Étés du Quai.')).toBeVisible()
    await sheet.getByLabel('C’est une musique').check()
    await expect(field(sheet, 'title')).toHaveValue('La gare')
    await sheet.getByLabel('Du commerce').check()
    await field(sheet, 'author').fill('Zoé Œuvrard')
    await keep(sheet)
    await expect(card(page, 'gare').getByText('À la radio, pas dans le podcast :')).toBeVisible()
  })

  await test.step('the same piece is known, with its rights', async () => {
    await bring(page, again.path, 'piste-4')
    const sheet = await openSheet(page, 'piste-4')
    await expect(sheet.getByText('Déjà décrite avec le son « gare »')).toBeVisible()
    await sheet.getByLabel('C’est une musique').check()
    await expect(field(sheet, 'author')).toHaveValue('Zoé Œuvrard')
    await expect(field(sheet, 'performer')).toHaveValue('Les Étés du Quai')
    await expect(sheet.getByLabel('Du commerce')).toBeChecked()
    await keep(sheet)
  })

  await test.step('both are found without an accent', async () => {
    await page.getByRole('searchbox').fill('zoe oeuvrard')
    await page.getByRole('button', { name: 'Chercher' }).click()
    await expect(page.getByRole('heading', { level: 2 })).toHaveText(['piste-4', 'gare'])
  })
  await rm(folder, { recursive: true, force: true })
})

test('a sound says which shows play it, before it goes to the bin too', async ({ coordination: page }) => {
  const song = 'La valse du dernier bus'
  await page.goto('/regie/sons?voir=musiques')
  await expect(card(page, song).locator('a[href$="/conducteur"]')).toContainText('Des citrons')
  await card(page, song).getByRole('button', { name: 'Autres actions' }).click()
  await page.getByRole('menuitem', { name: 'Mettre à la corbeille' }).click()
  const question = page.getByRole('dialog', { name: `Mettre « ${song} » à la corbeille ?` })
  await expect(question.getByText('Ce son est dans le conducteur du')).toBeVisible()
  await question.getByRole('button', { name: 'Mettre à la corbeille' }).click()
  await expect(card(page, song)).toHaveCount(0)
  await page.getByRole('button', { name: 'Annuler' }).click()
  await expect(card(page, song)).toBeVisible()
})

const card = (page: Page, title: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title, exact: true }) })

// By name: the words of a choice's hint would answer to these labels too.
const field = (sheet: Locator, name: string) => sheet.locator(`input[name=${name}]`)

async function bring(page: Page, path: string, title: string) {
  await page.getByLabel('Fichiers de son').setInputFiles(path)
  await expect(card(page, title).getByText('Prêt', { exact: true })).toBeVisible({ timeout: 60_000 })
}

async function openSheet(page: Page, title: string) {
  await card(page, title).getByRole('button', { name: 'Fiche' }).click()
  return page.getByRole('dialog', { name: `Fiche de « ${title} »` })
}

async function keep(sheet: Locator) {
  await sheet.getByRole('button', { name: 'Garder la fiche' }).click()
  await expect(sheet.getByText('C’est gardé.')).toBeVisible()
  await sheet.getByRole('button', { name: 'Fermer', exact: true }).click()
}
