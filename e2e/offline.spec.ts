import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { faultsOf } from './access.ts'
import { addMember, awake, enterByCard, makeCard, newDevice, openAsFounder } from './door.ts'
import { type App, startApp } from './server.ts'
import { makeSound } from './sounds.ts'
import { copiesOn, enterTunnel, leaveTunnel, newPhone, shelvesOn, untilCopied } from './tunnel.ts'

const everyday = ['/ma-bobine', '/sujets', '/sujets/nouveau', '/envois', '/recu']
const text = (page: Page) => page.getByRole('textbox', { name: 'Texte du sujet' })
const saving = (page: Page) => page.locator('.saving-bar [role=status]')

test('a phone in a tunnel: open, write, begin, come back; nothing is lost, and nothing is sent twice', async ({
  browser,
}) => {
  const { app, desk } = await openRadio(browser, ['Fatiha'])
  let phone = await newPhone(browser, app)
  await enterByCard(phone, (await makeCard(desk, 'Fatiha')).link, 'Fatiha')
  const story = await beginStory(phone, 'Le marché du samedi')
  await write(phone, 'On vient pour les légumes.')
  await expect(saving(phone)).toHaveAttribute('data-saving', 'kept')
  await untilCopied(phone, [...everyday, story])

  await test.step('in the tunnel the story opens and takes words, after the phone was restarted too', async () => {
    await enterTunnel(app, phone)
    await phone.reload()
    await expect(phone.getByText('Cette page est celle de votre dernière visite')).toBeVisible()
    await expect(text(phone)).toContainText('On vient pour les légumes.')
    await write(phone, ' On reste pour parler.')
    await expect(saving(phone)).toHaveAttribute('data-saving', 'offline')
    await expect(saving(phone)).toContainText('Tout est gardé sur')
    phone = await restart(phone)
    await phone.goto(story)
    await expect(text(phone)).toContainText('On vient pour les légumes. On reste pour parler.')
  })

  await test.step('two tabs of this phone agree without the radio', async () => {
    const second = await phone.context().newPage()
    await second.goto(story)
    await expect(text(second)).toContainText('On reste pour parler.')
    await write(second, ' Et pour le café.')
    await expect(text(phone)).toContainText('Et pour le café.')
    await second.close()
  })

  await test.step('her pages open, and say what waits', async () => {
    await phone.goto('/ma-bobine')
    await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Bonjour Fatiha')
    await expect(phone.getByRole('link', { name: '1 chose à envoyer' })).toBeVisible()
    await (await awake(phone.getByRole('link', { name: 'Sujets', exact: true }))).click()
    await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Mes sujets')
  })

  await test.step('a new story stays on the phone', async () => {
    await phone.goto('/sujets/nouveau')
    await (await awake(phone.getByLabel('Votre idée en quelques mots'))).fill('Le dernier bus')
    await phone.getByRole('button', { name: 'Continuer' }).click()
    await phone.getByLabel('Vos premiers mots').fill('Il passe à 19 h.\nAprès, on marche.')
    await expect(phone.getByText('Gardé sur cet appareil. Pas encore envoyé.')).toBeVisible()
    phone = await restart(phone)
    await phone.goto('/envois')
    await expect(phone.getByRole('heading', { level: 2 })).toHaveText([
      'Le dernier bus',
      'Le marché du samedi',
    ])
    await expect(phone.getByText('Gardé ici, pas encore envoyé')).toHaveCount(2)
    expect(await faultsOf(phone)).toEqual([])
  })

  await test.step('back in the daylight all of it is at the radio, once', async () => {
    await leaveTunnel(app, phone)
    await expect(phone.getByRole('heading', { name: 'Tout est envoyé' })).toBeVisible()
    await desk.goto(story)
    await expect(text(desk)).toHaveText('On vient pour les légumes. On reste pour parler. Et pour le café.')
    await desk.goto('/sujets')
    await expect(desk.getByRole('link', { name: 'Le dernier bus' })).toHaveCount(1)
    await (await awake(desk.getByRole('link', { name: 'Le dernier bus' }))).click()
    await expect(text(desk)).toContainText('Après, on marche.')
  })
  await end(app, phone, desk)
})

