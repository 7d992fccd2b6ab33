import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import WebSocket from 'ws'
import { attempts, members, sessions } from '#lib/db/schema.ts'
import { addMember, makeCard, makeInvitation } from '#lib/people/members.server.ts'
import { builtActions, callAction } from './actions.ts'
import { isBuilt, type Radio, startRadio } from './radio.ts'
import { tryKey } from './visitor.ts'

describe.skipIf(!isBuilt)('the door', () => {
  let radio: Radio
  beforeAll(async () => {
    radio = await startRadio()
  })
  beforeEach(async () => {
    await radio.db.delete(attempts)
  })
  afterAll(() => radio?.stop())

  async function invited(role: 'resident' | 'coordination' = 'resident') {
    const memberId = await addMember(radio.db, 'console', {
      name: 'Fatiha',
      role,
      houseId: null,
      email: null,
    })
    return { memberId, ...(await makeInvitation(radio.db, memberId, role)) }
  }

  test('the session’s cookie is for the server alone, on this site alone', async () => {
    const { token } = await invited()
    const reply = await tryKey(radio.visitor(), { token })
    const line = reply.headers['set-cookie']?.find((one) => one.startsWith('bobine.session='))
    expect(line).toMatch(/; HttpOnly/i)
    expect(line).toMatch(/; SameSite=Lax/i)
    expect(line).toMatch(/; Path=\//i)
    expect(line).not.toMatch(/; Domain=/i)
  })

  test('looking at a link uses nothing up; pressing does, once', async () => {
    const { token } = await invited()
    for (const method of ['GET', 'HEAD', 'GET']) await radio.visitor().ask(`/c/${token}`, { method })
    const [first, second] = [radio.visitor(), radio.visitor()]
    await tryKey(first, { token })
    await tryKey(second, { token })
    expect(first.jar.has('bobine.session')).toBe(true)
    expect(second.jar.has('bobine.session')).toBe(false)
  })

  test('twenty at once with the same link let one in', async () => {
    const { token } = await invited()
    const crowd = Array.from({ length: 15 }, () => radio.visitor())
    await Promise.all(crowd.map((one) => tryKey(one, { token })))
    expect(crowd.filter((one) => one.jar.has('bobine.session'))).toHaveLength(1)
  })

  test.each([
    ['/api/auth/callback/key'],
    ['/api/auth/callback/%6Bey'],
    ['/api/auth/callback/key/'],
    ['/api/auth/callback/key?x=1'],
    ['/api/auth/%63allback/key'],
    ['/api//auth/callback/key'],
    ['/api/auth/./callback/key'],
    ['/api/x/../auth/callback/key'],
  ])('%s: after twenty tries nothing more is tried for a quarter of an hour', async (path) => {
    const owner = await invited()
    const guesser = radio.visitor()
    const { csrfToken } = JSON.parse((await guesser.ask('/api/auth/csrf')).text)
    const knock = (key: Record<string, string>) => guesser.form(path, { csrfToken, callbackUrl: '/', ...key })
    for (let n = 0; n < 20; n++) expect((await knock({ code: `AAAA-${1000 + n}` })).status).toBeLessThan(430)
    const refused = await knock({ token: owner.token })
    expect(guesser.jar.has('bobine.session')).toBe(false)
    if (refused.status === 429) {
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
      expect(refused.text).toContain('Attendez un quart d’heure')
    } else expect([301, 302, 303, 307, 308, 404, 405]).toContain(refused.status)
  })

  test('no header makes one guesser look like many', async () => {
    const guesser = radio.visitor()
    const { csrfToken } = JSON.parse((await guesser.ask('/api/auth/csrf')).text)
    const statuses: number[] = []
    for (let n = 0; n < 22; n++) {
      const headers = {
        'x-forwarded-for': `10.0.0.${n}`,
        'x-real-ip': `10.0.1.${n}`,
        forwarded: `for=10.0.2.${n}`,
      }
      statuses.push(
        (await guesser.form('/api/auth/callback/key', { csrfToken, code: 'AAAABBBB' }, headers)).status,
      )
    }
    expect(statuses.at(-1)).toBe(429)
  })

  test('known, unknown and suspended addresses are answered alike, and the sixth letter is refused', async () => {
    await addMember(radio.db, 'console', {
      name: 'Denise',
      role: 'resident',
      houseId: null,
      email: 'denise@exemple.fr',
    })
    const gone = await addMember(radio.db, 'console', {
      name: 'Paul',
      role: 'resident',
      houseId: null,
      email: 'paul@exemple.fr',
    })
    await radio.db.update(members).set({ suspendedAt: sql`now()` }).where(eq(members.id, gone))
    const action = builtActions().find(({ name }) => name === 'askLinkAction')
    if (!action) throw new Error('no action asks for a link')
    const answers: string[] = []
    for (const email of [
      'denise@exemple.fr',
      'DENISE@exemple.fr',
      'personne@exemple.fr',
      'paul@exemple.fr',
    ]) {
      const { status, text } = await callAction(radio.visitor(), action, { email })
      answers.push(`${status} ${text.replace(/"at":\d+/, '')}`)
    }
    expect(new Set(answers).size).toBe(1)
    for (const email of ['denise@exemple.fr', 'personne@exemple.fr']) {
      await radio.db.delete(attempts)
      const replies = []
      for (let n = 0; n < 6; n++) replies.push(await callAction(radio.visitor(), action, { email }))
      expect(replies.at(4)?.text).toContain('"ok":true')
      expect(replies.at(5)?.text).toContain('Trop d’essais')
    }
  })

  test.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/%09/evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    'http://localhost:1@evil.example/',
    'http://localhost.evil.example/',
    '///evil.example',
    'https:evil.example',
    ' //evil.example',
  ])('a sign-in never leads to %j', async (callbackUrl) => {
    const { token } = await invited()
    for (const wanted of [callbackUrl, radio.url + callbackUrl]) {
      const visitor = radio.visitor()
      const { csrfToken } = JSON.parse((await visitor.ask('/api/auth/csrf')).text)
      const { headers, status, text } = await visitor.form('/api/auth/callback/key', {
        csrfToken,
        token,
        callbackUrl: wanted,
      })
      expect(status).toBeLessThan(500)
      const to = headers.location ?? JSON.parse(text || '{}').url ?? '/'
      expect(new URL(to, radio.url).origin).toBe(radio.url)
      expect(to).not.toMatch(/[\t\n\\]/)
    }
    const page = await radio.visitor().ask(`/entrer?suite=${encodeURIComponent(callbackUrl)}`)
    expect(page.status).toBe(200)
    for (const [, value = ''] of page.text.matchAll(/name="callbackUrl" value="([^"]*)"/g))
      expect(new URL(value, radio.url).origin).toBe(radio.url)
  })

  test('a revoked session is signed out by the next request, page, listening and socket alike', async () => {
    const someone = await radio.member('resident')
    expect((await someone.ask('/ma-bobine')).status).toBe(200)
    await radio.db
      .update(sessions)
      .set({ revokedAt: sql`now()` })
      .where(eq(sessions.memberId, someone.memberId))
    const page = await someone.ask('/ma-bobine')
    expect([303, 307]).toContain(page.status)
    expect(page.headers.location).toContain('/entrer')
    expect(
      (
        await someone.ask('/uploads', {
          method: 'POST',
          headers: { 'tus-resumable': '1.0.0', 'upload-length': '5' },
        })
      ).status,
    ).toBe(401)
    expect(await upgrade(radio, { cookie: cookieOf(someone.jar), origin: radio.url })).toBe(401)
  })

  test('a suspended member is signed out at once and their card opens nothing', async () => {
    const boss = await radio.member('coordination')
    const someone = await radio.member('resident')
    const actor = {
      memberId: boss.memberId,
      name: '',
      role: 'coordination' as const,
      houseId: null,
      sessionId: '',
    }
    const card = await makeCard(radio.db, actor, someone.memberId)
    await radio.db.update(members).set({ suspendedAt: sql`now()` }).where(eq(members.id, someone.memberId))
    expect((await someone.ask('/ma-bobine')).status).not.toBe(200)
    const keys: Record<string, string>[] = [{ token: card.token }, { code: card.code ?? '' }]
    for (const key of keys) {
      const visitor = radio.visitor()
      await tryKey(visitor, key)
      expect(visitor.jar.has('bobine.session')).toBe(false)
    }
  })

  test.each([
    ['a cookie of letters', 'a.b.c.d.e'],
    [
      'a cookie signed by nobody',
      `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{"sessionId":"7d444840-9dc0-11d1-b245-5ffdce74fad2"}').toString('base64url')}.`,
    ],
    ['an empty one', ''],
    ['a very long one', 'x'.repeat(4000)],
  ])('%s signs nobody in', async (_what, value) => {
    const visitor = radio.visitor()
    const cookie = `bobine.session=${value}; __Host-bobine.session=${value}; next-auth.session-token=${value}`
    for (const page of ['/ma-bobine', '/regie', '/api/auth/session']) {
      const reply = await visitor.ask(page, { headers: { cookie } })
      expect(reply.status).toBeLessThan(500)
      if (page.startsWith('/api')) expect(reply.text).toMatch(/^(\{\}|null)$/)
      else expect(reply.headers.location).toContain('/entrer')
    }
  })

  test.each([
    [{ token: '\0' }],
    [{ token: 'x'.repeat(100_000) }],
    [{ token: '' }],
    [{}],
    [{ code: '\0\0\0\0\0\0\0\0' }],
    [{ code: "' or 1=1 --" }],
    [{ code: '🎺'.repeat(40) }],
    [{ token: 'a', code: 'b', name: '\0' }],
    [{ csrfToken: 'x', token: 'a' }],
    [{ json: 'true', token: 'a' }],
    [{ redirect: 'false', token: 'a' }],
  ])('the key %j opens nothing and breaks nothing', async (key) => {
    const visitor = radio.visitor()
    const reply = await tryKey(visitor, key)
    expect(reply.status).toBeLessThan(500)
    expect(visitor.jar.has('bobine.session')).toBe(false)
  })

  test('everything else under /api/auth answers calmly and lets nobody in', async () => {
    const visitor = radio.visitor()
    for (const path of [
      '',
      '/',
      '/signin',
      '/signin/key',
      '/signin/../key',
      '/signout',
      '/error',
      '/error?error=%3Cscript%3E',
      '/verify-request',
      '/providers',
      '/callback',
      '/callback/x',
      '/callback/__proto__',
      '/callback/constructor',
      '/_log',
      '/x/y/z/w',
      '/session?update',
      '/csrf?callbackUrl=https://evil.example',
    ]) {
      for (const method of ['GET', 'POST']) {
        const reply = await visitor.ask(`/api/auth${path}`, {
          method,
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: method === 'POST' ? 'a=b' : '',
        })
        expect(reply.status, `${method} ${path}: ${reply.text.slice(0, 200)}`).toBeLessThan(500)
        if (reply.headers.location) expect(new URL(reply.headers.location, radio.url).origin).toBe(radio.url)
        expect(visitor.jar.has('bobine.session')).toBe(false)
      }
    }
  })

  test('a socket needs the path, our origin and a session', async () => {
    const someone = await radio.member('resident')
    const cookie = cookieOf(someone.jar)
    const origin = radio.url
    expect(await upgrade(radio, { cookie, origin })).toBe('open')
    expect(await upgrade(radio, { cookie, origin: 'https://evil.example' })).toBe(403)
    expect(await upgrade(radio, { cookie })).toBe(403)
    expect(await upgrade(radio, { origin })).toBe(401)
    expect(await upgrade(radio, { cookie: 'bobine.session=%', origin })).toBe(401)
    for (const path of ['/', '/collab/', '/collab/x', '/collaborer', '/_next/webpack-hmr', '//collab'])
      expect(await upgrade(radio, { cookie, origin }, path), path).not.toBe('open')
  })

  test('a socket that talks nonsense is closed, alone', async () => {
    const someone = await radio.member('resident')
    const headers = { cookie: cookieOf(someone.jar), origin: radio.url }
    const nonsense = [
      'text',
      Buffer.alloc(0),
      Buffer.from([255, 255, 255, 255]),
      Buffer.alloc(3_000_000, 1),
      Buffer.alloc(100, 127),
    ]
    for (const message of nonsense) {
      const socket = new WebSocket(`ws://localhost:${radio.port}/collab`, { headers })
      await new Promise((open) => socket.once('open', open))
      socket.send(message)
      await new Promise((done) => setTimeout(done, 100))
      socket.terminate()
    }
    expect((await someone.ask('/ma-bobine')).status).toBe(200)
  })

  test('twenty sockets of one member are enough', async () => {
    const someone = await radio.member('resident')
    const headers = { cookie: cookieOf(someone.jar), origin: radio.url }
    const open = Array.from(
      { length: 20 },
      () => new WebSocket(`ws://localhost:${radio.port}/collab`, { headers }),
    )
    await Promise.all(open.map((socket) => new Promise((done) => socket.once('open', done))))
    expect(await upgrade(radio, headers)).toBe(429)
    for (const socket of open) socket.terminate()
  })
})

const cookieOf = (jar: Map<string, string>) => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')

/** The status that refuses an upgrade, `open`, or `cut`. */
function upgrade(
  radio: Radio,
  headers: Record<string, string>,
  path = '/collab',
): Promise<number | 'open' | 'cut'> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://localhost:${radio.port}${path}`, { headers, handshakeTimeout: 5000 })
    socket.on('open', () => {
      socket.terminate()
      resolve('open')
    })
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0))
    socket.on('error', () => resolve('cut'))
  })
}
