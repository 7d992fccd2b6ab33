import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorker } from '#lib/worker.server.ts'
import { listenOnLoopback } from './machine/http-server.ts'

let build: string
let loopback: Awaited<ReturnType<typeof listenOnLoopback>>
beforeAll(async () => {
  build = await mkdtemp(join(tmpdir(), 'bobine-build-'))
  await writeFile(join(build, 'BUILD_ID'), 'lundi\n')
  const serve = await openWorker(resolve('.'), build)
  loopback = await listenOnLoopback(serve)
})
afterAll(async () => {
  await loopback.close()
  await rm(build, { recursive: true })
})

test('the service worker carries its build, is asked for each time, and may reach nobody but us', async () => {
  const { status, headers, body } = await loopback.ask('GET /sw.js HTTP/1.1')
  expect(status).toBe(200)
  expect(headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'no-cache',
    'content-security-policy': "default-src 'none'; connect-src 'self'",
  })
  expect(body.toString()).toMatch(/^const BUILD = "lundi"\n/)
})

test('the same build is the same worker', async () => {
  const { headers } = await loopback.ask('GET /sw.js HTTP/1.1')
  const again = await loopback.ask(`GET /sw.js HTTP/1.1\nIf-None-Match: ${headers.etag}`)
  expect(again.status).toBe(304)
})
