'use client'

/** A sample older than this is given up: a device's clock may drift. */
const SAMPLE_LIFE_MS = 300_000
/** What is told may have been on its way for this long. */
const DOUBTFUL_MS = 5_000
/** Both clocks tell whole milliseconds. */
const ROUNDED_MS = 2

type Sample = { offsetMs: number; travelMs: number; at: number }

/**
 * The server's clock as this device can know it. Each answer that carries the server's time is a sample; the one that
 * came back fastest is the truest, for half of its travel is all that it can be wrong by. A later one that cannot be
 * true beside it says that one of the two clocks was set meanwhile: then the later one counts.
 */
export class ServerClock {
  private best: Sample | null = null

  /** `sentAt` and `receivedAt` by this device's clock, `now` by the server's; all epoch milliseconds. */
  observe(sentAt: number, now: number, receivedAt = Date.now()) {
    const travelMs = receivedAt - sentAt
    // The device's clock was set while the question was on its way.
    if (travelMs < 0) return
    const sample = { offsetMs: now - (sentAt + receivedAt) / 2, travelMs, at: receivedAt }
    const { best } = this
    const isStale = !best || receivedAt - best.at > SAMPLE_LIFE_MS
    if (isStale || travelMs <= best.travelMs || contradicts(sample, best)) this.best = sample
  }

  /** Whether what the server's clock said on its way here, `now`, shows that one of the two clocks was set. */
  doubts(now: number, receivedAt = Date.now()): boolean {
    return Math.abs(now - receivedAt - (this.best?.offsetMs ?? 0)) > DOUBTFUL_MS
  }

  /** The server's time now, epoch milliseconds. */
  now(): number {
    return Date.now() + (this.best?.offsetMs ?? 0)
  }
}

const contradicts = (one: Sample, other: Sample) =>
  Math.abs(one.offsetMs - other.offsetMs) > (one.travelMs + other.travelMs) / 2 + ROUNDED_MS
