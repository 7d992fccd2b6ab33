import { factorOf } from '#lib/sound/loudness.ts'
import type { PlannedCut } from './plan.ts'

/** Frames a millisecond at 48 kHz: cuts fall on whole milliseconds, so on whole frames. */
const framesPerMs = 48

/** Brings the decoded blocks of one cut to the master's level, edges and channels, and to its exact length. */
export class CutShaper {
  readonly frames: number
  private readonly cut: PlannedCut
  private readonly channels: number
  private readonly gain: number
  private at = 0

  constructor(cut: PlannedCut, channels: number, trimDb: number) {
    this.cut = cut
    this.channels = channels
    this.gain = factorOf(cut.gainDb + trimDb)
    this.frames = (cut.endMs - cut.startMs) * framesPerMs
  }

  /** Frames not given yet. */
  get missing(): number {
    return this.frames - this.at
  }

  /** A block in the cut's own channels → a new one in the master's; beyond the cut's end it is empty. */
  shape(block: Float32Array): Float32Array {
    const { channels } = this
    const own = this.cut.channels
    const frames = Math.min(this.missing, block.length / own)
    const shaped = new Float32Array(frames * channels)
    for (let frame = 0; frame < frames; frame++) {
      const gain = this.gain * this.edge(this.at + frame)
      for (let c = 0; c < channels; c++)
        shaped[frame * channels + c] = gain * (block[frame * own + (c % own)] ?? 0)
    }
    this.at += frames
    return shaped
  }

  private edge(frame: number): number {
    const rising = (frame + 0.5) / (this.cut.fadeInMs * framesPerMs)
    const falling = (this.frames - frame - 0.5) / (this.cut.fadeOutMs * framesPerMs)
    return Math.min(1, rising, falling)
  }
}
