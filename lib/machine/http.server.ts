import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { compressed } from './http-compress.server.ts'
import { entityTag, ifRangeHolds, type Validators, verdict } from './http-conditions.ts'
import { attachment } from './http-disposition.ts'
import { bestEncoding } from './http-encoding.ts'
import { byteRange } from './http-range.ts'

/** How something is offered, whatever its bytes. */
export type Offer = {
  /** Media type, with charset for text. */
  type: string
  /** Epoch milliseconds. */
  lastModified: number
  /** Such as `public, max-age=31536000, immutable`. */
  cacheControl: string
  /** True lets any site read it: feed, chapters, transcripts, audio, artwork. */
  cors?: boolean
  /** Saved under this name instead of shown. */
  downloadName?: string
}
export type FileOffer = Offer & {
  /** Absolute path that we made; never from a request. */
  path: string
  /** Exact length, bytes. */
  size: number
  /** Without quotes, for example the SHA-256. Must change with the bytes. */
  etag: string
}
export type BytesOffer = Offer & {
  body: string | Uint8Array
  /** Negotiates brotli or gzip: for text. `hard` takes its time once, for what never changes. */
  compress?: boolean | 'hard'
  /** Further headers, such as the feed's `Link`. */
  headers?: Readonly<Record<string, string>>
}
/**
 * What went out: `bodyBytes` were handed to the network, fewer than asked when the client left; of a file they
 * begin at its `firstByte`.
 */
export type Sent = { status: number; bodyBytes: number; firstByte?: number }

const leavingCodes = new Set([
  'ECONNRESET',
  'EPIPE',
  'ERR_STREAM_DESTROYED',
  'ERR_STREAM_PREMATURE_CLOSE',
  'ERR_STREAM_UNABLE_TO_PIPE',
])
const readMethods = 'GET, HEAD, OPTIONS'

/**
 * Serves a file with exact ranges and validators; 404 when it is not there. HEAD has GET's headers.
 * Ends well when the client leaves half-way; any other failure of reading throws, before or after
 * the headers are out.
 */
export async function sendFile(req: IncomingMessage, res: ServerResponse, offer: FileOffer): Promise<Sent> {
  if (!isRead(req)) return answerOther(req, res, offer.cors)
  const current = { etag: entityTag(offer.etag), lastModified: offer.lastModified }
  const headers = { ...offerHeaders(offer, current), 'Accept-Ranges': 'bytes' }
  const short = conditionalAnswer(req, res, current, headers)
  if (short) return short
  const wanted = req.method === 'GET' && ifRangeHolds(req.headers['if-range']?.toString(), current)
  const range = byteRange(wanted ? req.headers.range : undefined, offer.size)
  if (range.kind === 'none') {
    const refused = { ...publicHeaders(offer.cors), 'Content-Range': `bytes */${offer.size}` }
    return finish(req, res, 416, { ...refused, 'Accept-Ranges': 'bytes' })
  }
  const { start, end } = range.kind === 'part' ? range : { start: 0, end: offer.size - 1 }
  const partial = range.kind === 'part' ? { 'Content-Range': `bytes ${start}-${end}/${offer.size}` } : {}
  const status = range.kind === 'part' ? 206 : 200
  return streamFile(req, res, offer, { status, start, end }, { ...headers, ...partial })
}

/**
 * Serves bytes held in memory, with a tag made of them: equal bytes answer 304 for ever. With
 * `compress` each encoding has its own tag, and each of them is recognised.
 */
export async function sendBytes(req: IncomingMessage, res: ServerResponse, offer: BytesOffer): Promise<Sent> {
  if (!isRead(req)) return answerOther(req, res, offer.cors)
  const body = typeof offer.body === 'string' ? Buffer.from(offer.body) : offer.body
  const digest = createHash('sha256').update(body).digest('base64url')
  const accepted = req.headers['accept-encoding']?.toString()
  const encoding = offer.compress ? bestEncoding(accepted) : 'identity'
  const plain = entityTag(digest)
  const tags = { identity: plain, gzip: entityTag(`${digest}-gzip`), br: entityTag(`${digest}-br`) }
  const current = { etag: tags[encoding], lastModified: offer.lastModified }
  const headers: OutgoingHttpHeaders = { ...offerHeaders(offer, current), ...offer.headers }
  if (offer.compress) headers.Vary = 'Accept-Encoding'
  const variants = offer.compress ? Object.values(tags) : []
  const short = conditionalAnswer(req, res, current, headers, variants)
  if (short) return short
  const sent =
    encoding === 'identity' ? body : await compressed(body, digest, encoding, offer.compress === 'hard')
  if (encoding !== 'identity') headers['Content-Encoding'] = encoding
  return finish(req, res, 200, { ...headers, 'Content-Type': offer.type }, sent)
}

