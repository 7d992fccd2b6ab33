import { createWriteStream } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { askOutside, type Outside } from '#lib/machine/outside.server.ts'
import { Refusal } from '#lib/machine/refusal.ts'

export type Fetching = {
  outside: Outside
  signal: AbortSignal
  /** Bytes after decompression; more is refused. */
  mostBytes: number
  /** For the whole of it, redirects included. */
  mostMs: number
  /** For the silence between two pieces, or before the first. */
  idleMs?: number
  onBytes?: (bytes: number) => void
}

/** A file that was fetched; `url` after redirects. */
export type Fetched = { url: string; bytes: number; type: string }

const mostRedirects = 5
const usualIdleMs = 30_000

/**
 * Fetches `address` into a file of ours at `path`, over redirects, each asked as `askOutside` does.
 * Refuses `fetch.…`: `address`, `private`, `unknown-host`, `redirects`, `status`, `too-big`, `too-slow`, `cut`, `failed`.
 */
export async function fetchOutside(address: string, path: string, how: Fetching): Promise<Fetched> {
  const limit = AbortSignal.timeout(how.mostMs)
  const signal = AbortSignal.any([how.signal, limit])
  try {
    let url = webUrl(address)
    for (let redirects = 0; ; redirects++) {
      const { outside, idleMs = usualIdleMs } = how
      const answer = await askOutside(url, { outside, signal, headers: asWhom, idleMs })
      const status = answer.statusCode ?? 0
      const place = answer.headers.location
      if (status >= 300 && status < 400 && place !== undefined) {
        answer.destroy()
        if (redirects === mostRedirects) throw new Refusal('fetch.redirects')
        url = webUrl(place, url)
        continue
      }
      if (status !== 200) {
        answer.destroy()
        throw new Refusal('fetch.status', { status })
      }
      const bytes = await keep(answer, path, how, signal)
      return { url: url.href, bytes, type: answer.headers['content-type'] ?? '' }
    }
  } catch (cause) {
    throw refusalOf(cause, how.signal, limit)
  }
}

function webUrl(address: string, base?: URL): URL {
  const url = URL.parse(address, base)
  // A name and password in it would be sent to whoever it names.
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    throw new Refusal('fetch.address')
  return url
}

const asWhom = {
  'User-Agent': 'La Bobine (podcast import)',
  Accept: '*/*',
  'Accept-Encoding': 'gzip, deflate, br',
}

/** Writes what comes until it is all there; a length that was announced must be the one that came. */
async function keep(
  answer: IncomingMessage,
  path: string,
  how: Fetching,
  signal: AbortSignal,
): Promise<number> {
  let sent = 0
  let bytes = 0
  const announced = Number(answer.headers['content-length'] ?? Number.NaN)
  const encoding = answer.headers['content-encoding']?.trim().toLowerCase() ?? ''
  if (announced > how.mostBytes) throw new Refusal('fetch.too-big')
  const counted = new Transform({
    transform: (piece: Buffer, _encoding, next) => {
      bytes += piece.length
      how.onBytes?.(bytes)
      if (bytes > how.mostBytes) next(new Refusal('fetch.too-big'))
      else next(null, piece)
    },
  })
  answer.on('data', (piece: Buffer) => {
    sent += piece.length
  })
  const file = createWriteStream(path, { mode: 0o600 })
  const unpack = unpacker(encoding)
  if (unpack) await pipeline(answer, unpack, counted, file, { signal })
  else await pipeline(answer, counted, file, { signal })
  if (announced >= 0 && sent !== announced) throw new Refusal('fetch.cut')
  return bytes
}

function unpacker(encoding: string): Transform | null {
  if (encoding === 'gzip' || encoding === 'x-gzip') return createGunzip()
  if (encoding === 'deflate') return createInflate()
  return encoding === 'br' ? createBrotliDecompress() : null
}

const nameless = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA', 'ENODATA'])

/** What went wrong out there is an answer; what stopped us, or our own disk, is not. */
function refusalOf(cause: unknown, stopped: AbortSignal, limit: AbortSignal): unknown {
  if (stopped.aborted) return stopped.reason
  if (limit.aborted) return new Refusal('fetch.too-slow', {}, { cause })
  if (cause instanceof Refusal || !(cause instanceof Error)) return cause
  const code = 'code' in cause ? String(cause.code) : ''
  if (code === 'ENOSPC' || code === 'EDQUOT') return cause
  if (nameless.has(code)) return new Refusal('fetch.unknown-host', {}, { cause })
  const isCut = code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE' || cause.message === 'aborted'
  return new Refusal(isCut ? 'fetch.cut' : 'fetch.failed', {}, { cause })
}
