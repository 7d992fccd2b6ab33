import { expect, type Page, test } from '@playwright/test'
import { shows } from '#lib/db/schema.ts'
import type { Actor } from '#lib/people/can.ts'
import { makeCard } from '#lib/people/members.server.ts'
import { addNote } from '#lib/story/notes.server.ts'
import { member } from '#tests/story/people.ts'
import { faultsOf } from './access.ts'
import { awake, newDevice } from './door.ts'
import { fill, isFocused, press, reach, unseenStops } from './keyboard.ts'
import { withDatabase } from './on-air.ts'
import { type App, startApp } from './server.ts'
import { watch } from './walk.ts'

const theText = (page: Page) => page.getByRole('textbox', { name: 'Texte du sujet' })
const tools = (page: Page) => page.getByRole('toolbar', { name: 'Mise en forme' })
const own = 'Personne ne s’y assoit.'

test('a resident without a pointer: from her card to « J’ai fini »', async ({ browser }) => {
  const app = await startApp()
  const { card, denise } = await openRadio(app)
  const page = await newDevice(browser, app, { reducedMotion: 'reduce' })
  const troubles = watch(page)
  // What only a pointer could do is not done here.
  await page.addInitScript(() => {
    const refuse = () => {
      throw new Error('A pointer in a walk by keyboard')
    }
    for (const kind of ['pointerdown', 'mousedown', 'touchstart']) addEventListener(kind, refuse, true)
  })

  await test.step('her card lets her in', async () => {
    await page.goto(card)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bonjour Fatiha')
    await expect(page.getByRole('button', { name: 'Entrer' })).toBeEnabled()
    await press(page, 'Entrer')
    await expect(page.getByRole('link', { name: 'Proposer un sujet' })).toBeVisible()
  })

  await test.step('three questions, answered in writing', async () => {
    await awake(page.getByRole('link', { name: 'Proposer un sujet' }))
    await press(page, 'Proposer un sujet')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('De quoi voulez-vous parler ?')
    await awake(page.getByRole('button', { name: 'Écrire' }))
    await press(page, 'Écrire')
    await expect(page.getByLabel('Votre idée en quelques mots')).toBeFocused()
    await page.keyboard.type('Le banc de la gare')
    await press(page, 'Continuer')
    await expect(page.getByText('Question 2 sur 3.')).toBeVisible()
    await awake(page.getByRole('button', { name: 'Choisir' }))
    await press(page, 'Choisir', 'Space')
    await page.keyboard.press('Space')
    await expect(page.getByRole('radio', { name: /^Un papier|^Un/ }).first()).toBeChecked()
    await press(page, 'Continuer')
    await expect(page.getByText('Question 3 sur 3.')).toBeVisible()
    await awake(page.getByRole('button', { name: 'Ouvrir mon sujet' }))
    await fill(page, /^Vos premiers mots/, `Il y a un banc. ${own}`)
    await press(page, 'Ouvrir mon sujet')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Le banc de la gare')
    await expect(theText(page)).toContainText(own)
    await kept(page)
  })
  const story = new URL(page.url()).pathname

  await test.step('she writes, with the tools: bold, a question, and back', async () => {
    await reach(page, 'Texte du sujet')
    await page.keyboard.press('ControlOrMeta+End')
    await page.keyboard.press('Enter')
    await tool(page, 'Gras')
    await page.keyboard.type('Depuis dix ans')
    await tool(page, 'Gras')
    await page.keyboard.type(', il attend.')
    await expect(theText(page).locator('strong')).toHaveText('Depuis dix ans')
    await page.keyboard.press('Enter')
    await tool(page, /^Ce passage est/)
    await expect(page.getByRole('dialog', { name: 'Ce passage est…' })).toBeVisible()
    await press(page, /^Question/)
    await page.keyboard.type('Qui l’a posé là ?')
    const question = theText(page).locator('[data-block="question"]').filter({ hasText: 'Qui l’a posé là' })
    await expect(question).toBeVisible()
    for (let times = 0; times < 5 && (await question.count()) > 0; times++) await tool(page, 'Annuler')
    await expect(question).toHaveCount(0)
    await expect(theText(page)).toContainText('Depuis dix ans, il attend.')
    await kept(page)
    // In by Tab, out by Tab, and back in: the text holds nobody.
    await page.keyboard.press('Tab')
    await expect(theText(page)).not.toBeFocused()
    await reach(page, 'Texte du sujet', 'Shift+Tab')
    await page.keyboard.press('Shift+Tab')
    await expect(theText(page)).not.toBeFocused()
    await clear(page)
  })

  await test.step('she asks Denise for a hand', async () => {
    await press(page, 'Me faire aider pour ce sujet')
    await fill(page, /^À qui/, 'Den')
    await press(page, 'Demander')
    await expect(page.getByText(/^C’est partagé avec Denise/)).toBeVisible()
  })

  await test.step('Denise proposes other words; she keeps her own', async () => {
    await proposeBeside(app, denise, story, own, 'On ne s’y assoit plus.')
    await expect(page.getByText('Denise propose un changement.')).toBeVisible()
    await awake(page.getByRole('button', { name: 'Garder le mien' }))
    await press(page, 'Voir dans le texte')
    await expect(theText(page)).toBeFocused()
    await press(page, 'Garder le mien')
    await expect(page.getByRole('button', { name: 'Garder le mien' })).toHaveCount(0)
    await expect(theText(page)).toContainText(own)
  })

  await test.step('she looks at the versions, and keeps one under a name', async () => {
    await press(page, 'Versions du texte')
    await awake(page.getByRole('button', { name: 'Garder cette version' }))
    await fill(page, /^Garder le texte de maintenant sous un nom/, 'Le banc, d’abord')
    await press(page, 'Garder cette version')
    await expect(page.getByText('C’est gardé sous ce nom.')).toBeVisible()
    await press(page, /Le banc, d’abord/)
    await expect(page.getByText('Rien n’a changé entre ces deux textes.')).toBeVisible()
    await press(page, 'Lire cette version en entier')
    await expect(page.getByRole('main')).toContainText(own)
    await press(page, 'Versions du texte')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Versions du texte')
    await toStory(page)
  })

  await test.step('she rehearses in the prompter', async () => {
    await press(page, 'Répéter en grand')
    await awake(page.getByRole('button', { name: 'Démarrer' }))
    await press(page, 'Démarrer')
    await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: 'Démarrer' })).toBeVisible()
    await toStory(page, 'Le sujet')
  })

  await test.step('she says it twice, and chooses the first', async () => {
    await press(page, 'Enregistrer en lisant')
    await awake(page.getByRole('radio', { name: /^Tout d’une traite/ }))
    await reach(page, /^Passage par passage/)
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('radio', { name: /^Tout d’une traite/ })).toBeChecked()
    for (const number of [1, 2]) {
      await say(page)
      await expect(take(page, number).getByText('Choisie')).toBeVisible()
    }
    await press(page, 'L’autre prise')
    await press(page, 'Choisir cette prise : Prise 1')
    await expect(take(page, 1).getByText('Choisie')).toBeVisible()
    await clear(page)
  })

  await test.step('whose voice it is, and what a neighbour says yes to', async () => {
    await toStory(page)
    await press(page, 'Les accords')
    await awake(page.getByRole('button', { name: 'C’est moi qui parle' }))
    await reach(page, /^Radio/)
    await page.keyboard.press('Space')
    await press(page, 'C’est moi qui parle')
    await expect(page.getByText('Radio : oui')).toBeVisible()
    await press(page, 'Quelqu’un d’autre parle')
    await fill(page, /^Son prénom/, 'Samira')
    await press(page, 'Ajouter cette personne')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Samira répond')
    await awake(page.getByRole('button', { name: 'Garder les réponses' }))
    const radio = page.getByRole('group', { name: 'Pour la radio' })
    await reach(page, 'Oui')
    await page.keyboard.press('Space')
    await expect(radio.getByLabel('Oui')).toBeChecked()
    await reach(page, 'Oui')
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('group', { name: 'Pour internet' }).getByLabel('Non')).toBeChecked()
    await press(page, 'Garder les réponses')
    await expect(page.getByText('Internet : non')).toBeVisible()
    await clear(page)
  })

  await test.step('she prints it', async () => {
    await toStory(page)
    await press(page, 'Imprimer')
    await awake(page.getByRole('button', { name: 'Imprimer' }))
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', '')
    })
    await press(page, 'Imprimer')
    await expect(page.locator('body')).toHaveAttribute('data-printed', '')
    await toStory(page, 'Le sujet')
  })

  await test.step('she hands it in', async () => {
    await awake(page.getByRole('button', { name: 'J’ai fini' }))
    await press(page, 'J’ai fini')
    const reminder = page.getByRole('dialog', { name: 'Avant d’envoyer' })
    await expect(reminder).toBeVisible()
    await press(page, 'Continuer quand même')
    await expect(page.getByText(/^C’est envoyé/)).toBeVisible()
  })

  expect(troubles).toEqual([])
  await page.context().close()
  await app.stop()
})

