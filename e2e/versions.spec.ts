import { type Browser, expect, type Page } from '@playwright/test'
import { faultsOf, tabThrough } from './access.ts'
import { awake, enterByCard, makeCard, newDevice, phone } from './door.ts'
import { type Example, test, watch } from './walk.ts'

const title = /citrons/
const sentence = 'Et le soir, il ne reste que le parfum des zestes.'

test('a text is cut, the author sees it, takes her version back, and gives way again', async ({
  browser,
  example,
  coordination: desk,
}) => {
  const author = await fatihaOf(browser, example)
  const troubles = watch(author)
  const address = await openStory(author)

  await test.step('she writes a sentence more, and keeps the text under a name', async () => {
    await writeAtEnd(author, sentence)
    await author.getByRole('link', { name: 'Versions du texte' }).click()
    const name = await awake(author.getByLabel('Garder le texte de maintenant sous un nom'))
    await name.fill('Avec les zestes')
    await author.getByRole('button', { name: 'Garder cette version' }).click()
    await expect(author.getByText('C’est gardé sous ce nom.')).toBeVisible()
    await expect(author.getByRole('link', { name: /Avec les zestes/ })).toBeVisible()
  })

  await test.step('the coordination takes it out', async () => {
    await desk.goto(address)
    await removeLastLine(desk, sentence)
  })

  const list = `${address}/versions`
  await test.step('she is told, calmly, and sees what went', async () => {
    await expect(async () => {
      await author.goto(address)
      await expect(author.getByText(/Nadia a raccourci votre texte .* 11\smots de moins/)).toBeVisible({
        timeout: 5000,
      })
    }).toPass()
    await expect(author.getByText(/^Écrit par Fatiha, avec .*Nadia/)).toBeVisible()
    await author.getByRole('link', { name: 'Voir ce qui a changé' }).click()
    await expect(author.getByText(/11\smots en moins, 0\smot en plus/)).toBeVisible()
    await expect(author.locator('[data-change]')).toHaveCount(1)
    await expect(author.locator('del')).toContainText(sentence)
    await expect(author.getByText(/sans changement/)).toBeVisible()
    expect(await faultsOf(author)).toEqual([])
  })

  await test.step('by keyboard alone she takes her version back; the other page has it at once', async () => {
    await author.goto(list)
    expect(await faultsOf(author)).toEqual([])
    await author.getByRole('link', { name: /Avec les zestes/ }).click()
    await awake(author.getByRole('button', { name: 'Reprendre cette version' }))
    await tabThrough(author, 'Reprendre cette version')
    await author.keyboard.press('Enter')
    await expect(author).toHaveURL(address)
    await expect(desk.getByRole('textbox', { name: 'Texte du sujet' })).toContainText(sentence)
    await expect(author.getByText(/est de retour/)).toBeVisible()
  })

  await test.step('and undoes it, which is one more version', async () => {
    // The editor has one of its own above.
    await author.getByRole('button', { name: 'Annuler' }).last().click()
    await expect(desk.getByRole('textbox', { name: 'Texte du sujet' })).not.toContainText(sentence)
    await author.goto(list)
    await expect(author.getByRole('link', { name: /Avant que Fatiha reprenne/ }).first()).toBeVisible()
  })

  await test.step('« J’ai vu » puts the card away', async () => {
    await author.goto(address)
    await (await awake(author.getByRole('button', { name: 'J’ai vu' }))).click()
    await expect(author.getByRole('heading', { name: 'Ce qui a été coupé' })).toBeHidden()
    await author.reload()
    await expect(author.getByRole('link', { name: 'Versions du texte' })).toBeVisible()
    await expect(author.getByRole('heading', { name: 'Ce qui a été coupé' })).toBeHidden()
  })
  expect(troubles).toEqual([])
  await author.context().close()
})

