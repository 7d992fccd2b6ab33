import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { airDeeds, episodes, members, shows, tokens } from '#lib/db/schema.ts'
import type { Actor } from '#lib/people/can.ts'
import { readAir } from '#lib/rundown/air.server.ts'
import { airView } from '#lib/rundown/air-view.ts'
import { serveEpisodeApi } from '#lib/rundown/api.server.ts'
import { cutDirectLink, makeDirectLink, readDirect, readDirectLinks } from '#lib/rundown/direct.server.ts'
import { openDirect } from '#lib/rundown/direct-stream.server.ts'
import { openRundownFeed, type RundownFeed } from '#lib/rundown/feed.server.ts'
import { doOnAir, forgetRehearsal } from '#lib/rundown/on-air.server.ts'
import { addItems, binItem, readRundownState } from '#lib/rundown/rundown.server.ts'
import { planNextEpisode } from '#lib/rundown/template.server.ts'
import { hours, minutes, seconds } from '#lib/time/duration.ts'
import { testDatabase } from '#tests/database.ts'

const radio = testDatabase()
const people: Record<string, Actor> = {}
let feed: RundownFeed
let address: string
const server = createServer((request, response) => {
  const name = request.headers.authorization ?? ''
  const answer = request.url?.startsWith('/api/direct/')
    ? openDirect({ db: radio.db, feed })(request, response)
    : serveEpisodeApi(request, response, { db: radio.db, feed, findActor: async () => people[name] ?? null })
  answer.catch((error: unknown) => response.destroy(error as Error))
})

