import { type Browser, expect, type Page, test } from '@playwright/test'
import { lemons } from '#lib/example/texts-opening.ts'
import { faultsOf } from './access.ts'
import { addLine, lines } from './conducteur.ts'
import { addMember, awake, enterByCard, makeCard, newDevice, openAsFounder, phone } from './door.ts'
import { note, propose } from './reading-over.ts'
import { say, spoken } from './recording.ts'
import { type App, startApp } from './server.ts'
import { enterTunnel, leaveTunnel, newPhone, untilCopied } from './tunnel.ts'
import { answer, card, sayConsent } from './voices.ts'
import { watch } from './walk.ts'

const title = 'Les citrons de la conserverie'
const own = 'Un mois. C’est long, un mois.'
const ending =
  'Venez voir, lundi prochain, à neuf heures. Apportez un bocal propre, un couteau et une histoire. On partage le travail, on partage le café, et chacun repart avec son bocal. Ma voisine Samira vient aussi, et vous allez l’entendre.'
const [first = '', ...others] = lemons.flatMap((block) =>
  'by' in block && block.by === 'Fatiha' ? [block.text] : [],
)
const theText = (page: Page) => page.getByRole('textbox', { name: 'Texte du sujet' })
const saving = (page: Page) => page.locator('.saving-bar [role=status]')

