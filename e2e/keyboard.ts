import { expect, type Locator, type Page } from '@playwright/test'

/** What has the focus: the words it goes by, and how well it is seen. */
type Stop = {
  name: string
  /** Pixels of the ring around it or its card. */
  ring: number
  /** How much of what stands in the window of it is under something else, from 0 to 1. */
  covered: number
  /** The focus is where it was before the key. */
  isSame: boolean
}

/** As many stops as the longest page may have before something is out of reach. */
const furthest = 120

/**
 * Goes by Tab (or Shift+Tab) to what is called `name`. Fails on a stop that cannot be seen or lies under a bar, where
 * the focus stays caught, and when nothing is called so.
 */
export async function reach(page: Page, name: string | RegExp, key = 'Tab'): Promise<void> {
  const stops: string[] = []
  for (let stays = 0; stops.length < furthest; ) {
    await page.keyboard.press(key)
    const stop = await page.evaluate(focused)
    // Between the last element and the first the browser's own window has the focus.
    if (stop === null) continue
    const where = `"${stop.name}" at ${page.url()}, after ${stops.slice(-3).join(' · ')}`
    stays = stop.isSame ? stays + 1 : 0
    expect(stays, `keys caught in ${where}`).toBeLessThan(3)
    expect(stop.ring, `pixels of ring around ${where}`).toBeGreaterThanOrEqual(2)
    expect(stop.covered, `part under something else of ${where}`).toBeLessThan(0.5)
    if (typeof name === 'string' ? stop.name === name : name.test(stop.name)) return
    stops.push(stop.name)
  }
  throw new Error(`No way to ${name} by ${key} at ${page.url()}, over ${stops.join(' · ')}`)
}

/** Whether the keys go to this element now. */
export async function isFocused(element: Locator): Promise<boolean> {
  return await element.evaluate((one) => one === document.activeElement)
}

/** Which stops of the page as it stands are not well seen, by Tab from where the focus is, once around. */
export async function unseenStops(page: Page): Promise<string[]> {
  const faults: string[] = []
  const seen = new Set<string>()
  for (let step = 0, ends = 0; step < furthest && ends < 2; step++) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(focused)
    if (stop === null) {
      ends++
      continue
    }
    seen.add(stop.name)
    if (stop.ring < 2) faults.push(`no ring around "${stop.name}"`)
    if (stop.covered >= 0.5) faults.push(`under something else: "${stop.name}" (${stop.covered})`)
  }
  expect(seen.size, `stops of ${page.url()}`).toBeGreaterThan(5)
  return [...new Set(faults)]
}

/** Goes to a button, a link or a summary, and presses it. */
export async function press(page: Page, name: string | RegExp, key: 'Enter' | 'Space' = 'Enter') {
  await reach(page, name)
  await page.keyboard.press(key)
}

/** Goes to a field and writes in it. */
export async function fill(page: Page, label: string | RegExp, words: string) {
  await reach(page, label)
  await page.keyboard.type(words)
}

/** Runs in the page: what has the focus, or null when nothing in the page has. */
function focused(): Stop | null {
  const element = document.activeElement
  if (!element || element === document.body || element === document.documentElement) return null
  const isSame = Reflect.get(window, 'lastFocus') === element
  Reflect.set(window, 'lastFocus', element)
  const card = element.closest('label')
  const around = [element, card, element.closest('.track')]
  const ring = Math.max(
    ...around.map((one) => (one ? Number.parseFloat(getComputedStyle(one).outlineWidth) || 0 : 0)),
  )
  // A field that is drawn by its card is seen as the card.
  const shown = card && element.getBoundingClientRect().width < 8 ? card : element
  const box = shown.getBoundingClientRect()
  const [left, right] = [Math.max(0, box.left), Math.min(innerWidth, box.right)]
  const [top, bottom] = [Math.max(0, box.top), Math.min(innerHeight, box.bottom)]
  let hidden = 0
  const parts = [0.1, 0.3, 0.5, 0.7, 0.9]
  for (const across of parts)
    for (const down of parts) {
      const at = document.elementFromPoint(left + across * (right - left), top + down * (bottom - top))
      const isIts = at !== null && (shown.contains(at) || (at.contains(shown) && at === card))
      if (!isIts) hidden++
    }
  const isOut = right <= left || bottom <= top
  return { name: nameOf(element), ring, covered: isOut ? 1 : hidden / parts.length ** 2, isSame }

  function nameOf(one: Element): string {
    const labelledBy = (one.getAttribute('aria-labelledby') ?? '').split(' ').filter(Boolean)
    const labels = labelledBy.map((id) => document.getElementById(id))
    const own =
      one instanceof HTMLInputElement ||
      one instanceof HTMLSelectElement ||
      one instanceof HTMLTextAreaElement
    const words =
      one.getAttribute('aria-label') ??
      ([...labels, ...(own ? (one.labels ?? []) : [])].map((label) => label?.textContent ?? '').join(' ') ||
        (own ? '' : one.textContent))
    return (words ?? '').replace(/\s+/g, ' ').trim()
  }
}