beforeAll(async () => {
  await radio.db.insert(shows).values({ name: 'La Bobine', slotWeekday: 5, slotTime: '18:00' })
  for (const [name, role] of [
    ['Nadia', 'coordination'],
    ['Bastien', 'technique'],
    ['Fatiha', 'resident'],
  ] as const) {
    const [row] = await radio.db.insert(members).values({ name, role }).returning()
    if (!row) throw new Error('no member')
    people[name] = { memberId: row.id, name, role, houseId: null, sessionId: 's' }
  }
  feed = await openRundownFeed(radio.db, radio.address)
  await new Promise<void>((resolve) => server.listen(0, resolve))
  address = `http://localhost:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await feed.close()
})

const who = (name: string): Actor => {
  const actor = people[name]
  if (!actor) throw new Error(`no ${name}`)
  return actor
}

async function show() {
  const nadia = who('Nadia')
  const id = await planNextEpisode(radio.db, nadia, new Date('2026-11-24T09:00:00Z'))
  const added = [...'abc'].map((title) => ({
    kind: 'voice' as const,
    title,
    plannedMs: minutes(1),
    notes: 'chut',
  }))
  await addItems(radio.db, nadia, id, added)
  const { lines } = await readRundownState(radio.db, nadia, id)
  const line = (title: string) => lines.find((one) => one.title === title)?.id ?? ''
  const told = async (isRehearsal = false) => {
    const { log } = await readAir(radio.db, nadia, id, isRehearsal)
    return log.map(({ deed, title }) => `${deed} ${title}`.trim())
  }
  return { id, line, told }
}

async function ask(id: string, method: string, body?: object, name = 'Bastien', query = '') {
  const response = await fetch(`${address}/api/episodes/${id}/air${query}`, {
    method,
    headers: { 'Content-Type': 'application/json', authorization: name },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  return { status: response.status, body: await response.json() }
}
const key = () => crypto.randomUUID()

describe('a take', () => {
  test('is in the log before it is answered, with what the line was called and where the plan had it', async () => {
    const { id, line } = await show()
    const { status, body } = await ask(id, 'POST', { key: key(), deed: 'take', itemId: line('b') })
    expect(status).toBe(200)
    const [row] = await radio.db.select().from(airDeeds).where(eq(airDeeds.id, body.deed.id))
    const [episode] = await radio.db.select().from(episodes).where(eq(episodes.id, id))
    expect(row).toMatchObject({ title: 'b', plannedMs: minutes(1), memberId: who('Bastien').memberId })
    expect(row?.planStart?.toISOString()).toBe(`${episode?.airDate}T17:01:00.000Z`)
  })

  test('sent twice is kept once and answers the same, also at the same moment', async () => {
    const { id, line, told } = await show()
    const deed = { key: key(), deed: 'take', itemId: line('a') }
    const answers = await Promise.all([ask(id, 'POST', deed), ask(id, 'POST', deed)])
    answers.push(await ask(id, 'POST', deed))
    expect(new Set(answers.map(({ body }) => body.deed.id)).size).toBe(1)
    expect(await told()).toEqual(['take a'])
  })

  test('of a line that was removed is refused, and the show stays as it was', async () => {
    const { id, line, told } = await show()
    await ask(id, 'POST', { key: key(), deed: 'take', itemId: line('a') })
    await binItem(radio.db, who('Nadia'), line('b'))
    const { status, body } = await ask(id, 'POST', { key: key(), deed: 'take', itemId: line('b') })
    expect([status, body.error]).toEqual([410, 'rundown.gone'])
    expect(await told()).toEqual(['take a'])
  })

  test('by two at once is two takes of the same line, and nothing is jumped over', async () => {
    const { id, line } = await show()
    await ask(id, 'POST', { key: key(), deed: 'take', itemId: line('a') })
    const next = () => ({ key: key(), deed: 'take', itemId: line('b') })
    await Promise.all([ask(id, 'POST', next(), 'Nadia'), ask(id, 'POST', next(), 'Bastien')])
    const { log, facts, now } = await readAir(radio.db, who('Nadia'), id)
    const { lines } = await readRundownState(radio.db, who('Nadia'), id)
    const { current, next: after } = airView(lines, log, facts, now)
    expect([current?.title, after?.title]).toEqual(['b', 'c'])
  })

  test('is heard by every screen that follows', async () => {
    const { id, line } = await show()
    const heard = new Promise((resolve) => feed.follow(id, resolve))
    await ask(id, 'POST', { key: key(), deed: 'take', itemId: line('a') })
    expect(await heard).toMatchObject({
      air: { deed: { deed: 'take', itemId: line('a') }, isRehearsal: false, by: 'Bastien' },
    })
  })
})

describe('a deed that was held back', () => {
  const sent = async (ago: number) => {
    const { id, line } = await show()
    const asked = { key: key(), deed: 'take' as const, itemId: line('a') }
    const now = Date.now()
    const { at } = await doOnAir(radio.db, who('Bastien'), id, { ...asked, at: now - ago }, now)
    return now - at
  }
  test.each([
    ['counts when it was done', minutes(9), minutes(9)],
    ['counts when it arrives after half a day', hours(13), 0],
    ['a clock that is a little ahead is believed', -seconds(1), -seconds(1)],
    ['one that is far ahead is not', -hours(1), 0],
  ])('%s', async (_words, ago, expected) => expect(await sent(ago)).toBe(expected))

  /** When the second of two counts as done, in ms after the first: `kept` is the clock then, `claimed` what it says itself. */
  const second = async (kept: number, claimed: number | null) => {
    const { id, line } = await show()
    const first = Date.now()
    const take = (title: string, at: number | null) => ({
      ...{ key: key(), deed: 'take' as const, itemId: line(title), at },
    })
    await doOnAir(radio.db, who('Bastien'), id, take('a', first), first)
    const at = claimed === null ? null : first + claimed
    const deed = await doOnAir(radio.db, who('Bastien'), id, take('b', at), first + kept)
    return deed.at - first
  }
  test.each([
    ['says nothing of its own', 5_000, null, 5_000],
    ['is sent at once', 5_000, 4_900, 4_900],
    ['was held back past another', 30_000, -9_000, -9_000],
    ['comes while the clock is a second back', -1_000, null, 0],
    ['comes from a screen whose clock is a little behind', 200, -300, 0],
    ['comes after the clock was set back an hour', -hours(1), null, -hours(1)],
    ['comes then from a screen that has not noticed', -hours(1), 60_000, -hours(1)],
  ])('or not, and %s', async (_words, kept, claimed, expected) => {
    expect(await second(kept, claimed)).toBe(expected)
  })

  test('takes its place among those that were sent at once', async () => {
    const { id, line } = await show()
    const now = Date.now()
    const take = (title: string, at: number) => ({ key: key(), deed: 'take', itemId: line(title), at })
    await ask(id, 'POST', take('a', now - minutes(3)))
    await ask(id, 'POST', take('c', now - minutes(1)))
    await ask(id, 'POST', take('b', now - minutes(2)))
    const { lines } = await readRundownState(radio.db, who('Nadia'), id)
    const { log, facts } = await readAir(radio.db, who('Nadia'), id)
    const { rows, current } = airView(lines, log, facts, now)
    expect(current?.title).toBe('c')
    expect(rows.map(({ playedMs }) => playedMs)).toEqual([minutes(1), minutes(1), null])
  })
})

describe('who may', () => {
  test.each([
    ['Nadia', 'GET', 200],
    ['Bastien', 'GET', 200],
    ['Fatiha', 'GET', 404],
    ['nobody', 'GET', 401],
    ['Nadia', 'POST', 200],
    ['Bastien', 'POST', 200],
    ['Fatiha', 'POST', 404],
    ['nobody', 'POST', 401],
  ])('%s %s: %i', async (name, method, status) => {
    const { id, line, told } = await show()
    const body = method === 'POST' ? { key: key(), deed: 'take', itemId: line('a') } : undefined
    expect((await ask(id, method, body, name)).status).toBe(status)
    expect(await told()).toEqual(method === 'POST' && status === 200 ? ['take a'] : [])
  })

  test('an unknown show, and what is no deed', async () => {
    const { id } = await show()
    expect((await ask(key(), 'GET')).status).toBe(404)
    expect((await ask(key(), 'POST', { key: key(), deed: 'pause' })).status).toBe(404)
    for (const body of [
      { deed: 'pause' },
      { key: 'x', deed: 'pause' },
      { key: key(), deed: 'take' },
      { key: key(), deed: 'add', ms: hours(2) },
      { key: key(), deed: 'fly' },
    ])
      expect((await ask(id, 'POST', body)).status).toBe(400)
  })
})

describe('a rehearsal', () => {
  test('has a log of its own, which is forgotten without touching that of the show', async () => {
    const { id, line, told } = await show()
    await ask(id, 'POST', { key: key(), deed: 'take', itemId: line('a') })
    await ask(id, 'POST', { key: key(), deed: 'take', itemId: line('b'), isRehearsal: true })
    expect([await told(), await told(true)]).toEqual([['take a'], ['take b']])
    expect((await ask(id, 'DELETE', undefined, 'Bastien', '?repetition')).status).toBe(200)
    expect([await told(), await told(true)]).toEqual([['take a'], []])
  })

  test('only a rehearsal can be forgotten, and not by anybody', async () => {
    const { id, line, told } = await show()
    await ask(id, 'POST', { key: key(), deed: 'take', itemId: line('a') })
    expect((await ask(id, 'DELETE')).status).toBe(403)
    expect((await ask(id, 'DELETE', undefined, 'Fatiha', '?repetition')).status).toBe(404)
    await expect(forgetRehearsal(radio.db, who('Fatiha'), id)).rejects.toMatchObject({
      reason: 'not-allowed',
    })
    expect(await told()).toEqual(['take a'])
  })

  test('and a recorded show are late only since they began', async () => {
    const { id } = await show()
    const lateness = async (isRehearsal: boolean) =>
      (await readAir(radio.db, who('Nadia'), id, isRehearsal)).facts.lateness
    expect([await lateness(false), await lateness(true)]).toEqual(['absolute', 'relative'])
    await radio.db.update(episodes).set({ isRecorded: true }).where(eq(episodes.id, id))
    expect(await lateness(false)).toBe('relative')
  })
})

describe('the address without sign-in', () => {
  const names = (show: object) => JSON.stringify(show)

  test('shows one show, its titles and times, and nothing else', async () => {
    const { id, line } = await show()
    await ask(id, 'POST', { key: key(), deed: 'take', itemId: line('a') })
    const found = await readDirect(radio.db, await makeDirectLink(radio.db, who('Bastien'), id))
    expect(found?.lines.map(({ title }) => title)).toEqual(['a', 'b', 'c'])
    expect(found?.log).toHaveLength(1)
    expect(names(found ?? {})).not.toMatch(/chut|notes|who|extra|storyId|Bastien|memberId|key/)
  })

  test('shows the rehearsal to whoever wishes, until the show itself begins', async () => {
    const { id, line } = await show()
    const token = await makeDirectLink(radio.db, who('Bastien'), id)
    const seen = async (wishes?: boolean) => {
      const found = await readDirect(radio.db, token, wishes)
      return [found?.isRehearsal, found?.facts.lateness, ...(found?.log ?? []).map(({ title }) => title)]
    }
    await ask(id, 'POST', { key: key(), deed: 'take', itemId: line('b'), isRehearsal: true })
    expect(await seen()).toEqual([false, 'absolute'])
    expect(await seen(true)).toEqual([true, 'relative', 'b'])
    const read = reader(await fetch(`${address}/api/direct/${token}/events?repetition`))
    await read('event: show', '"isRehearsal":true', line('b'))
    await ask(id, 'POST', { key: key(), deed: 'take', itemId: line('a') })
    expect(await seen(true)).toEqual([false, 'absolute', 'a'])
    await read('event: show', '"isRehearsal":false', `"itemId":"${line('a')}"`)
  })

  test('opens nothing once it is cut, by whomever, or once its maker is suspended', async () => {
    const { id } = await show()
    const token = await makeDirectLink(radio.db, who('Bastien'), id)
    const [link] = await readDirectLinks(radio.db, who('Nadia'), id)
    expect(link).toMatchObject({ by: 'Bastien', usedAt: null })
    await cutDirectLink(radio.db, who('Nadia'), link?.id ?? '')
    expect(await readDirect(radio.db, token)).toBeNull()
    await expect(cutDirectLink(radio.db, who('Nadia'), link?.id ?? '')).rejects.toMatchObject({
      reason: 'not-found',
    })
    const other = await makeDirectLink(radio.db, who('Bastien'), id)
    const suspend = (suspendedAt: Date | null) =>
      radio.db
        .update(members)
        .set({ suspendedAt })
        .where(eq(members.id, who('Bastien').memberId))
    await suspend(new Date())
    expect(await readDirect(radio.db, other)).toBeNull()
    await suspend(null)
  })

  test('is made and cut by those who call the show; another token opens nothing', async () => {
    const { id } = await show()
    await expect(makeDirectLink(radio.db, who('Fatiha'), id)).rejects.toMatchObject({ reason: 'not-allowed' })
    await expect(makeDirectLink(radio.db, who('Nadia'), key())).rejects.toMatchObject({ reason: 'not-found' })
    const token = await makeDirectLink(radio.db, who('Nadia'), id)
    await radio.db.update(tokens).set({ kind: 'api' }).where(eq(tokens.episodeId, id))
    expect(await readDirect(radio.db, token)).toBeNull()
    expect(await readDirect(radio.db, 'x'.repeat(43))).toBeNull()
  })

  test('streams the show whole at each change, and ends when the address is cut', async () => {
    const { id, line } = await show()
    const token = await makeDirectLink(radio.db, who('Bastien'), id)
    const response = await fetch(`${address}/api/direct/${token}/events`)
    const read = reader(response)
    await read('event: show', '"log":[]')
    await ask(id, 'POST', { key: key(), deed: 'take', itemId: line('b') })
    await read('event: show', `"itemId":"${line('b')}"`)
    const [link] = await readDirectLinks(radio.db, who('Bastien'), id)
    await cutDirectLink(radio.db, who('Bastien'), link?.id ?? '')
    await read('event: cut')
    const again = await fetch(`${address}/api/direct/${token}/events`)
    expect([again.status, response.headers.get('x-robots-tag')]).toEqual([404, 'noindex'])
  })
})

/** Reads a stream until what came since the last reading holds all of `words`. */
function reader(response: Response) {
  const stream = response.body?.getReader()
  const decoder = new TextDecoder()
  let text = ''
  return async (...words: string[]) => {
    while (!words.every((word) => text.includes(word))) {
      const piece = await stream?.read()
      if (!piece || piece.done) throw new Error(`The stream ended without ${words.join(', ')}: ${text}`)
      text += decoder.decode(piece.value, { stream: true })
    }
    text = ''
  }
}
