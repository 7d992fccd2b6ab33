import { ByteReader } from './byte-reader.ts'

type Point = { dx: number; dy: number; isOn: boolean }
type Streams = Record<
  'contours' | 'points' | 'flags' | 'glyphs' | 'composites' | 'boxes' | 'instructions',
  ByteReader
>

/** The tables `glyf` and `loca` as a TrueType file has them, out of the one that WOFF2 made of both (section 5.1). */
export function glyphsFrom(transformed: Uint8Array): [name: string, table: Uint8Array][] {
  const reader = new ByteReader(transformed)
  reader.skip(4)
  const count = reader.uint16()
  const isLong = reader.uint16() === 1
  const sizes = Array.from({ length: 7 }, () => reader.uint32())
  const stream = (index: number) => new ByteReader(reader.bytes(sizes[index] ?? 0))
  const streams: Streams = {
    contours: stream(0),
    points: stream(1),
    flags: stream(2),
    glyphs: stream(3),
    composites: stream(4),
    boxes: stream(5),
    instructions: stream(6),
  }
  const hasBox = streams.boxes.bytes(4 * Math.ceil(count / 32))
  const glyphs = Array.from({ length: count }, (_, index) =>
    even(glyphFrom(streams, ((hasBox[index >> 3] ?? 0) & (0x80 >> (index & 7))) !== 0)),
  )
  return [
    ['glyf', joined(glyphs)],
    ['loca', locationsOf(glyphs, isLong)],
  ]
}

function glyphFrom(streams: Streams, hasBox: boolean): number[] {
  const contours = streams.contours.int16()
  if (contours === 0) return []
  const box = hasBox ? [...streams.boxes.bytes(8)] : null
  return contours < 0 ? compositeFrom(streams, box ?? []) : simpleFrom(streams, contours, box)
}

function simpleFrom(streams: Streams, contours: number, box: number[] | null): number[] {
  const lengths = Array.from({ length: contours }, () => streams.points.short())
  let last = -1
  const ends = lengths.map((length) => {
    last += length
    return last
  })
  const points = Array.from({ length: last + 1 }, () => pointFrom(streams))
  const instructions = streams.instructions.bytes(streams.glyphs.short())
  return [
    ...int16(contours),
    ...(box ?? boxOf(points)),
    ...ends.flatMap(int16),
    ...int16(instructions.length),
    ...instructions,
    // Every coordinate as a whole word: larger than need be, and never written to a file of ours.
    ...points.map(({ isOn }) => (isOn ? 1 : 0)),
    ...points.flatMap(({ dx }) => int16(dx)),
    ...points.flatMap(({ dy }) => int16(dy)),
  ]
}

const HAS_INSTRUCTIONS = 0x100
const MORE = 0x20

/** A glyph made of others: its parts are copied as they are. */
function compositeFrom(streams: Streams, box: number[]): number[] {
  const parts: number[] = []
  let flags = MORE
  let hasInstructions = false
  while (flags & MORE) {
    flags = streams.composites.uint16()
    hasInstructions ||= (flags & HAS_INSTRUCTIONS) !== 0
    const scale = flags & 0x08 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0
    const bytes = 2 + (flags & 1 ? 4 : 2) + scale
    parts.push(...int16(flags), ...streams.composites.bytes(bytes))
  }
  if (!hasInstructions) return [...int16(-1), ...box, ...parts]
  const instructions = streams.instructions.bytes(streams.glyphs.short())
  return [...int16(-1), ...box, ...parts, ...int16(instructions.length), ...instructions]
}

/** A step from the point before it: its flag says how many bytes it takes and how they are cut (section 5.2). */
function pointFrom({ flags, glyphs }: Streams): Point {
  const byte = flags.uint8()
  const code = byte & 0x7f
  const signed = (bit: number, value: number) => ((code >> bit) & 1 ? value : -value)
  const isOn = byte < 128
  if (code < 10) return { dx: 0, dy: signed(0, ((code & 14) << 7) + glyphs.uint8()), isOn }
  if (code < 20) return { dx: signed(0, (((code - 10) & 14) << 7) + glyphs.uint8()), dy: 0, isOn }
  if (code < 84) {
    const [base, byte1] = [code - 20, glyphs.uint8()]
    const x = 1 + (base & 0x30) + (byte1 >> 4)
    return { dx: signed(0, x), dy: signed(1, 1 + ((base & 0x0c) << 2) + (byte1 & 0x0f)), isOn }
  }
  if (code < 120) {
    const base = code - 84
    const x = 1 + (Math.floor(base / 12) << 8) + glyphs.uint8()
    return { dx: signed(0, x), dy: signed(1, 1 + (((base % 12) >> 2) << 8) + glyphs.uint8()), isOn }
  }
  if (code < 124) {
    const [byte1, byte2] = [glyphs.uint8(), glyphs.uint8()]
    const y = ((byte2 & 0x0f) << 8) + glyphs.uint8()
    return { dx: signed(0, (byte1 << 4) + (byte2 >> 4)), dy: signed(1, y), isOn }
  }
  return { dx: signed(0, glyphs.uint16()), dy: signed(1, glyphs.uint16()), isOn }
}

function boxOf(points: readonly Point[]): number[] {
  let [x, y] = [0, 0]
  const places = points.map(({ dx, dy }) => {
    x += dx
    y += dy
    return { x, y }
  })
  const [xs, ys] = [places.map((place) => place.x), places.map((place) => place.y)]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)].flatMap(int16)
}

const int16 = (value: number) => [(value >> 8) & 0xff, value & 0xff]
/** Short locations count in words. */
const even = (glyph: number[]) => (glyph.length % 2 === 0 ? glyph : [...glyph, 0])

function joined(glyphs: readonly number[][]): Uint8Array {
  return Uint8Array.from(glyphs.flat())
}

function locationsOf(glyphs: readonly number[][], isLong: boolean): Uint8Array {
  const table = new DataView(new ArrayBuffer((glyphs.length + 1) * (isLong ? 4 : 2)))
  let offset = 0
  const write = (index: number) =>
    isLong ? table.setUint32(index * 4, offset) : table.setUint16(index * 2, offset / 2)
  for (const [index, glyph] of glyphs.entries()) {
    write(index)
    offset += glyph.length
  }
  write(glyphs.length)
  return new Uint8Array(table.buffer)
}
