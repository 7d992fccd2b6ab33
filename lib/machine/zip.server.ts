import { inflateRawSync } from 'node:zlib'

const END = 0x06054b50
const ENTRY = 0x02014b50
/** The end of the directory, with the longest remark that may follow it. */
const END_BYTES = 22 + 65_535

/**
 * Whether `bytes` are a ZIP file whose parts together unpack to at most `mostBytes`. They are unpacked to be sure: what
 * the file says of its own sizes may be a lie.
 */
export function isZipWithin(bytes: Uint8Array, mostBytes: number): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    let left = mostBytes
    for (const part of partsOf(file)) {
      left -= part.isDeflated
        ? inflateRawSync(part.packed, { maxOutputLength: left }).length
        : part.packed.length
      if (left <= 0) return false
    }
    return left < mostBytes
  } catch (error) {
    // Offsets beyond the file, a stream that is none or that is too long: no file of ours.
    if (error instanceof RangeError || (error instanceof Error && 'code' in error)) return false
    throw error
  }
}

type Part = { packed: Buffer; isDeflated: boolean }

function partsOf(file: Buffer): Part[] {
  const tail = Math.max(0, file.length - END_BYTES)
  const mark = Buffer.alloc(4)
  mark.writeUInt32LE(END)
  const end = file.lastIndexOf(mark)
  if (end < tail || end < 0) return []
  const count = file.readUInt16LE(end + 10)
  const parts: Part[] = []
  let at = file.readUInt32LE(end + 16)
  for (let n = 0; n < count && file.readUInt32LE(at) === ENTRY; n += 1) {
    const local = file.readUInt32LE(at + 42)
    const from = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
    const packed = file.subarray(from, from + file.readUInt32LE(at + 20))
    parts.push({ packed, isDeflated: file.readUInt16LE(at + 10) === 8 })
    at += 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return parts
}
