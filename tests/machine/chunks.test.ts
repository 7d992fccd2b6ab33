import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveChunks, serveHouse } from '#lib/machine/chunks.server.ts'
import { listenOnLoopback } from './http-server.ts'

const script = 'globalThis.bobine = 1;\n'.repeat(200)
let build: string
let web: Awaited<ReturnType<typeof listenOnLoopback>>

beforeAll(async () => {
  build = await mkdtemp(join(tmpdir(), 'bobine-build-'))
  await mkdir(join(build, 'static', 'chunks', 'folder.js'), { recursive: true })
  await writeFile(join(build, 'static', 'chunks', '0a~b-c_d.js'), script)
  await writeFile(join(build, 'BUILD_ID.js'), 'secret')
  await mkdir(join(build, 'fonts'))
  await writeFile(join(build, 'fonts', 'face.woff2'), 'wOF2')
  web = await listenOnLoopback(serveChunks(build))
})
afterAll(async () => {
  await web.close()
  await rm(build, { recursive: true, force: true })
  expect(web.failures).toEqual([])
})

test('a script comes in brotli, and stays for ever', async () => {
  const path = '/_next/static/chunks/0a~b-c_d.js'
  const answer = await web.ask(`GET ${path} HTTP/1.1\nAccept-Encoding: gzip, br`)
  expect(answer.headers).toMatchObject({
    'content-encoding': 'br',
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'Accept-Encoding',
  })
  expect(brotliDecompressSync(answer.body).toString()).toBe(script)
  expect((await web.ask(`GET ${path} HTTP/1.1`)).body.toString()).toBe(script)
})

test('a face comes as it is, for a week', async () => {
  const house = await listenOnLoopback(serveHouse('/fonts/', build))
  const { headers, body } = await house.ask('GET /fonts/face.woff2 HTTP/1.1\nAccept-Encoding: br')
  expect(headers).toMatchObject({ 'content-type': 'font/woff2', 'cache-control': 'public, max-age=604800' })
  expect([headers['content-encoding'], body.toString()]).toEqual([undefined, 'wOF2'])
  expect((await house.ask('GET /fonts/..%2fBUILD_ID.js HTTP/1.1')).status).toBe(404)
  await house.close()
})

test.each([
  '',
  '../BUILD_ID.js',
  '..%2fBUILD_ID.js',
  '.js',
  'folder.js',
  'missing.js',
  '0a~b-c_d.js.map',
])('nothing else is there: "%s"', async (name) => {
  expect((await web.ask(`GET /_next/static/chunks/${name} HTTP/1.1`)).status).toBe(404)
})
