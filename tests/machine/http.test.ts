import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Sent, sendBytes, sendFile } from '#lib/machine/http.server.ts'
import { listenOnLoopback } from './http-server.ts'

const size = 3_000_000
const sound = Buffer.from(Array.from({ length: size }, (_, at) => at % 251))
const lastModified = Date.UTC(2026, 10, 20, 17, 0, 0, 400)
const audioEtag = '"abc"'
const feed = `<rss>${'La Bobine, à Romans. '.repeat(2000)}</rss>`
const sents: Sent[] = []

let folder = ''
let server: Awaited<ReturnType<typeof listenOnLoopback>>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bobine-http-'))
  await writeFile(join(folder, 'episode.mp3'), sound)
  await writeFile(join(folder, 'empty'), '')
  const immutable = 'public, max-age=31536000, immutable'
  const file = { type: 'audio/mpeg', etag: 'abc', lastModified, cacheControl: immutable, cors: true }
  const text = {
    type: 'application/rss+xml; charset=utf-8',
    lastModified,
    cacheControl: 'public, max-age=300',
  }
  server = await listenOnLoopback(async (req, res) => {
    switch (req.url) {
      case '/episode.mp3':
        return sents.push(await sendFile(req, res, { ...file, path: join(folder, 'episode.mp3'), size }))
      case '/saved':
        return sendFile(req, res, {
          ...file,
          path: join(folder, 'episode.mp3'),
          size,
          downloadName: 'Été.mp3',
        })
      case '/empty':
        return sendFile(req, res, { ...file, path: join(folder, 'empty'), size: 0 })
      case '/wrong-size':
        return sendFile(req, res, { ...file, path: join(folder, 'empty'), size: 5 })
      case '/private':
        return sendFile(req, res, { ...file, cors: false, path: join(folder, 'episode.mp3'), size })
      case '/feed.xml':
        return sendBytes(req, res, { ...text, body: feed, compress: true, cors: true })
      case '/cover.png':
        return sendBytes(req, res, { ...text, type: 'image/png', body: Buffer.from([1, 2, 3]) })
      default:
        return sendFile(req, res, { ...file, path: join(folder, 'absent'), size: 1 })
    }
  })
})

afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

describe('a range of an audio file', () => {
  const last = size - 1
  const parts: [string, number, number][] = [
    ['bytes=0-1', 0, 1],
    ['bytes=0-0', 0, 0],
    ['bytes=1000-1999', 1000, 1999],
    [`bytes=${last}-`, last, last],
    ['bytes=2999000-', 2_999_000, last],
    ['bytes=-500', size - 500, last],
    [`bytes=-${size * 2}`, 0, last],
    ['bytes=2999000-99999999', 2_999_000, last],
    [`bytes=5-${'9'.repeat(400)}`, 5, last],
    ['BYTES=0-1', 0, 1],
    ['bytes= 0-1', 0, 1],
    ['bytes=0-1,', 0, 1],
  ]
  test.each(parts)('%s is answered with 206 and just these bytes', async (range, start, end) => {
    const answer = await server.ask(`GET /episode.mp3 HTTP/1.1\nRange: ${range}`)
    expect(answer.status).toBe(206)
    expect(answer.headers['content-range']).toBe(`bytes ${start}-${end}/${size}`)
    expect(answer.headers['content-length']).toBe(String(end - start + 1))
    expect(answer.body.equals(sound.subarray(start, end + 1))).toBe(true)
  })

  test.each([
    `bytes=${size}-`,
    `bytes=${size + 5}-${size + 9}`,
    'bytes=-0',
    `bytes=${'9'.repeat(400)}-`,
  ])('%s is answered with 416 and the length', async (range) => {
    const answer = await server.ask(`GET /episode.mp3 HTTP/1.1\nRange: ${range}`)
    expect(answer.status).toBe(416)
    expect(answer.headers['content-range']).toBe(`bytes */${size}`)
    expect(answer.headers['access-control-allow-origin']).toBe('*')
    expect(answer.body).toHaveLength(0)
  })

  test.each([
    'bytes=0-1,5-6',
    'bytes=5-1',
    'bytes=abc',
    'bytes=-',
    'bytes=',
    'bytes=1-2-3',
    'bytes=+1-2',
    'bytes=1.5-2',
    'items=0-1',
    '0-1',
    '%',
  ])('%s is answered with the whole', async (range) => {
    const answer = await server.ask(`GET /episode.mp3 HTTP/1.1\nRange: ${range}`)
    expect(answer.status).toBe(200)
    expect(answer.body.equals(sound)).toBe(true)
  })

  test.each([
    ['"abc"', 206],
    ['Fri, 20 Nov 2026 17:00:00 GMT', 206],
    ['"old"', 200],
    ['W/"abc"', 200],
    ['Fri, 20 Nov 2026 16:59:59 GMT', 200],
    ['Fri, 20 Nov 2026 17:00:01 GMT', 200],
    ['nonsense', 200],
  ])('with If-Range: %s gives %i', async (validator, status) => {
    const answer = await server.ask(`GET /episode.mp3 HTTP/1.1\nRange: bytes=0-9\nIf-Range: ${validator}`)
    expect(answer.status).toBe(status)
    expect(answer.body).toHaveLength(status === 206 ? 10 : size)
  })

  test('an empty file has no first byte', async () => {
    expect((await server.ask('GET /empty HTTP/1.1\nRange: bytes=0-1')).status).toBe(416)
    const whole = await server.ask('GET /empty HTTP/1.1')
    expect([whole.status, whole.headers['content-length'], whole.body.length]).toEqual([200, '0', 0])
  })
})