test('a page is read aloud where there is a French voice, and a pace is measured', async ({
  browser,
  example,
}) => {
  const page = await newDevice(browser, example.app, { ...phone, storageState: example.cookies })
  const troubles = watch(page)

  await test.step('without a voice there is no button', async () => {
    await page.goto('/reglages/rythme')
    await awake(page.getByRole('button', { name: 'Je commence' }))
    await expect(page.getByRole('button', { name: 'Écouter cette page' })).toHaveCount(0)
  })

  await test.step('too quick a reading changes nothing, and says so', async () => {
    await page.getByRole('button', { name: 'Je commence' }).click()
    await expect(page.getByText('Ce matin, il a plu sur le marché.')).toBeVisible()
    await page.getByRole('button', { name: 'J’ai fini' }).click()
    await expect(page.getByText('C’était trop court pour mesurer.')).toBeVisible()
    await expect(page.getByText(/150 mots à la minute/)).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
  })

  await test.step('with a voice the page is read, sentence by sentence, figures as one says them', async () => {
    await page.addInitScript(giveVoice)
    await page.goto('/reglages/rythme')
    await (await awake(page.getByRole('button', { name: 'Écouter cette page' }))).click()
    await expect.poll(() => saidNext(page)).toContain('Mon rythme de lecture')
    await expect.poll(() => saidNext(page)).toMatch(/cent cinquante\s+mots à la minute/)
    await page.getByRole('button', { name: 'Pause' }).click()
    await expect(page.getByRole('button', { name: 'Reprendre' })).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
    await page.getByLabel('Vitesse').selectOption({ label: 'Lente' })
    await page.getByRole('button', { name: 'Reprendre' }).click()
    await page.getByRole('button', { name: 'Arrêter', exact: true }).click()
    await expect(page.getByRole('button', { name: 'Écouter cette page' })).toBeVisible()
  })
  expect(troubles).toEqual([])
  await page.context().close()
})

/** The device's own voices, which a browser without sound has not: this one ends a sentence when it is told to. */
function giveVoice() {
  const spoken: string[] = []
  const voices = {
    getVoices: () => [{ lang: 'fr-FR', localService: true, name: 'Essai', default: true, voiceURI: 'essai' }],
  }
  class Utterance extends EventTarget {
    text: string
    voice: unknown = null
    lang = ''
    rate = 1
    onend: (() => void) | null = null
    onerror: (() => void) | null = null
    constructor(text: string) {
      super()
      this.text = text
    }
  }
  const own = {
    ...voices,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    cancel: () => undefined,
    speak(utterance: Utterance) {
      spoken.push(utterance.text)
      Object.assign(window, { endSentence: () => utterance.onend?.() })
    },
  }
  Object.defineProperty(window, 'speechSynthesis', { value: own })
  Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance })
  Object.defineProperty(window, 'spokenHere', { value: spoken })
}

const said = (page: Page) =>
  page.evaluate(() => ('spokenHere' in window ? String(window.spokenHere) : 'no voice'))

/** Ends the sentence that is said. */
async function saidNext(page: Page): Promise<string> {
  await page.evaluate(() => {
    if ('endSentence' in window && typeof window.endSentence === 'function') window.endSentence()
  })
  return await said(page)
}

async function fatihaOf(browser: Browser, example: Example): Promise<Page> {
  const desk = await newDevice(browser, example.app, { storageState: example.cookies })
  const { link } = await makeCard(desk, 'Fatiha')
  await desk.context().close()
  const page = await newDevice(browser, example.app, { ...phone, reducedMotion: 'reduce' })
  await enterByCard(page, link, 'Fatiha')
  return page
}

async function openStory(page: Page): Promise<string> {
  await page.goto('/sujets')
  const link = page.getByRole('main').getByRole('link', { name: title }).first()
  const address = (await link.getAttribute('href')) ?? ''
  await page.goto(address)
  return new URL(page.url()).href
}

async function editorOf(page: Page) {
  const editor = page.getByRole('textbox', { name: 'Texte du sujet' })
  await editor.locator('> *').last().click()
  // The cursor is placed a moment after the touch.
  await page.waitForTimeout(300)
  await page.keyboard.press('End')
  return editor
}

async function writeAtEnd(page: Page, words: string) {
  const editor = await editorOf(page)
  await page.keyboard.press('Enter')
  await page.keyboard.type(words)
  await expect(editor).toContainText(words)
  await expect(page.getByText('C’est gardé. Vous pouvez fermer.')).toBeVisible()
}

async function removeLastLine(page: Page, words: string) {
  const editor = await editorOf(page)
  await editor.getByText(words).click({ clickCount: 3 })
  await page.waitForTimeout(300)
  await page.keyboard.press('Backspace')
  await expect(editor).not.toContainText(words)
  await expect(page.getByText('C’est gardé. Vous pouvez fermer.')).toBeVisible()
}
