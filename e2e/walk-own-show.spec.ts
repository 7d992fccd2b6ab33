import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { addLine, lines, moveByMenu, titles } from './conducteur.ts'
import { awake, cookieOf, enterByCard, makeCard, newDevice, openAsFounder, phone } from './door.ts'
import { makeAndPublish } from './making.ts'
import { checkCompanions, checkSound, readItem } from './published.ts'
import { startApp } from './server.ts'
import { makeSound, sha256Of } from './sounds.ts'
import { test, watch } from './walk.ts'

const story = 'Le marché du samedi'
const words =
  'Le samedi matin, place du marché, tout le monde se connaît. On vient pour les légumes, on reste pour parler.'

test('a show of one’s own: card, story, sounds, conducteur, podcast', async ({ browser }) => {
  const folder = await mkdtemp(join(tmpdir(), 'bobine-sounds-'))
  const [app, interview, street, jingle] = await Promise.all([
    startApp(),
    makeSound(folder, 'interview.wav', 1800),
    makeSound(folder, 'micro-trottoir.m4a', 40),
    makeSound(folder, 'virgule.ogg', 6),
  ])
  const desk = await newDevice(browser, app)
  const troubles = watch(desk)
  let fatiha = await newDevice(browser, app, phone)
  watch(fatiha, troubles)

  await test.step('the founder names the show and says who publishes', async () => {
    await openAsFounder(app, desk, 'Nadia')
    await desk.getByLabel('Nom de l’émission').fill('La voix du marché')
    await desk.getByRole('button', { name: 'Ouvrir l’émission' }).click()
    await expect(desk).toHaveURL(/\/regie\/parametres\?nouveau=1$/)
    await fillSettings(desk)
  })

  const card = await test.step('a resident gets a card', async () => {
    await desk.goto('/regie/personnes/ajouter')
    await desk.getByLabel('Prénom').fill('Fatiha')
    await desk.getByRole('button', { name: 'Ajouter cette personne' }).click()
    await expect(desk.getByText('Fatiha est dans l’équipe')).toBeVisible()
    return await makeCard(desk, 'Fatiha')
  })

  await test.step('the card opens her phone with one tap', async () => {
    await enterByCard(fatiha, card.link, 'Fatiha')
    await expect(fatiha).toHaveURL(`${app.url}/ma-bobine`)
    await expect(fatiha.getByRole('heading', { level: 1 })).toHaveText('Bonjour Fatiha')
  })

  await test.step('she writes, and is told that it is kept', async () => {
    await (await awake(fatiha.getByRole('link', { name: 'Proposer un sujet' }))).click()
    await fatiha.getByLabel('Votre idée en quelques mots').fill(story)
    for (const question of [2, 3]) {
      await fatiha.getByRole('button', { name: 'Continuer' }).click()
      await expect(fatiha.getByText(`Question ${question} sur 3.`)).toBeVisible()
    }
    await (await awake(fatiha.getByRole('button', { name: 'Ouvrir mon sujet' }))).click()
    await write(fatiha, words)
    await expect(fatiha.getByText(/Environ 10\ssecondes · 20 mots/)).toBeVisible()
    await fatiha.reload()
    await expect(fatiha.getByRole('textbox', { name: 'Texte du sujet' })).toContainText(words)
  })

  await test.step('she records herself', async () => {
    await (await awake(fatiha.getByRole('button', { name: 'Enregistrer', exact: true }))).click()
    await expect(fatiha.getByText('Ça enregistre')).toBeVisible()
    await expect(fatiha.getByRole('timer')).toHaveText('0:03')
    const take = fatiha.getByRole('region', { name: 'Enregistrement' })
    await take.getByRole('button', { name: 'J’ai fini' }).click()
    await fatiha.getByRole('button', { name: 'Garder cette prise' }).click()
    await expect(soundOn(fatiha, /^Enregistrement du/)).toContainText('Prêt')
  })

  await test.step('half an hour of WAV survives a tunnel', async () => {
    await sendThroughTunnel(fatiha, interview.path)
    await expect(soundOn(fatiha, 'interview')).toBeVisible({ timeout: 300_000 })
    await choose(fatiha, street.path)
    await expect(soundOn(fatiha, 'micro-trottoir')).toBeVisible({ timeout: 300_000 })
    await fatiha.getByRole('button', { name: 'J’ai fini' }).click()
    // She is reminded of those who speak, and goes on all the same.
    await fatiha.getByRole('button', { name: 'Continuer quand même' }).click()
    await expect(fatiha.getByText('C’est envoyé à la coordination.')).toBeVisible()
  })

  await test.step('the originals are what was sent, to the byte', async () => {
    await desk.goto('/regie/sons')
    await choose(desk, jingle.path)
    for (const file of [jingle, street, interview]) {
      const card = soundOn(desk, file.name.replace(/\.\w+$/, ''))
      await expect(card).toContainText('Prêt', { timeout: 600_000 })
      const src = (await card.locator('audio').getAttribute('src')) ?? ''
      const original = `${app.url}${src.replace('.mp3', '/original')}`
      expect(await sha256Of(original, await cookieOf(desk))).toBe(file.sha256)
    }
  })

  await test.step('the coordination orders the conducteur', async () => {
    await desk.goto('/regie')
    await desk.getByRole('button', { name: 'Préparer le numéro suivant' }).click()
    await expect(desk.getByText('Le conducteur est vide')).toBeVisible()
    await addLine(desk, { kind: 'Son', title: 'Au marché', text: story, sound: 'interview' })
    await addLine(desk, { kind: 'Virgule', title: 'Virgule', sound: 'virgule' })
    await addLine(desk, { kind: 'Bobino', title: 'Dans la rue', sound: 'micro-trottoir' })
    await addLine(desk, { kind: 'Voix', title: 'Au revoir', length: '45 s' })
    await moveByMenu(desk, 'Virgule', 'Monter')
    await expect.poll(() => titles(desk)).toEqual(['Virgule', 'Au marché', 'Dans la rue', 'Au revoir'])
    await expect(lines(desk).first()).toContainText('0:06')
    await expect(desk.getByText('Total 31:31')).toBeVisible()
    await (await awake(desk.getByRole('link', { name: 'Fiche' }))).click()
    await desk.getByLabel('Titre').fill('Le marché, un samedi')
    await desk.getByLabel('Résumé').fill('Une demi-heure place du marché, avec Fatiha.')
    await desk.getByRole('button', { name: 'Garder la fiche' }).click()
    await expect(desk.getByText('C’est gardé.')).toBeVisible()
  })

  await test.step('it is made, published, and apps can play it', async () => {
    await (await awake(desk.getByRole('link', { name: 'Fabriquer' }))).click()
    await expect(desk.getByText('Au revoir : pas encore de son')).toHaveCount(2)
    expect(await makeAndPublish(desk)).toEqual({ level: 'Bon niveau', duration: '30:46' })
    const item = await readItem(app.url, 'Le marché, un samedi')
    await checkSound(item)
    expect(await checkCompanions(item)).toEqual(['Au marché', 'Dans la rue'])
  })

  await test.step('the régie does not exist for her', async () => {
    for (const path of [
      '/regie',
      '/regie/emissions',
      new URL(desk.url()).pathname,
      '/regie/sons',
      '/regie/personnes',
      '/regie/parametres',
      '/regie/composants',
    ]) {
      expect([path, (await fatiha.request.get(path)).status()]).toEqual([path, 404])
    }
  })

  await test.step('"Ce n’est pas moi" closes this device, and the card opens it again', async () => {
    await fatiha.goto('/ma-bobine')
    await fatiha.getByRole('button', { name: 'Ce n’est pas moi' }).click()
    await expect(fatiha.getByText('cet appareil n’est plus à vous')).toBeVisible()
    await fatiha.goto('/ma-bobine')
    await expect(fatiha).toHaveURL(/\/entrer\?suite=/)
    await fatiha.context().close()
    fatiha = await newDevice(browser, app, phone)
    watch(fatiha, troubles)
    await fatiha.goto('/entrer')
    await fatiha.getByLabel('Le code de votre carte').fill(card.code)
    await fatiha.getByRole('button', { name: 'Entrer avec le code' }).click()
    await expect(fatiha.getByRole('heading', { level: 1 })).toHaveText('Bonjour Fatiha')
  })

  await test.step('a card that was taken back opens nothing, nor does the phone it opened', async () => {
    await desk.goto('/regie/personnes')
    await (await awake(desk.getByRole('link', { name: 'Fatiha', exact: true }))).click()
    await desk.getByRole('button', { name: 'Annuler la carte et les appareils' }).click()
    await expect(desk.getByText('La carte et les appareils n’ouvrent plus rien.')).toBeVisible()
    await fatiha.goto('/sujets')
    await expect(fatiha).toHaveURL(/\/entrer\?suite=/)
    await fatiha.goto(card.link)
    await expect(fatiha.getByRole('heading', { level: 1 })).toHaveText('Cette porte ne s’ouvre plus')
  })

  expect(troubles).toEqual([])
  await fatiha.context().close()
  await desk.context().close()
  await app.stop()
  await rm(folder, { recursive: true })
})

