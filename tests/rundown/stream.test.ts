import { setTimeout as wait } from 'node:timers/promises'
import { eq, sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { members, rundownChanges, sessions } from '#lib/db/schema.ts'
import { makeToken, readTokens, revokeToken } from '#lib/people/token.server.ts'
import type { Told } from '#lib/rundown/change.server.ts'
import type { Line } from '#lib/rundown/patch.ts'
import { testDatabase } from '#tests/database.ts'
import { Follower } from './follower.ts'
import { ask, emptyShow, enrol, openStudio, type Sender, type Studio } from './studio.ts'

const radio = testDatabase()
type Person = Awaited<ReturnType<typeof enrol>>
let nadia: Person
let karim: Person
let bastien: Person
let fatiha: Person
/** Two web processes on one database. */
let here: Studio
let there: Studio

beforeAll(async () => {
  const { db, address } = radio
  nadia = await enrol(db, 'Nadia', 'coordination')
  karim = await enrol(db, 'Karim', 'coordination')
  bastien = await enrol(db, 'Bastien', 'technique')
  fatiha = await enrol(db, 'Fatiha', 'resident')
  here = await openStudio(db, address, { recheckMs: 50 })
  there = await openStudio(db, address)
})
afterAll(async () => {
  await here.close()
  await there.close()
})

const open: Follower[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((follower) => follower.leave()))
})

type State = { version: number; lines: readonly Line[] }

async function stateOf(show: string): Promise<State> {
  const { body } = await ask(here, nadia.cookie, 'GET', `${show}/rundown`)
  return { version: body.version ?? -1, lines: body.lines ?? [] }
}

/** Follows as a screen does that has just read `state`. */
function follow(show: string, state: State, { studio = here, who = bastien.cookie, lastEventId = '' } = {}) {
  const url = `${studio.url}/api/episodes/${show}/rundown/events?since=${state.version}`
  const follower = new Follower(url, who, state, lastEventId || undefined)
  open.push(follower)
  return follower
}

const edit = (show: string, wanted: unknown, { studio = here, who = nadia.cookie, key = '' } = {}) =>
  ask(studio, who, 'PATCH', `${show}/rundown`, { edit: wanted, ...(key ? { key } : {}) })

async function add(show: string, titles: string[], studio = here): Promise<string[]> {
  const lines = titles.map((title) => ({ kind: 'voice', title, plannedMs: 60_000 }))
  const { body } = await edit(show, { do: 'add', lines }, { studio })
  return body.result ?? []
}

const titles = (lines: readonly Line[]) => lines.map(({ title }) => title).join('')
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n)

