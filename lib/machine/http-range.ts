/** Which bytes to send: all, from `start` to `end` (both included), or none because none are there. */
export type ByteRange = { kind: 'whole' } | { kind: 'part'; start: number; end: number } | { kind: 'none' }

const whole: ByteRange = { kind: 'whole' }

/**
 * Reads a `Range` header for something of `size` bytes (RFC 9110 §14). A malformed header, another
 * unit, or several ranges at once give the whole: always allowed, and no player asks for several.
 */
export function byteRange(header: string | undefined, size: number): ByteRange {
  const set = /^\s*bytes\s*=(.*)$/i.exec(header ?? '')?.[1]
  const ranges = (set ?? '').split(',').flatMap((range) => range.trim() || [])
  const match = ranges.length === 1 ? /^(\d*)-(\d*)$/.exec(ranges[0] ?? '') : null
  if (match === null) return whole
  const [, first = '', last = ''] = match
  if (first === '') return suffix(last, size)
  const start = Number(first)
  const end = last === '' ? Number.POSITIVE_INFINITY : Number(last)
  if (end < start) return whole
  if (start >= size) return { kind: 'none' }
  return { kind: 'part', start, end: Math.min(end, size - 1) }
}

function suffix(digits: string, size: number): ByteRange {
  if (digits === '') return whole
  const length = Math.min(Number(digits), size)
  return length === 0 ? { kind: 'none' } : { kind: 'part', start: size - length, end: size - 1 }
}
