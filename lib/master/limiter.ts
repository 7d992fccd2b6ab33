import { largest, peakBetween, reach, worstOvershoot } from '#lib/sound/true-peak.ts'

/** 2.5 ms and 120 ms at 48 kHz. */
const lookAhead = 120
const release = Math.exp(-1 / (0.12 * 48_000))

const stride = 32

/**
 * Keeps the four-fold oversampled peak of a 48 kHz stream at or under a ceiling. The gain goes down over
 * 2.5 ms before a peak and comes back with a time constant of 120 ms, the same in all channels. What needs
 * no limiting comes out bit for bit. Output lags behind input, and ends with `finish`: as many frames as went in.
 */
export class Limiter {
  /** The smallest gain used so far; 1 when nothing was limited. */
  lowestGain = 1
  private readonly channels: number
  private readonly ceiling: number
  private planes: Float32Array[]
  // The gain that each frame in hand must not exceed.
  private bounds = new Float32Array(0)
  private frames = 0
  // Frames of history before the next one to go out, and gaps already looked into.
  private out = 0
  private seen = 0
  private envelope = 1
  private readonly ring = new Float64Array(lookAhead + 1).fill(1)
  private ringAt = 0
  private ringSum = lookAhead + 1
  private lowered = 0
  // Frames of the leading silence that are still to be dropped.
  private ahead = lookAhead

  /** `ceiling` is linear, 1 = full scale. */
  constructor(channels: number, ceiling: number) {
    this.channels = channels
    this.ceiling = ceiling
    this.planes = Array.from({ length: channels }, () => new Float32Array(0))
    // Silence runs ahead of the stream, so that a peak at its very start finds the gain already down.
    this.take(new Float32Array((reach + lookAhead) * channels))
    this.out = reach
    this.seen = reach
    this.look(this.frames - reach)
  }

  /** Takes an interleaved block of whole frames, gives what is ready (perhaps nothing). */
  push(block: Float32Array): Float32Array {
    this.take(block)
    this.look(this.frames - reach)
    return this.give(this.seen - lookAhead)
  }

  /** The stream is over: gives the rest. */
  finish(): Float32Array {
    this.take(new Float32Array(reach * this.channels))
    const end = this.frames - reach
    this.look(end)
    return this.give(end)
  }

  private take(block: Float32Array): void {
    const { channels } = this
    const kept = Math.max(0, this.out - reach)
    const added = block.length / channels
    const frames = this.frames - kept + added
    this.planes = this.planes.map((plane, c) => {
      const longer = new Float32Array(frames)
      longer.set(plane.subarray(kept, this.frames))
      for (let i = c, k = frames - added; k < frames; i += channels, k++) longer[k] = block[i] ?? 0
      return longer
    })
    const bounds = new Float32Array(frames).fill(1)
    bounds.set(this.bounds.subarray(kept, this.frames))
    this.bounds = bounds
    this.frames = frames
    this.out -= kept
    this.seen -= kept
  }

  private look(end: number): void {
    for (let from = this.seen; from < end; from += stride) {
      const to = Math.min(from + stride, end)
      const around = this.planes.reduce(
        (most, plane) => Math.max(most, largest(plane, from - reach + 1, to + reach)),
        0,
      )
      if (around * worstOvershoot <= this.ceiling) continue
      for (let at = from; at < to; at++) this.bound(at)
    }
    this.seen = Math.max(this.seen, end)
  }

  // A peak after sample `at` bounds that frame and the next, and all that the look-ahead covers before.
  private bound(at: number): void {
    let peak = 0
    for (const plane of this.planes) peak = Math.max(peak, Math.abs(plane[at] ?? 0), peakBetween(plane, at))
    if (peak <= this.ceiling) return
    const gain = this.ceiling / peak
    const last = Math.min(at + 1, this.frames - 1)
    for (let i = Math.max(this.out, at - lookAhead); i <= last; i++) {
      if (gain < (this.bounds[i] ?? 1)) this.bounds[i] = gain
    }
  }

  private give(end: number): Float32Array {
    const { channels, planes } = this
    this.runAhead(end)
    const count = Math.max(0, end - this.out)
    const block = new Float32Array(count * channels)
    for (let frame = 0; frame < count; frame++) {
      const at = this.out + frame
      const gain = this.nextGain(this.bounds[at] ?? 1)
      for (let c = 0; c < channels; c++) {
        const x = planes[c]?.[at] ?? 0
        block[frame * channels + c] = gain === 1 ? x : x * gain
      }
    }
    this.out += count
    return block
  }

  private runAhead(end: number): void {
    while (this.ahead > 0 && this.out < end) {
      this.nextGain(this.bounds[this.out] ?? 1)
      this.out++
      this.ahead--
    }
  }

  // The mean of the envelope over the look-ahead: a straight descent that arrives exactly at the peak.
  private nextGain(bound: number): number {
    if (this.envelope === 1 && bound === 1 && this.lowered === 0) return 1
    const recovered = 1 - (1 - this.envelope) * release
    this.envelope = Math.min(bound, recovered > 0.99999 ? 1 : recovered)
    const oldest = this.ring[this.ringAt] ?? 1
    this.ring[this.ringAt] = this.envelope
    this.ringAt = (this.ringAt + 1) % this.ring.length
    this.lowered += Number(this.envelope < 1) - Number(oldest < 1)
    this.ringSum = this.lowered === 0 ? this.ring.length : this.ringSum + this.envelope - oldest
    const gain = this.ringSum / this.ring.length
    if (gain < this.lowestGain) this.lowestGain = gain
    return gain
  }
}
