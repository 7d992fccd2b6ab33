'use client'
import type { Edit } from '#lib/rundown/edit.ts'
import type { Line } from '#lib/rundown/patch.ts'

/** An edit that is not stored yet. `seen` is its line as the person saw it; `order` grows from one edit to the next. */
export type Pending = { key: string; order: number; edit: Edit; seen: Line | null }

/**
 * The edits of one person to one show that are not stored yet, kept on the device: a closed page, a reload or ten
 * minutes without a network lose none. Each lies under a name of its own, so that two windows do not overwrite
 * each other; sent by both, an edit is done once, for its key stays the same.
 */
export class EditShelf {
  private readonly prefix: string | null

  /** Without a `name` nothing is kept. */
  constructor(name: string | null) {
    this.prefix = name === null ? null : `conducteur:${name}:`
  }

  keep(pending: Pending) {
    this.reach((storage, prefix) => storage.setItem(`${prefix}${pending.key}`, JSON.stringify(pending)))
  }

  drop({ key }: Pending) {
    this.reach((storage, prefix) => storage.removeItem(`${prefix}${key}`))
  }

  /** What is kept, in the order in which it was asked. */
  read(): Pending[] {
    const found: Pending[] = []
    this.reach((storage, prefix) => {
      for (const name of Object.keys(storage).filter((one) => one.startsWith(prefix))) {
        // We wrote it ourselves, in `keep`; the server checks every edit again.
        found.push(JSON.parse(storage.getItem(name) ?? '') as Pending)
      }
    })
    return found.toSorted((a, b) => a.order - b.order)
  }

  private reach(work: (storage: Storage, prefix: string) => void) {
    if (this.prefix === null || typeof localStorage === 'undefined') return
    try {
      work(localStorage, this.prefix)
    } catch (error) {
      // A full or forbidden storage keeps nothing: the edits are still in memory, and sent.
      if (!(error instanceof DOMException || error instanceof SyntaxError)) throw error
    }
  }
}
