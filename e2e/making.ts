import { expect, type Locator, type Page } from '@playwright/test'
import { awake } from './door.ts'

export type Report = { level: string; duration: string }

const minutes = 60_000

/** Makes both masters on the episode's page "Fabriquer"; gives what each report said. */
export async function makeBoth(page: Page): Promise<{ antenne: Report; podcast: Report }> {
  await page.getByRole('button', { name: 'Fabriquer les deux' }).click()
  await expect(page.getByRole('progressbar', { name: 'On fabrique le fichier pour l’antenne' })).toBeVisible()
  await expect(page.getByRole('progressbar')).toHaveCount(0, { timeout: 10 * minutes })
  return { antenne: await readReport(page, 'l’antenne'), podcast: await readReport(page, 'le podcast') }
}

/** Makes both once more after a change, which the page tells; gives what each report says now. */
export async function makeBothAgain(page: Page): Promise<{ antenne: Report; podcast: Report }> {
  const stale = page.getByText('Le conducteur a changé depuis la dernière fabrication.')
  await expect(stale).toHaveCount(2)
  await page.getByRole('button', { name: 'Refaire les deux' }).click()
  // What did not change is not made again: it may be over before one has looked.
  await expect(stale).toHaveCount(0, { timeout: 10 * minutes })
  await expect(page.getByRole('progressbar')).toHaveCount(0, { timeout: 10 * minutes })
  return { antenne: await readReport(page, 'l’antenne'), podcast: await readReport(page, 'le podcast') }
}

/** Makes both for the first time, or once more where a walk before this one has made them. */
export async function makeBothNow(page: Page): Promise<{ antenne: Report; podcast: Report }> {
  const first = page.getByRole('button', { name: 'Fabriquer les deux' })
  await expect(first.or(page.getByRole('button', { name: 'Refaire les deux' }))).toBeVisible()
  return (await first.isVisible()) ? await makeBoth(page) : await makeBothAgain(page)
}

/** On the episode's page "Fabriquer": makes the podcast alone, and gives the report that appears. */
export async function makeMaster(page: Page, timeout = 10 * minutes): Promise<Locator> {
  await page.getByRole('button', { name: 'Fabriquer le podcast' }).click()
  const progress = page.getByRole('progressbar', { name: 'On fabrique le podcast' })
  await expect(progress).toBeVisible({ timeout })
  await expect(progress).toBeHidden({ timeout })
  const result = resultOf(page, 'le podcast')
  await expect(result).toBeVisible()
  return result
}

/** From the episode's page "Fabriquer" to the publication of its podcast alone; gives what the report said. */
export async function makeAndPublish(page: Page): Promise<Report> {
  await makeMaster(page)
  const report = await readReport(page, 'le podcast')
  await publish(page)
  return report
}

/** From the page "Fabriquer" on, where the podcast stands. */
export async function publish(page: Page): Promise<void> {
  await (await awake(page.getByRole('link', { name: 'Passer à la publication' }))).click()
  await page.getByRole('button', { name: 'Publier maintenant' }).click()
  await expect(page.getByRole('heading', { name: /^En ligne depuis/ })).toBeVisible()
}

/** The report of one master on the page "Fabriquer". */
export function resultOf(page: Page, what: 'l’antenne' | 'le podcast'): Locator {
  return page.getByRole('region', { name: `Le résultat pour ${what}` })
}

async function readReport(page: Page, what: 'l’antenne' | 'le podcast'): Promise<Report> {
  const result = resultOf(page, what)
  await expect(result).toBeVisible()
  return {
    level: (await result.getByText('Bon niveau').textContent()) ?? '',
    duration: (await result.locator('dd').first().locator('[aria-hidden]').textContent()) ?? '',
  }
}