test('Fatiha: from her card to what the radio and the podcast will play', async ({ browser }) => {
  const { app, desk, cards } = await openRadio(browser)
  const troubles = watch(desk)
  const fatiha = await newPhone(browser, app)

  const story = await test.step('her card, one button, one card: she has begun', async () => {
    await enterByCard(fatiha, cards.Fatiha, 'Fatiha')
    await expect(fatiha.getByRole('heading', { name: `Votre sujet : ${title}` })).toBeVisible()
    await expect(fatiha.getByText('Nadia l’a ouvert avec vous.')).toBeVisible()
    await clear(fatiha)
    await (await awake(fatiha.getByRole('link', { name: 'Commencer' }))).tap()
    await expect(theText(fatiha)).toBeVisible()
    await expect(saving(fatiha)).toHaveAttribute('data-saving', 'kept')
    return new URL(fatiha.url()).pathname
  })

  await test.step('the network goes while she speaks: her voice and her words are kept on the phone', async () => {
    await untilCopied(fatiha, [story])
    await write(fatiha, first)
    await (await awake(fatiha.getByRole('button', { name: 'Enregistrer', exact: true }))).tap()
    await spoken(fatiha, 2)
    await enterTunnel(app, fatiha)
    await spoken(fatiha, 5)
    await fatiha.getByRole('button', { name: 'J’ai fini de parler' }).tap()
    await fatiha.getByRole('button', { name: 'Garder cette prise' }).tap()
    await expect(fatiha.getByText(/^Pas de réseau. Tout est gardé sur cet appareil/)).toBeVisible()
    for (const words of [...others, ending]) await write(fatiha, words)
    await expect(saving(fatiha)).toHaveText(/Tout est gardé sur ce téléphone/)
    await expect(fatiha.getByText(/^Environ 1\sminute 10 · \d+ mots/)).toBeVisible()
  })

  await test.step('the network comes back: all of it is at the radio', async () => {
    await leaveTunnel(app, fatiha)
    await expect(saving(fatiha)).toHaveText('C’est gardé. Vous pouvez fermer.')
    const spokenFirst = fatiha
      .getByRole('listitem')
      .filter({ has: fatiha.getByRole('heading', { name: /^Enregistrement du/ }) })
    await expect(spokenFirst).toContainText('Prêt', { timeout: 600_000 })
  })
  // Until here its console told of a radio that is not there.
  watch(fatiha, troubles)

  const denise = await newDevice(browser, app, { ...phone, reducedMotion: 'reduce' })
  watch(denise, troubles)
  await test.step('she asks Denise for a hand, who proposes other words and changes none', async () => {
    await (await awake(fatiha.locator('summary').filter({ hasText: 'Me faire aider pour ce sujet' }))).tap()
    await (await awake(fatiha.getByLabel('À qui ?'))).selectOption('Denise')
    await fatiha.getByRole('button', { name: 'Demander', exact: true }).tap()
    await expect(fatiha.getByText(/^C’est partagé avec Denise/)).toBeVisible()
    await enterByCard(denise, cards.Denise, 'Denise')
    await (await awake(denise.getByRole('link', { name: 'Donner un coup de main' }))).tap()
    await (await awake(denise.getByRole('link', { name: 'Lire et faire une remarque' }))).tap()
    await propose(denise, 'Un mois.', 'Il faut attendre un mois.', 'Il faut attendre')
    await denise.context().close()
  })

  await test.step('Fatiha is told of it, and keeps her own sentence', async () => {
    await expect(fatiha.getByText('Denise propose un changement.')).toBeVisible()
    const proposed = note(fatiha, 'Il faut attendre')
    await clear(fatiha)
    await (await awake(proposed.getByRole('button', { name: 'Garder le mien' }))).tap()
    await expect(proposed).toHaveCount(0)
    await expect(theText(fatiha)).toContainText(own)
  })

  await test.step('she makes all letters twice as large, and rehearses', async () => {
    await fatiha.goto('/confort')
    await (await awake(fatiha.getByRole('radio', { name: 'Le double' }))).check()
    await fatiha.goto(story)
    await (await awake(fatiha.getByRole('link', { name: 'Répéter en grand' }))).tap()
    await expect(fatiha.getByRole('region', { name: 'Texte à lire' })).toContainText(own)
    await (await awake(fatiha.getByRole('button', { name: 'Démarrer' }))).tap()
    await (await awake(fatiha.getByRole('button', { name: 'Pause' }))).tap()
    await fatiha.getByRole('link', { name: 'Le sujet' }).tap()
  })

  await test.step('she says it twice, and the second counts', async () => {
    await (await awake(fatiha.getByRole('link', { name: 'Enregistrer en lisant' }))).tap()
    await (await awake(fatiha.getByRole('radio', { name: /^Tout d’une traite/ }))).check()
    for (const number of [2, 3]) {
      await record(fatiha)
      // What she said in the lift is the first.
      await expect(take(fatiha, number).getByText('Choisie')).toBeVisible()
    }
    await clear(fatiha)
  })
  const hers = await nameOf(fatiha, 3)

  const hersAndMore = await test.step('her neighbour speaks too', async () => {
    await (await awake(fatiha.getByRole('radio', { name: /^Sans texte/ }))).check()
    await record(fatiha)
    await fatiha.getByText('Les 3 autres prises').tap()
    await expect(take(fatiha, 4).getByText(/secondes?\./)).toBeVisible({ timeout: 600_000 })
    await expect(take(fatiha, 3).getByText('Choisie')).toBeVisible()
    return await nameOf(fatiha, 4)
  })

  await test.step('is she willing? She says yes aloud, for the radio and not for the internet', async () => {
    await fatiha.goto(`${story}/accords`)
    const mine = fatiha.getByRole('group', { name: /Cochez ce qui vous va/ })
    for (const use of ['Radio', 'Internet']) await (await awake(mine.getByLabel(use))).check()
    await fatiha.getByRole('button', { name: 'C’est moi qui parle' }).tap()
    await expect(card(fatiha, 'Fatiha').getByText('Internet : oui')).toBeVisible()
    await (await awake(fatiha.getByText('Quelqu’un d’autre parle'))).tap()
    await fatiha.getByRole('textbox', { name: 'Son prénom' }).fill('Samira')
    await fatiha.getByRole('combobox', { name: 'Dans quel son ?' }).selectOption(hersAndMore)
    await fatiha.getByRole('button', { name: 'Ajouter cette personne' }).tap()
    await answer(fatiha, { 'Pour la radio': 'Oui', 'Pour internet': 'Non' })
    await (await awake(fatiha.getByLabel('Dire oui'))).check()
    await clear(fatiha)
    await sayConsent(fatiha)
    await fatiha.getByRole('button', { name: 'Garder les réponses' }).tap()
    await expect(card(fatiha, 'Samira').getByText('Internet : non')).toBeVisible()
    await expect(card(fatiha, 'Samira').getByText('dit à voix haute').first()).toBeVisible()
  })

  await test.step('she hands it in, by key', async () => {
    await fatiha.goto(story)
    await (await awake(fatiha.getByRole('button', { name: 'J’ai fini' }))).press('Enter')
    await expect(fatiha.getByText(/^C’est envoyé.* Vous pouvez encore changer\.$/)).toBeVisible()
    await clear(fatiha)
  })

  await test.step('the radio will play both; the podcast leaves the neighbour out', async () => {
    await desk.goto('/regie')
    await (await awake(desk.getByRole('button', { name: 'Préparer le numéro suivant' }))).click()
    await expect(desk.getByText('Le conducteur est vide')).toBeVisible()
    await addLine(desk, { kind: 'Son', title: 'Les citrons', text: title, sound: hers })
    await addLine(desk, { kind: 'Son', title: 'La voisine', sound: hersAndMore })
    await expect(lines(desk).filter({ hasText: 'La voisine' }).getByText('Antenne seulement')).toBeVisible()
    await (await awake(desk.getByRole('link', { name: 'Fabriquer' }))).click()
    const antenne = card(desk, 'Pour l’antenne')
    const podcast = card(desk, 'Pour le podcast')
    await expect(podcast.getByText('La voisine : une personne qui parle a dit non.')).toBeVisible()
    await expect(podcast.getByText('1 élément mis au même niveau.')).toBeVisible()
    await expect(antenne.getByText('2 éléments mis au même niveau.')).toBeVisible()
    await expect(antenne.getByText(/a dit non/)).toHaveCount(0)
  })

  expect(troubles).toEqual([])
  for (const page of [fatiha, desk]) await page.context().close()
  await app.stop()
})

