import { expect, type Page } from '@playwright/test'
import { awake } from './door.ts'
import { isFocused } from './keyboard.ts'

/** The lines of the conducteur as they stand on the page. */
export const lines = (page: Page) =>
  page.getByRole('grid', { name: 'Lignes du conducteur' }).locator('[data-line]')

/** Titles in order. */
export async function titles(page: Page): Promise<string[]> {
  const shown = await lines(page).locator('[data-title]').allTextContents()
  return shown.map((title) => title.trim())
}

type Line = { kind: string; title: string; text?: string; sound?: string; length?: string }

/** Adds a line by its form; without a length it takes its sound's. */
export async function addLine(page: Page, { kind, title, text, sound, length }: Line): Promise<void> {
  const form = page.getByRole('dialog', { name: 'Ajouter une ligne' })
  await expect(async () => {
    // A line that is just kept moves the button away from under a press.
    if (!(await form.isVisible()))
      await (await awake(page.getByRole('button', { name: 'Ajouter une ligne' }))).click()
    await expect(form).toBeVisible({ timeout: 5_000 })
  }).toPass()
  await form.getByLabel('C’est quoi').selectOption(kind)
  await form.getByLabel('Titre').fill(title)
  if (length) await form.getByLabel('Durée prévue').fill(length)
  if (text) await form.getByLabel('Texte').selectOption(text)
  if (sound) await form.getByLabel('Son').selectOption(sound)
  await form.getByRole('button', { name: 'Ajouter la ligne' }).click()
  await expect(form).toBeHidden()
  await expect(lines(page).filter({ hasText: title })).toHaveCount(1)
}

/** Moves a line by its menu, with the keyboard alone. */
export async function moveByMenu(page: Page, title: string, gesture: 'Monter' | 'Descendre'): Promise<void> {
  const menu = lines(page).filter({ hasText: title }).getByRole('button', { name: 'Changer' })
  await (await awake(menu)).focus()
  await menu.press('Enter')
  const item = page.getByRole('menuitem', { name: gesture })
  await expect(page.getByRole('menuitem').first()).toBeFocused()
  for (let step = 0; step < 6 && !(await isFocused(item)); step += 1) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menu')).toBeHidden()
}

/** Takes a line by its handle and moves it `steps` places further down, with the keyboard alone. */
export async function moveByHandle(page: Page, title: string, steps: number): Promise<void> {
  await (await awake(lines(page).filter({ hasText: title }))).focus()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: `Déplacer ${title}` })).toBeFocused()
  for (let step = 0; step < steps; step += 1) await page.keyboard.press('ArrowDown')
}
