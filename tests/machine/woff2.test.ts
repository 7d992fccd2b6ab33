import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { trueTypeFrom } from '#lib/machine/woff2.server.ts'

const folder = join(import.meta.dirname, '..', '..', 'public', 'fonts')
const faces = readdirSync(folder).filter((name) => /^(atkinson|bricolage).*\.woff2$/.test(name))

/** Where each table of a TrueType file lies. */
function tablesOf(file: Buffer): Map<string, Buffer> {
  const count = file.readUInt16BE(4)
  return new Map(
    Array.from({ length: count }, (_, index) => {
      const at = 12 + 16 * index
      const from = file.readUInt32BE(at + 8)
      return [file.toString('latin1', at, at + 4), file.subarray(from, from + file.readUInt32BE(at + 12))]
    }),
  )
}

describe('a face of browsers made one of prints', () => {
  test.each(faces)('%s: every glyph lies within its box and its table', (name) => {
    const tables = tablesOf(trueTypeFrom(readFileSync(join(folder, name))))
    const table = (tag: string) => tables.get(tag) ?? Buffer.alloc(0)
    const count = table('maxp').readUInt16BE(4)
    const isLong = table('head').readUInt16BE(50) === 1
    const place = (glyph: number) =>
      isLong ? table('loca').readUInt32BE(glyph * 4) : table('loca').readUInt16BE(glyph * 2) * 2
    expect(table('loca').length).toBe((count + 1) * (isLong ? 4 : 2))
    expect(place(count)).toBe(table('glyf').length)
    let drawn = 0
    for (let glyph = 0; glyph < count; glyph += 1) {
      const [from, to] = [place(glyph), place(glyph + 1)]
      expect(to).toBeGreaterThanOrEqual(from)
      if (to === from) continue
      drawn += 1
      const contours = table('glyf').readInt16BE(from)
      const [left = 0, low = 0, right = 0, high = 0] = [2, 4, 6, 8].map((at) =>
        table('glyf').readInt16BE(from + at),
      )
      expect(left).toBeLessThanOrEqual(right)
      expect(low).toBeLessThanOrEqual(high)
      expect(contours).toBeGreaterThanOrEqual(-1)
      if (contours > 0) expect(lastPoint(table('glyf'), from, contours)).toBeGreaterThan(0)
    }
    expect(drawn).toBeGreaterThan(count / 2)
  })

  test('what is no such file is said to be none', () => {
    expect(() => trueTypeFrom(Buffer.from('wOFF and more than that, to be sure of it.'))).toThrow(
      'Not a WOFF2 file',
    )
  })
})

const lastPoint = (glyf: Buffer, from: number, contours: number) =>
  glyf.readUInt16BE(from + 10 + 2 * (contours - 1))
