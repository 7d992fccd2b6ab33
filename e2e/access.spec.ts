import { type Browser, expect, type Page } from '@playwright/test'
import { weighing } from '#tests/bench/weight.ts'
import { faultsOf, tabThrough } from './access.ts'
import { awake, enterByCard, makeCard, newDevice } from './door.ts'
import { episodeAt, linkTo } from './links.ts'
import { type Example, test, watch } from './walk.ts'

const calm = { reducedMotion: 'reduce' } as const
const latest = '/emissions/pedaler-partager-chanter'
const unknownKey = `/c/${'x'.repeat(43)}`

test('visitors: every page is clear, calm and fits', async ({ browser, example }) => {
  const page = await newDevice(browser, example.app, calm)
  await inspect(page, [
    '/',
    '/emissions',
    latest,
    `${latest}/lecteur`,
    '/hors-ligne',
    '/recherche',
    '/recherche?q=velo',
    '/rubriques',
    '/rubriques/culture',
    '/themes/mobilite',
    '/les-maisons',
    '/les-maisons/maison-de-quartier-des-ors',
    '/voix',
    '/s-abonner',
    '/participer',
    '/mots-de-la-radio',
    '/accessibilite',
    '/vos-donnees',
    '/methode',
    '/mentions-legales',
    '/confort',
    '/entrer',
    unknownKey,
    '/nulle-part',
  ])
})

test('coordination: every page is clear, calm and fits', async ({ browser, example }) => {
  const page = await newDevice(browser, example.app, { ...calm, storageState: example.cookies })
  const [making = '', published = ''] = await episodes(page)
  await inspect(page, [
    '/regie',
    '/regie/emissions',
    making,
    `${making}/conducteur`,
    `${making}/accords`,
    `${making}/pad`,
    `${making}/publier`,
    `${making}/imprimer`,
    `${making}/antenne`,
    `${making}/antenne?repetition`,
    `${making}/horloge`,
    `${making}/prompteur`,
    `${making}/presentation`,
    `${making}/presentation?repetition`,
    `${making}/imprimer/textes`,
    `${making}/importer`,
    `${making}/apres`,
    `${published}/texte`,
    `${published}/pad`,
    `${published}/publier`,
    `${published}/partager`,
    '/regie/sons',
    '/regie/sons?voir=musiques',
    '/regie/personnes',
    '/regie/personnes/ajouter',
    await linkTo(page, '/regie/personnes', /^Fatiha$/),
    '/regie/parametres',
    '/regie/parametres/acces',
    '/regie/ecoutes',
    '/regie/parametres/reprendre',
    '/regie/parametres/emporter',
    '/regie/saison',
    '/regie/modeles',
    await linkTo(page, '/regie/modeles', /^Ouvrir$/),
    '/reglages/calendrier',
    '/regie/composants',
    '/sujets',
    await linkTo(page, '/sujets', /citrons/),
    ...(await consentPages(page)),
    '/sujets/corbeille',
    '/regie/relectures',
    `${await linkTo(page, '/sujets', /citrons/)}/relire`,
  ])
})

test('resident and technique: their pages are clear, calm and fit', async ({ browser, example }) => {
  const resident = await memberPage(browser, example, 'Fatiha')
  await inspect(resident, [
    '/ma-bobine',
    '/sujets',
    '/sujets/nouveau',
    '/sujets/nouveau?titre=Les+bancs&etape=2',
    '/sujets/nouveau?titre=Les+bancs&forme=interview&etape=3',
    '/sujets/exemples/interview',
    await linkTo(resident, '/sujets', /citrons/),
    `${await linkTo(resident, '/sujets', /citrons/)}/imprimer`,
    `${await linkTo(resident, '/sujets', /citrons/)}/imprimer/interview`,
    `${await linkTo(resident, '/sujets', /citrons/)}/prompteur`,
    `${await linkTo(resident, '/sujets', /citrons/)}/enregistrer`,
    `${await linkTo(resident, '/sujets', /citrons/)}/accords`,
    `${await linkTo(resident, '/sujets', /citrons/)}/versions`,
    '/reglages/rythme',
    '/reglages/ma-page',
    '/relectures',
    (await linkTo(resident, '/relectures', /^Lire/)) || '/relectures',
    '/aide',
    '/envois',
    '/recu',
    '/confort',
    '/reglages/calendrier',
    '/regie',
  ])
  const technique = await memberPage(browser, example, 'Bastien')
  const [making] = await episodes(technique)
  await inspect(technique, [
    '/regie/emissions',
    `${making}/conducteur`,
    `${making}/antenne`,
    `${making}/imprimer`,
    `${making}/prompteur`,
    `${making}/presentation`,
    '/regie/sons',
    '/regie/parametres/acces',
    `${making}/apres`,
  ])
})

