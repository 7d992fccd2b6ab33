import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { type BytesOffer, type Sent, sendBytes, sendSentence } from './http.server.ts'
import { requestPath } from './http-guard.ts'

export const chunksPath = '/_next/static/chunks/'
/** Folders of `public` that every first page asks for. */
export const housePaths = ['/fonts/', '/marque/'] as const

const types = new Map([
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.woff2', 'font/woff2'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.txt', 'text/plain; charset=utf-8'],
])
const plainName = /^[\w~-][\w.~-]*$/

/**
 * Serves the scripts and styles of a build in brotli, which Next does not: a seventh less to wait for before
 * the first sound. `buildDir` is the build's absolute path. Names change with their bytes.
 */
export function serveChunks(buildDir: string) {
  const offer = { cacheControl: 'public, max-age=31536000, immutable', compress: 'hard' } as const
  return serveFolder(chunksPath, join(buildDir, 'static', 'chunks'), ['.js', '.css'], offer)
}

/**
 * Serves the faces or the mark: asked for again after a week, where Next would have it at every page, and without
 * the headers that only a page needs. `publicDir` is an absolute path.
 */
export function serveHouse(at: (typeof housePaths)[number], publicDir: string) {
  const offer = { cacheControl: 'public, max-age=604800', compress: false } as const
  return serveFolder(at, join(publicDir, at), ['.woff2', '.svg', '.png', '.txt'], offer)
}

function serveFolder(
  at: string,
  folder: string,
  endings: readonly string[],
  offer: Pick<BytesOffer, 'cacheControl' | 'compress'>,
) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<Sent> => {
    const name = requestPath(request.url)?.path.slice(at.length) ?? ''
    const type = endings.includes(extname(name)) ? types.get(extname(name)) : undefined
    const body = type && plainName.test(name) ? await find(join(folder, name)) : null
    if (!type || !body) return sendSentence(request, response, 404, 'Not found')
    return await sendBytes(request, response, { body, type, lastModified: 0, ...offer })
  }
}

async function find(path: string): Promise<Buffer | null> {
  return await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'EISDIR') return null
    throw error
  })
}
