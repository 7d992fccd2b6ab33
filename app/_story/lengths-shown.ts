const name = 'bobine.lengths'

/** Whether somebody wishes to see how long each passage is: on this device, off on phones until they ask. */
export function areLengthsShown(): boolean {
  try {
    return (localStorage.getItem(name) ?? (matchMedia('(min-width: 64em)').matches ? 'yes' : 'no')) === 'yes'
  } catch (error) {
    // Private windows of some browsers have no store.
    if (error instanceof DOMException) return false
    throw error
  }
}

/** Keeps the wish on this device. */
export function showLengths(shown: boolean) {
  try {
    localStorage.setItem(name, shown ? 'yes' : 'no')
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
  }
}
