import { expect, type Page, test } from '@playwright/test'
import { wordPage } from '#tests/story/pasted-samples.ts'
import { faultsOf } from './access.ts'
import { enterByCard, newDevice, openAsFounder, phone } from './door.ts'
import { startApp } from './server.ts'
import { watch } from './walk.ts'
import { shareStory } from './writing.ts'

const textOf = (page: Page) => page.getByRole('textbox', { name: 'Texte du sujet' })
const tool = (page: Page, name: string | RegExp) =>
  page.getByRole('toolbar', { name: 'Mise en forme' }).getByRole('button', { name, exact: true })

test('two people write one text: blocks, a sound, a paste, a search, small corrections', async ({
  browser,
}) => {
  const app = await startApp()
  const nadia = await newDevice(browser, app, { reducedMotion: 'reduce' })
  const yamina = await newDevice(browser, app, phone)
  const troubles = watch(nadia)
  watch(yamina, troubles)
  await openAsFounder(app, nadia, 'Nadia')
  const { path, door } = await shareStory(app, 'Yamina', 'Une brodeuse')
  await enterByCard(yamina, door, 'Yamina')
  for (const page of [nadia, yamina]) {
    await page.goto(path)
    await expect(textOf(page)).toBeVisible()
  }
  await expect(nadia.getByText('Yamina est aussi dans ce texte.')).toBeVisible()

  await test.step('with the keyboard only: a question, its answer, and back to text', async () => {
    await startAtEnd(nadia)
    await nadia.keyboard.press('Alt+F10')
    await expect(tool(nadia, /^Ce passage est/)).toBeFocused()
    await nadia.keyboard.press('Enter')
    const choice = nadia
      .getByRole('dialog', { name: 'Ce passage est…' })
      .getByRole('button', { name: /^Question/ })
    await choice.focus()
    await nadia.keyboard.press('Enter')
    await expect(tool(nadia, /^Ce passage est\s: Question$/)).toBeVisible()
    await expect(textOf(nadia)).toBeFocused()
    await nadia.keyboard.type("Et l'aiguille?")
    await nadia.keyboard.press('Enter')
    await nadia.keyboard.type('Elle vient de Fès.')
    await expect(textOf(yamina).locator('[data-block="question"]').last()).toContainText("Et l'aiguille?")
    await expect(textOf(yamina).locator('p').filter({ hasText: 'Elle vient de Fès.' })).toBeVisible()
    // Tab goes on from the text, it does not stay in it.
    await nadia.keyboard.press('Tab')
    await expect(textOf(nadia)).not.toBeFocused()
  })

  await test.step('a sound from a place to a place, in the text, its length and the prompter', async () => {
    await startAtEnd(nadia)
    await nadia.keyboard.press('Enter')
    await tool(nadia, 'Son').click()
    const dialog = nadia.getByRole('dialog', { name: 'Un son passe ici' })
    await dialog.getByRole('combobox', { name: /^Lequel/ }).selectOption({ label: 'Le fil de Zohra' })
    await dialog.getByLabel('Début').fill('0:10')
    await dialog.getByLabel('Fin', { exact: true }).fill('5')
    await dialog.getByRole('button', { name: 'Placer le son' }).click()
    await expect(dialog.getByText('La fin est avant le début.')).toBeVisible()
    await dialog.getByLabel('Fin', { exact: true }).fill('52 s')
    await dialog.getByLabel('Nom du son').fill('Le fil')
    await dialog.getByLabel('Les derniers mots').fill('et voilà')
    await expect(dialog.getByText(/Le son dure 42\ssecondes/)).toBeVisible()
    await dialog.getByRole('button', { name: 'Placer le son' }).click()
    const cue = /Le fil, 0:42, «\s… et voilà\s»/
    await expect(textOf(yamina).getByText(cue)).toBeVisible()
    await expect(nadia.getByText(/45\ssecondes de son|40\ssecondes de son/)).toBeVisible()
    await expect(nadia.getByText(/Au conducteur\s: 7\sminutes\./)).toBeVisible()
    await kept(nadia)
    await nadia.goto(`${nadia.url()}/prompteur`)
    await expect(nadia.getByText(cue)).toBeVisible()
    await nadia.goBack()
    await expect(textOf(nadia)).toBeVisible()
  })

  await test.step('a page of Word comes clean, and goes at once', async () => {
    await startAtEnd(nadia)
    const before = await textOf(nadia).innerText()
    await pasted(nadia, wordPage)
    await expect(textOf(nadia).getByRole('listitem').filter({ hasText: 'Le sucre' })).toBeVisible()
    await expect(
      nadia.getByText(/On a laissé de côté\s: 1 image et les couleurs et les polices\./),
    ).toBeVisible()
    await tool(nadia, 'Annuler').click()
    await expect.poll(() => textOf(nadia).innerText()).toBe(before)
  })

  await test.step('words are found without their accents, replaced, and all come back at once', async () => {
    await textOf(nadia).press('Control+f')
    const search = nadia.getByRole('search')
    await search.getByLabel('Chercher').fill('FES')
    await expect(search.getByRole('status')).toHaveText(/^\d+ sur \d+$/)
    const count = Number(/sur (\d+)/.exec(await search.getByRole('status').innerText())?.[1])
    await nadia.keyboard.press('Enter')
    await search.getByText('Remplacer, préciser').click()
    await search.getByLabel('Mot entier').check()
    await search.getByLabel('Remplacer par').fill('Meknès')
    await search.getByRole('button', { name: 'Tout remplacer' }).click()
    await expect(search.getByRole('status')).toHaveText(/remplacé/)
    await expect(textOf(yamina)).toContainText('Elle vient de Meknès.')
    await search.getByRole('button', { name: 'Fermer' }).click()
    await tool(nadia, 'Annuler').click()
    await expect(textOf(yamina)).not.toContainText('Meknès')
    expect(count).toBeGreaterThan(0)
  })

  await test.step('small corrections are seen, taken, and taken back', async () => {
    await tool(nadia, 'Plus').click()
    await nadia.getByRole('button', { name: /\d petites? corrections?/ }).click()
    const dialog = nadia.getByRole('dialog', { name: 'Petites corrections' })
    await dialog.getByRole('button', { name: 'Tout corriger' }).click()
    await expect(dialog.getByText('C’est corrigé.')).toBeVisible()
    await expect(textOf(yamina)).toContainText('Et l’aiguille\u00a0?')
    await dialog.getByRole('button', { name: 'Annuler la dernière' }).click()
    await expect(textOf(yamina)).toContainText("Et l'aiguille?")
    await dialog.getByRole('button', { name: 'Tout corriger' }).click()
    await expect(textOf(yamina)).toContainText('Et l’aiguille\u00a0?')
    await dialog.getByRole('button', { name: 'Fermer' }).click()
  })

  await test.step('what opens is as clear as the page, and fits at 200 %', async () => {
    expect(await faultsOf(nadia)).toEqual([])
    await tool(nadia, /^Ce passage est/).click()
    await expect(nadia.getByRole('dialog', { name: 'Ce passage est…' })).toBeVisible()
    expect(await faultsOf(nadia)).toEqual([])
    await nadia.keyboard.press('Escape')
    await tool(nadia, 'Son').click()
    await expect(nadia.getByRole('dialog', { name: 'Un son passe ici' })).toBeVisible()
    expect(await faultsOf(nadia)).toEqual([])
    await nadia.keyboard.press('Escape')
    await textOf(nadia).press('Control+f')
    await expect(nadia.getByRole('search')).toBeVisible()
    expect(await faultsOf(nadia)).toEqual([])
  })

  await test.step('on a phone whose keyboard is open the tools stay above the words', async () => {
    await yamina.setViewportSize({ width: 390, height: 450 })
    await startAtEnd(yamina)
    await yamina.keyboard.type(' Merci.')
    await expect(textOf(nadia)).toContainText('Merci.')
    for (const one of ['Annuler', 'Plus']) await expect(tool(yamina, one)).toBeInViewport({ ratio: 0.9 })
    await kept(yamina)
  })
  expect(troubles).toEqual([])
  await app.stop()
})

async function startAtEnd(page: Page) {
  await textOf(page).focus()
  // The cursor is placed a moment after the focus.
  await page.waitForTimeout(200)
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
}

async function kept(page: Page) {
  await expect(page.getByText('C’est gardé. Vous pouvez fermer.')).toBeVisible()
}

/** Pastes HTML as a word processor puts it on the clipboard. */
async function pasted(page: Page, html: string) {
  await textOf(page).evaluate((element, brought) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', brought)
    clipboardData.setData('text/plain', 'Les citrons')
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, html)
}
