import { expect, type Locator, type Page } from '@playwright/test'

/** What the recorder may say of the room. */
export const verdict = /La pièce est calme|Il y a du bruit|On n’entend rien du tout/

/** The recorder, over the whole window. */
export const studio = (page: Page): Locator => page.getByRole('dialog')

/** From the room that is listened to until the voice is recorded. */
export async function begin(page: Page): Promise<void> {
  await expect(studio(page).getByText(verdict)).toBeVisible()
  await page.getByRole('button', { name: 'Commencer', exact: true }).click()
  await expect(page.getByText('Ça enregistre')).toBeVisible()
}

/** Waits until so many seconds are recorded; answers how many are. */
export async function spoken(page: Page, seconds: number): Promise<number> {
  const read = async () => {
    const [minutes = 0, rest = 0] = ((await page.getByRole('timer').textContent()) ?? '')
      .split(':')
      .map(Number)
    return minutes * 60 + rest
  }
  await expect.poll(read).toBeGreaterThanOrEqual(seconds)
  return await read()
}

/** A take of two seconds or more. */
export async function say(page: Page): Promise<void> {
  await begin(page)
  await spoken(page, 2)
  await page.getByRole('button', { name: 'J’ai fini de parler' }).click()
  await expect(page.getByRole('button', { name: 'Garder cette prise' })).toBeVisible()
}