describe('a file', () => {
  test('HEAD says what GET says, and nothing more', async () => {
    const get = await server.ask('GET /episode.mp3 HTTP/1.1')
    const head = await server.ask('HEAD /episode.mp3 HTTP/1.1\nRange: bytes=0-1')
    const { date: _get, ...said } = get.headers
    const { date: _head, ...repeated } = head.headers
    expect(repeated).toEqual(said)
    expect(said).toMatchObject({
      'accept-ranges': 'bytes',
      'content-length': String(size),
      'content-type': 'audio/mpeg',
      'cache-control': 'public, max-age=31536000, immutable',
      etag: audioEtag,
      'last-modified': 'Fri, 20 Nov 2026 17:00:00 GMT',
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
    })
    expect(said).not.toHaveProperty('set-cookie')
    expect(head.body).toHaveLength(0)
  })

  test('plain HTTP/1.0 without any header works, for a whole and for a part', async () => {
    const whole = await server.ask('GET /episode.mp3 HTTP/1.0')
    expect([whole.status, whole.headers['transfer-encoding']]).toEqual([200, undefined])
    expect(whole.body.equals(sound)).toBe(true)
    const part = await server.ask('GET /episode.mp3 HTTP/1.0\nRange: bytes=0-1')
    expect([part.status, part.body.length]).toEqual([206, 2])
  })

  test.each([
    ['If-None-Match: "abc"', 304],
    ['If-None-Match: W/"abc"', 304],
    ['If-None-Match: "x", W/"y" , "abc"', 304],
    ['If-None-Match: *', 304],
    ['If-None-Match: "abcd"', 200],
    ['If-None-Match: abc', 200],
    ['If-None-Match: ', 200],
    ['If-Modified-Since: Fri, 20 Nov 2026 17:00:00 GMT', 304],
    ['If-Modified-Since: Sat, 21 Nov 2026 17:00:00 GMT', 304],
    ['If-Modified-Since: Fri, 20 Nov 2026 16:59:59 GMT', 200],
    ['If-Modified-Since: yesterday', 200],
    ['If-None-Match: "old"\nIf-Modified-Since: Sat, 21 Nov 2026 17:00:00 GMT', 200],
    ['If-None-Match: "abc"\nIf-Modified-Since: Thu, 19 Nov 2026 17:00:00 GMT', 304],
    ['If-None-Match: "abc"\nRange: bytes=0-1', 304],
    ['If-Match: "abc"', 200],
    ['If-Match: *', 200],
    ['If-Match: "old"', 412],
    ['If-Match: W/"abc"', 412],
    ['If-Unmodified-Since: Thu, 19 Nov 2026 17:00:00 GMT', 412],
    ['If-Unmodified-Since: Fri, 20 Nov 2026 17:00:00 GMT', 200],
  ])('asked with %s answers %i', async (condition, status) => {
    for (const method of ['GET', 'HEAD']) {
      const answer = await server.ask(`${method} /episode.mp3 HTTP/1.1\n${condition}`)
      expect(answer.status).toBe(status)
      expect(answer.headers.etag).toBe(audioEtag)
      if (status === 304) expect(answer.headers).not.toHaveProperty('content-length')
      if (status !== 200) expect(answer.body).toHaveLength(0)
    }
  })

  test('any site may read a public file, after a preflight too', async () => {
    const preflight = await server.ask(
      'OPTIONS /episode.mp3 HTTP/1.1\nOrigin: https://app.example\nAccess-Control-Request-Method: GET\nAccess-Control-Request-Headers: range',
    )
    expect(preflight.status).toBe(204)
    expect(preflight.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, HEAD, OPTIONS',
    })
    expect(preflight.headers['access-control-allow-headers']).toContain('Range')
    const other = await server.ask('GET /private HTTP/1.1\nOrigin: https://app.example')
    expect(other.headers).not.toHaveProperty('access-control-allow-origin')
  })

  test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND'])('%s is not allowed', async (method) => {
    const answer = await server.ask(`${method} /episode.mp3 HTTP/1.1\nContent-Length: 0`)
    expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS'])
  })

  test('is saved under its own name', async () => {
    const answer = await server.ask('GET /saved HTTP/1.1')
    expect(answer.headers['content-disposition']).toBe(
      `attachment; filename="Ete.mp3"; filename*=UTF-8''%C3%89t%C3%A9.mp3`,
    )
  })

  test('that is not there answers 404', async () => {
    expect((await server.ask('GET /absent HTTP/1.1')).status).toBe(404)
  })

  test('of another length than announced is a fault of ours, said before any header', async () => {
    const before = server.failures.length
    const answer = await server.ask('GET /wrong-size HTTP/1.1')
    expect(answer.statusLine).toBe('')
    expect(String(server.failures.splice(before)[0])).toContain('has 0 bytes instead of 5')
  })

  test('listeners who hang up leave no open file behind, and count for what they heard', async () => {
    const before = await openFiles()
    sents.length = 0
    await Promise.all(Array.from({ length: 40 }, () => hangUp(server.port)))
    await expect.poll(() => sents.length).toBe(40)
    await expect.poll(openFiles).toBeLessThanOrEqual(before)
    for (const sent of sents) expect(sent.bodyBytes).toBeLessThan(size)
    expect(server.failures).toEqual([])
  })
})