describe('whoever follows a rundown', () => {
  test('gets every change once and in order, also those made between reading and following', async () => {
    const show = await emptyShow(radio.db)
    const [first = ''] = await add(show, ['a'])
    const state = await stateOf(show)
    await add(show, ['b', 'c'])
    const follower = follow(show, state)
    await Promise.all(['d', 'e', 'f', 'g'].map((title) => add(show, [title])))
    await edit(show, { do: 'set', id: first, version: 1, fields: { title: 'A' } })
    await edit(show, { do: 'move', lines: [{ id: first, version: 2 }], after: null })
    await edit(show, { do: 'bin', ids: [first] })
    const now = await stateOf(show)
    await follower.until(({ version }) => version === now.version)
    expect(follower.lines).toEqual(now.lines)
    expect(follower.versions()).toEqual(range(state.version + 1, now.version))
    expect(follower.of('change').map(({ id }) => Number(id))).toEqual(follower.versions())
    expect(titles(now.lines)).toMatch(/^bc[defg]{4}$/)
  })

  test('hears what is done through another process', async () => {
    const show = await emptyShow(radio.db)
    const state = await stateOf(show)
    const both = [follow(show, state, { studio: here }), follow(show, state, { studio: there })]
    await Promise.all(range(1, 6).map((n) => add(show, [`${n}`], n % 2 === 0 ? here : there)))
    const now = await stateOf(show)
    for (const follower of both) {
      await follower.until(({ version }) => version === now.version)
      expect(follower.lines).toEqual(now.lines)
      expect(follower.versions()).toEqual(range(1, 6))
    }
  })

  test('gets a change that is too long for a notification, and those after it', async () => {
    const show = await emptyShow(radio.db)
    const follower = await follow(show, await stateOf(show)).greeted()
    const long = { kind: 'voice', title: 'long', notes: 'é'.repeat(4000) }
    await edit(show, { do: 'add', lines: [long, long, long] })
    await add(show, ['short'])
    await follower.until(({ version }) => version === 2)
    expect(follower.lines).toEqual((await stateOf(show)).lines)
    expect(follower.lines[2]?.notes).toHaveLength(4000)
  })

  test('goes on after its last event when it connects again', async () => {
    const show = await emptyShow(radio.db)
    const state = await stateOf(show)
    const before = follow(show, state)
    await add(show, ['a'])
    await before.until(({ version }) => version === 1)
    await before.leave()
    await add(show, ['b'])
    await add(show, ['c'])
    // A browser asks the address that it had, with the event that it had last.
    const url = `${here.url}/api/episodes/${show}/rundown/events?since=${state.version}`
    const again = new Follower(url, bastien.cookie, { version: 1, lines: before.lines }, '1')
    open.push(again)
    await again.until(({ version }) => version === 3)
    expect(again.versions()).toEqual([2, 3])
    expect(titles(again.lines)).toBe('abc')
  })

  test('misses nothing while the process cannot hear the database', async () => {
    const show = await emptyShow(radio.db)
    const follower = await follow(show, await stateOf(show)).greeted()
    await add(show, ['a'])
    await follower.until(({ version }) => version === 1)
    const { rowCount } = await radio.db.execute(sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query = 'listen rundown'`)
    expect(rowCount).toBe(2)
    // Told to nobody: the connection is away just now.
    for (const title of 'bcd') await add(show, [title])
    await follower.until(({ version }) => version === 4)
    expect(follower.versions()).toEqual([1, 2, 3, 4])
    await add(show, ['e'])
    await follower.until(({ version }) => version === 5)
    expect(titles(follower.lines)).toBe('abcde')
  })

  test('without a version follows from now on', async () => {
    const show = await emptyShow(radio.db)
    await add(show, ['a'])
    const url = `${here.url}/api/episodes/${show}/rundown/events`
    const follower = new Follower(url, bastien.cookie, await stateOf(show))
    open.push(follower)
    await follower.greeted()
    await add(show, ['b'])
    await follower.until(({ version }) => version === 2)
    expect(follower.versions()).toEqual([2])
  })

  test('is told to fetch the whole when the log does not reach back to what it holds', async () => {
    const show = await emptyShow(radio.db)
    await add(show, ['a'])
    await add(show, ['b'])
    await radio.db.delete(rundownChanges).where(eq(rundownChanges.version, 1))
    const follower = follow(show, { version: 0, lines: [] })
    await follower.until((one) => one.of('reset').length > 0)
    expect(follower.versions()).toEqual([])
  })

  test('also when it has slept for more changes than are worth telling one by one', async () => {
    const show = await emptyShow(radio.db)
    for (const n of range(1, 102)) await add(show, [`${n}`])
    const follower = follow(show, { version: 0, lines: [] })
    await follower.until((one) => one.of('reset').length > 0)
    const nearer = follow(show, { version: 100, lines: [] })
    await nearer.until(({ version }) => version === 102)
    expect(nearer.versions()).toEqual([101, 102])
  })

  test('and when it holds a version that this database never had', async () => {
    const show = await emptyShow(radio.db)
    await add(show, ['a'])
    const follower = follow(show, { version: 12, lines: [] })
    await follower.until((one) => one.of('reset').length > 0)
    expect(follower.versions()).toEqual([])
  })

  test('sees who is on which line, on whatever process, and that they leave', async () => {
    const show = await emptyShow(radio.db)
    const [line = null] = await add(show, ['a'])
    const follower = await follow(show, await stateOf(show), { studio: there }).greeted()
    const tab = crypto.randomUUID()
    const stand = (facts: object) =>
      ask(here, karim.cookie, 'POST', `${show}/rundown/here`, { tab, ...facts })
    await stand({ line })
    await follower.until((one) => one.of('here').length === 1)
    const karimOnIt = { tab, memberId: karim.actor.memberId, name: 'Karim', lineId: line }
    expect(follower.of('here')[0]?.data).toEqual(karimOnIt)
    const later = await follow(show, await stateOf(show), { studio: there }).greeted()
    expect(later.of('hello')[0]?.data).toMatchObject({ here: [karimOnIt] })
    await stand({ gone: true })
    await follower.until((one) => one.of('here').length === 2)
    expect(follower.of('here')[1]?.data).toMatchObject({ tab, gone: true })
    const after = await follow(show, await stateOf(show), { studio: there }).greeted()
    expect(after.of('hello')[0]?.data).toMatchObject({ here: [] })
  })
})

describe('who may', () => {
  const asks = (who: Sender, method: string, path: string, body?: unknown) =>
    ask(here, who, method, path, body).then(({ status }) => status)
  const anAdd = { edit: { do: 'add', lines: [{ kind: 'voice' }] } }

  test('nobody who is not signed in', async () => {
    const show = await emptyShow(radio.db)
    expect(await asks({ Origin: 'http://localhost' }, 'GET', `${show}/rundown`)).toBe(401)
    expect(await asks({ Origin: 'http://localhost' }, 'PATCH', `${show}/rundown`, anAdd)).toBe(401)
    const follower = await follow(show, { version: 0, lines: [] }, { who: {} }).greeted()
    expect(follower.status).toBe(401)
  })

  test('the technique reads and changes nothing; for a resident there is no rundown', async () => {
    const show = await emptyShow(radio.db)
    expect(await asks(bastien.cookie, 'GET', `${show}/rundown`)).toBe(200)
    expect(await asks(bastien.cookie, 'PATCH', `${show}/rundown`, anAdd)).toBe(403)
    for (const path of [
      'rundown',
      'rundown/history',
      'rundown/bin',
      'rundown/undo',
      'clock',
      'rundown/events',
    ])
      expect(await asks(fatiha.cookie, 'GET', `${show}/${path}`)).toBe(404)
    expect(await asks(fatiha.cookie, 'PATCH', `${show}/rundown`, anAdd)).toBe(404)
    const tab = crypto.randomUUID()
    expect(await asks(fatiha.cookie, 'POST', `${show}/rundown/here`, { tab })).toBe(404)
    expect((await stateOf(show)).version).toBe(0)
  })

  test('what does not exist is answered so', async () => {
    const unknown = crypto.randomUUID()
    for (const path of [
      'rundown',
      'rundown/history',
      'rundown/bin',
      'rundown/undo',
      'clock',
      'rundown/events',
    ])
      expect(await asks(nadia.cookie, 'GET', `${unknown}/${path}`), path).toBe(404)
    expect(await asks(nadia.cookie, 'PATCH', `${unknown}/rundown`, anAdd)).toBe(404)
    expect(await asks(nadia.cookie, 'PATCH', `${unknown}/rundown`, { ...anAdd, key: unknown })).toBe(404)
    expect(await asks(nadia.cookie, 'POST', `${unknown}/rundown/here`, { tab: unknown })).toBe(404)
    expect(await asks(nadia.cookie, 'GET', 'no-id/rundown')).toBe(404)
    expect(await asks(nadia.cookie, 'GET', `${await emptyShow(radio.db)}/weather`)).toBe(404)
  })

  test('another site’s page cannot use the cookie', async () => {
    const show = await emptyShow(radio.db)
    const elsewhere = { ...nadia.cookie, Origin: 'https://elsewhere.example' }
    const address = `${here.url}/api/episodes/${show}/rundown`
    const headers = { ...elsewhere, 'Content-Type': 'application/json' }
    const { status } = await fetch(address, { method: 'PATCH', headers, body: JSON.stringify(anAdd) })
    expect(status).toBe(403)
    expect((await stateOf(show)).version).toBe(0)
  })

  test('a studio’s tool with a token does what its member may, until it is revoked', async () => {
    const { db } = radio
    const show = await emptyShow(db)
    const bearer = { Authorization: `Bearer ${await makeToken(db, nadia.actor, 'api', { name: 'Régie' })}` }
    expect(await asks(bearer, 'PATCH', `${show}/rundown`, anAdd)).toBe(200)
    const follower = await follow(show, await stateOf(show), { who: bearer }).greeted()
    const [token] = await readTokens(db, nadia.actor, 'api')
    await revokeToken(db, nadia.actor, token?.id ?? '')
    expect(await asks(bearer, 'GET', `${show}/rundown`)).toBe(401)
    await follower.until(({ hasEnded }) => hasEnded)
    const wrong = { Authorization: `Bearer ${'x'.repeat(43)}` }
    expect(await asks(wrong, 'GET', `${show}/rundown`)).toBe(401)
    const calendar = { Authorization: `Bearer ${await makeToken(db, nadia.actor, 'calendar')}` }
    expect(await asks(calendar, 'GET', `${show}/rundown`)).toBe(401)
  })

  test('whoever is suspended or signed out is shown out of what they had open', async () => {
    const { db } = radio
    const show = await emptyShow(db)
    const leaving = await enrol(db, 'Samir', 'technique')
    const signedOut = await enrol(db, 'Inès', 'technique')
    const state = await stateOf(show)
    const followers = [leaving, signedOut].map(({ cookie }) => follow(show, state, { who: cookie }))
    const staying = follow(show, state)
    for (const follower of [...followers, staying]) await follower.greeted()
    await db.update(members).set({ suspendedAt: sql`now()` }).where(eq(members.id, leaving.actor.memberId))
    await db.update(sessions).set({ revokedAt: sql`now()` }).where(eq(sessions.id, signedOut.actor.sessionId))
    for (const follower of followers) await follower.until(({ hasEnded }) => hasEnded)
    await wait(100)
    expect(staying.hasEnded).toBe(false)
  })

  test('one person has twenty at once; the next waits for one to close, and others are not kept out', async () => {
    const show = await emptyShow(radio.db)
    const state = await stateOf(show)
    const many = range(1, 20).map(() => follow(show, state, { who: karim.cookie }))
    for (const follower of many) await follower.greeted()
    const statusFor = async ({ cookie }: Person) => {
      const leaving = new AbortController()
      const url = `${here.url}/api/episodes/${show}/rundown/events`
      const { status } = await fetch(url, { headers: cookie, signal: leaving.signal })
      leaving.abort()
      return status
    }
    expect(await statusFor(karim)).toBe(429)
    expect(await statusFor(nadia)).toBe(200)
    await many[0]?.leave()
    await expect.poll(() => statusFor(karim), { timeout: 30_000 }).toBe(200)
  })
})

describe('an edit that cannot be done', () => {
  test('on an older line is answered with the line as it is now, and changes nothing', async () => {
    const show = await emptyShow(radio.db)
    const [id = ''] = await add(show, ['a'])
    const set = (title: string) => edit(show, { do: 'set', id, version: 1, fields: { title } })
    expect((await set('mine')).status).toBe(200)
    const { status, body } = await set('yours')
    expect([status, body.error]).toEqual([409, 'rundown.stale'])
    expect(body.now).toMatchObject({ id, title: 'mine', version: 2 })
    expect(await stateOf(show)).toMatchObject({ version: 2, lines: [{ title: 'mine' }] })
  })

  test('on a line that is gone is answered so', async () => {
    const show = await emptyShow(radio.db)
    const [id = ''] = await add(show, ['a'])
    expect((await edit(show, { do: 'bin', ids: [id] })).status).toBe(200)
    expect((await edit(show, { do: 'bin', ids: [id] })).status).toBe(410)
    expect((await edit(show, { do: 'set', id, version: 2, fields: { title: 'b' } })).status).toBe(410)
    expect((await edit(show, { do: 'undo' }, { who: karim.cookie })).status).toBe(409)
  })

  test('that is no edit is refused, with where it is wrong', async () => {
    const show = await emptyShow(radio.db)
    const [id = ''] = await add(show, ['a'])
    const title = 'x'.repeat(10_000)
    const { status, body } = await edit(show, { do: 'set', id, version: 1, fields: { title } })
    expect([status, body.error]).toEqual([400, 'shape'])
    expect(body.issues?.map(({ path }) => path)).toEqual(['edit.fields.title'])
    for (const wrong of [
      { do: 'explode' },
      { do: 'set', id, version: 1, fields: { plannedMs: -1 } },
      { do: 'set', id, version: 1, fields: { fixedStart: '25:00' } },
      { do: 'set', id, version: 1, fields: { extra: { 'a\u0000': 'b' } } },
      { do: 'move', lines: [], after: null },
      { do: 'add', lines: Array.from({ length: 501 }, () => ({ kind: 'voice' })) },
      null,
    ])
      expect((await edit(show, wrong)).status).toBe(400)
    expect(await stateOf(show)).toMatchObject({ version: 1, lines: [{ title: 'a', version: 1 }] })
  })

  test('that names a story or a sound which does not exist is refused', async () => {
    const show = await emptyShow(radio.db)
    const [id = ''] = await add(show, ['a'])
    const fields = { clipId: crypto.randomUUID() }
    const { status, body } = await edit(show, { do: 'set', id, version: 1, fields })
    expect([status, body.error]).toEqual([409, 'choice.gone'])
  })

  test('in a body that is none is refused', async () => {
    const show = await emptyShow(radio.db)
    const send = async (body: string, type = 'application/json') => {
      const headers = { 'Content-Type': type }
      return (await ask(here, { ...nadia.cookie, ...headers }, 'PATCH', `${show}/rundown`, body)).status
    }
    expect(await send('{"edit":')).toBe(400)
    expect(await send('{}')).toBe(400)
    expect(await send('{}', 'text/plain')).toBe(415)
    expect(await send(JSON.stringify({ edit: 'x'.repeat(300_000) }))).toBe(413)
    // The connection goes on after it.
    expect(await add(show, ['a'])).toHaveLength(1)
  })

  test('too long and of a length that was not said is refused too', async () => {
    const show = await emptyShow(radio.db)
    const part = new TextEncoder().encode('x'.repeat(50_000))
    const body = new ReadableStream({
      start(stream) {
        for (let n = 0; n < 10; n += 1) stream.enqueue(part)
        stream.close()
      },
    })
    const headers = { ...nadia.cookie, 'Content-Type': 'application/json' }
    const asked = { method: 'PATCH', headers, body, duplex: 'half' } as RequestInit
    const { status } = await fetch(`${here.url}/api/episodes/${show}/rundown`, asked)
    expect(status).toBe(413)
  })
})

describe('an edit', () => {
  test('under one key is done once, whichever process it is sent to', async () => {
    const show = await emptyShow(radio.db)
    const key = crypto.randomUUID()
    const wanted = { do: 'add', lines: [{ kind: 'voice', title: 'a' }] }
    const [first, second] = await Promise.all([
      edit(show, wanted, { key, studio: here }),
      edit(show, wanted, { key, studio: there }),
    ])
    const third = await edit(show, wanted, { key })
    expect([first.status, second.status, third.status]).toEqual([200, 200, 200])
    expect(second.body.told?.steps).toEqual(first.body.told?.steps)
    expect(third.body.version).toBe(1)
    expect(titles((await stateOf(show)).lines)).toBe('a')
    const other = await edit(await emptyShow(radio.db), wanted, { key })
    expect([other.status, other.body.error]).toEqual([409, 'key.used'])
  })

  test.each([
    'set',
    'move',
    'bin',
    'restore',
    'undo',
    'return',
  ])('to %s, under one key, answers the second time what it did the first', async (what) => {
    const show = await emptyShow(radio.db)
    const [a = '', b = ''] = await add(show, ['a', 'b'])
    if (what === 'restore') await edit(show, { do: 'bin', ids: [a] })
    const version = (await stateOf(show)).lines[0]?.version ?? 0
    const wanted = {
      set: { do: 'set', id: a, version, fields: { title: 'A' } },
      move: { do: 'move', lines: [{ id: a, version }], after: b },
      bin: { do: 'bin', ids: [a] },
      restore: { do: 'restore', id: a },
      undo: { do: 'undo' },
      return: { do: 'return', version: 0 },
    }[what]
    const key = crypto.randomUUID()
    const [first, second] = [await edit(show, wanted, { key }), await edit(show, wanted, { key })]
    expect(first.body.told).toBeTruthy()
    expect(second.body.told).toMatchObject({ version: first.body.version, steps: first.body.told?.steps })
    expect((await stateOf(show)).version).toBe(first.body.version)
  })

  test('is cleaned of what no database and no screen can carry', async () => {
    const show = await emptyShow(radio.db)
    await add(show, ['a\u0000b\u202ec\ud800'])
    expect(titles((await stateOf(show)).lines)).toBe('abc\ufffd')
  })

  test('of 500 lines at once is one change', async () => {
    const show = await emptyShow(radio.db)
    const follower = await follow(show, await stateOf(show)).greeted()
    const ids = await add(
      show,
      range(1, 500).map((n) => `line ${n}`),
    )
    const [last = ''] = ids.slice(-1)
    await edit(show, { do: 'move', lines: [{ id: last, version: 1 }], after: null })
    await edit(show, { do: 'undo' })
    await edit(show, { do: 'bin', ids })
    await edit(show, { do: 'undo' })
    await follower.until(({ version }) => version === 5)
    const now = await stateOf(show)
    expect(now.lines.map(({ id }) => id)).toEqual(ids)
    expect(follower.lines).toEqual(now.lines)
    const moved = follower.of('change')[1]?.data as Told
    expect(moved.steps).toHaveLength(1)
    expect(follower.of('change')[1]?.bytes).toBeLessThan(1024)
  })
})
