'use client'
import type { SentDeed } from '#lib/rundown/deed.ts'
import type { LoggedDeed } from '#lib/rundown/on-air.ts'

/** A deed that the server has not answered yet: as it is sent, and as the log shows it until then. */
export type WaitingDeed = { sent: SentDeed & { at: number }; shown: LoggedDeed }

/** The deeds of a show that this device still has to send; they outlive a reload. Several tabs share them. */
export class DeedStore {
  private readonly name: string

  constructor(episodeId: string, isRehearsal: boolean) {
    this.name = `antenne:${episodeId}${isRehearsal ? ':repetition' : ''}`
  }

  read(): WaitingDeed[] {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(this.name) ?? '[]')
      // We wrote it ourselves.
      return Array.isArray(kept) ? (kept as WaitingDeed[]) : []
    } catch {
      // Storage is forbidden, or holds what is no longer read: the show goes on without it.
      return []
    }
  }

  add(deed: WaitingDeed) {
    this.write([...this.read(), deed])
  }

  remove(key: string) {
    this.write(this.read().filter(({ sent }) => sent.key !== key))
  }

  private write(deeds: readonly WaitingDeed[]) {
    try {
      if (deeds.length === 0) localStorage.removeItem(this.name)
      else localStorage.setItem(this.name, JSON.stringify(deeds))
    } catch {
      // A browser that forbids storage only means that a reload without network loses what waits.
    }
  }
}
