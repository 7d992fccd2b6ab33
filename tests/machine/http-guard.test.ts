import { describe, expect, test } from 'vitest'
import { attachment } from '#lib/machine/http-disposition.ts'
import {
  clientAddress,
  isFromOurPages,
  isKnownMethod,
  plainPath,
  requestPath,
} from '#lib/machine/http-guard.ts'
import { contentSecurityPolicy, securityHeaders } from '#lib/machine/http-headers.ts'

const own = 'https://radio.example'
const nonce = 'bm9uY2Vub25jZW5vbmNl'

describe('who may change something', () => {
  test.each([
    ['GET', {}, true],
    ['HEAD', { origin: 'https://evil.example' }, true],
    ['POST', { origin: own }, true],
    ['POST', { origin: 'https://evil.example' }, false],
    ['POST', { origin: 'https://radio.example.evil.example' }, false],
    ['POST', { origin: 'http://radio.example' }, false],
    ['POST', { origin: 'https://radio.example:8443' }, false],
    ['POST', { origin: 'null' }, false],
    ['POST', { origin: '' }, false],
    ['POST', {}, false],
    ['POST', { 'sec-fetch-site': 'same-origin' }, true],
    ['POST', { 'sec-fetch-site': 'same-site' }, false],
    ['POST', { 'sec-fetch-site': 'none' }, false],
    ['DELETE', { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' }, false],
    ['PATCH', { 'x-forwarded-host': 'radio.example' }, false],
    [undefined, {}, false],
  ])('%s with %j → %s', (method, headers, allowed) => {
    expect(isFromOurPages(method, headers, own)).toBe(allowed)
  })

  test.each(['TRACE', 'CONNECT', 'PROPFIND', 'get', '', undefined])('%s is no method of ours', (method) => {
    expect(isKnownMethod(method)).toBe(false)
  })
})

describe('the path of a request', () => {
  test.each([
    ['/', ['']],
    ['/episodes/le-citron?t=12', ['episodes', 'le-citron']],
    ['/%C3%A9t%C3%A9', ['été']],
    ['/a%2Fb', ['a/b']],
    ['/a//b', ['a', '', 'b']],
    ['http://radio.example/feed.xml', ['feed.xml']],
    ['http://radio.example', ['']],
    ['//evil.example/x', ['', 'evil.example', 'x']],
  ])('%s reads as %j', (target, segments) => {
    expect(requestPath(target)?.segments).toEqual(segments)
  })

  test.each([
    '/%',
    '/%zz',
    '/%E0%A4%A',
    '/%FF',
    '/a%00b',
    '/%C0%AE%C0%AE',
    '*',
    '',
    'feed.xml',
    '?a',
    undefined,
  ])('%s cannot be read', (target) => expect(requestPath(target)).toBeNull())
})

describe('the address of who asks', () => {
  const claimed = { 'x-forwarded-for': '1.1.1.1, 203.0.113.7' }
  test.each([
    ['::ffff:192.0.2.1', {}, false, '192.0.2.1'],
    ['192.0.2.1', claimed, false, '192.0.2.1'],
    ['127.0.0.1', claimed, true, '203.0.113.7'],
    ['127.0.0.1', { 'x-forwarded-for': ['1.1.1.1', '203.0.113.8'] }, true, '203.0.113.8'],
    ['127.0.0.1', { 'x-forwarded-for': '2001:db8::1' }, true, '2001:db8::1'],
    ['127.0.0.1', { 'x-forwarded-for': '<script>' }, true, '127.0.0.1'],
    ['127.0.0.1', {}, true, '127.0.0.1'],
    [undefined, {}, false, ''],
  ])('socket %s, %j, proxy %s → %s', (socket, headers, trust, address) => {
    expect(clientAddress(socket, headers, trust)).toBe(address)
  })
})

describe('the headers of a page', () => {
  test('only scripts with the nonce run, and nobody frames us', () => {
    const policy = contentSecurityPolicy({ nonce })
    expect(policy).toContain(`script-src 'nonce-${nonce}' 'strict-dynamic'`)
    for (const rule of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"]) {
      expect(policy).toContain(rule)
    }
    expect(policy).not.toContain('unsafe-eval')
  })

  test('the embedded player may be framed by anyone', () => {
    expect(contentSecurityPolicy({ nonce, embed: true })).toContain('frame-ancestors *')
    expect(securityHeaders({ nonce, embed: true })).not.toHaveProperty('X-Frame-Options')
  })

  test('the microphone is open only where people record, https is remembered only over https', () => {
    expect(securityHeaders({ nonce })['Permissions-Policy']).toContain('microphone=()')
    expect(securityHeaders({ nonce, microphone: true })['Permissions-Policy']).toContain('microphone=(self)')
    expect(securityHeaders({ nonce })).not.toHaveProperty('Strict-Transport-Security')
    expect(securityHeaders({ nonce, https: true })).toHaveProperty('Strict-Transport-Security')
  })

  test('a nonce that could break out is refused', () => {
    expect(() => contentSecurityPolicy({ nonce: "x'; script-src *" })).toThrow('nonce')
  })
})

describe('the name under which a file is saved', () => {
  test.each([
    ['Relevé n° 3.csv', 'Releve n_ 3.csv', 'Relev%C3%A9%20n%C2%B0%203.csv'],
    ['../../etc/passwd', '-..-etc-passwd', '-..-etc-passwd'],
    ['a"; filename=b.exe', 'a_; filename=b.exe', 'a%22%3B%20filename%3Db.exe'],
    ['a\r\nSet-Cookie: x', 'aSet-Cookie- x', 'aSet-Cookie-%20x'],
    ["l'été (100%).mp3", "l'ete (100_).mp3", 'l%27%C3%A9t%C3%A9%20%28100%25%29.mp3'],
    ['\ud800.mp3', '_.mp3', '%EF%BF%BD.mp3'],
    [' .. ', 'fichier', 'fichier'],
  ])('%j', (name, plain, encoded) => {
    expect(attachment(name)).toBe(`attachment; filename="${plain}"; filename*=UTF-8''${encoded}`)
  })
})

describe('the path of a limit', () => {
  test.each([
    [['api', 'auth', 'callback', 'key'], '/api/auth/callback/key'],
    [['api', '', 'auth', '.', 'callback', 'key', ''], '/api/auth/callback/key'],
    [['x', '..', 'api', 'auth'], '/api/auth'],
    [['..', '..', 'api'], '/api'],
    [['x', '../api/auth'], '/api/auth'],
    [['api\\auth'], '/api/auth'],
    [[''], '/'],
  ])('%j is %s, however it was written', (segments, plain) => {
    expect(plainPath(segments)).toBe(plain)
  })
})
