const ASKED = 'bobine.reste'

/**
 * Asks the browser once, when something first lies on this device alone, not to clear our shelves when its disk
 * is nearly full. Most browsers decide by themselves and show nothing.
 */
export function askToStay() {
  try {
    if (localStorage.getItem(ASKED)) return
    localStorage.setItem(ASKED, 'oui')
  } catch {
    // No storage at all: nothing to keep either.
    return
  }
  navigator.storage?.persist?.().catch(() => undefined)
}
