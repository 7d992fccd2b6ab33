import { type Browser, expect, type Page, test } from '@playwright/test'
import { faultsOf, tabThrough } from './access.ts'
import { addMember, awake, enterByCard, makeCard, newDevice, openAsFounder, phone } from './door.ts'
import { type App, startApp } from './server.ts'
import { watch } from './walk.ts'

const calm = { reducedMotion: 'reduce' } as const

test('a story begins: spoken, by keyboard, without script, for a friend, for whoever wants it', async ({
  browser,
}) => {
  const app = await startApp()
  const desk = await newDevice(browser, app)
  const troubles = watch(desk)
  await openAsFounder(app, desk, 'Nadia')
  await desk.getByLabel('Nom de l’émission').fill('La voix du marché')
  await (await awake(desk.getByRole('button', { name: 'Ouvrir l’émission' }))).click()
  await expect(desk).toHaveURL(/\/regie\/parametres/)
  const fatiha = await join(browser, app, desk, 'Fatiha')
  const denise = await join(browser, app, desk, 'Denise')
  for (const page of [fatiha, denise]) watch(page, troubles)

  await test.step('three questions on a phone; the last one is spoken', async () => {
    await (await awake(fatiha.getByRole('link', { name: 'Proposer un sujet' }))).click()
    await expect(fatiha.getByRole('heading', { level: 1 })).toHaveText('De quoi voulez-vous parler ?')
    await next(fatiha)
    await expect(fatiha.getByText('Écrivez quelques mots, ou touchez « Parler ».')).toBeVisible()
    await fatiha.getByLabel('Votre idée en quelques mots').fill('Le bus de nuit')
    await next(fatiha)
    await expect(fatiha.getByRole('heading', { level: 1 })).toHaveText('Comment voulez-vous le raconter ?')
    await fatiha.getByRole('link', { name: 'Voir un exemple : une interview' }).click()
    await expect(fatiha.getByText('Zohra, qui vous a appris à broder ?')).toBeVisible()
    await fatiha.getByRole('link', { name: 'Raconter comme cela' }).click()
    await expect(fatiha.getByRole('heading', { level: 1 })).toHaveText('Quels sont les premiers mots ?')
    await speak(fatiha)
    // A battery that dies, a page that is closed: what was said and typed is found again.
    await fatiha.getByLabel('Vos premiers mots').fill('Qui prend le dernier bus ?')
    await fatiha.goto('/sujets/nouveau')
    await (await awake(fatiha.getByRole('link', { name: 'Le reprendre' }))).click()
    await expect(fatiha.getByText('Gardé sur cet appareil.')).toBeVisible()
    await expect(fatiha.getByLabel('Vos premiers mots')).toHaveValue('Qui prend le dernier bus ?')
    await (await awake(fatiha.getByRole('button', { name: 'Ouvrir mon sujet' }))).click()
    await expect(fatiha.getByRole('heading', { level: 1 })).toHaveText('Le bus de nuit')
    await expect(fatiha.getByRole('textbox', { name: 'Texte du sujet' })).toContainText('dernier bus')
    await expect(fatiha.getByRole('link', { name: 'Une interview : voir un exemple' })).toBeVisible()
    await expect(fatiha.getByRole('heading', { name: /^Mes premiers mots du/ })).toBeVisible()
    // Whoever goes back to the questions finds the story that they opened.
    await fatiha.goBack()
    await expect(fatiha.getByRole('heading', { level: 1 })).toHaveText('Le bus de nuit')
    await fatiha.goto('/ma-bobine')
    await expect(fatiha.getByText('Le bus de nuit')).toHaveCount(1)
    await (await awake(fatiha.getByRole('link', { name: 'Continuer' }))).click()
  })

  await test.step('she asks for a hand, and Denise finds it on her first page', async () => {
    await (await awake(fatiha.locator('summary').filter({ hasText: 'Me faire aider pour ce sujet' }))).click()
    await (await awake(fatiha.getByLabel('À qui ?'))).selectOption('Denise')
    await fatiha.getByRole('button', { name: 'Demander', exact: true }).click()
    await expect(fatiha.getByText(/^C’est partagé avec Denise/)).toBeVisible()
    await denise.goto('/ma-bobine')
    await expect(denise.getByRole('heading', { name: 'Le sujet de Fatiha : Le bus de nuit' })).toBeVisible()
  })

  await test.step('the keyboard alone begins a story for Fatiha', async () => {
    await denise.goto('/sujets/nouveau')
    await press(denise, 'Proposer à tous, ou pour quelqu’un d’autre')
    await denise.getByLabel('À qui est ce sujet ?').focus()
    await denise.keyboard.type('Fat')
    await denise.keyboard.press('Tab')
    await denise.getByLabel('Votre idée en quelques mots').focus()
    await denise.keyboard.type('Le marché à six heures')
    await denise.keyboard.press('Enter')
    await press(denise, 'Choisir')
    await denise.keyboard.press('ArrowDown')
    await expect(denise.getByLabel(/^Une interview/)).toBeChecked()
    await press(denise, 'Continuer')
    await press(denise, 'Ouvrir le sujet de Fatiha')
    await expect(denise.getByText('Vous avez ouvert ce sujet pour Fatiha.')).toBeVisible()
    await fatiha.goto('/ma-bobine')
    const card = 'Votre sujet : Le marché à six heures'
    await expect(fatiha.getByRole('heading', { name: card })).toBeVisible()
    await expect(fatiha.getByText('Denise l’a ouvert avec vous.')).toBeVisible()
  })

  await test.step('without script an idea is offered to all', async () => {
    const cookies = await denise.context().storageState()
    const plain = await newDevice(browser, app, { storageState: cookies, javaScriptEnabled: false })
    await plain.goto('/sujets/nouveau')
    await expect(plain.getByRole('button', { name: 'Parler' })).toBeHidden()
    await plain.getByLabel('Votre idée en quelques mots').fill('Compter les bancs')
    await plain.getByText('Proposer à tous, ou pour quelqu’un d’autre').click()
    await plain.getByLabel('Je propose, quelqu’un d’autre peut le prendre').check()
    await next(plain)
    await plain.getByLabel(/^Un micro-trottoir/).check()
    await next(plain)
    await plain.getByLabel('Vos premiers mots').fill('Où vous asseyez-vous ?')
    await plain.getByRole('button', { name: 'Proposer mon idée' }).click()
    await expect(plain.getByRole('heading', { level: 1 })).toHaveText('Compter les bancs')
    await expect(plain.getByText('Où vous asseyez-vous ?')).toBeVisible()
    await plain.context().close()
  })

  await test.step('Fatiha takes it, and gives it back', async () => {
    await fatiha.goto('/sujets')
    await (await awake(fatiha.getByRole('button', { name: /^Je le prends/ }))).click()
    await expect(fatiha.getByText('« Compter les bancs » est à vous.')).toBeVisible()
    await expect(fatiha.getByText('Une idée de Denise.')).toBeVisible()
    await fatiha.getByRole('button', { name: 'Annuler' }).last().click()
    await expect(fatiha).toHaveURL(/\/sujets$/)
    await expect(fatiha.getByRole('button', { name: /^Je le prends/ })).toBeVisible()
  })

  await test.step('it is printed, and every new page is clear and fits', async () => {
    await fatiha.goto('/ma-bobine')
    const story = await fatiha.getByRole('link', { name: 'Le bus de nuit' }).getAttribute('href')
    const pdf = await fatiha.request.get(`/api/stories/${story?.split('/').at(-1)}/texte.pdf`)
    expect([pdf.status(), pdf.headers()['content-type']]).toEqual([200, 'application/pdf'])
    const faults: string[] = []
    for (const path of [
      '/ma-bobine',
      '/sujets/nouveau',
      '/sujets/nouveau?titre=Le+bus&etape=2',
      '/sujets/nouveau?titre=Le+bus&forme=brief&etape=3',
      '/sujets/exemples/report',
      `${story}/imprimer`,
      `${story}/imprimer/interview`,
    ]) {
      await fatiha.goto(path)
      faults.push(...(await faultsOf(fatiha)))
    }
    expect(faults).toEqual([])
  })

  expect(troubles).toEqual([])
  for (const page of [fatiha, denise, desk]) await page.context().close()
  await app.stop()
})

