/** Headers as Node gives them: lower-case names, repeated ones joined or listed. */
export type ReceivedHeaders = Readonly<Record<string, string | string[] | undefined>>

const knownMethods = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE']

/** For the `Allow` of a 405 that no route has answered. */
export const allowedMethods = knownMethods.join(', ')

/** False for TRACE, PROPFIND and everything else that nothing here answers: 405. */
export function isKnownMethod(method: string | undefined): boolean {
  return method !== undefined && knownMethods.includes(method)
}

/**
 * Whether a request may change something: its Origin is ours, or absent while the browser says that
 * our own page asks. `ownOrigin` is scheme, host and port. Methods that only read always pass, and so does what
 * carries a token of its own instead of a cookie: no other site's page can make a browser send that unasked.
 */
export function isFromOurPages(
  method: string | undefined,
  headers: ReceivedHeaders,
  ownOrigin: string,
): boolean {
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return true
  if (carriesToken(headers)) return true
  const origin = headers.origin
  return origin === undefined ? headers['sec-fetch-site'] === 'same-origin' : origin === ownOrigin
}

const carriesToken = ({ authorization, cookie, origin }: ReceivedHeaders) =>
  typeof authorization === 'string' && authorization.startsWith('Bearer ') && !cookie && !origin

/**
 * The path of a request target: `path` as sent, `segments` decoded between the slashes. Null when it
 * cannot be read, which is a 400: a bad `%`, bytes that are not UTF-8, NUL, no leading slash.
 */
export function requestPath(target = ''): { path: string; segments: string[] } | null {
  const relative = target.replace(/^https?:\/\/[^/?#]*(?=[/?#]|$)/i, '')
  const path = relative.replace(/[?#].*$/s, '') || (relative === target ? '' : '/')
  if (!path.startsWith('/')) return null
  const segments = path.slice(1).split('/').map(decoded)
  return segments.every((segment) => segment !== null) ? { path, segments } : null
}

/**
 * The path as the most lenient reader would take it: decoded, without doubled slashes, dots resolved. For
 * limits, which must not be passed by by writing an address in another way; never for opening a file.
 */
export function plainPath(segments: readonly string[]): string {
  const plain: string[] = []
  for (const segment of segments.join('/').split(/[/\\]+/)) {
    if (segment === '..') plain.pop()
    else if (segment !== '' && segment !== '.') plain.push(segment)
  }
  return `/${plain.join('/')}`
}

/**
 * Where something answers: at a path of its own, or at everything under a prefix that ends with `/`; of that only at
 * what ends with `ending`, where one is given.
 */
export type RoutePlace = { at: string; ending?: string }

/** The first of `routes` that answers at `path`. */
export function findRoute<R extends RoutePlace>(routes: readonly R[], path: string): R | undefined {
  return routes.find(({ at, ending = '' }) =>
    at.endsWith('/') ? path.startsWith(at) && path.endsWith(ending) : path === at,
  )
}

/**
 * Who asks, as an address: the socket's, or, when a proxy of ours stands before us, the one it saw
 * (the last of `X-Forwarded-For`; those before it are the client's own words).
 */
export function clientAddress(
  socketAddress: string | undefined,
  headers: ReceivedHeaders,
  trustProxy: boolean,
): string {
  const forwarded = headers['x-forwarded-for']
  const last = (Array.isArray(forwarded) ? forwarded.join(',') : forwarded)?.split(',').at(-1)?.trim()
  const seen = trustProxy && last && /^[0-9a-f.:]{2,45}$/i.test(last) ? last : socketAddress
  return (seen ?? '').replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '')
}

function decoded(segment: string): string | null {
  try {
    const text = decodeURIComponent(segment)
    return text.includes('\0') ? null : text
  } catch {
    return null
  }
}
