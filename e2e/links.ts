import type { Page } from '@playwright/test'

/** The address of a link on a page, within the card titled `card` when named. */
export async function linkTo(page: Page, at: string, name: RegExp, card?: string): Promise<string> {
  await page.goto(at)
  const main = page.getByRole('main')
  const where = card
    ? main
        .locator('section, article, li')
        .filter({ has: page.getByRole('heading', { name: card }) })
        .last()
    : main
  return (await where.getByRole('link', { name }).first().getAttribute('href')) ?? ''
}

/** The address of an episode in the workspace, by the title on its card. */
export async function episodeAt(page: Page, title: string): Promise<string> {
  const href = await linkTo(page, '/regie/emissions', /^Fiche$|^Conducteur$/, title)
  return href.replace('/conducteur', '')
}