async function fillSettings(page: Page) {
  const answers = {
    'Ce qu’elle raconte': 'Une demi-heure au marché, chaque semaine.',
    Station: 'Radio Exemple',
    Fréquence: '00.0 FM',
    Heure: '11:00',
    'Durée visée': '31 min',
    Éditeur: 'Association du marché',
    'Direction de la publication': 'Nadia Exemple',
    'Adresse e-mail du podcast': 'marche@exemple.fr',
  }
  for (const [label, answer] of Object.entries(answers))
    await page.getByLabel(label, { exact: true }).fill(answer)
  await page.getByLabel('Jour de diffusion').selectOption('samedi')
  await page.getByRole('button', { name: 'Garder les réglages' }).click()
  await expect(page.getByText('C’est gardé.')).toBeVisible()
}

async function write(page: Page, text: string) {
  const editor = page.getByRole('textbox', { name: 'Texte du sujet' })
  await editor.click()
  // The cursor is placed a moment after the touch.
  await page.waitForTimeout(200)
  await page.keyboard.type(text)
  await expect(page.getByText('C’est gardé. Vous pouvez fermer.')).toBeVisible()
}

const soundOn = (page: Page, title: string | RegExp) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title }) })

async function choose(page: Page, path: string) {
  await (await awake(page.getByLabel('Fichiers de son'))).setInputFiles(path)
}

/** Sends a file; the network goes away once a third has left, and comes back. */
async function sendThroughTunnel(page: Page, path: string) {
  await choose(page, path)
  const bar = page.getByRole('progressbar', { name: 'interview.wav' })
  await expect(bar).toBeVisible()
  const sent = () => bar.evaluate((element: HTMLProgressElement) => element.value)
  await expect.poll(sent, { intervals: [20] }).toBeGreaterThan(0.3)
  await page.context().setOffline(true)
  const cut = await sent()
  expect(cut).toBeLessThan(1)
  await expect(page.getByText(/^Pas de réseau, à /)).toBeVisible({ timeout: 60_000 })
  expect(await sent()).toBeGreaterThanOrEqual(0.2)
  await page.context().setOffline(false)
}
