import { expect, type Locator, type Page } from '@playwright/test'
import { awake } from './door.ts'

/** The card of a note, found by words on it. */
export const note = (page: Page, words: string): Locator =>
  page.getByRole('article').filter({ hasText: words })

/** One touch chooses the sentence, one opens the form, one sends it; its card then shows what is `added`. */
export async function propose(page: Page, sentence: string, words: string, added: string): Promise<void> {
  await expect(page.getByText(sentence)).toBeVisible()
  await awake(page.locator('.read-text'))
  const chosen = page.getByRole('status').filter({ hasText: `Phrase choisie : « ${sentence} »` })
  await expect(async () => {
    // What still comes in above may move the line away from under the finger.
    if (!(await chosen.isVisible())) {
      const at = await page.evaluate(middleOf, sentence)
      await page.touchscreen.tap(at.x, at.y)
    }
    await expect(chosen).toBeVisible({ timeout: 5000 })
  }).toPass()
  await page.getByRole('button', { name: 'Proposer d’autres mots' }).tap()
  await page.getByLabel('Vos mots à la place').fill(words)
  await page.getByRole('button', { name: 'Proposer', exact: true }).tap()
  await expect(note(page, added)).toBeVisible()
  await expect(page.locator('.read-text')).toContainText(sentence)
}

/** Runs in the page: where a sentence stands on the screen, once it is scrolled into view. */
function middleOf(sentence: string): { x: number; y: number } {
  const line = [...document.querySelectorAll('[data-line]')].find((one) => one.textContent.includes(sentence))
  line?.scrollIntoView({ block: 'center' })
  const walker = document.createTreeWalker(line ?? document.body, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  while (walker.nextNode()) {
    const at = walker.currentNode.nodeValue?.indexOf(sentence.slice(0, 8)) ?? -1
    if (at < 0) continue
    range.setStart(walker.currentNode, at + 2)
    range.setEnd(walker.currentNode, at + 3)
    break
  }
  const { x, y, width, height } = range.getBoundingClientRect()
  return { x: x + width / 2, y: y + height / 2 }
}