const take = (page: Page, number: number) => page.getByRole('region', { name: `Prise ${number}` })

/** Back to the story, by the link above the title of a page that belongs to it. */
async function toStory(page: Page, link = 'Le banc de la gare') {
  await press(page, link)
  await expect(theText(page)).toBeVisible()
}

async function kept(page: Page) {
  await expect(page.getByText('C’est gardé. Vous pouvez fermer.')).toBeVisible()
}

/** On the page as it stands nothing is unreadable, and on a small window no stop of Tab lies under a bar. */
async function clear(page: Page) {
  expect(await faultsOf(page)).toEqual([])
  const size = page.viewportSize() ?? { width: 1280, height: 800 }
  await page.setViewportSize({ width: 390, height: 660 })
  expect(await unseenStops(page)).toEqual([])
  await page.setViewportSize(size)
}

/** From the text back to its tools, along them by arrows, and a press. */
async function tool(page: Page, name: string | RegExp) {
  await expect(theText(page)).toBeFocused()
  await reach(page, /./, 'Shift+Tab')
  const wanted = tools(page).getByRole('button', { name })
  await page.keyboard.press('Home')
  for (let step = 0; step < 12 && !(await isFocused(wanted)); step++) await page.keyboard.press('ArrowRight')
  await expect(wanted).toBeFocused()
  await page.keyboard.press('Enter')
  // The focus goes back into the text, or into what has opened.
  await expect(wanted).not.toBeFocused()
}

