/** What is sent as it stands now: `etag` quoted and strong, `lastModified` in epoch milliseconds. */
export type Validators = { etag: string; lastModified: number }

/** The headers that make a request conditional, as received. */
export type Conditions = {
  'if-match'?: string
  'if-none-match'?: string
  'if-modified-since'?: string
  'if-unmodified-since'?: string
  'if-range'?: string
}

/** `send` it, answer 304 `unchanged` with that tag, or 412 because it is not what the client expects. */
export type Verdict = { kind: 'send' } | { kind: 'unchanged'; etag: string } | { kind: 'not-expected' }

/**
 * RFC 9110 §13.2.2 for GET and HEAD. `variants` are the tags of the same bytes in other encodings:
 * a client may ask about any of them, and learns which one it was.
 */
export function verdict(
  conditions: Conditions,
  current: Validators,
  variants: readonly string[] = [],
): Verdict {
  const expected = conditions['if-match']
  const since = httpDate(conditions['if-unmodified-since'])
  if (expected !== undefined) {
    if (!isAny(expected) && !entityTags(expected).includes(current.etag)) return { kind: 'not-expected' }
  } else if (since !== null && seconds(current.lastModified) > seconds(since)) {
    return { kind: 'not-expected' }
  }
  const known = conditions['if-none-match']
  if (known !== undefined) return knownVerdict(known, [current.etag, ...variants])
  const date = httpDate(conditions['if-modified-since'])
  const isUnchanged = date !== null && seconds(current.lastModified) <= seconds(date)
  return isUnchanged ? { kind: 'unchanged', etag: current.etag } : { kind: 'send' }
}

/** Whether a range may be answered in part: no `If-Range`, or one that names exactly what is here. */
export function ifRangeHolds(header: string | undefined, current: Validators): boolean {
  if (header === undefined) return true
  const value = header.trim()
  if (/^(W\/)?"/.test(value)) return value === current.etag
  const date = httpDate(value)
  return date !== null && seconds(date) === seconds(current.lastModified)
}

/** A quoted tag; throws on what a header cannot carry. */
export function entityTag(opaque: string): string {
  if (!/^[\x21\x23-\x7e]+$/.test(opaque)) throw new Error(`"${opaque}" cannot be an entity tag`)
  return `"${opaque}"`
}

function knownVerdict(header: string, tags: readonly string[]): Verdict {
  const known = entityTags(header).map((tag) => tag.replace(/^W\//, ''))
  const same = isAny(header) ? tags[0] : tags.find((tag) => known.includes(tag))
  return same === undefined ? { kind: 'send' } : { kind: 'unchanged', etag: same }
}

function isAny(header: string): boolean {
  return header.trim() === '*'
}

function entityTags(header: string): string[] {
  return header.match(/(?:W\/)?"[^"]*"/g) ?? []
}

/** HTTP dates count whole seconds. */
function seconds(ms: number): number {
  return Math.floor(ms / 1000)
}

function httpDate(header: string | undefined): number | null {
  const date = header === undefined ? Number.NaN : Date.parse(header)
  return Number.isNaN(date) ? null : date
}
