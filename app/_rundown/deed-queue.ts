'use client'
import type { LoggedDeed } from '#lib/rundown/on-air.ts'
import type { DeedStore, WaitingDeed } from './deed-store.ts'
import type { ServerClock } from './server-clock.ts'

type Hears = {
  kept: (deed: LoggedDeed) => void
  refused: (reason: string) => void
  changed: () => void
}

const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 10_000

/**
 * What was done on this screen and is not answered yet, sent in order, one at a time, for as long as it takes. Each
 * goes under its own key: the server keeps it once, however often it is sent.
 */
export class DeedQueue {
  waiting: readonly WaitingDeed[] = []
  /** The latest try failed for want of a network, of a server, or of a sign-in. */
  trouble: 'none' | 'away' | 'not-signed-in' = 'none'
  private isSending = false
  private waitMs = FIRST_WAIT_MS
  private wake: (() => void) | null = null
  private readonly address: string
  private readonly store: DeedStore
  private readonly clock: ServerClock
  private readonly hears: Hears

  constructor(address: string, store: DeedStore, clock: ServerClock, hears: Hears) {
    this.address = address
    this.store = store
    this.clock = clock
    this.hears = hears
  }

  /** Takes up what an earlier page of this device had not sent. */
  open() {
    this.waiting = this.store.read()
    this.hears.changed()
    void this.send()
  }

  add(deed: WaitingDeed) {
    this.store.add(deed)
    this.waiting = [...this.waiting, deed]
    this.hears.changed()
    void this.send()
  }

  /** Tries at once: the network is back. */
  hurry() {
    this.wake?.()
  }

  private async send() {
    if (this.isSending) return
    this.isSending = true
    try {
      for (let next = this.waiting[0]; next; next = this.waiting[0]) {
        const answer = await this.post(next)
        if (answer === 'away' || answer === 'not-signed-in') await this.pause(answer)
        else this.done(next, answer)
      }
    } finally {
      this.isSending = false
    }
  }

  private done({ sent }: WaitingDeed, answer: { deed: LoggedDeed } | { error: string }) {
    this.waitMs = FIRST_WAIT_MS
    this.trouble = 'none'
    this.waiting = this.waiting.filter((one) => one.sent.key !== sent.key)
    this.store.remove(sent.key)
    if ('deed' in answer) this.hears.kept(answer.deed)
    else this.hears.refused(answer.error)
    this.hears.changed()
  }

  private async pause(trouble: 'away' | 'not-signed-in') {
    this.trouble = trouble
    this.hears.changed()
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, this.waitMs)
      this.wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
    this.wake = null
    this.waitMs = Math.min(LONGEST_WAIT_MS, this.waitMs * 2)
  }

  private async post({ sent }: WaitingDeed) {
    const sentAt = Date.now()
    try {
      const response = await fetch(this.address, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(sent),
      })
      if (response.status >= 500) return 'away' as const
      if (response.status === 401) return 'not-signed-in' as const
      const body = (await response.json()) as { deed: LoggedDeed; now: number } | { error: string }
      if ('now' in body) this.clock.observe(sentAt, body.now)
      return body
    } catch {
      // No network, or an answer that was cut off: it is sent again.
      return 'away' as const
    }
  }
}
