import { blockTypes, type Frame, frameSamples, framesOf, isContinuous } from './mp3-frame.ts'

/** The frames of one chunk, all of the same length, and which of them are its own. */
export type ChunkFrames = { bytes: Uint8Array; before: number; count: number; isLast: boolean }

/** LAME delays its output by this many samples; a decoder by 529 more. */
const encoderDelay = 576
/** Neighbours may be joined this many frames later where their windows agree better. */
const mostShift = 3

/**
 * Joins chunks frame by frame into one stream of `samples` samples at 48 kHz, with one Info frame at its head.
 * Each part of the result is a view of a chunk: nothing is copied. Frames need nothing of one another (no bit
 * reservoir) but the windowing of the one before, so where two chunks were encoded differently the join is
 * moved by a frame or two until it fits.
 */
export function joinChunks(chunks: readonly ChunkFrames[], samples: number, bitRate: number): Uint8Array[] {
  const length = frameLength(bitRate)
  const shifts = chunks.map((chunk, index) => shiftBefore(chunks[index - 1], chunk, length))
  const parts = chunks.map(({ bytes, before, count, isLast }, index) => {
    const start = before + (shifts[index] ?? 0)
    const end = isLast ? bytes.length / length : before + count + (shifts[index + 1] ?? 0)
    return bytes.subarray(start * length, end * length)
  })
  const frames = parts.reduce((sum, part) => sum + part.length, 0) / length
  return [infoFrame(frames, samples, bitRate), ...parts]
}

export function frameLength(bitRate: number): number {
  return (144 * bitRate) / 48_000
}

function shiftBefore(left: ChunkFrames | undefined, right: ChunkFrames, length: number): number {
  if (!left) return 0
  const at = ({ bytes }: ChunkFrames, index: number): Frame | undefined =>
    framesOf(bytes.subarray(index * length, (index + 1) * length))[0]
  for (let shift = 0; shift <= mostShift; shift++) {
    const last = at(left, left.before + left.count - 1 + shift)
    const first = at(right, right.before + shift)
    if (last && first && isContinuous(blockTypes(last)[1], blockTypes(first)[0])) return shift
  }
  return 0
}

/**
 * The head frame that tells players how many frames follow and which samples are padding (the Xing/LAME "Info"
 * frame, gabriel.mp3-tech.org/mp3infotag.html). `frames` do not count itself.
 */
export function infoFrame(frames: number, samples: number, bitRate: number): Uint8Array {
  const length = frameLength(bitRate)
  const frame = new Uint8Array(length)
  const view = new DataView(frame.buffer)
  frame.set([0xff, 0xfb, (bitRateIndex(bitRate) << 4) | 0x04, 0x44])
  const tag = 4 + 32
  write(frame, tag, 'Info')
  view.setUint32(tag + 4, 0x0f)
  view.setUint32(tag + 8, frames)
  view.setUint32(tag + 12, (frames + 1) * length)
  // Constant: a hundredth of the time is a hundredth of the bytes.
  for (let percent = 0; percent < 100; percent++)
    frame[tag + 16 + percent] = Math.floor((percent * 256) / 100)
  view.setUint32(tag + 116, 0)
  write(frame, tag + 120, 'LAME3.100')
  frame[tag + 129] = 1
  const padding = frames * frameSamples - encoderDelay - samples
  if (padding < 0 || padding > 4095) throw new Error(`${frames} frames do not hold ${samples} samples`)
  frame.set([encoderDelay >> 4, ((encoderDelay & 15) << 4) | (padding >> 8), padding & 255], tag + 141)
  frame[tag + 140] = Math.min(255, bitRate / 1000)
  view.setUint32(tag + 148, (frames + 1) * length)
  view.setUint16(tag + 154, crc16(frame.subarray(0, tag + 154)))
  return frame
}

function bitRateIndex(bitRate: number): number {
  return [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320].indexOf(bitRate / 1000)
}

function write(bytes: Uint8Array, at: number, text: string): void {
  bytes.set(
    Array.from(text, (letter) => letter.charCodeAt(0)),
    at,
  )
}

/** CRC-16/ARC, as LAME signs its tag. */
function crc16(bytes: Uint8Array): number {
  let crc = 0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >> 1) ^ 0xa001 : crc >> 1
  }
  return crc
}
