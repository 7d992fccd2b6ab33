import { type Browser, type BrowserContextOptions, expect, type Locator, type Page } from '@playwright/test'
import type { App } from './server.ts'

/** A phone as most residents have. */
export const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
}

/** A page of a device that has never been here. */
export async function newDevice(
  browser: Browser,
  app: App,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ baseURL: app.url, locale: 'fr-FR', ...options })
  return await context.newPage()
}

/** Waits until the page's script has taken over an element: on a busy machine a press may come before. */
export async function awake(element: Locator): Promise<Locator> {
  const isTaken = (one: Element) => Object.keys(one).some((key) => key.startsWith('__reactProps'))
  await expect.poll(() => element.evaluate(isTaken)).toBe(true)
  return element
}

/** The first account: the console's link, a first name, and in. Ends on the first steps. */
export async function openAsFounder(app: App, page: Page, name: string): Promise<void> {
  const [, link = ''] = await app.printed(/create the first[^\n]*\n\s+(http\S+)/)
  await page.goto(link)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bienvenue')
  await page.getByLabel('Votre prénom').fill(name)
  await page.getByRole('button', { name: 'Entrer' }).click()
  await expect(page).toHaveURL(`${app.url}/premiers-pas`)
}

/** Adds a resident to the team. */
export async function addMember(desk: Page, name: string): Promise<void> {
  await desk.goto('/regie/personnes/ajouter')
  await (await awake(desk.getByLabel('Prénom'))).fill(name)
  await desk.getByRole('button', { name: 'Ajouter cette personne' }).click()
  await expect(desk.getByText(`${name} est dans l’équipe`)).toBeVisible()
}

/** Makes a member's printed card from their page, and reads what is on it. */
export async function makeCard(page: Page, name: string): Promise<{ link: string; code: string }> {
  await page.goto('/regie/personnes')
  await (await awake(page.getByRole('link', { name, exact: true }))).click()
  // The square is read by a camera; here its address is taken on its way to the page.
  let link = ''
  await page.route('**/regie/personnes/*', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback()
    const response = await route.fetch()
    const body = await response.text()
    link = /http[^"\s]+\/c\/[\w-]+/.exec(body)?.[0] ?? ''
    await route.fulfill({ response, body })
  })
  await (await awake(page.getByRole('button', { name: /Faire (la|une nouvelle) carte/ }))).click()
  const code = page.locator('.print-card-code')
  await expect(code).toBeVisible()
  await page.unroute('**/regie/personnes/*')
  return { link, code: (await code.textContent()) ?? '' }
}

/** Follows the card's link as a camera does, and presses its one button. */
export async function enterByCard(page: Page, link: string, name: string): Promise<void> {
  await page.goto(link)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Bonjour ${name}`)
  await page.getByRole('button', { name: 'Entrer' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/c/') && url.pathname !== '/bienvenue')
}

/** The Cookie header of a device, for what is fetched beside its pages. */
export async function cookieOf(page: Page): Promise<string> {
  const cookies = await page.context().cookies()
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
}
