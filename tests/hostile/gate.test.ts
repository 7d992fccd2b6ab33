import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isBuilt, type Radio, startRadio } from './radio.ts'
import { type Ask, type Reply, type Visitor, wire } from './visitor.ts'

const id = '7d444840-9dc0-11d1-b245-5ffdce74fad2'
const text = { 'content-type': 'text/plain' }

/** What no answer may be, and what no answer may say. */
function expectCalm(reply: Reply, what: string) {
  expect(reply.status, `${what}\n${reply.text.slice(0, 400)}`).toBeLessThan(500)
  expect(reply.text, what).not.toMatch(/node_modules|\/lib\/|at async |ECONN|syntax error at|drizzle/)
}

describe.skipIf(!isBuilt)('the gate', () => {
  let radio: Radio
  let visitor: Visitor
  let resident: Visitor
  let coordination: Visitor
  beforeAll(async () => {
    radio = await startRadio()
    visitor = radio.visitor()
    resident = await radio.member('resident')
    coordination = await radio.member('coordination')
  })
  afterAll(() => radio?.stop())

  test.each([
    ['a half-written %', '/emissions/%', 400],
    ['a % that is not UTF-8', '/emissions/%ff', 400],
    ['an overlong slash', '/emissions/%c0%af', 400],
    ['NUL', '/emissions/%00', 400],
    ['NUL behind a name', '/audio/x%00.mp3', 400],
    ['a lone surrogate', '/c/%ed%a0%80', 400],
    ['a % in a segment of ours', '/sujets/%E0%A4%A', 400],
    ['a page that does not exist', '/n-existe-pas', 404],
    ['climbing', '/../../etc/passwd', 404],
    ['climbing, hidden', '/%2e%2e/%2e%2e/etc/passwd', 404],
    ['climbing out of the framework’s files', '/_next/static/..%2f..%2f..%2fpackage.json', 404],
    ['our sources', '/lib/server.ts', 404],
    ['the settings of git', '/.git/config', 404],
    ['an environment file', '/.env', 404],
    ['a PHP page', '/wp-login.php', 404],
    ['an image of anywhere', '/_next/image?url=http%3A%2F%2F169.254.169.254%2F&w=64&q=75', 400],
    ['an image of our own network', '/_next/image?url=%2F%2Flocalhost%3A22%2F&w=64&q=75', 400],
    ['a very long path', `/${'a'.repeat(6000)}`, 404],
  ])('%s', async (_what, path, status) => {
    const reply = await visitor.ask(path)
    expectCalm(reply, path)
    expect(reply.status).toBe(status)
  })

  test.each([
    '/audio/../../secrets.json',
    '/audio/..%2f..%2fsecrets.json',
    '/audio/%2e%2e/%2e%2e/postgres/lock',
    '/audio/',
    '/audio/x.mp3',
    `/audio/${id}.mp3`,
    `/audio/${id}.mp3/../../x`,
    `/audio/${id}.wav`,
    `/audio/${id}.json`,
    `//audio/${id}.mp3`,
    `/audio//${id}.mp3`,
    `/chapitres/${id}.json`,
    `/chapitres/${id}.mp3`,
    '/chapitres/..%2f..%2fpackage.json',
    `/transcription/${id}.vtt`,
    '/couverture/..%2f..%2fsecret',
    '/couverture/drawn-00000000.jpg',
    '/couverture/drawn-00000000.jpg%20',
    '/couverture/%2fetc%2fpasswd',
    `/ecouter/${id}`,
    `/ecouter/${id}/original`,
    '/ecouter/..%2f..%2fetc%2fpasswd',
    '/ecouter/x/../../masters',
    `/masters/${id}`,
    `/masters/${id}.mp3`,
    '/masters/..%2f..%2fpostgres',
  ])('%s is not there, for a visitor as for members', async (path) => {
    for (const who of [visitor, resident, coordination]) {
      for (const method of ['GET', 'HEAD']) {
        const reply = await who.ask(path, { method })
        expectCalm(reply, `${method} ${path}`)
        expect([400, 404, 308], `${method} ${path}`).toContain(reply.status)
        if (reply.status === 308) expect(reply.headers.location).toMatch(/^\/(?![/\\])/)
      }
    }
  })

  test('an id that is not mine and one that nobody has are the same 404', async () => {
    const pages = [
      `/sujets/${id}`,
      '/sujets/x',
      "/sujets/'or'1",
      `/regie/emissions/${id}/conducteur`,
      '/regie/emissions/1;drop table shows',
      `/regie/personnes/${id}`,
      '/regie/personnes/-1',
      '/emissions/jamais',
    ]
    for (const page of pages) {
      const reply = await coordination.ask(encodeURI(page))
      expectCalm(reply, page)
      expect(reply.status, page).toBe(404)
    }
  })

  test.each([
    'TRACE',
    'TRACK',
    'PROPFIND',
    'CONNECT',
    'FOO',
    'DELETE',
    'PUT',
    'PATCH',
    'OPTIONS',
    'SEARCH',
  ])('%s never breaks anything', async (method) => {
    const heads = `Host: localhost:${radio.port}\r\nOrigin: ${radio.url}\r\nConnection: close\r\nContent-Length: 0\r\n`
    for (const path of [
      '/',
      '/entrer',
      '/feed.xml',
      '/api/auth/session',
      '/api/health',
      '/uploads',
      '/sujets',
    ]) {
      const said = await wire(radio.port, `${method} ${path} HTTP/1.1\r\n${heads}\r\n`)
      const status = Number(/^HTTP\/1\.1 (\d+)/.exec(said)?.[1] ?? 0)
      // CONNECT gets a closed socket: nothing here is a proxy.
      if (method !== 'CONNECT')
        expect(status, `${method} ${path}: ${said.slice(0, 200)}`).toBeGreaterThan(199)
      expect(status, `${method} ${path}`).toBeLessThan(500)
    }
  })

  test('what is no HTTP gets 400 or nothing, and the next visitor is served', async () => {
    const garbage = [
      '\u0000\u0001\u0002\r\n\r\n',
      'GET / HTTP/1.1\r\n\r\n',
      'GET / HTTP/9.9\r\nHost: x\r\n\r\n',
      'GET  HTTP/1.1\r\nHost: x\r\n\r\n',
      `GET / HTTP/1.1\r\nHost: x\r\nX-Big: ${'a'.repeat(100_000)}\r\n\r\n`,
      `GET / HTTP/1.1\r\nHost: x\r\n${Array.from({ length: 3000 }, (_, n) => `X-${n}: 1`).join('\r\n')}\r\n\r\n`,
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n',
      'GET / HTTP/1.1\r\nHost: x\r\nContent-Length : 3\r\n\r\nabc',
      'GET http://[::1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      'GET http:/// HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      'GET * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      'GET //evil.example/%2e%2e HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      'GET /\\evil.example HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      'GET /entrer HTTP/1.1\r\nHost: x\r\nHost: y\r\nConnection: close\r\n\r\n',
      'GET /entrer HTTP/1.1\r\nHost: a b<script>\r\nConnection: close\r\n\r\n',
      'GET /entrer HTTP/1.0\r\n\r\n',
    ]
    for (const said of await Promise.all(garbage.map((bytes) => wire(radio.port, bytes, 4000)))) {
      const status = Number(/^HTTP\/1\.[01] (\d+)/.exec(said)?.[1] ?? 0)
      expect(status, said.slice(0, 300)).toBeLessThan(500)
      expect(said).not.toMatch(/location: *(https?:)?[\\/]{2}(evil|x\b)/i)
    }
    expect((await visitor.ask('/')).status).toBe(200)
  })

  test('two hundred slow visitors do not keep the next one out', async () => {
    const slow = Array.from({ length: 200 }, () =>
      wire(radio.port, 'GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ', 3000),
    )
    expect((await visitor.ask('/')).status).toBe(200)
    await Promise.all(slow)
  })

  test.each([
    ['a foreign Origin', { origin: 'https://evil.example' }],
    ['a sandboxed page', { origin: 'null' }],
    ['our host on another port', { origin: 'http://localhost:1' }],
    ['our host as a prefix', { origin: 'http://localhost:1.evil.example' }],
    ['no Origin at all', {}],
    ['no Origin, another site', { 'sec-fetch-site': 'cross-site' }],
    ['no Origin, the same site only', { 'sec-fetch-site': 'same-site' }],
    [
      'a forged host',
      { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example', host: 'evil.example' },
    ],
    ['a forged proxy', { origin: 'https://evil.example', forwarded: 'host=evil.example;proto=https' }],
  ])('%s changes nothing', async (_what, headers) => {
    const cookie = [...coordination.jar].map(([name, value]) => `${name}=${value}`).join('; ')
    for (const path of [
      '/',
      '/entrer',
      '/sujets/nouveau',
      '/api/auth/callback/key',
      '/api/auth/signout',
      '/uploads',
      '/confort',
    ]) {
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
        const reply = await visitor.ask(path, {
          method,
          bare: true,
          headers: { ...headers, cookie, 'content-type': 'application/x-www-form-urlencoded' },
          body: 'a=1',
        })
        expect(reply.status, `${method} ${path}`).toBe(403)
        expect(reply.headers['set-cookie']).toBeUndefined()
      }
    }
  })

  test('headers that our own machinery reads are not believed from outside', async () => {
    const forged = {
      'content-security-policy': "script-src 'nonce-evilevilevilevil' 'unsafe-inline'",
      'x-nonce': 'evilevilevilevil',
      'x-bobine-actor': 'coordination',
      'x-bobine-member': id,
      'x-member': id,
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      'x-forwarded-for': '127.0.0.1',
      'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy',
      'x-middleware-next': '1',
      'x-invoke-path': '/regie',
      'x-invoke-status': '500',
      'x-invoke-error': '{"message":"evil"}',
      'x-matched-path': '/regie',
      'x-now-route-matches': '1=/regie',
      'x-nextjs-data': '1',
      'x-original-url': '/regie',
      'x-rewrite-url': '/regie',
      'x-http-method-override': 'DELETE',
      'next-router-state-tree': '%5B%22evil',
    }
    for (const page of [
      '/',
      '/entrer',
      '/regie',
      '/n-existe-pas',
      '/api/auth/session',
      '/api/auth/providers',
    ]) {
      for (const [name, value] of [...Object.entries(forged), ['rsc', '1']] as const) {
        const reply = await visitor.ask(page, { headers: { [name]: value } })
        expectCalm(reply, `${page} ${name}`)
        expect(reply.text, `${page} ${name}`).not.toMatch(/evil/)
        expect(reply.headers['content-security-policy'] ?? '').not.toMatch(/evil/)
        if (page === '/regie') expect(reply.text).not.toContain('Prochaine émission')
      }
    }
  })

  test('a malformed state of the router, a strange action and a strange body are no 5xx', async () => {
    const asks: Ask[] = [
      { headers: { rsc: '1', 'next-router-state-tree': '%' } },
      { headers: { rsc: '1', 'next-router-state-tree': '["",{}]' } },
      { headers: { rsc: '1', 'next-router-prefetch': '9', 'next-url': '%%%' } },
      { headers: { 'accept-encoding': 'x'.repeat(4000), 'accept-language': '\u00e9'.repeat(100) } },
      { headers: { cookie: 'bobine.session=%; bobine.csrf=%%; comfort=%E0%A4%A; =; ;;;' } },
      { headers: { cookie: `bobine.session=${'a'.repeat(6000)}` } },
      { headers: { range: 'bytes=9-1,,;', 'if-none-match': '"', 'if-modified-since': 'hier' } },
      { headers: { 'user-agent': '<script>alert(1)</script>' } },
    ]
    for (const page of ['/', '/feed.xml', '/confort', '/entrer', '/api/health', '/api/auth/session']) {
      for (const ask of asks)
        expectCalm(await visitor.ask(page, ask), `${page} ${JSON.stringify(ask).slice(0, 90)}`)
    }
  })

  test.each([
    ['an unknown action', { ...text, 'next-action': '40deadbeef' }, '[]'],
    ['an action of garbage', { ...text, 'next-action': '../../x' }, '[]'],
    ['an action named after nothing', { ...text, 'next-action': '__proto__' }, '[]'],
    ['JSON to a page', { 'content-type': 'application/json' }, '{"a":1}'],
    ['broken JSON to a page', { 'content-type': 'application/json' }, '{"a":'],
    ['a broken form', { 'content-type': 'multipart/form-data; boundary=x' }, '--y\r\n\r\n'],
    ['a form without boundary', { 'content-type': 'multipart/form-data' }, 'x'],
    [
      'a form that names an action',
      { 'content-type': 'multipart/form-data; boundary=x' },
      '--x\r\nContent-Disposition: form-data; name="$ACTION_ID_40deadbeef"\r\n\r\n\r\n--x--\r\n',
    ],
    [
      'a form that refers to one',
      { 'content-type': 'multipart/form-data; boundary=x' },
      '--x\r\nContent-Disposition: form-data; name="$ACTION_REF_1"\r\n\r\n\r\n--x\r\nContent-Disposition: form-data; name="$ACTION_1:0"\r\n\r\n{"id":"x","bound":null}\r\n--x--\r\n',
    ],
    ['a packed body', { ...text, 'content-encoding': 'gzip' }, 'not gzip'],
  ])('%s', async (_what, headers, body) => {
    for (const page of [
      '/',
      '/entrer',
      '/sujets/nouveau',
      '/n-existe-pas',
      '/api/health',
      '/api/auth/callback/key',
      '/api/auth/signout',
      '/feed.xml',
      '/bienvenue',
    ]) {
      expectCalm(await resident.ask(page, { method: 'POST', headers, body }), `POST ${page}`)
    }
  })

  test('a form that cannot be read is told so in French', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x' }
    const reply = await visitor.ask('/entrer', { method: 'POST', headers, body: '--y\r\n\r\n' })
    expect([reply.status, reply.text]).toEqual([400, expect.stringContaining('n’a pas pu être lue')])
  })

  test('ten megabytes sent to any address are refused or ignored, not kept', async () => {
    const body = Buffer.alloc(10_000_000, 97)
    for (const path of [
      '/',
      '/entrer',
      '/api/auth/callback/key',
      '/api/health',
      '/feed.xml',
      '/uploads',
      '/sujets/nouveau',
    ]) {
      for (const headers of [
        text,
        { 'content-type': 'application/x-www-form-urlencoded' },
        { ...text, 'next-action': '40deadbeef' },
      ]) {
        // Some are cut off before their end: that is an answer too.
        const reply = await visitor.ask(path, { method: 'POST', headers, body }).catch(() => null)
        if (reply) expectCalm(reply, `POST 10 MB ${path}`)
      }
    }
    expect((await visitor.ask('/')).status).toBe(200)
  })

  test('pages, the page that is not there and refused pages all wear the security headers', async () => {
    for (const page of ['/', '/entrer', '/n-existe-pas', '/c/inconnu', '/confort', '/emissions/jamais']) {
      const { headers, status } = await visitor.ask(page)
      expect(status).toBeLessThan(405)
      expect(headers['content-security-policy'], page).toMatch(/script-src 'nonce-[^']+' 'strict-dynamic';/)
      expect(headers['content-security-policy'], page).toContain("frame-ancestors 'none'")
      expect(headers, page).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'cross-origin-opener-policy': 'same-origin',
        'referrer-policy': 'same-origin',
      })
      expect(headers['permissions-policy'], page).toContain('microphone=()')
      expect(headers['x-powered-by'], page).toBeUndefined()
    }
    for (const file of [
      '/feed.xml',
      `/audio/${id}.mp3`,
      '/_next/static/x.js',
      '/api/health',
      '/uploads',
      '/marque/icon-192.png',
    ]) {
      expect((await visitor.ask(file)).headers['x-content-type-options'], file).toBe('nosniff')
    }
  })

  test('two pages never share a nonce, and every script of a page bears its own', async () => {
    const [one, two] = [await visitor.ask('/entrer'), await visitor.ask('/entrer')]
    const nonceOf = ({ headers }: Reply) =>
      /'nonce-([^']+)'/.exec(headers['content-security-policy']?.toString() ?? '')?.[1]
    expect(nonceOf(one)).not.toBe(nonceOf(two))
    const scripts = [...one.text.matchAll(/<script\b([^>]*)>/g)].map(([, attributes = '']) => attributes)
    expect(scripts.length).toBeGreaterThan(0)
    for (const attributes of scripts.filter((one) => !one.includes('application/')))
      expect(attributes).toContain(`nonce="${nonceOf(one)}"`)
  })

  test('after all that the radio has said no unexpected error', () => {
    expect(radio.output()).not.toMatch(/uncaught|unhandled|request\.failed/i)
  })
})
