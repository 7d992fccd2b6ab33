'use client'

/** Which columns are in sight on this device; `own` are the show's own, in order. */
export type Columns = { who: boolean; ends: boolean; lacks: boolean; own: readonly string[] }

/** The columns that can be hidden, by the words of their heads. */
export const hideable = { who: 'Qui', ends: 'Finit à', lacks: 'Prêt ?' } as const

const KEPT_AS = 'conducteur.colonnes'
const watchers = new Set<() => void>()

/** Names of hidden columns, joined by line feeds: a text, so that reading it twice gives the same. */
export function readHidden(): string {
  try {
    return localStorage.getItem(KEPT_AS) ?? ''
  } catch (error) {
    if (error instanceof DOMException) return ''
    throw error
  }
}

export function watchHidden(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/** Shows or hides a column on this device. */
export function hideColumn(name: string, isHidden: boolean) {
  const others = readHidden()
    .split('\n')
    .filter((one) => one !== '' && one !== name)
  try {
    localStorage.setItem(KEPT_AS, [...others, ...(isHidden ? [name] : [])].join('\n'))
  } catch (error) {
    // A device that keeps nothing shows all columns.
    if (!(error instanceof DOMException)) throw error
  }
  for (const watcher of watchers) watcher()
}

/** What is in sight, of the show's `own` columns too. */
export function columnsWithout(hidden: string, own: readonly string[]): Columns {
  const names = new Set(hidden.split('\n'))
  return {
    who: !names.has('who'),
    ends: !names.has('ends'),
    lacks: !names.has('lacks'),
    own: own.filter((name) => !names.has(`extra:${name}`)),
  }
}
