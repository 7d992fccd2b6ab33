import type { Milliseconds } from '#lib/time/duration.ts'

/** What a layer III file turned out to hold, frame by frame. */
export type WalkedSound = {
  /** As a decoder plays it: what a file says of itself may be wrong. */
  playsMs: Milliseconds
  frames: number
  channels: number
  /** Of the first frame that sounds. */
  sampleRateHz: number
  /** The lowest of any frame, bits a second. */
  bitRate: number
}

type Frame = {
  bytes: number
  samples: number
  sampleRateHz: number
  bitRate: number
  channels: number
  countsAt: number
}

/** By version (1, then 2 and 2.5), kbit/s. */
const bitRates = [
  [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
]
const sampleRates = [44_100, 48_000, 32_000]
/** Enough to know a frame, and whether the first one only counts the others. */
const headBytes = 40

/**
 * Walks over the frames of a file that comes in pieces, after its tag: `see` each piece, then `end`. Nothing of the
 * sound itself is kept.
 */
export function mp3Walk(): { see: (piece: Uint8Array) => void; end: () => WalkedSound } {
  const found = { playsMs: 0, frames: 0, channels: 0, sampleRateHz: 0, bitRate: 0 }
  let rest: Uint8Array = new Uint8Array()
  let skip = 0

  function count(frame: Frame) {
    found.playsMs += (frame.samples * 1000) / frame.sampleRateHz
    found.bitRate = found.frames === 0 ? frame.bitRate : Math.min(found.bitRate, frame.bitRate)
    if (found.frames === 0)
      Object.assign(found, { channels: frame.channels, sampleRateHz: frame.sampleRateHz })
    found.frames += 1
  }

  /** Bytes to go over at `at`: a frame, an old tag at the end, or one that is neither. */
  function step(bytes: Uint8Array, at: number): number {
    const frame = frameAt(bytes, at)
    if (frame) {
      const isCount = found.frames === 0 && counts(bytes, at + frame.countsAt)
      if (!isCount) count(frame)
      return frame.bytes
    }
    return latin(bytes, at, 3) === 'TAG' ? 128 : 1
  }

  function walk(bytes: Uint8Array, until: number): number {
    let at = skip
    while (at < until) at += step(bytes, at)
    return at
  }

  return {
    see(piece) {
      const bytes = rest.length === 0 ? piece : joined(rest, piece)
      const at = walk(bytes, bytes.length - headBytes)
      rest = bytes.subarray(Math.min(at, bytes.length))
      skip = Math.max(0, at - bytes.length)
    },
    end() {
      walk(rest, rest.length)
      return { ...found, playsMs: Math.round(found.playsMs) }
    },
  }
}

function frameAt(bytes: Uint8Array, at: number): Frame | null {
  const [first = 0, second = 0, third = 0, fourth = 0] = bytes.subarray(at, at + 4)
  const version = (second >> 3) & 3
  const isLayer3 = first === 0xff && second >= 0xe0 && ((second >> 1) & 3) === 1 && version !== 1
  const isFirst = version === 3
  const bitRate = (bitRates[isFirst ? 0 : 1]?.[third >> 4] ?? 0) * 1000
  const rate = sampleRates[(third >> 2) & 3] ?? 0
  if (!isLayer3 || bitRate === 0 || rate === 0) return null
  const sampleRateHz = isFirst ? rate : rate / (version === 2 ? 2 : 4)
  const samples = isFirst ? 1152 : 576
  const length = Math.floor(((samples / 8) * bitRate) / sampleRateHz) + ((third >> 1) & 1)
  const channels = fourth >> 6 === 3 ? 1 : 2
  const countsAt = 4 + (isFirst ? (channels === 1 ? 17 : 32) : channels === 1 ? 9 : 17)
  return { bytes: length, samples, sampleRateHz, bitRate, channels, countsAt }
}

/** A first frame that only counts the others makes no sound. */
function counts(bytes: Uint8Array, at: number): boolean {
  return ['Xing', 'Info'].includes(latin(bytes, at, 4))
}

function latin(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length))
}

function joined(one: Uint8Array, two: Uint8Array): Uint8Array {
  const whole = new Uint8Array(one.length + two.length)
  whole.set(one)
  whole.set(two, one.length)
  return whole
}
