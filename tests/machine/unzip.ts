import { crc32, inflateRawSync } from 'node:zlib'

/** The files of a ZIP by their names, read from its directory as other programs do; each must be what its checksum says. */
export function unzipped(zip: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>()
  const end = zip.lastIndexOf('PK\u0005\u0006')
  let at = zip.readUInt32LE(end + 16)
  for (let n = zip.readUInt16LE(end + 10); n > 0; n -= 1) {
    const lengths = [28, 30, 32].map((place) => zip.readUInt16LE(at + place))
    const name = zip.toString('utf8', at + 46, at + 46 + (lengths[0] ?? 0))
    const local = zip.readUInt32LE(at + 42)
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const packed = zip.subarray(from, from + zip.readUInt32LE(at + 20))
    const bytes = zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed
    if (crc32(bytes) !== zip.readUInt32LE(at + 16)) throw new Error(`${name} is broken`)
    files.set(name, bytes)
    at += 46 + lengths.reduce((sum, length) => sum + length, 0)
  }
  return files
}
