import { decibelsOf } from './loudness.ts'
import { Tape } from './tape.ts'

/** Samples at 48 kHz that one point at 1 kHz is the mean of. */
const framesPerPoint = 48
/** Points in 100 ms: bin n of their spectrum is n × 10 Hz exactly. */
const points = 100
const humBins = [5, 10]
const rumbleBins = [1, 2, 3, 4, 6, 7]
const cosine = Float64Array.from({ length: points }, (_, i) => Math.cos((2 * Math.PI * i) / points))

/** Below this, mean square (−65 dBFS), a quiet moment is quiet enough whatever it is made of. */
const unheard = 10 ** -6.5

/** How far hum and rumble stand above everything else in a sound's quiet moments, dB; null when these are quiet. */
export type LowEnd = { humDb: number | null; rumbleDb: number | null }

/**
 * Listens for what mains and wind leave below the voice, in the first channel, thinned to 1 kHz: one
 * addition a sample.
 */
export class LowEndMeter {
  private readonly thinned = new Float32Array(points)
  private readonly energies = new Tape()
  private readonly hums = new Tape()
  private readonly rumbles = new Tape()
  private point = 0
  private frames = 0
  private sum = 0
  private squares = 0

  /** The samples `from`, `from + step` … below `to`. */
  push(samples: Float32Array, from: number, to: number, step: number): void {
    for (let i = from; i < to; ) {
      const end = Math.min(to, i + (framesPerPoint - this.frames) * step)
      let { sum, squares, frames } = this
      for (; i < end; i += step) {
        const x = samples[i] ?? 0
        sum += x
        squares += x * x
        frames++
      }
      this.sum = sum
      this.squares = squares
      this.frames = frames
      if (frames === framesPerPoint) this.closePoint()
    }
  }

  private closePoint(): void {
    this.thinned[this.point++] = this.sum / framesPerPoint
    this.sum = 0
    this.frames = 0
    if (this.point < points) return
    this.energies.push(this.squares / (points * framesPerPoint))
    this.hums.push(this.energyOf(humBins))
    this.rumbles.push(this.energyOf(rumbleBins))
    this.squares = 0
    this.point = 0
  }

  /** Mean square of these bins together. */
  private energyOf(bins: readonly number[]): number {
    return bins.reduce((energy, bin) => {
      let cosines = 0
      let sines = 0
      for (let i = 0; i < points; i++) {
        const x = this.thinned[i] ?? 0
        cosines += x * (cosine[(bin * i) % points] ?? 0)
        sines += x * (cosine[(bin * i + points / 4) % points] ?? 0)
      }
      return energy + (2 * (cosines * cosines + sines * sines)) / (points * points)
    }, 0)
  }

  finish(): LowEnd {
    const energies = this.energies.cut()
    const heard = energies.filter((energy) => energy > unheard / 1000).sort()
    const quiet = heard[Math.floor(heard.length / 5)] ?? 0
    if (quiet < unheard) return { humDb: null, rumbleDb: null }
    const total = sumWhere(energies, energies, quiet)
    const over = (part: number) => (decibelsOf(part / Math.max(total - part, total * 1e-6)) ?? -120) / 2
    return {
      humDb: over(sumWhere(this.hums.cut(), energies, quiet)),
      rumbleDb: over(sumWhere(this.rumbles.cut(), energies, quiet)),
    }
  }
}

/** Sum of `values` where the sound is no louder than its quiet moments. */
function sumWhere(values: Float32Array, energies: Float32Array, quiet: number): number {
  return values.reduce((sum, value, i) => sum + ((energies[i] ?? 0) <= quiet ? value : 0), 0)
}