const next = async (page: Page) => page.getByRole('button', { name: 'Continuer' }).click()

/** Goes to a button by Tab alone, from the top of the page, and presses it. */
async function press(page: Page, name: string) {
  await awake(
    page
      .getByText(name, { exact: true })
      .first()
      .locator('xpath=ancestor-or-self::*[self::button or self::summary]'),
  )
  await tabThrough(page, name)
  await page.keyboard.press('Enter')
}

/** A new member with their card on a device of their own, a phone for Fatiha. */
async function join(browser: Browser, app: App, desk: Page, name: string): Promise<Page> {
  await addMember(desk, name)
  const { link } = await makeCard(desk, name)
  const page = await newDevice(browser, app, { ...calm, ...(name === 'Fatiha' ? phone : {}) })
  await enterByCard(page, link, name)
  return page
}

/** Says something to the fake microphone, and keeps it. */
async function speak(page: Page) {
  await (await awake(page.getByRole('button', { name: 'Parler' }))).click()
  await expect(page.getByText('Ça enregistre')).toBeVisible()
  await expect(page.getByRole('timer')).toHaveText('0:02')
  const take = page.getByRole('region', { name: 'Enregistrement' })
  await take.getByRole('button', { name: 'J’ai fini' }).click()
  await page.getByRole('button', { name: 'Garder cette prise' }).click()
  await expect(page.getByText('Gardé sur cet appareil.')).toBeVisible()
}
