import { expect, type Locator, type Page } from '@playwright/test'
import { awake } from './door.ts'

/** What stands under a title of the second rank: a person who speaks, one of the two masters. */
export const card = (page: Page, name: string): Locator =>
  page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name, exact: true }) })

/** Answers questions on the page of one person, by the words before the question mark. */
export async function answer(page: Page, answers: Record<string, 'Oui' | 'Non'>): Promise<void> {
  for (const [question, said] of Object.entries(answers)) {
    const choice = page.getByRole('group', { name: question }).getByLabel(said)
    await (await awake(choice)).check()
  }
}

/** Says the sentence of a consent into the fake microphone. */
export async function sayConsent(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Enregistrer la phrase' }).click()
  await expect(page.getByText('Ça enregistre.')).toBeVisible()
  await page.waitForTimeout(2_000)
  await page.getByRole('button', { name: 'C’est dit' }).click()
  await expect(page.getByText('La phrase est prête.')).toBeVisible()
}
