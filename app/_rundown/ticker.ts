'use client'
import type { ServerClock } from './server-clock.ts'

/** Less than this is not worth a timer of its own, in milliseconds. */
const SHORTEST_MS = 30
const LONGEST_MS = 1000

/** Calls on each change of a figure, by the server's clock; catches up at once when the page is looked at again. */
export class Ticker {
  private timer: ReturnType<typeof setTimeout> | null = null
  private readonly clock: ServerClock
  /** Shows the moment, and says in how long something changes. */
  private readonly show: (now: number) => number

  constructor(clock: ServerClock, show: (now: number) => number) {
    this.clock = clock
    this.show = show
  }

  /** Ticks until the returned function is called. */
  open(): () => void {
    const seen = () => document.visibilityState === 'visible' && this.tick()
    document.addEventListener('visibilitychange', seen)
    this.tick()
    return () => {
      document.removeEventListener('visibilitychange', seen)
      if (this.timer) clearTimeout(this.timer)
      this.timer = null
    }
  }

  private readonly tick = () => {
    if (this.timer) clearTimeout(this.timer)
    const waitMs = this.show(Math.round(this.clock.now()))
    this.timer = setTimeout(this.tick, Math.min(LONGEST_MS, Math.max(SHORTEST_MS, waitMs)))
  }
}
