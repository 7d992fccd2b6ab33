/**
 * True peak by four-fold oversampling (ITU-R BS.1770-5, annex 2). The interpolator is a sinc under a
 * Kaiser window, 24 samples wide: flat to 20 kHz, and exact on the samples themselves.
 */

/** Samples needed on each side of the gap that is looked into. */
export const reach = 12

const width = 2 * reach
const taps = [quarter(0.25), quarter(0.5), quarter(0.75)]
const [first = taps0(), middle = taps0(), last = taps0()] = taps

/** No interpolated value exceeds the largest sample around it by more than this factor. */
export const worstOvershoot = Math.max(
  ...taps.map((phase) => phase.reduce((sum, tap) => sum + Math.abs(tap), 0)),
)

/**
 * The largest magnitude at the three quarters between `samples[at]` and `samples[at + 1]`.
 * Needs `reach - 1` samples before `at` and `reach` after it.
 */
export function peakBetween(samples: Float32Array, at: number): number {
  let a = 0
  let b = 0
  let c = 0
  const start = at - reach + 1
  for (let k = 0; k < width; k++) {
    const x = samples[start + k] ?? 0
    a += x * (first[k] ?? 0)
    b += x * (middle[k] ?? 0)
    c += x * (last[k] ?? 0)
  }
  return Math.max(Math.abs(a), Math.abs(b), Math.abs(c))
}

function taps0() {
  return new Float64Array(width)
}

function quarter(fraction: number): Float64Array {
  const phase = taps0().map((_, k) => {
    const distance = k - reach + 1 - fraction
    return (Math.sin(Math.PI * distance) / (Math.PI * distance)) * kaiser(distance / reach)
  })
  const sum = phase.reduce((total, tap) => total + tap, 0)
  return phase.map((tap) => tap / sum)
}

function kaiser(position: number): number {
  const beta = 6
  return bessel(beta * Math.sqrt(Math.max(0, 1 - position * position))) / bessel(beta)
}

// Modified Bessel function of the first kind, order 0, by its power series.
function bessel(x: number): number {
  let term = 1
  let sum = 1
  for (let k = 1; k < 40; k++) {
    term *= (x / (2 * k)) ** 2
    sum += term
  }
  return sum
}

const stride = 32

/** Follows the true peak of one channel; looks between samples only where a new maximum is possible. */
export class TruePeakMeter {
  /** Largest magnitude so far, 1 = full scale. */
  peak = 0
  private window = new Float32Array(0)
  private filled = width

  /** Takes the samples `from`, `from + step` … below `to`. */
  push(samples: Float32Array, from: number, to: number, step: number): void {
    const count = Math.ceil((to - from) / step)
    if (this.window.length < count + width) this.grow(count + width)
    this.window.copyWithin(0, this.filled - width, this.filled)
    for (let i = from, k = width; i < to; i += step, k++) this.window[k] = samples[i] ?? 0
    this.filled = width + count
    this.look(count)
  }

  /** The sound ends: the last gaps are followed by silence. */
  finish(): number {
    this.push(new Float32Array(reach), 0, reach, 1)
    return this.peak
  }

  private grow(length: number): void {
    const wider = new Float32Array(length)
    wider.set(this.window.subarray(0, this.filled))
    this.window = wider
  }

  private look(count: number): void {
    const { window } = this
    for (let from = reach; from < reach + count; from += stride) {
      const to = Math.min(from + stride, reach + count)
      const around = largest(window, from - reach, to + reach)
      if (around * worstOvershoot <= this.peak) continue
      for (let at = from; at < to; at++) {
        const sample = Math.abs(window[at] ?? 0)
        this.peak = Math.max(this.peak, sample, peakBetween(window, at))
      }
    }
  }
}

/** Largest magnitude of `samples[from]` up to but not including `samples[to]`. */
export function largest(samples: Float32Array, from: number, to: number): number {
  let most = 0
  for (let i = from; i < to; i++) {
    const size = Math.abs(samples[i] ?? 0)
    if (size > most) most = size
  }
  return most
}
