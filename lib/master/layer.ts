import { factorOf } from '#lib/sound/loudness.ts'
import type { Layer } from './mixdown.ts'

/** Frames a millisecond at 48 kHz: layers fall on whole milliseconds, so on whole frames. */
const framesPerMs = 48
const framesPerStep = 100 * framesPerMs

/** Brings the decoded blocks of one layer to its gain, fades and ducking, and to its exact length. */
export class LayerShaper {
  private readonly layer: Layer
  private readonly channels: number
  private readonly frames: number
  private at = 0

  /** `channels` are those of the mixdown: a mono sound plays at full level in both. */
  constructor(layer: Layer, channels: number) {
    this.layer = layer
    this.channels = channels
    this.frames = (layer.endMs - layer.startMs) * framesPerMs
  }

  /** Frames not given yet. */
  get missing(): number {
    return this.frames - this.at
  }

  /** A block in the sound's own channels → a new one in the mixdown's; beyond the layer's end it is empty. */
  shape(block: Float32Array): Float32Array<ArrayBuffer> {
    const { channels } = this
    const own = this.layer.sound.channels
    const frames = Math.min(this.missing, block.length / own)
    const shaped = new Float32Array(frames * channels)
    const steady = this.isSteady(frames) ? factorOf(this.layer.gainDb) : null
    for (let frame = 0; frame < frames; frame++) {
      const gain = steady ?? this.gainAt(this.at + frame)
      for (let c = 0; c < channels; c++) shaped[frame * channels + c] = gain * this.sample(block, frame, c)
    }
    this.at += frames
    return shaped
  }

  /** What the sound lacks at its end. */
  silence(): Float32Array<ArrayBuffer> {
    const silence = new Float32Array(this.missing * this.channels)
    this.at = this.frames
    return silence
  }

  private sample(block: Float32Array, frame: number, c: number): number {
    const own = this.layer.sound.channels
    if (own <= this.channels) return block[frame * own + (c % own)] ?? 0
    return 0.5 * ((block[frame * own] ?? 0) + (block[frame * own + 1] ?? 0))
  }

  private isSteady(frames: number): boolean {
    const { fadeInMs, fadeOutMs, ducking } = this.layer
    const end = this.at + frames
    return (
      ducking.length === 0 &&
      this.at >= fadeInMs * framesPerMs &&
      end <= this.frames - fadeOutMs * framesPerMs
    )
  }

  private gainAt(frame: number): number {
    const { gainDb, fadeInMs, fadeOutMs, fades } = this.layer
    const rising = (frame + 0.5) / (fadeInMs * framesPerMs)
    const falling = (this.frames - frame - 0.5) / (fadeOutMs * framesPerMs)
    const edge = Math.min(1, rising, falling)
    const curved = fades === 'equal-power' ? Math.sin((edge * Math.PI) / 2) : edge
    return factorOf(gainDb + this.duckingAt(frame)) * curved
  }

  private duckingAt(frame: number): number {
    const { ducking } = this.layer
    const step = frame / framesPerStep
    const index = Math.min(Math.floor(step), ducking.length - 1)
    const here = ducking[index] ?? 0
    return here + ((ducking[index + 1] ?? here) - here) * Math.min(1, step - index)
  }
}
