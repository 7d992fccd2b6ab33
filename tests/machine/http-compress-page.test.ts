import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compressPage } from '#lib/machine/http-compress-page.server.ts'
import { listenOnLoopback } from './http-server.ts'

const html = 'text/html; charset=utf-8'
const words = Array.from({ length: 4000 }, (_, at) => `le mot ${at} de la page, `)
const page = words.join('')
let web: Awaited<ReturnType<typeof listenOnLoopback>>

beforeAll(async () => {
  web = await listenOnLoopback(async (request, response) => {
    compressPage(request, response)
    switch (request.url) {
      case '/piece-by-piece':
        response.setHeader('Content-Type', html)
        response.setHeader('Vary', 'rsc')
        response.flushHeaders()
        for (const word of words) {
          const goesOn = response.write(word)
          if ('flush' in response && typeof response.flush === 'function') response.flush()
          if (!goesOn) await new Promise((resolve) => response.once('drain', resolve))
        }
        return response.end()
      case '/at-once':
        response.setHeader('Content-Type', html)
        response.setHeader('Content-Length', Buffer.byteLength(page))
        return response.end(page)
      case '/short':
        response.setHeader('Content-Type', html)
        response.setHeader('Content-Length', 4)
        return response.end('Fini')
      case '/picture':
        response.setHeader('Content-Type', 'image/png')
        return response.end(page)
      default:
        response.statusCode = 307
        response.setHeader('Location', '/entrer')
        return response.end('/entrer')
    }
  })
})
afterAll(async () => {
  await web.close()
  expect(web.failures).toEqual([])
})

test.each([
  ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
  ['gzip', 'gzip', gunzipSync],
])('a page for who takes %s comes in %s, whole', async (accepted, encoding, unpack) => {
  for (const path of ['/piece-by-piece', '/at-once']) {
    const answer = await web.ask(`GET ${path} HTTP/1.0\nAccept-Encoding: ${accepted}`)
    expect(answer.headers).toMatchObject({ 'content-encoding': encoding, 'content-type': html })
    expect(answer.headers['content-length']).toBeUndefined()
    expect(answer.body.length).toBeLessThan(page.length / 3)
    expect(unpack(answer.body).toString()).toBe(page)
  }
})

test('a page for who takes neither comes as it is, and caches know that it depends', async () => {
  const { headers, body } = await web.ask('GET /at-once HTTP/1.0')
  expect(headers).toMatchObject({ vary: 'Accept-Encoding', 'content-length': String(page.length) })
  expect(headers['content-encoding']).toBeUndefined()
  expect(body.toString()).toBe(page)
})

test.each([
  ['/short', 4],
  ['/picture', page.length],
  ['/elsewhere', 7],
])('%s is left alone, with its length', async (path, bytes) => {
  const { headers } = await web.ask(`GET ${path} HTTP/1.1\nAccept-Encoding: br`)
  expect(headers['content-encoding']).toBeUndefined()
  expect(headers['content-length']).toBe(String(bytes))
})

test('HEAD has no body and is left alone', async () => {
  const { status, headers, body } = await web.ask('HEAD /at-once HTTP/1.0\nAccept-Encoding: br')
  expect([status, headers['content-encoding'], body.length]).toEqual([200, undefined, 0])
})
