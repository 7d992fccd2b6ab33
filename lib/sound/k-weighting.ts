/**
 * The two filters of ITU-R BS.1770-5 (annex 1, tables 1 and 2) at 48 kHz: the head's shelf, then the
 * low cut. One per channel; it remembers the past between calls.
 */
export class KWeighting {
  private readonly past = new Float64Array(4)

  /** Sum of the squares of the weighted samples `from`, `from + step` … below `to`. */
  sumOfSquares(samples: Float32Array, from: number, to: number, step: number): number {
    let [s1 = 0, s2 = 0, h1 = 0, h2 = 0] = this.past
    let sum = 0
    for (let i = from; i < to; i += step) {
      const x = samples[i] ?? 0
      const shelved = 1.53512485958697 * x + s1
      s1 = -2.69169618940638 * x + 1.69065929318241 * shelved + s2
      s2 = 1.19839281085285 * x - 0.73248077421585 * shelved
      const y = shelved + h1
      h1 = -2 * shelved + 1.99004745483398 * y + h2
      h2 = shelved - 0.99007225036621 * y
      sum += y * y
    }
    this.past.set([settled(s1), settled(s2), settled(h1), settled(h2)])
    return sum
  }
}

// In long silence the filters ring down to numbers so small that processors slow down a hundredfold.
function settled(value: number): number {
  return Math.abs(value) < 1e-30 ? 0 : value
}
