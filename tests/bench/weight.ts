import type { Page } from '@playwright/test'

/** Counts the bytes that come over a page's network from now on; what it returns tells how many came so far. */
export async function weighing(page: Page): Promise<() => number> {
  const network = await page.context().newCDPSession(page)
  await network.send('Network.enable')
  let bytes = 0
  network.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  return () => bytes
}
