'use client'

/** A sample older than this is given up: a device's clock may drift, or be set. */
const SAMPLE_LIFE_MS = 300_000

/**
 * The server's clock as this device can know it. Each answer that carries the server's time is a sample; the one that
 * came back fastest is the truest, for half of its travel is all that it can be wrong by.
 */
export class ServerClock {
  private best: { offsetMs: number; travelMs: number; at: number } | null = null

  /** `sentAt` and `receivedAt` by this device's clock, `now` by the server's; all epoch milliseconds. */
  observe(sentAt: number, now: number, receivedAt = Date.now()) {
    const travelMs = receivedAt - sentAt
    const isStale = !this.best || receivedAt - this.best.at > SAMPLE_LIFE_MS
    if (isStale || travelMs <= (this.best?.travelMs ?? 0))
      this.best = { offsetMs: now - (sentAt + receivedAt) / 2, travelMs, at: receivedAt }
  }

  /** The server's time now, epoch milliseconds. */
  now(): number {
    return Date.now() + (this.best?.offsetMs ?? 0)
  }
}
