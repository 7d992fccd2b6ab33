import { expect } from '@playwright/test'
import { faultsOf } from './access.ts'
import { awake, newDevice, openAsFounder } from './door.ts'
import { startApp } from './server.ts'
import { test, watch } from './walk.ts'

const table = [
  'Conducteur du vendredi;;;;',
  'N°;Titre;Durée;Qui;Micro',
  '1;Générique été;0:30;;',
  '2;Chapeau;0:55;Karim;M2',
  '3;Duplex de Rome;bientôt;Fatiha;M1',
].join('\r\n')

test('a table is brought in, taken out again, and the show is frozen for the archives', async ({
  browser,
}) => {
  const app = await startApp()
  const page = await newDevice(browser, app, { reducedMotion: 'reduce' })
  const troubles = watch(page)
  await openAsFounder(app, page, 'Nadia')
  await page.getByLabel('Nom de l’émission').fill('La voix du marché')
  await page.getByRole('button', { name: 'Ouvrir l’émission' }).click()
  await expect(page).toHaveURL(/\/regie\/parametres/)
  await page.goto('/regie/emissions')
  await (await awake(page.getByRole('button', { name: 'Préparer le numéro suivant' }))).click()
  await page.waitForURL(/\/regie\/emissions\/[0-9a-f-]{36}/)
  const episode = /\/regie\/emissions\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''
  const at = `/regie/emissions/${episode}`

  await test.step('the preview says what each line will be before anything is written', async () => {
    await page.goto(`${at}/importer`)
    await (await awake(page.getByRole('button', { name: 'Regarder le fichier' }))).click()
    await expect(page.getByText('Choisissez un fichier.')).toBeVisible()
    await page.getByLabel('Le fichier').setInputFiles({
      name: 'vendredi.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(table, 'latin1'),
    })
    await page.getByRole('button', { name: 'Regarder le fichier' }).click()
    const preview = page.getByRole('region', { name: 'Aperçu' })
    await expect(preview.getByText('3 lignes, 1:25 en tout.')).toBeVisible()
    await expect(
      preview.getByText('On ne comprend pas « bientôt » : la ligne sera sans durée.'),
    ).toBeVisible()
    await expect(preview.getByLabel('Micro')).toHaveValue('own')
    await preview.getByLabel('Qui', { exact: true }).selectOption('notes')
    await expect(preview.getByRole('row', { name: /Chapeau/ }).getByText('Karim')).toBeVisible()
    await preview.getByLabel('Qui', { exact: true }).selectOption('who')
    expect(await faultsOf(page)).toEqual([])
  })

  await test.step('then it is in the rundown', async () => {
    await page.getByRole('button', { name: 'Importer', exact: true }).click()
    await page.waitForURL(`**${at}/conducteur`)
    await expect(page.getByText('Générique été').first()).toBeVisible()
  })

  await test.step('and leaves it again as files and on paper', async () => {
    const csv = await page.request.get(`/api/episodes/${episode}/rundown.csv`)
    expect(csv.headers()['content-disposition']).toMatch(
      /^attachment; filename="[^"]+conducteur\.csv"; filename\*=UTF-8''/,
    )
    expect(await csv.text()).toContain('Duplex de Rome;Fatiha')
    expect(await csv.text()).toContain(';M2')
    for (const [file, begins] of [
      ['rundown.xlsx', 'PK'],
      ['musiques.csv', '\uFEFF'],
      ['conducteur.pdf', '%PDF-1.7'],
      ['textes.pdf?taille=18', '%PDF-1.7'],
    ] as const) {
      const answer = await page.request.get(`/api/episodes/${episode}/${file}`)
      expect(answer.status(), file).toBe(200)
      expect((await answer.body()).toString('utf8').startsWith(begins), file).toBe(true)
    }
    await page.goto(`${at}/imprimer`)
    await expect(page.getByText('Micro : M2')).toBeVisible()
    await (await awake(page.getByRole('link', { name: 'Les textes à lire' }))).click()
    await expect(page.getByText('Chapeau · Karim · 0:55')).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
  })

  await test.step('a frozen copy has a date, a name and a fingerprint', async () => {
    await page.goto(`${at}/apres`)
    await page.getByLabel('Signé par').fill('Nadia B.')
    await (await awake(page.getByRole('button', { name: 'Figer une copie' }))).click()
    const copies = page.getByRole('list', { name: 'Copies figées' })
    await expect(copies.getByText(/^Figée le .* signée par Nadia B\.$/)).toBeVisible()
    await expect(copies.getByText('Telle que prévue : l’émission n’a pas été suivie')).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
    const link = await copies.getByRole('link', { name: 'Télécharger' }).getAttribute('href')
    const frozen = await page.request.get(link ?? '')
    expect(await frozen.json()).toMatchObject({ format: 'la-bobine/broadcast/1', wasLogged: false })
    await (await awake(copies.getByRole('link', { name: 'Voir et imprimer' }))).click()
    await expect(
      page.getByRole('region', { name: 'Lignes de la copie' }).getByText('Duplex de Rome'),
    ).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
  })

  expect(troubles).toEqual([])
  await page.context().close()
  await app.stop()
})
