import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Outside, theOutside } from '#lib/machine/outside.server.ts'
import { fetchOutside } from '#lib/moving/fetch-outside.server.ts'
import { elsewhere, onlyPort } from './elsewhere.ts'

let web: Awaited<ReturnType<typeof elsewhere>>
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bobine-fetch-'))
  web = await elsewhere({
    '/feed': '<rss/>',
    '/packed': (_, response) =>
      response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync('<rss/>')),
    '/bomb': (_, response) =>
      response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync(Buffer.alloc(5_000_000))),
    '/moved': (_, response) => response.writeHead(301, { Location: '/feed' }).end(),
    '/round': (_, response) => response.writeHead(302, { Location: '/round' }).end(),
    '/inside': (_, response) =>
      response.writeHead(302, { Location: 'http://169.254.169.254/latest/meta-data/' }).end(),
    '/port': (_, response) => response.writeHead(302, { Location: 'http://127.0.0.1:22/' }).end(),
    '/file': (_, response) => response.writeHead(302, { Location: 'file:///etc/passwd' }).end(),
    '/huge': (_, response) => response.writeHead(200, { 'Content-Length': '99999999999' }).write('x'),
    '/endless': (_, response) => {
      const more = setInterval(() => response.write(Buffer.alloc(100_000)), 2)
      response.on('close', () => clearInterval(more))
    },
    '/short': (_, response) => {
      response.writeHead(200, { 'Content-Length': '100' })
      response.write('abc', () => response.destroy())
    },
    '/silent': (_, response) => response.writeHead(200).write('a'),
    '/mute': () => undefined,
    '/gone': (_, response) => response.writeHead(410).end(),
  })
})
afterAll(async () => {
  await web.close()
  await rm(folder, { recursive: true })
})

const fetching = async (address: string, outside: Outside = onlyPort(web.port), more: object = {}) => {
  const path = join(folder, 'file')
  const signal = new AbortController().signal
  const fetched = await fetchOutside(address, path, {
    outside,
    signal,
    mostBytes: 1_000_000,
    mostMs: 20_000,
    ...more,
  })
  return { ...fetched, text: await readFile(path, 'utf8') }
}
const reason = (address: string, outside?: Outside, more?: object) =>
  fetching(address, outside, more).then(
    () => 'fetched',
    (error: { reason?: string }) => error.reason ?? error,
  )

describe('what lies elsewhere', () => {
  test('is fetched, packed or moved', async () => {
    expect(await fetching(`${web.url}/feed`)).toMatchObject({ text: '<rss/>', bytes: 6 })
    expect(await fetching(`${web.url}/packed`)).toMatchObject({ text: '<rss/>' })
    expect(await fetching(`${web.url}/moved`)).toMatchObject({ text: '<rss/>', url: `${web.url}/feed` })
    expect(await fetching(`http://quai.example:${web.port}/feed`)).toMatchObject({ text: '<rss/>' })
  })

  test.each([
    ['ftp://a.example/feed', 'fetch.address'],
    ['file:///etc/passwd', 'fetch.address'],
    ['quai', 'fetch.address'],
    ['http://nom:secret@a.example/', 'fetch.address'],
    ['http://127.0.0.1/', 'fetch.private'],
    ['http://localhost/', 'fetch.private'],
    ['http://0x7f.1/', 'fetch.private'],
    ['http://2130706433/', 'fetch.private'],
    ['http://[::1]/', 'fetch.private'],
    ['http://[::ffff:10.0.0.1]/', 'fetch.private'],
    ['http://169.254.169.254/latest/meta-data/', 'fetch.private'],
    ['http://8.8.8.8:22/', 'fetch.private'],
    ['http://8.8.8.8:5432/', 'fetch.private'],
  ])('%s is not asked for: %s', async (address, expected) => {
    expect(await reason(address, theOutside)).toBe(expected)
  })

  test('a name with one private address among others is not trusted', async () => {
    const outside = { ...theOutside, addressesOf: async () => ['8.8.8.8', '10.0.0.1'] }
    expect(await reason('http://quai.example/', outside)).toBe('fetch.private')
  })

  test('a name that changes its mind is asked once: the connection goes to what was checked', async () => {
    const answers = [['127.0.0.1'], ['10.0.0.1']]
    const outside = { ...onlyPort(web.port), addressesOf: async () => answers.shift() ?? [] }
    expect(await fetching(`http://quai.example:${web.port}/feed`, outside)).toMatchObject({ text: '<rss/>' })
    expect(answers).toHaveLength(1)
  })

  test.each([
    ['/inside', 'fetch.private'],
    ['/port', 'fetch.private'],
    ['/file', 'fetch.address'],
    ['/round', 'fetch.redirects'],
    ['/gone', 'fetch.status'],
    ['/nowhere', 'fetch.status'],
    ['/bomb', 'fetch.too-big'],
    ['/huge', 'fetch.too-big'],
    ['/endless', 'fetch.too-big'],
    ['/short', 'fetch.cut'],
  ])('%s ends as %s', async (path, expected) => {
    expect(await reason(`${web.url}${path}`)).toBe(expected)
  })

  test('one who says nothing more, or goes on for too long, is left', async () => {
    expect(await reason(`${web.url}/silent`, undefined, { idleMs: 200 })).toBe('fetch.too-slow')
    expect(await reason(`${web.url}/mute`, undefined, { idleMs: 200 })).toBe('fetch.too-slow')
    expect(await reason(`${web.url}/endless`, undefined, { mostMs: 300, mostBytes: 1e12 })).toBe(
      'fetch.too-slow',
    )
  })
})
