import { test as base, expect, type Page } from '@playwright/test'
import { newDevice, openAsFounder } from './door.ts'
import { type App, startApp } from './server.ts'

type Cookies = Awaited<ReturnType<ReturnType<Page['context']>['storageState']>>

/** The example show in an app of its own, shared by the walks. */
export type Example = {
  app: App
  /** Cookies of the one who loaded it: coordination. */
  cookies: Cookies
}

type Fixtures = {
  /** A page of the example's coordination. Ends the test when anything went wrong on it unseen. */
  coordination: Page
}

export const test = base.extend<Fixtures, { example: Example }>({
  example: [
    async ({ browser }, use) => {
      const app = await startApp()
      const page = await newDevice(browser, app)
      const troubles = watch(page)
      await openAsFounder(app, page, 'Nadia')
      await page.getByRole('button', { name: 'Charger l’exemple' }).click()
      await expect(page).toHaveURL(`${app.url}/regie`)
      const cookies = await page.context().storageState()
      await untilPublished(app)
      expect(troubles).toEqual([])
      await page.context().close()
      await use({ app, cookies })
      await app.stop()
    },
    { scope: 'worker', timeout: 720_000 },
  ],
  coordination: async ({ browser, example }, use) => {
    const page = await newDevice(browser, example.app, { storageState: example.cookies })
    const troubles = watch(page)
    await use(page)
    await page.context().close()
    expect(troubles).toEqual([])
  },
})

/** The example is complete when its last episode is in the feed: all its sounds were prepared before. */
export async function untilPublished(app: App, timeout = 600_000): Promise<void> {
  const items = async () => (await (await fetch(`${app.url}/feed.xml`)).text()).match(/<item>/g)?.length ?? 0
  await expect.poll(items, { timeout, intervals: [1000] }).toBe(1)
}

/**
 * Collects what must never happen on a page: errors in its console (what the content security policy
 * refuses is one), exceptions, answers of 500 and more.
 */
export function watch(page: Page, troubles: string[] = []): string[] {
  page.on('console', (message) => {
    // The browser tells of each request in a tunnel that a test made.
    if (message.type() === 'error' && !message.text().includes('ERR_INTERNET_DISCONNECTED'))
      troubles.push(`${page.url()} console: ${message.text()}`)
  })
  page.on('pageerror', (error) => troubles.push(`${page.url()} exception: ${error.stack ?? error.message}`))
  page.on('response', (response) => {
    if (response.status() >= 500) troubles.push(`${response.status()} from ${response.url()}`)
  })
  return troubles
}
