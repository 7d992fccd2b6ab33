import type { IncomingMessage, ServerResponse } from 'node:http'
import { constants, createBrotliCompress, createGzip } from 'node:zlib'
import { bestEncoding } from './http-encoding.ts'

type Packer = ReturnType<typeof createBrotliCompress> | ReturnType<typeof createGzip>

const isText = /^(text\/|application\/(json|javascript|manifest\+json|xml)|image\/svg\+xml)/
/** Less than a packet is not worth it, bytes. */
const worthBytes = 1024

/**
 * Sends what Next writes in brotli, or gzip, piece by piece. Next's own compression knows gzip alone, whose 32 kB
 * of memory do not reach from what a page shows back to the same words in what its script is given: an episode
 * with its text costs a third less this way.
 */
export function compressPage(request: IncomingMessage, response: ServerResponse) {
  const { writeHead, write, end } = response
  /** Undefined until the head is about to leave. */
  let packer: Packer | null | undefined
  const decide = (status: number) => {
    if (packer !== undefined || response.headersSent) return packer
    packer = isWorthIt(request, response, status) ? packerOf(request, response) : null
    if (packer) feed(packer, response, { write, end })
    return packer
  }
  response.writeHead = (...given: unknown[]) => {
    // Headers given here would come after ours: none of Next's texts does.
    if (given.length === 1) decide(Number(given[0]))
    else packer ??= null
    return Reflect.apply(writeHead, response, given)
  }
  response.write = (...given: unknown[]) => {
    if (!response.headersSent) response.writeHead(response.statusCode)
    return Reflect.apply(packer ? packer.write : write, packer ?? response, given)
  }
  response.end = (...given: unknown[]) => {
    const packing = decide(response.statusCode)
    // Without compression Node.js itself counts the length of what ends at once.
    if (!packing) return Reflect.apply(end, response, given)
    if (!response.headersSent) response.writeHead(response.statusCode)
    Reflect.apply(packing.end, packing, given)
    return response
  }
  // Next asks for it after each piece; those of one moment leave together.
  Object.assign(response, { flush: oncePerMoment(() => packer?.writable && packer.flush()) })
}

function oncePerMoment(act: () => unknown): () => void {
  let isWaiting = false
  return () => {
    if (isWaiting) return
    isWaiting = true
    setImmediate(() => {
      isWaiting = false
      act()
    })
  }
}

function isWorthIt(request: IncomingMessage, response: ServerResponse, status: number): boolean {
  const length = response.getHeader('content-length')
  return (
    request.method !== 'HEAD' &&
    ![204, 206, 304].includes(status) &&
    isText.test(String(response.getHeader('content-type'))) &&
    !response.hasHeader('content-encoding') &&
    (length === undefined || Number(length) >= worthBytes)
  )
}

/** Null when the client takes neither. The answer depends on what was asked either way. */
function packerOf(request: IncomingMessage, response: ServerResponse): Packer | null {
  response.appendHeader('Vary', 'Accept-Encoding')
  const encoding = bestEncoding(request.headers['accept-encoding']?.toString())
  if (encoding === 'identity') return null
  response.removeHeader('Content-Length')
  response.setHeader('Content-Encoding', encoding)
  if (encoding === 'gzip') return createGzip()
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN } = constants
  // A window of 256 kB holds a whole page; what is larger only costs memory.
  return createBrotliCompress({ params: { [BROTLI_PARAM_QUALITY]: 5, [BROTLI_PARAM_LGWIN]: 18 } })
}

/** What was compressed goes out as fast as the network takes it, and holds back who writes when it does not. */
function feed(
  packer: Packer,
  response: ServerResponse,
  { write, end }: Pick<ServerResponse, 'write' | 'end'>,
) {
  packer.on('data', (piece: Buffer) => {
    if (!Reflect.apply(write, response, [piece])) packer.pause()
  })
  packer.on('end', () => Reflect.apply(end, response, []))
  packer.on('error', (error) => response.destroy(error))
  packer.on('drain', () => response.emit('drain'))
  response.on('drain', () => {
    if (!response.writableNeedDrain) packer.resume()
  })
  response.on('close', () => packer.destroy())
}
