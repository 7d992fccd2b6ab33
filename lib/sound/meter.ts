import { channelWeights } from './channels.ts'
import { KWeighting } from './k-weighting.ts'
import { LowEndMeter } from './low-end.ts'
import { type Measurement, measurementOf } from './measurement.ts'
import { Tape } from './tape.ts'
import { TruePeakMeter } from './true-peak.ts'

const pairFrames = 480
const subBlockFrames = 4800
const fullScale = 0.9995

/** One channel's own figures. */
class ChannelMeter {
  readonly weighting = new KWeighting()
  readonly truePeak = new TruePeakMeter()
  low = 0
  high = 0
  sum = 0
  squares = 0
  clipped = 0
  private run = 0

  /** Lowest, highest, mean, energy and clipping of the samples `from`, `from + step` … below `to`. */
  push(samples: Float32Array, from: number, to: number, step: number): void {
    let { low, high, sum, squares } = this
    for (let i = from; i < to; i += step) {
      const x = samples[i] ?? 0
      if (x < low) low = x
      if (x > high) high = x
      sum += x
      squares += x * x
    }
    this.low = low
    this.high = high
    this.sum = sum
    this.squares = squares
    this.truePeak.push(samples, from, to, step)
    if (high >= fullScale || low <= -fullScale) this.countClipping(samples, from, to, step)
    else this.run = 0
  }

  private countClipping(samples: Float32Array, from: number, to: number, step: number): void {
    for (let i = from; i < to; i += step) {
      this.run = Math.abs(samples[i] ?? 0) >= fullScale ? this.run + 1 : 0
      if (this.run === 3) this.clipped += 3
      else if (this.run > 3) this.clipped++
    }
  }
}

/** Measures a sound as it streams by: interleaved Float32 blocks at 48 kHz, whole frames, any length. */
export class SoundMeter {
  private readonly channels: readonly ChannelMeter[]
  private readonly weights: readonly number[]
  private readonly pairs = new Tape()
  private readonly subBlocks = new Tape()
  private readonly lowEnd = new LowEndMeter()
  private frames = 0
  private energy = 0
  private low = 0
  private high = 0
  private samplePeak = 0
  private leftTimesRight = 0

  constructor(channels: number) {
    this.channels = Array.from({ length: channels }, () => new ChannelMeter())
    this.weights = channelWeights(channels)
  }

  push(block: Float32Array): void {
    const count = this.channels.length
    for (let from = 0; from < block.length; ) {
      const to = Math.min(block.length, from + (pairFrames - (this.frames % pairFrames)) * count)
      this.pushWithinPair(block, from, to)
      this.frames += (to - from) / count
      if (this.frames % pairFrames === 0) this.closePair()
      if (this.frames % subBlockFrames === 0) this.closeSubBlock()
      from = to
    }
  }

  private pushWithinPair(block: Float32Array, from: number, to: number): void {
    const count = this.channels.length
    this.channels.forEach((channel, c) => {
      channel.low = 0
      channel.high = 0
      channel.push(block, from + c, to, count)
      this.low = Math.min(this.low, channel.low)
      this.high = Math.max(this.high, channel.high)
      const weight = this.weights[c] ?? 1
      if (weight > 0) this.energy += weight * channel.weighting.sumOfSquares(block, from + c, to, count)
    })
    if (count === 2) this.leftTimesRight += product(block, from, to)
    this.lowEnd.push(block, from, to, count)
  }

  private closePair(): void {
    this.pairs.push(this.low)
    this.pairs.push(this.high)
    this.samplePeak = Math.max(this.samplePeak, -this.low, this.high)
    this.low = 0
    this.high = 0
  }

  private closeSubBlock(): void {
    this.subBlocks.push(this.energy / subBlockFrames)
    this.energy = 0
  }

  /** The sound is over. A last part of 10 ms is drawn; a last part of 100 ms has no loudness. */
  finish(): Measurement {
    if (this.frames % pairFrames !== 0) this.closePair()
    const { frames } = this
    const perFrame = (total: number) => total / Math.max(1, frames)
    return measurementOf({
      frames,
      sums: {
        energies: this.channels.map(({ squares }) => perFrame(squares)),
        leftTimesRight: perFrame(this.leftTimesRight),
      },
      subBlocks: this.subBlocks.cut(),
      pairs: this.pairs.cut(),
      truePeak: Math.max(this.samplePeak, ...this.channels.map(({ truePeak }) => truePeak.finish())),
      samplePeak: this.samplePeak,
      dcOffset: Math.max(...this.channels.map(({ sum }) => Math.abs(perFrame(sum)))),
      clippedSamples: this.channels.reduce((total, { clipped }) => total + clipped, 0),
      lowEnd: this.lowEnd.finish(),
    })
  }
}

function product(block: Float32Array, from: number, to: number): number {
  let sum = 0
  for (let i = from; i < to; i += 2) sum += (block[i] ?? 0) * (block[i + 1] ?? 0)
  return sum
}