test('what opens on a page is as clear as the page', async ({ coordination: page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const [making] = await episodes(page)
  await page.goto(`${making}/conducteur`)
  await (await awake(page.getByRole('button', { name: 'Changer' }).first())).click()
  await expect(page.getByRole('menu')).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Ajouter une ligne' }).click()
  expect(await faultsOf(page)).toEqual([])
  await page.goto('/regie/sons')
  await (await awake(page.getByRole('button', { name: 'Enregistrer', exact: true }))).click()
  await expect(page.getByText('Ça enregistre')).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
})

const mainActions = [
  { at: '/', action: 'Écouter' },
  { at: latest, action: 'Écouter' },
  { at: '/entrer', action: 'Recevoir un lien' },
  { at: '/sujets/nouveau', action: 'Continuer' },
  { at: '/regie', action: 'Ouvrir le conducteur' },
  { at: '/regie/personnes/ajouter', action: 'Ajouter cette personne' },
  { at: '/regie/parametres', action: 'Garder les réglages' },
  { at: '/regie/parametres/acces', action: 'Faire la clé' },
  { at: '/regie/sons', action: 'Enregistrer' },
]

test('the keyboard reaches the main action of each page and sees where it is', async ({
  coordination: page,
}) => {
  for (const { at, action } of mainActions) {
    await page.goto(at)
    await expect(page.getByRole('main')).toBeVisible()
    const stops = await tabThrough(page, action)
    expect(stops.at(-1), `${at} by Tab, over ${stops.join(' · ')}`).toBe(action)
    if (at !== '/entrer') expect(stops[0]).toBe('Aller au contenu')
  }
  const [making] = await episodes(page)
  await page.goto(`${making}/conducteur`)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.locator('#contenu')).toBeFocused()
})

test('a listener’s page is light, talks to nobody else, and plays without script', async ({
  browser,
  example,
}) => {
  for (const path of ['/', latest, '/s-abonner'])
    expect(await weight(browser, example, path)).toBeLessThan(200_000)

  const plain = await newDevice(browser, example.app, { javaScriptEnabled: false })
  await plain.goto(latest)
  const sound = plain.locator('audio[controls]')
  await expect(sound).toBeVisible()
  await expect(sound).toHaveAttribute('src', /^\/audio\/[\w-]+\.mp3$/)
  await expect(plain.getByText('Au revoir, et à vendredi.')).toBeVisible()
  await plain
    .getByRole('link', { name: /Carnet de répétition/ })
    .first()
    .click()
  await expect(plain.locator('audio')).toHaveAttribute('src', /#t=525$/)
  await plain.context().close()
})

/** Opens each page and looks at it; what is wrong comes out together. Closes the device. */
async function inspect(page: Page, paths: string[]): Promise<void> {
  const faults = watch(page)
  const own = new URL((await page.request.get('/')).url()).origin
  page.on('request', (request) => {
    const address = request.url()
    if (/^(https?|wss?):/.test(address) && !address.replace(/^ws/, 'http').startsWith(own))
      faults.push(`${page.url()} asks ${address}`)
  })
  for (const path of paths) {
    await page.goto(path)
    await settled(page)
    faults.push(...(await faultsOf(page)))
  }
  await page.context().close()
  // A page that does not exist for somebody is a page too; the browser tells its 404.
  expect(faults.filter((fault) => !/status of 404/.test(fault))).toEqual([])
}

/** A text is written in place of the one that the server sent: that is the page one has. */
async function settled(page: Page): Promise<void> {
  if (/^\/sujets\/[0-9a-f-]{36}$/.test(new URL(page.url()).pathname))
    await expect(page.getByRole('textbox', { name: 'Texte du sujet' })).toBeVisible()
}

/** Addresses of the episodes, that in the making first, then the published one. */
async function episodes(page: Page): Promise<string[]> {
  return [await episodeAt(page, 'Des citrons'), await episodeAt(page, 'Pédaler')]
}

/** The consents of a story that no episode has yet: the list, the questions to somebody named, the sheet to sign. */
async function consentPages(page: Page): Promise<string[]> {
  const at = `${await linkTo(page, '/sujets', /nager/)}/accords`
  await page.goto(at)
  await (await awake(page.getByText('Quelqu’un d’autre parle'))).click()
  await page.getByLabel('Son prénom').fill('Inès')
  await page.getByLabel('Cette personne a moins de 18 ans').check()
  await page.getByRole('button', { name: 'Ajouter cette personne' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Un parent d’Inès répond')
  return [at, new URL(page.url()).pathname, `${at}/formulaire`]
}

async function memberPage(browser: Browser, example: Example, name: string): Promise<Page> {
  const desk = await newDevice(browser, example.app, { storageState: example.cookies })
  const { link } = await makeCard(desk, name)
  await desk.context().close()
  const page = await newDevice(browser, example.app, calm)
  await enterByCard(page, link, name)
  return page
}

/** Bytes that a first visit of the page costs, before any sound. */
async function weight(browser: Browser, example: Example, path: string): Promise<number> {
  const page = await newDevice(browser, example.app)
  const weigh = await weighing(page)
  await page.goto(path, { waitUntil: 'networkidle' })
  await page.context().close()
  return weigh()
}
