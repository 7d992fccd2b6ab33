import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const standards = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']
const phone = { width: 390, height: 844 }
const desk = { width: 1280, height: 800 }
const looks = [
  { size: phone, colorScheme: 'light' },
  { size: desk, colorScheme: 'dark' },
] as const

/** What axe finds on the page as it stands: each rule with what breaks it. */
async function findings(page: Page): Promise<string[]> {
  // Legacy mode: nothing here is in a frame, and the other way opens a page of its own for each run.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(standards).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`))
}

/** How many pixels the page is wider than its window. */
async function overflow(page: Page): Promise<number> {
  return await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
}

/**
 * All that can be seen of a page without touching it: axe on a phone by day and on a desk in the dark (both layouts
 * and both sets of colours in two runs, as axe is what takes long), nothing cut off at 320 px, nor there with text at
 * 200 %. Gives back what is wrong, so that one run tells all.
 */
export async function faultsOf(page: Page): Promise<string[]> {
  const faults: string[] = []
  const note = (where: string, found: string[]) => faults.push(...found.map((one) => `${where}: ${one}`))
  for (const { size, colorScheme } of looks) {
    await page.setViewportSize(size)
    await page.emulateMedia({ colorScheme })
    // At the end of the page nothing lies under the bars that stay at the bottom of the window.
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight))
    note(`${size.width} px, ${colorScheme}`, await findings(page))
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 320, height: 640 })
  note('320 px', tooWide(await overflow(page)))
  await page.evaluate(() => document.documentElement.setAttribute('data-text', '200'))
  note('320 px at 200 %', tooWide(await overflow(page)))
  await page.evaluate(() => document.documentElement.removeAttribute('data-text'))
  await page.setViewportSize(desk)
  return faults.map((fault) => `${new URL(page.url()).pathname} ${fault}`)
}

const tooWide = (pixels: number) => (pixels > 0 ? [`${pixels} px too wide`] : [])

/** Where Tab leads, in order, until `last` has the focus; fails on a stop that cannot be seen. */
export async function tabThrough(page: Page, last: string): Promise<string[]> {
  const stops: string[] = []
  for (let step = 0; step < 80 && stops.at(-1) !== last; step += 1) {
    await page.keyboard.press('Tab')
    const { name, ring } = await page.evaluate(focused)
    stops.push(name)
    expect(ring, `the focus on "${name}" at ${page.url()}`).toBeGreaterThanOrEqual(2)
  }
  return stops
}

/** Runs in the page: the words on what has the focus, and the width of the ring around it or its card. */
function focused(): { name: string; ring: number } {
  const element = document.activeElement
  const words = element?.getAttribute('aria-label') ?? element?.textContent ?? ''
  const around = [element, element?.closest('label'), element?.closest('.track')]
  const ring = Math.max(
    ...around.map((one) => (one ? Number.parseFloat(getComputedStyle(one).outlineWidth) : 0)),
  )
  return { name: words.replace(/\s+/g, ' ').trim(), ring }
}