describe('the feed', () => {
  const asks: [string, string | undefined, (body: Buffer) => Buffer][] = [
    ['', undefined, (body) => body],
    ['identity', undefined, (body) => body],
    ['gzip', 'gzip', (body) => gunzipSync(body)],
    ['x-gzip', 'gzip', (body) => gunzipSync(body)],
    ['br', 'br', (body) => brotliDecompressSync(body)],
    ['gzip, deflate, br', 'br', (body) => brotliDecompressSync(body)],
    ['gzip;q=1, br;q=0.5', 'gzip', (body) => gunzipSync(body)],
    ['*', 'br', (body) => brotliDecompressSync(body)],
    ['br;q=0, *', 'gzip', (body) => gunzipSync(body)],
    ['gzip;q=0', undefined, (body) => body],
    ['identity;q=0, *;q=0', undefined, (body) => body],
    ['deflate', undefined, (body) => body],
  ]
  test.each(asks)('to a reader that takes "%s" comes as %s', async (accepted, encoding, unpack) => {
    const answer = await server.ask(`GET /feed.xml HTTP/1.1\nAccept-Encoding: ${accepted}`)
    expect(answer.status).toBe(200)
    expect(answer.headers['content-encoding']).toBe(encoding)
    expect(answer.headers.vary).toBe('Accept-Encoding')
    expect(answer.headers['content-length']).toBe(String(answer.body.length))
    expect(unpack(answer.body).toString()).toBe(feed)
  })

  test.each(['identity', 'gzip', 'br'])('unchanged, in %s, costs a reader nothing', async (encoding) => {
    const first = await server.ask(`GET /feed.xml HTTP/1.1\nAccept-Encoding: ${encoding}`)
    const etag = first.headers.etag ?? ''
    for (const tag of [etag, `W/${etag}`, `"old", ${etag}`]) {
      for (const accepted of [encoding, 'gzip, br', 'identity']) {
        const again = await server.ask(
          `GET /feed.xml HTTP/1.1\nAccept-Encoding: ${accepted}\nIf-None-Match: ${tag}`,
        )
        expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, etag])
        expect(again.headers.vary).toBe('Accept-Encoding')
      }
    }
  })

  test('each encoding has its own tag', async () => {
    const tags = ['identity', 'gzip', 'br'].map(async (encoding) => {
      const answer = await server.ask(`HEAD /feed.xml HTTP/1.1\nAccept-Encoding: ${encoding}`)
      return answer.headers.etag
    })
    expect(new Set(await Promise.all(tags)).size).toBe(3)
  })

  test('HEAD announces the length of the encoding that GET would send', async () => {
    const get = await server.ask('GET /feed.xml HTTP/1.1\nAccept-Encoding: gzip')
    const head = await server.ask('HEAD /feed.xml HTTP/1.1\nAccept-Encoding: gzip')
    expect(head.headers['content-length']).toBe(get.headers['content-length'])
    expect(head.body).toHaveLength(0)
  })

  test('what is not text goes out as it is', async () => {
    const answer = await server.ask('GET /cover.png HTTP/1.1\nAccept-Encoding: gzip, br')
    expect([...answer.body]).toEqual([1, 2, 3])
    expect(answer.headers).not.toHaveProperty('vary')
  })
})

/** Asks for everything, reads a little, leaves. */
function hangUp(port: number): Promise<void> {
  return new Promise((gone) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write('GET /episode.mp3 HTTP/1.1\r\nHost: localhost\r\n\r\n')
    })
    socket.once('data', () => {
      socket.pause()
      socket.destroy()
    })
    socket.once('close', () => gone())
  })
}

async function openFiles(): Promise<number> {
  return (await readdir('/proc/self/fd')).length
}
