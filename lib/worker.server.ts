import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { type Sent, sendBytes } from '#lib/machine/http.server.ts'

export const workerPath = '/sw.js'

/**
 * Serves the service worker of this build: browsers ask for it at most visits, and take a new one when a byte
 * of it has changed. `rootDir` holds the program, `buildDir` its build.
 */
export async function openWorker(rootDir: string, buildDir: string) {
  const build = (await readFile(join(buildDir, 'BUILD_ID'), 'utf8')).trim()
  const source = await readFile(join(rootDir, 'app/_device/worker.js'), 'utf8')
  const body = `const BUILD = ${JSON.stringify(build)}\n${source}`
  return async (request: IncomingMessage, response: ServerResponse): Promise<Sent> =>
    await sendBytes(request, response, {
      body,
      type: 'text/javascript; charset=utf-8',
      lastModified: 0,
      cacheControl: 'no-cache',
      compress: true,
      // What it may ask for: our own pages and pieces.
      headers: { 'Content-Security-Policy': "default-src 'none'; connect-src 'self'" },
    })
}