/** Answers a plain sentence, for what never reaches a page: 400, 404, 405, 413 … */
export function sendSentence(
  req: IncomingMessage,
  res: ServerResponse,
  status: number,
  sentence: string,
  headers: OutgoingHttpHeaders = {},
): Sent {
  const all = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store', ...headers }
  return finish(
    req,
    res,
    status,
    { 'X-Content-Type-Options': 'nosniff', ...all },
    Buffer.from(`${sentence}\n`),
  )
}

async function streamFile(
  req: IncomingMessage,
  res: ServerResponse,
  offer: FileOffer,
  part: { status: number; start: number; end: number },
  headers: OutgoingHttpHeaders,
): Promise<Sent> {
  const file = await open(offer.path).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return null
    throw new Error('Could not open a file to send', { cause })
  })
  if (file === null) return sendSentence(req, res, 404, 'Not found', publicHeaders(offer.cors))
  try {
    const { size } = await file.stat()
    if (size !== offer.size) throw new Error(`A file to send has ${size} bytes instead of ${offer.size}`)
    const length = part.end - part.start + 1
    res.writeHead(part.status, { ...headers, 'Content-Type': offer.type, 'Content-Length': length })
    if (req.method === 'HEAD' || length === 0) {
      res.end()
      return { status: part.status, bodyBytes: 0 }
    }
    const stream = file.createReadStream({ start: part.start, end: part.end, autoClose: false })
    await pipeline(stream, res).catch((cause: NodeJS.ErrnoException) => {
      if (!hasLeft(cause)) throw new Error('Could not finish sending a file', { cause })
    })
    // What still waits in our buffers when the client leaves was never sent.
    const bodyBytes = Math.max(0, stream.bytesRead - res.writableLength)
    return { status: part.status, bodyBytes, firstByte: part.start }
  } finally {
    await file.close()
  }
}

function isRead(req: IncomingMessage): boolean {
  return req.method === 'GET' || req.method === 'HEAD'
}

/** OPTIONS, preflights included, and a 405 for every other method. */
function answerOther(req: IncomingMessage, res: ServerResponse, cors = false): Sent {
  const allow = { Allow: readMethods, ...publicHeaders(cors) }
  if (req.method !== 'OPTIONS') return sendSentence(req, res, 405, 'Method not allowed', allow)
  const preflight = {
    'Access-Control-Allow-Methods': readMethods,
    'Access-Control-Allow-Headers': 'Range, If-Range, If-None-Match, If-Modified-Since, Content-Type, *',
    'Access-Control-Max-Age': '86400',
  }
  return finish(req, res, 204, cors ? { ...allow, ...preflight } : allow)
}

function conditionalAnswer(
  req: IncomingMessage,
  res: ServerResponse,
  current: Validators,
  headers: OutgoingHttpHeaders,
  variants: readonly string[] = [],
): Sent | null {
  const answer = verdict(req.headers, current, variants)
  if (answer.kind === 'unchanged') return finish(req, res, 304, { ...headers, ETag: answer.etag })
  return answer.kind === 'not-expected' ? finish(req, res, 412, headers) : null
}

function offerHeaders(offer: Offer, current: Validators): OutgoingHttpHeaders {
  return {
    ...publicHeaders(offer.cors),
    ETag: current.etag,
    'Last-Modified': new Date(current.lastModified).toUTCString(),
    'Cache-Control': offer.cacheControl,
    ...(offer.downloadName === undefined ? {} : { 'Content-Disposition': attachment(offer.downloadName) }),
  }
}

function publicHeaders(cors = false): OutgoingHttpHeaders {
  if (!cors) return { 'X-Content-Type-Options': 'nosniff' }
  return {
    'X-Content-Type-Options': 'nosniff',
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'Accept-Ranges, Content-Length, Content-Range, ETag, Last-Modified',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  }
}

function finish(
  req: IncomingMessage,
  res: ServerResponse,
  status: number,
  headers: OutgoingHttpHeaders,
  body?: Uint8Array,
): Sent {
  // 204 and 304 have no body by definition, hence no length either.
  const length = status === 204 || status === 304 ? {} : { 'Content-Length': body?.length ?? 0 }
  res.writeHead(status, { ...headers, ...length })
  const sends = req.method !== 'HEAD' && body !== undefined
  res.end(sends ? body : undefined)
  return { status, bodyBytes: sends ? body.length : 0 }
}

function hasLeft(cause: NodeJS.ErrnoException): boolean {
  return leavingCodes.has(cause.code ?? '')
}
