/** A beginning that was not finished, on this device: where one was, and the first words, which no address holds. */
export type KeptBeginning = { storyId: string; href: string; title: string; words: string }

/** What may change in a form of the address. */
const names = ['titre', 'angle', 'forme', 'pour', 'proposer', 'parle']

const shelf = (memberId: string) => `bobine-debut:${memberId}`

/** What this member began on this device; null when nothing, or when the device keeps nothing. */
export function readKeptBeginning(memberId: string): KeptBeginning | null {
  try {
    const kept: Partial<KeptBeginning> = JSON.parse(localStorage.getItem(shelf(memberId)) ?? '{}')
    const { storyId, href, title = '', words = '' } = kept
    return storyId && href?.startsWith('/sujets/nouveau?') ? { storyId, href, title, words } : null
  } catch {
    // Written by somebody else, or storage is closed: as if there were none.
    return null
  }
}

/** Keeps what a form of the three questions holds, on the device. Gives back the address that holds it too. */
export function keepBeginning(memberId: string, form: HTMLFormElement): string {
  const values = new FormData(form)
  const address = new URL(window.location.href)
  for (const name of names) {
    // Nothing was said, or no longer: then the form carries no such field.
    if (name !== 'parle' && !form.elements.namedItem(name)) continue
    const value = values.get(name)
    if (typeof value === 'string' && value !== '') address.searchParams.set(name, value)
    else address.searchParams.delete(name)
  }
  const href = `${address.pathname}${address.search}`
  const storyId = address.searchParams.get('sujet') ?? ''
  const earlier = readKeptBeginning(memberId)
  const before = earlier?.storyId === storyId ? earlier.words : ''
  const words = form.elements.namedItem('words') ? String(values.get('words') ?? '') : before
  const title = address.searchParams.get('titre') ?? ''
  if (title || words || address.searchParams.has('parle')) write(memberId, { storyId, href, title, words })
  return href
}

/**
 * As `keepBeginning`, and in the address of this very page, so that going back to it or reloading finds it again. Not at
 * each keystroke: some browsers refuse an address that changes too often.
 */
export function keepInAddress(memberId: string, form: HTMLFormElement) {
  const href = keepBeginning(memberId, form)
  if (href !== `${window.location.pathname}${window.location.search}`)
    window.history.replaceState(null, '', href)
}

/** The story is there: nothing of its beginning is needed any more. */
export function forgetBeginning(memberId: string, storyId: string) {
  if (readKeptBeginning(memberId)?.storyId === storyId) write(memberId, null)
}

function write(memberId: string, kept: KeptBeginning | null) {
  try {
    if (kept) localStorage.setItem(shelf(memberId), JSON.stringify(kept))
    else localStorage.removeItem(shelf(memberId))
  } catch {
    // A device that keeps nothing still has the address.
    return
  }
}
