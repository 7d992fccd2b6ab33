/**
 * MPEG-1 layer III frames (ISO/IEC 11172-3, 2.4.1 and 2.4.2), as far as joining needs them: their length, how
 * their blocks are windowed, and a mono frame written as a joint stereo one. Frames are always 1 152 samples,
 * 24 ms at 48 kHz.
 */

/** Samples that one frame carries, of each channel. */
export const frameSamples = 1152

export type Frame = {
  bytes: Uint8Array
  isMono: boolean
  sampleRateHz: number
  bitRate: number
  /** Bytes of earlier frames that this one needs: 0 without a bit reservoir. */
  mainDataBegin: number
}

const bitRates = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
const sampleRates = [44_100, 48_000, 32_000]

/** The frames of a bare stream, one after the other; what is no frame (a tag at the head) ends it with an error. */
export function framesOf(stream: Uint8Array): Frame[] {
  const frames: Frame[] = []
  for (let at = 0; at < stream.length; ) {
    const frame = frameAt(stream, at)
    if (!frame) throw new Error(`No MP3 frame at byte ${at} of ${stream.length}`)
    if (at + frame.bytes.length > stream.length) throw new Error(`The MP3 frame at byte ${at} is cut off`)
    frames.push(frame)
    at += frame.bytes.length
  }
  return frames
}

function frameAt(stream: Uint8Array, at: number): Frame | null {
  const [first = 0, second = 0, third = 0, fourth = 0] = stream.subarray(at, at + 4)
  const isLayer3 = first === 0xff && second === 0xfb
  const bitRate = (bitRates[third >> 4] ?? 0) * 1000
  const sampleRateHz = sampleRates[(third >> 2) & 3] ?? 0
  if (!isLayer3 || bitRate === 0 || sampleRateHz === 0) return null
  const length = Math.floor((144 * bitRate) / sampleRateHz) + ((third >> 1) & 1)
  const mainDataBegin = ((stream[at + 4] ?? 0) << 1) | ((stream[at + 5] ?? 0) >> 7)
  const bytes = stream.subarray(at, at + length)
  return { bytes, isMono: fourth >> 6 === 3, sampleRateHz, bitRate, mainDataBegin }
}

/** Bit fields are read and written from the most significant bit of the first byte. */
class Bits {
  private at = 0
  private readonly bytes: Uint8Array
  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes
    this.at = at
  }
  read(count: number): number {
    let value = 0
    for (let end = this.at + count; this.at < end; this.at++)
      value = (value << 1) | (((this.bytes[this.at >> 3] ?? 0) >> (7 - (this.at & 7))) & 1)
    return value
  }
  write(value: number, count: number): void {
    for (let left = count - 1; left >= 0; left--, this.at++) {
      const byte = this.at >> 3
      this.bytes[byte] = (this.bytes[byte] ?? 0) | (((value >> left) & 1) << (7 - (this.at & 7)))
    }
  }
}

const headerBytes = 4
const monoSideBytes = 17
const stereoSideBytes = 32
const granuleBits = 59
/** Of a granule's 59 bits: where its overall gain and its windowing are. */
const gainAt = 21
const windowAt = 33

/**
 * How the two granules of a frame's first channel are windowed: 0 long, 1 towards short, 2 short, 3 back to
 * long. Neighbours only cancel each other's aliasing when they agree.
 */
export function blockTypes({ bytes, isMono }: Frame): [number, number] {
  const first = headerBytes * 8 + (isMono ? 9 + 5 + 4 : 9 + 3 + 8)
  const step = isMono ? granuleBits : 2 * granuleBits
  const typeAt = (bit: number) => {
    const bits = new Bits(bytes, bit + windowAt)
    return bits.read(1) === 0 ? 0 : bits.read(2)
  }
  return [typeAt(first), typeAt(first + step)]
}

/** Whether a granule windowed as `before` may be followed by one windowed as `after`. */
export function isContinuous(before: number, after: number): boolean {
  return before === 1 || before === 2 ? after === 2 || after === 3 : after === 0 || after === 1
}

/**
 * A mono frame as a joint stereo frame of `bitRate` that sounds the same in both channels: middle = the sound
 * √2 times louder (two steps of the overall gain, exactly), side = nothing. Throws when its bits do not fit.
 */
export function asJointStereo(mono: Frame, bitRate: number): Uint8Array {
  const { sampleRateHz } = mono
  const bytes = new Uint8Array(Math.floor((144 * bitRate) / sampleRateHz))
  const header = [
    0xff,
    0xfb,
    (bitRates.indexOf(bitRate / 1000) << 4) | (sampleRates.indexOf(sampleRateHz) << 2),
  ]
  const middleAndSide = 0x60
  const rights = (mono.bytes[3] ?? 0) & 0x0f
  bytes.set([...header, middleAndSide | rights])
  const from = new Bits(mono.bytes, headerBytes * 8)
  const to = new Bits(bytes, headerBytes * 8)
  to.write(from.read(9), 9)
  from.read(5)
  to.write(0, 3)
  to.write(from.read(4), 4)
  to.write(0, 4)
  const mainBits = copyGranule(from, to) + copyGranule(from, to)
  const main = mono.bytes.subarray(headerBytes + monoSideBytes)
  const needed = Math.ceil(mainBits / 8)
  if (headerBytes + stereoSideBytes + needed > bytes.length)
    throw new Error(`A mono frame of ${needed} bytes does not fit into ${bitRate} bits a second`)
  bytes.set(main.subarray(0, needed), headerBytes + stereoSideBytes)
  return bytes
}

/** Writes a granule's side information for the middle, then that of a side without a sound; answers its bits. */
function copyGranule(from: Bits, to: Bits): number {
  const length = from.read(12)
  to.write(length, 12)
  to.write(from.read(gainAt - 12), gainAt - 12)
  to.write(from.read(8) + 2, 8)
  to.write(from.read(4), 4)
  const isSwitched = from.read(1)
  to.write(isSwitched, 1)
  const windowing = from.read(3)
  to.write(windowing, 3)
  to.write(from.read(granuleBits - windowAt - 4), granuleBits - windowAt - 4)
  // The side has no bits, but its right channel is windowed like the left one.
  to.write(0, windowAt)
  to.write(isSwitched, 1)
  to.write(isSwitched ? windowing : 0, 3)
  to.write(0, granuleBits - windowAt - 4)
  return length
}
