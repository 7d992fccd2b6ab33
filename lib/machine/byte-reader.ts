/** Reads big-endian numbers one after the other. Throws a RangeError beyond the end. */
export class ByteReader {
  private readonly view: DataView
  private at = 0
  private readonly source: Uint8Array

  constructor(source: Uint8Array) {
    this.source = source
    this.view = new DataView(source.buffer, source.byteOffset, source.byteLength)
  }

  uint8(): number {
    this.at += 1
    return this.view.getUint8(this.at - 1)
  }

  uint16(): number {
    this.at += 2
    return this.view.getUint16(this.at - 2)
  }

  int16(): number {
    this.at += 2
    return this.view.getInt16(this.at - 2)
  }

  uint32(): number {
    this.at += 4
    return this.view.getUint32(this.at - 4)
  }

  skip(count: number) {
    this.at += count
  }

  bytes(count: number): Uint8Array {
    if (this.at + count > this.source.length) throw new RangeError('Read beyond the end')
    this.at += count
    return this.source.subarray(this.at - count, this.at)
  }

  text(count: number): string {
    return String.fromCharCode(...this.bytes(count))
  }

  /** WOFF2's UIntBase128: seven bits a byte, the highest bit says that another follows. */
  base128(): number {
    let value = 0
    for (let n = 0; n < 5; n += 1) {
      const byte = this.uint8()
      value = value * 128 + (byte & 0x7f)
      if (byte < 128) return value
    }
    throw new RangeError('A number of more than five bytes')
  }

  /** WOFF2's 255UInt16: one byte for what is small. */
  short(): number {
    const code = this.uint8()
    if (code === 253) return this.uint16()
    if (code === 254) return this.uint8() + 506
    return code === 255 ? this.uint8() + 253 : code
  }
}
