import { expect, type Locator, type Page } from '@playwright/test'

/** On the episode's page "Fabriquer": makes the podcast, and gives the report that appears. */
export async function makeMaster(page: Page, timeout = 150_000): Promise<Locator> {
  await page.getByRole('button', { name: 'Fabriquer' }).click()
  const progress = page.getByRole('progressbar', { name: 'On fabrique l’émission' })
  await expect(progress).toBeVisible()
  await expect(progress).toBeHidden({ timeout })
  const result = page.locator('section', { has: page.getByRole('heading', { name: 'Le résultat' }) })
  await expect(result).toBeVisible()
  return result
}

/** From the episode's page "Fabriquer" to its publication; gives what the report said. */
export async function makeAndPublish(page: Page): Promise<{ level: string; duration: string }> {
  const result = await makeMaster(page)
  const level = result.getByText('Bon niveau')
  const report = {
    level: (await level.textContent()) ?? '',
    duration: (await result.locator('dd').first().locator('[aria-hidden]').textContent()) ?? '',
  }
  await page.getByRole('link', { name: 'Passer à la publication' }).click()
  await page.getByRole('button', { name: 'Publier maintenant' }).click()
  await expect(page.getByRole('heading', { name: /^En ligne depuis/ })).toBeVisible()
  return report
}
