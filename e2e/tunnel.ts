import { type Browser, expect, type Page } from '@playwright/test'
import { newDevice, phone } from './door.ts'
import type { App } from './server.ts'

/** A phone whose browser may keep copies of pages, as in real life. */
export async function newPhone(browser: Browser, app: App): Promise<Page> {
  return await newDevice(browser, app, { ...phone, serviceWorkers: 'allow' })
}

/** Waits until this phone has copies of these pages, and of what they load. */
export async function untilCopied(page: Page, paths: readonly string[]): Promise<void> {
  await expect.poll(() => copiesOn(page)).toEqual(expect.arrayContaining([...paths]))
  // The pieces of a page are kept after the page itself.
  await expect
    .poll(async () => {
      const before = await piecesOn(page)
      await page.waitForTimeout(1000)
      return before > 0 && before === (await piecesOn(page))
    })
    .toBe(true)
}

/** The paths of all pages that were copied on this phone, whoever they belong to. */
export async function copiesOn(page: Page): Promise<string[]> {
  return await page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith('bobine-pages.'))
    const lists = names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url))
    return (await Promise.all(lists)).flat().map((url) => new URL(url).pathname)
  })
}

/** All that Cache Storage and IndexedDB of this phone are named, and every address in the former. */
export async function shelvesOn(
  page: Page,
): Promise<{ caches: string[]; addresses: string[]; databases: string[] }> {
  return await page.evaluate(async () => {
    const names = await caches.keys()
    const lists = names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url))
    const databases = (await indexedDB.databases()).map(({ name = '' }) => name)
    return { caches: names, addresses: (await Promise.all(lists)).flat(), databases }
  })
}

async function piecesOn(page: Page): Promise<number> {
  return await page.evaluate(async () => (await (await caches.open('bobine-pieces')).keys()).length)
}

/** The network goes, the radio's machine with it: nothing gets through, not even on a socket that is open. */
export async function enterTunnel(app: App, page: Page): Promise<void> {
  await app.kill9()
  await page.context().setOffline(true)
}

/** Everything is back. */
export async function leaveTunnel(app: App, page: Page): Promise<void> {
  await app.restart()
  await page.context().setOffline(false)
}