/** A show, its coordination at a desk, the cards of two residents, and a story that is opened for one of them. */
async function openRadio(browser: Browser): Promise<{
  app: App
  desk: Page
  cards: { Fatiha: string; Denise: string }
}> {
  const app = await startApp()
  const desk = await newDevice(browser, app, { reducedMotion: 'reduce' })
  await openAsFounder(app, desk, 'Nadia')
  await desk.getByLabel('Nom de l’émission').fill('La voix du marché')
  await (await awake(desk.getByRole('button', { name: 'Ouvrir l’émission' }))).click()
  await expect(desk).toHaveURL(/\/regie\/parametres/)
  for (const name of ['Fatiha', 'Denise']) await addMember(desk, name)
  const { link: Fatiha } = await makeCard(desk, 'Fatiha')
  const { link: Denise } = await makeCard(desk, 'Denise')
  await desk.goto('/sujets/nouveau')
  await (await awake(desk.getByLabel('Votre idée en quelques mots'))).fill(title)
  await desk.getByText('Proposer à tous, ou pour quelqu’un d’autre').click()
  await desk.getByLabel('À qui est ce sujet ?').selectOption('Fatiha')
  for (const question of [2, 3]) {
    await (await awake(desk.getByRole('button', { name: 'Continuer' }))).click()
    await expect(desk.getByText(`Question ${question} sur 3.`)).toBeVisible()
  }
  await (await awake(desk.getByRole('button', { name: 'Ouvrir le sujet de Fatiha' }))).click()
  await expect(desk.getByText('Vous avez ouvert ce sujet pour Fatiha.')).toBeVisible()
  // A page that hears nothing while the radio is away.
  await desk.goto('/aide')
  return { app, desk, cards: { Fatiha, Denise } }
}

/** Nothing on the page as it stands is unreadable or too wide; then it is a phone again. */
async function clear(page: Page): Promise<void> {
  const size = phone.viewport ?? { width: 390, height: 844 }
  const text = await page.evaluate(() => document.documentElement.getAttribute('data-text'))
  expect(await faultsOf(page)).toEqual([])
  if (text) await page.evaluate((was) => document.documentElement.setAttribute('data-text', was), text)
  await page.setViewportSize(size)
}

/** Writes a paragraph at the end of the text. */
async function write(page: Page, words: string): Promise<void> {
  await theText(page).click()
  await page.keyboard.press('ControlOrMeta+End')
  if ((await theText(page).innerText()).trim() !== '') await page.keyboard.press('Enter')
  await page.keyboard.insertText(words)
  await expect(theText(page)).toContainText(words)
}

const take = (page: Page, number: number) => page.getByRole('region', { name: `Prise ${number}` })

async function nameOf(page: Page, number: number): Promise<string> {
  return (await take(page, number).locator('p').first().textContent()) ?? ''
}

async function record(page: Page): Promise<void> {
  await (await awake(page.getByRole('button', { name: 'Enregistrer', exact: true }))).tap()
  await say(page)
  await page.getByRole('button', { name: 'Garder cette prise' }).tap()
  await expect(page.getByRole('dialog')).toBeHidden()
}
