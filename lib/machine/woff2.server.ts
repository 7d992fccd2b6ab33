import { brotliDecompressSync } from 'node:zlib'
import { ByteReader } from './byte-reader.ts'
import { glyphsFrom } from './woff2-glyphs.ts'

/**
 * Makes a TrueType file of a WOFF2 one (W3C WOFF File Format 2.0): browsers read the latter, a PDF holds the former.
 * Only what our own faces use: one TrueType font, its glyphs transformed, its other tables as they are.
 */
export function trueTypeFrom(woff2: Uint8Array): Buffer {
  const reader = new ByteReader(woff2)
  if (reader.text(4) !== 'wOF2') throw new Error('Not a WOFF2 file')
  const flavor = reader.uint32()
  reader.skip(4)
  const count = reader.uint16()
  reader.skip(6)
  const packedBytes = reader.uint32()
  reader.skip(24)
  const entries = Array.from({ length: count }, () => entryFrom(reader))
  const tables = new ByteReader(brotliDecompressSync(reader.bytes(packedBytes)))
  const plain = new Map<string, Uint8Array>()
  for (const { tag, isTransformed, storedBytes } of entries) {
    const stored = tables.bytes(storedBytes)
    if (!isTransformed) plain.set(tag, stored)
    else if (tag === 'glyf') for (const [name, table] of glyphsFrom(stored)) plain.set(name, table)
    else if (tag !== 'loca')
      throw new Error(`The table ${tag} of a WOFF2 file is transformed in a way we do not read`)
  }
  return sfntOf(flavor, plain)
}

type Entry = { tag: string; isTransformed: boolean; storedBytes: number }

function entryFrom(reader: ByteReader): Entry {
  const flags = reader.uint8()
  const known = knownTags[flags & 0x3f]
  const tag = known ?? reader.text(4)
  const version = flags >> 6
  const isGlyphs = tag === 'glyf' || tag === 'loca'
  const isTransformed = isGlyphs ? version === 0 : version !== 0
  const plainBytes = reader.base128()
  return { tag, isTransformed, storedBytes: isTransformed ? reader.base128() : plainBytes }
}

/** A file of tables. Its check sums are left at 0: whoever embeds the font writes its own. */
function sfntOf(flavor: number, tables: ReadonlyMap<string, Uint8Array>): Buffer {
  const names = [...tables.keys()].sort()
  const head = Buffer.alloc(12 + 16 * names.length)
  head.writeUInt32BE(flavor, 0)
  head.writeUInt16BE(names.length, 4)
  const parts: Uint8Array[] = [head]
  let offset = head.length
  for (const [index, name] of names.entries()) {
    const table = tables.get(name) ?? new Uint8Array()
    const at = 12 + 16 * index
    head.write(name, at, 'latin1')
    head.writeUInt32BE(offset, at + 8)
    head.writeUInt32BE(table.length, at + 12)
    const padding = new Uint8Array((4 - (table.length % 4)) % 4)
    parts.push(table, padding)
    offset += table.length + padding.length
  }
  return Buffer.concat(parts)
}

/** The tables that WOFF2 knows by a number. */
const knownTags =
  'cmap|head|hhea|hmtx|maxp|name|OS/2|post|cvt |fpgm|glyf|loca|prep|CFF |VORG|EBDT|EBLC|gasp|hdmx|kern|LTSH|PCLT|VDMX|vhea|vmtx|BASE|GDEF|GPOS|GSUB|EBSC|JSTF|MATH|CBDT|CBLC|COLR|CPAL|SVG |sbix|acnt|avar|bdat|bloc|bsln|cvar|fdsc|feat|fmtx|fvar|gvar|hsty|just|lcar|mort|morx|opbd|prop|trak|Zapf|Silf|Glat|Gloc|Feat|Sill'.split(
    '|',
  )
