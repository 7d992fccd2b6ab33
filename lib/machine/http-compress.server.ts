import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const keptBytes = 32 * 1024 * 1024
const kept = new Map<string, Promise<Buffer>>()
let heldBytes = 0

const gzipped = promisify(gzip)
const brotlied = promisify(brotliCompress)

/**
 * Bytes compressed once: readers of a feed ask for the same ones all day. `digest` names the bytes.
 * The newest 32 MB of results stay in memory; two who ask at the same moment share one compression.
 * `hard` is for what never changes: an eighth smaller, twenty times slower.
 */
export function compressed(
  body: Uint8Array,
  digest: string,
  encoding: 'br' | 'gzip',
  hard = false,
): Promise<Buffer> {
  const key = `${encoding} ${hard} ${digest}`
  const known = kept.get(key)
  if (known) return known
  const made = compress(body, encoding, hard)
  kept.set(key, made)
  made.then(
    (result) => {
      heldBytes += result.length
      return forgetOldest(key)
    },
    () => kept.delete(key),
  )
  return made
}

function compress(body: Uint8Array, encoding: 'br' | 'gzip', hard: boolean): Promise<Buffer> {
  // Quality 5 is smaller than gzip at the same speed; 11 takes seconds for a long feed.
  return encoding === 'gzip'
    ? gzipped(body, { level: hard ? 9 : 6 })
    : brotlied(body, { params: { [constants.BROTLI_PARAM_QUALITY]: hard ? 11 : 5 } })
}

async function forgetOldest(newest: string): Promise<void> {
  for (const [key, made] of kept) {
    if (heldBytes <= keptBytes || key === newest) return
    kept.delete(key)
    heldBytes -= (await made).length
  }
}
