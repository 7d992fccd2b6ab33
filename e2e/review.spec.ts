import AxeBuilder from '@axe-core/playwright'
import { type Browser, expect, type Page } from '@playwright/test'
import { awake, enterByCard, makeCard, newDevice, phone } from './door.ts'
import { note, propose } from './reading-over.ts'
import { type Example, test, watch } from './walk.ts'

const title = 'Apprendre à nager à cinquante ans'
const theText = (page: Page) => page.getByRole('textbox', { name: 'Texte du sujet' })

test('a neighbour reads a text over: its author keeps one sentence, takes the other, and it is ready', async ({
  browser,
  example,
}) => {
  const troubles: string[] = []
  const fatiha = await enter(browser, example, 'Fatiha', troubles)
  const denise = await enter(browser, example, 'Denise', troubles, phone)

  await test.step('Fatiha hands her text in, and asks Denise by name', async () => {
    await fatiha.goto('/sujets')
    await (await awake(fatiha.getByRole('link', { name: `Ouvrir « ${title} »` }))).click()
    await expect(theText(fatiha)).toBeVisible()
    await (await awake(fatiha.getByRole('button', { name: 'J’ai fini' }))).click()
    await fatiha.getByRole('button', { name: 'Continuer quand même' }).click()
    await expect(fatiha.getByText('Toute l’équipe peut le relire.')).toBeVisible()
    const readers = fatiha.getByRole('region', { name: 'Qui relit ce texte ?' })
    await (await awake(readers.getByRole('button', { name: 'Denise' }))).click()
    await expect(fatiha.getByText('C’est Denise qui le relit.')).toBeVisible()
  })

  await test.step('Denise finds it first in her list, and proposes other words in a few taps', async () => {
    await denise.goto('/relectures')
    const first = denise.getByRole('main').getByRole('listitem').filter({ hasText: title })
    await expect(first).toContainText('Pour vous')
    await (await awake(first.getByRole('link', { name: /^Lire/ }))).tap()
    await propose(denise, 'J’ai cinquante ans.', 'J’ai eu cinquante ans en mai.', 'en mai')
    await propose(
      denise,
      'J’apprends à nager.',
      'Je suis en train d’apprendre à nager.',
      'en train d’apprendre',
    )
    expect(await unreadable(denise)).toEqual([])
  })

  await test.step('Fatiha sees who reads, and what is proposed, without asking for it', async () => {
    await expect(fatiha.getByText('Denise lit ce texte.')).toBeVisible()
    await expect(fatiha.getByText('Denise propose 2 changements.')).toBeVisible()
    await expect(theText(fatiha).locator('[data-note]').first()).toBeVisible()
    expect(await unreadable(fatiha)).toEqual([])
  })

  await test.step('she keeps her own sentence, by keyboard alone', async () => {
    const card = note(fatiha, 'en train d’apprendre')
    await press(fatiha, card.getByRole('button', { name: 'Voir dans le texte' }))
    await expect(theText(fatiha)).toBeFocused()
    await press(fatiha, card.getByRole('button', { name: 'Garder le mien' }))
    await expect(card).toHaveCount(0)
    await expect(theText(fatiha)).toContainText('J’apprends à nager. J’ai cinquante ans.')
  })

  await test.step('she takes the other; Undo brings hers back, and Redo takes it again', async () => {
    const card = note(fatiha, 'en mai')
    await card.getByRole('button', { name: 'Prendre' }).click()
    await expect(theText(fatiha)).toContainText('J’ai eu cinquante ans en mai. Je voudrais')
    await expect(fatiha.getByText('Rien à regarder pour l’instant.')).toBeVisible()
    await theText(fatiha).press('ControlOrMeta+z')
    await expect(theText(fatiha)).toContainText('nager. J’ai cinquante ans. Je voudrais')
    await theText(fatiha).press('ControlOrMeta+Shift+z')
    await expect(theText(fatiha)).toContainText('J’ai eu cinquante ans en mai. Je voudrais')
  })

  await test.step('Denise reads the new words and says that it is ready', async () => {
    await expect(denise.getByText('J’ai eu cinquante ans en mai.')).toBeVisible()
    await (await awake(denise.getByRole('button', { name: 'C’est prêt' }))).tap()
    await expect(denise.getByText('Merci d’avoir lu ce texte.')).toBeVisible()
    await expect(fatiha.getByText('Denise l’a lu : c’est prêt.')).toBeVisible()
  })

  await fatiha.context().close()
  await denise.context().close()
  expect(troubles).toEqual([])
})

async function press(page: Page, button: ReturnType<Page['getByRole']>) {
  await (await awake(button)).focus()
  await page.keyboard.press('Enter')
}

async function unreadable(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}

async function enter(
  browser: Browser,
  example: Example,
  name: string,
  troubles: string[],
  options: object = {},
): Promise<Page> {
  const desk = await newDevice(browser, example.app, { storageState: example.cookies })
  const { link } = await makeCard(desk, name)
  await desk.context().close()
  const page = await newDevice(browser, example.app, { reducedMotion: 'reduce', ...options })
  watch(page, troubles)
  await enterByCard(page, link, name)
  return page
}