/** A take of two seconds into the fake microphone. */
async function say(page: Page) {
  await press(page, 'Enregistrer')
  await awake(page.getByRole('button', { name: 'Commencer', exact: true }))
  await press(page, 'Commencer')
  await expect(page.getByRole('button', { name: 'Commencer tout de suite' })).toBeVisible()
  await press(page, 'Commencer tout de suite')
  await expect(page.getByText('Ça enregistre')).toBeVisible()
  await expect(page.getByRole('timer')).toHaveText('0:02')
  await press(page, 'J’ai fini de parler')
  await expect(page.getByRole('button', { name: 'Garder cette prise' })).toBeVisible()
  await press(page, 'Garder cette prise')
  await expect(page.getByRole('dialog')).toBeHidden()
}

/** A show, its coordination, Denise who helps, and the address that is on Fatiha's card. */
async function openRadio(app: App): Promise<{ card: string; denise: Actor }> {
  return await withDatabase(app, async (db) => {
    await db.insert(shows).values({ name: 'La voix du marché', slotWeekday: 5, slotTime: '18:00' })
    const nadia = await member(db, 'Nadia', 'coordination')
    const denise = await member(db, 'Denise')
    const fatiha = await member(db, 'Fatiha')
    const { token } = await makeCard(db, nadia, fatiha.memberId)
    return { card: `${app.url}/c/${token}`, denise }
  })
}

/** What Denise does on her own page, which is walked through elsewhere. */
async function proposeBeside(app: App, denise: Actor, story: string, quote: string, proposed: string) {
  const place = { line: 0, from: 0, to: quote.length, quote }
  await withDatabase(app, (db) =>
    addNote(db, denise, story.split('/').at(-1) ?? '', { body: '', proposed, place }),
  )
}
