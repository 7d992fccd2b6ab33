import { type Browser, expect, type Page } from '@playwright/test'
import { faultsOf } from './access.ts'
import { lines } from './conducteur.ts'
import { awake, enterByCard, makeCard, newDevice, phone } from './door.ts'
import { answer, card, sayConsent } from './voices.ts'
import { type Example, test, watch } from './walk.ts'

const lemons = /Les citrons de la conserverie/

test('Fatiha’s neighbour says yes aloud, for the radio only', async ({
  browser,
  example,
  coordination: desk,
}) => {
  test.setTimeout(600_000)
  const fatiha = await enter(browser, example, 'Fatiha')
  const troubles = watch(fatiha)

  await test.step('before a story is handed in, she is asked who speaks in it', async () => {
    await open(fatiha, /nager/)
    await (await awake(fatiha.getByRole('button', { name: 'J’ai fini' }))).click()
    const reminder = fatiha.getByRole('dialog', { name: 'Avant d’envoyer' })
    // Nobody is known, or somebody whom another walk has named.
    await expect(reminder.getByText(/parle dans votre sujet/).first()).toBeVisible()
    await expect(reminder.getByRole('button', { name: 'Continuer quand même' })).toBeVisible()
    await reminder.getByRole('link', { name: 'Noter l’accord' }).click()
    const mine = fatiha.getByRole('group', { name: /Cochez ce qui vous va/ })
    await (await awake(mine.getByLabel('Radio'))).check()
    await fatiha.getByRole('button', { name: 'C’est moi qui parle' }).click()
    await expect(card(fatiha, 'Fatiha').getByText('Radio : oui')).toBeVisible()
    await expect(card(fatiha, 'Fatiha').getByText('Internet : pas encore demandé')).toBeVisible()
  })

  await test.step('the neighbour is named, and says it into the microphone', async () => {
    await open(fatiha, lemons)
    await (await awake(fatiha.getByRole('link', { name: 'Les accords' }))).click()
    await (await awake(fatiha.getByText('Quelqu’un d’autre parle'))).click()
    await fatiha.getByLabel('Son prénom').fill('Samira')
    await fatiha.getByRole('button', { name: 'Ajouter cette personne' }).click()
    await answer(fatiha, { 'Pour la radio': 'Oui', 'Pour internet': 'Non' })
    await fatiha.getByLabel('Dire oui').check()
    await expect(
      fatiha.getByText(
        'Je m’appelle Samira. Je suis d’accord pour que ma voix passe à la radio. Je ne suis pas d’accord pour que ma voix aille sur internet.',
      ),
    ).toBeVisible()
    await sayConsent(fatiha)
    expect(await faultsOf(fatiha)).toEqual([])
    await fatiha.getByRole('button', { name: 'Garder les réponses' }).click()
    const samira = card(fatiha, 'Samira')
    await expect(samira.getByText('Radio : oui')).toBeVisible()
    await expect(samira.getByText('Internet : non')).toBeVisible()
    await expect(samira.getByText('dit à voix haute').first()).toBeVisible()
    const proof =
      (await samira
        .getByRole('link', { name: /Écouter/ })
        .first()
        .getAttribute('href')) ?? ''
    const heard = await fatiha.request.get(proof)
    expect([heard.status(), heard.headers()['content-type']]).toEqual([200, 'audio/webm'])
    expect((await fetch(`${example.app.url}${proof}`)).status).toBe(404)
  })

  await test.step('without a finger, a name that is typed is a signature', async () => {
    await (
      await awake(card(fatiha, 'Samira').getByRole('link', { name: 'Noter la réponse de Samira' }))
    ).click()
    await answer(fatiha, { 'Pour les archives': 'Oui' })
    await fatiha.getByLabel('Toucher').focus()
    await fatiha.keyboard.press('ArrowDown')
    await fatiha.keyboard.press('ArrowDown')
    await expect(fatiha.getByRole('radio', { name: /^Signer/ })).toBeChecked()
    await fatiha.getByLabel('Ou tapez votre nom').focus()
    await fatiha.keyboard.type('Samira')
    await expect(fatiha.getByText('La signature est prête.')).toBeVisible()
    expect(await faultsOf(fatiha)).toEqual([])
    await fatiha.getByRole('button', { name: 'Garder les réponses' }).press('Enter')
    await expect(card(fatiha, 'Samira').getByText('signé').first()).toBeVisible()
    await expect(card(fatiha, 'Samira').getByText('Archives : oui')).toBeVisible()
  })

  await test.step('the coordination sees it in the conducteur and in the plan of both masters', async () => {
    await desk.goto('/regie')
    await (await awake(desk.getByRole('link', { name: 'Ouvrir le conducteur' }))).click()
    const line = lines(desk).filter({ hasText: '« Les citrons de la conserverie »' })
    await expect(line.getByText('Antenne seulement')).toBeVisible()
    await expect(line.getByText(/^(texte, )?(son, )?accords$/)).toBeVisible()
    await (await awake(desk.getByRole('link', { name: 'Accords', exact: true }))).click()
    await expect(desk.getByText('Samira')).toBeVisible()
    await (await awake(desk.getByRole('link', { name: 'Fabriquer' }))).click()
    const refused = /Les citrons de la conserverie.*une personne qui parle a dit non/
    await expect(card(desk, 'Pour le podcast').getByText(refused)).toContainText('À la place, une virgule')
    await expect(card(desk, 'Pour l’antenne').getByText(refused)).toHaveCount(0)
  })

  await test.step('she takes her voice back, thinks again, and was named by mistake after all', async () => {
    const samira = card(fatiha, 'Samira')
    await (await awake(samira.getByRole('button', { name: 'Retirer sa voix' }))).click()
    await fatiha.getByRole('dialog').getByRole('button', { name: 'Retirer sa voix' }).click()
    await expect(samira.getByText('Voix retirée', { exact: true })).toBeVisible()
    await desk.reload()
    await expect(card(desk, 'Pour l’antenne').getByText(/une personne qui parle a dit non/)).toHaveCount(1)
    await samira.getByRole('button', { name: 'Remettre sa voix' }).click()
    await expect(samira.getByText('Radio : oui')).toBeVisible()
    await samira.getByText('Changer, ou enlever de la liste').click()
    await samira.getByRole('button', { name: 'Cette personne ne parle pas ici' }).click()
    await expect(samira).toHaveCount(0)
    await desk.reload()
    await expect(desk.getByText(/une personne qui parle/)).toHaveCount(0)
  })
  expect(troubles).toEqual([])
  await fatiha.context().close()
})

async function open(page: Page, story: RegExp): Promise<void> {
  await page.goto('/sujets')
  await (await awake(page.getByRole('main').getByRole('link', { name: story }).first())).click()
  await expect(page.getByRole('textbox', { name: 'Texte du sujet' })).toBeVisible()
}

async function enter(browser: Browser, example: Example, name: string): Promise<Page> {
  const desk = await newDevice(browser, example.app, { storageState: example.cookies })
  const { link } = await makeCard(desk, name)
  await desk.context().close()
  const page = await newDevice(browser, example.app, {
    ...{ ...phone, reducedMotion: 'reduce', permissions: ['microphone'] },
  })
  await enterByCard(page, link, name)
  return page
}