test('one phone, two people: no copy and no draft of the one ever reaches the other', async ({ browser }) => {
  const { app, desk } = await openRadio(browser, ['Fatiha', 'Denise'])
  const phone = await newPhone(browser, app)
  await enterByCard(phone, (await makeCard(desk, 'Fatiha')).link, 'Fatiha')
  await beginStory(phone, 'La pluie')
  await write(phone, 'Il a plu.')
  await expect(saving(phone)).toHaveAttribute('data-saving', 'kept')
  await phone.goto('/ma-bobine')
  await expect(phone.getByRole('link', { name: /à envoyer/ })).toHaveCount(0)
  const story = await beginStory(phone, 'Les citrons')
  await write(phone, 'Un secret')
  await expect(saving(phone)).toHaveAttribute('data-saving', 'kept')
  await untilCopied(phone, [...everyday, story])
  const hers = (await shelvesOn(phone)).caches.find((name) => name.startsWith('bobine-pages.')) ?? ''
  const herTexts = async () => {
    const mark = hers.replace('bobine-pages.', 'bobine.')
    return (await shelvesOn(phone)).databases.filter((name) => name.startsWith(mark))
  }

  await test.step('her session is revoked in mid-sentence: the words stay, under her name', async () => {
    await revoke(desk, 'Fatiha')
    // Until the door is shut, some seconds later, what she types is still taken and sent.
    await expect(saving(phone)).toContainText('Vous n’êtes plus connecté')
    await write(phone, ' de famille')
    await expect(saving(phone)).toContainText('reste sur')
    await phone.goto('/ma-bobine')
    await expect(phone).toHaveURL(/\/entrer/)
    await expect.poll(async () => (await shelvesOn(phone)).caches).not.toContain(hers)
  })

  await test.step('Denise finds nothing of hers, in a tunnel neither', async () => {
    await enterByCard(phone, (await makeCard(desk, 'Denise')).link, 'Denise')
    await untilCopied(phone, everyday)
    await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Bonjour Denise')
    await expect(phone.getByRole('link', { name: /à envoyer/ })).toHaveCount(0)
    const { caches, addresses } = await shelvesOn(phone)
    expect(caches.filter((name) => name.startsWith('bobine-pages.'))).not.toContain(hers)
    expect(addresses.filter((address) => /\/(uploads|ecouter|audio|api|masters)\//.test(address))).toEqual([])
    // All of the first text was sent, so it went; the words of the second were not.
    await expect.poll(herTexts).toEqual([expect.stringContaining(story.replace('/sujets/', ''))])
    await enterTunnel(app, phone)
    await phone.goto(story)
    await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Pas de réseau')
    await phone.goto('/envois')
    await expect(phone.getByRole('heading', { name: 'Tout est envoyé' })).toBeVisible()
    await leaveTunnel(app, phone)
  })

  await test.step('Denise leaves; Fatiha comes back, and her words go by themselves', async () => {
    await phone.goto('/ma-bobine')
    await (await awake(phone.getByRole('button', { name: 'Ce n’est pas moi' }))).click()
    await expect(phone.getByText('cet appareil n’est plus à vous')).toBeVisible()
    await expect.poll(() => copiesOn(phone)).toEqual([])
    expect(await herTexts()).toHaveLength(1)
    await enterByCard(phone, (await makeCard(desk, 'Fatiha')).link, 'Fatiha')
    await desk.goto(story)
    await expect(text(desk)).toHaveText('Un secret de famille')
  })
  await end(app, phone, desk)
})

test('a sound that another app hands over, in a tunnel, lands in the right story; a full phone says so', async ({
  browser,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'bobine-share-'))
  const [{ app, desk }, sound] = await Promise.all([
    openRadio(browser, ['Fatiha']),
    makeSound(folder, 'PTT-20261126-WA0003.opus', 4),
  ])
  const phone = await newPhone(browser, app)
  await enterByCard(phone, (await makeCard(desk, 'Fatiha')).link, 'Fatiha')
  const story = await beginStory(phone, 'Le banc de la place')
  await untilCopied(phone, [...everyday, story])
  // The page of a new story is copied before there is one: the list is of this visit.
  await phone.goto('/recu')

  await test.step('shared without network, it is kept, then placed', async () => {
    await enterTunnel(app, phone)
    await share(phone, sound.path)
    await expect(phone.getByRole('heading', { name: sound.name })).toBeVisible()
    expect(await faultsOf(phone)).toEqual([])
    await phone.setViewportSize({ width: 390, height: 844 })
    await (await awake(phone.getByRole('radio', { name: /Le banc de la place/ }))).check()
    await phone.getByRole('button', { name: 'Envoyer ce son' }).click()
    await expect(phone.getByText('Le son part tout seul')).toBeVisible()
    await expect(phone.getByRole('link', { name: '1 chose à envoyer' })).toBeVisible()
  })

  await test.step('it leaves when the network is back', async () => {
    await leaveTunnel(app, phone)
    await phone.goto('/envois')
    await expect(phone.getByRole('heading', { name: 'Tout est envoyé' })).toBeVisible()
    await phone.goto(story)
    await expect(phone.getByRole('heading', { name: /PTT-20261126-WA0003/ })).toHaveCount(1)
  })

  await test.step('a phone without room does not say that it keeps the words', async () => {
    const storage = await phone.context().newCDPSession(phone)
    await storage.send('Storage.overrideQuotaForOrigin', { origin: app.url, quotaSize: 1000 })
    await enterTunnel(app, phone)
    // The browser goes by the room that it last counted for half a minute.
    await expect(async () => {
      await write(phone, 'Encore une phrase. ')
      expect(await saving(phone).textContent()).toContain('n’a plus de place')
    }).toPass()
    await expect(saving(phone)).not.toContainText('Tout est gardé')
    await storage.send('Storage.overrideQuotaForOrigin', { origin: app.url })
    await expect(saving(phone)).toContainText('Tout est gardé sur')
    await leaveTunnel(app, phone)
    await expect(saving(phone)).toHaveAttribute('data-saving', 'kept')
  })
  await end(app, phone, desk)
  await rm(folder, { recursive: true })
})

/** A radio with its coordination at a desk, and these residents. */
async function openRadio(browser: Browser, names: readonly string[]): Promise<{ app: App; desk: Page }> {
  const app = await startApp()
  const desk = await newDevice(browser, app)
  await openAsFounder(app, desk, 'Nadia')
  for (const name of names) await addMember(desk, name)
  return { app, desk }
}

async function end(app: App, ...pages: Page[]): Promise<void> {
  for (const page of pages) await page.context().close()
  await app.stop()
}

/** Ends with the story's page open; its path. */
async function beginStory(page: Page, title: string): Promise<string> {
  await page.goto(`/sujets/nouveau?${new URLSearchParams({ titre: title, etape: '3' })}`)
  await (await awake(page.getByRole('button', { name: 'Ouvrir mon sujet' }))).click()
  await expect(page).toHaveURL(/\/sujets\/[0-9a-f-]{36}$/)
  return new URL(page.url()).pathname
}

async function write(page: Page, words: string): Promise<void> {
  await text(page).click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.insertText(words)
  await expect(text(page)).toContainText(words.trim())
}

/** All pages are gone, as after the phone was switched off; its shelves stay. */
async function restart(page: Page): Promise<Page> {
  const context = page.context()
  for (const one of context.pages()) await one.close()
  return await context.newPage()
}

async function revoke(desk: Page, name: string): Promise<void> {
  await desk.goto('/regie/personnes')
  await (await awake(desk.getByRole('link', { name, exact: true }))).click()
  await (await awake(desk.getByRole('button', { name: 'Déconnecter' }))).click()
}

/** What the telephone does when one chooses La Bobine under « Partager »: a POST that opens a page. */
async function share(page: Page, path: string): Promise<void> {
  await page.evaluate(() => {
    const form = document.createElement('form')
    Object.assign(form, { method: 'post', action: '/recu', enctype: 'multipart/form-data', id: 'partage' })
    const file = Object.assign(document.createElement('input'), { type: 'file', name: 'sons' })
    form.append(file)
    document.body.append(form)
  })
  await page.locator('#partage input').setInputFiles(path)
  await page.evaluate(() => {
    const form = document.querySelector('#partage')
    if (form instanceof HTMLFormElement) form.submit()
  })
}
