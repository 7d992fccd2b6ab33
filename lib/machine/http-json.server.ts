import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'

const MOST_BYTES = 256 * 1024

/** A body that cannot be taken: the status says why (400, 413, 415). */
export class BadBody extends Error {
  override readonly name = 'BadBody'
  readonly status: 400 | 413 | 415
  constructor(status: 400 | 413 | 415) {
    super(`A request's body was refused (${status})`)
    this.status = status
  }
}

/** Reads a JSON body of at most 256 kB. Throws BadBody. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json' || request.headers['content-encoding']) throw new BadBody(415)
  if (Number(request.headers['content-length']) > MOST_BYTES) throw new BadBody(413)
  const parts: Buffer[] = []
  let bytes = 0
  // Left alone when it is too long: a request that is destroyed gets no answer.
  for await (const part of request.iterator({ destroyOnReturn: false })) {
    bytes += part.length
    if (bytes > MOST_BYTES) throw new BadBody(413)
    parts.push(part)
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'))
  } catch (cause) {
    if (cause instanceof SyntaxError) throw new BadBody(400)
    throw cause
  }
}

/** Answers JSON that nobody keeps. */
export function sendJson(
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: OutgoingHttpHeaders = {},
) {
  const body = Buffer.from(JSON.stringify(value))
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': body.length,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    ...headers,
  })
  response.end(body)
}
