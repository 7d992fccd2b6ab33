import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { EditQueue } from '#app/_rundown/edit-queue.ts'
import { EditShelf } from '#app/_rundown/edit-shelf.ts'
import { randomId } from '#app/_rundown/random-id.ts'
import { members, shows } from '#lib/db/schema.ts'
import type { Actor } from '#lib/people/can.ts'
import { serveEpisodeApi } from '#lib/rundown/api.server.ts'
import type { Told } from '#lib/rundown/change.server.ts'
import { openRundownFeed, type RundownFeed } from '#lib/rundown/feed.server.ts'
import { type Line, patched } from '#lib/rundown/patch.ts'
import { addItems, type RundownState, readRundownState } from '#lib/rundown/rundown.server.ts'
import { planNextEpisode } from '#lib/rundown/template.server.ts'
import { testDatabase } from '#tests/database.ts'

const radio = testDatabase()
const actors = new Map<string, Actor>()
let feed: RundownFeed
let server: Server
let url: string

beforeAll(async () => {
  await radio.db.insert(shows).values({ name: 'La Bobine', slotWeekday: 5, slotTime: '18:00' })
  for (const name of ['Nadia', 'Karim']) {
    const [row] = await radio.db.insert(members).values({ name, role: 'coordination' }).returning()
    if (!row) throw new Error('no member')
    actors.set(name, { memberId: row.id, name, role: row.role, houseId: null, sessionId: 's' })
  }
  feed = await openRundownFeed(radio.db, radio.address)
  const findActor = async (who: string | string[] | undefined) => actors.get(String(who)) ?? null
  server = createServer((request, response) => {
    const api = { db: radio.db, feed, findActor: () => findActor(request.headers['x-who']) }
    void serveEpisodeApi(request, response, api)
  }).listen(0)
  await once(server, 'listening')
  url = `http://localhost:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  await feed.close()
  server.close()
})

const nadia = (): Actor => {
  const actor = actors.get('Nadia')
  if (!actor) throw new Error('no Nadia')
  return actor
}

async function show(titles: string) {
  const id = await planNextEpisode(radio.db, nadia(), new Date('2026-11-24T09:00:00Z'))
  const lines = [...titles].map((title) => ({ kind: 'voice' as const, title, plannedMs: 60_000 }))
  await addItems(radio.db, nadia(), id, lines)
  return id
}

/** A screen of somebody's, whose network can be taken away; it learns of others only when it looks. */
async function screen(who: string, episodeId: string) {
  let stored: RundownState = await readRundownState(radio.db, nadia(), episodeId)
  const net = { isAway: false }
  const refusals: string[] = []
  const ahead: Told[] = []
  const queue: EditQueue = new EditQueue(
    {
      lines: () => stored.lines,
      version: () => stored.version,
      async send(asked) {
        if (net.isAway) return null
        const answer = await fetch(`${url}/api/episodes/${episodeId}/rundown`, {
          method: 'PATCH',
          headers: { 'Content-Type': 'application/json', 'X-Who': who },
          body: JSON.stringify(asked),
        })
        return { ok: answer.ok, status: answer.status, body: await answer.json() }
      },
      take(told) {
        if (told.version === stored.version + 1)
          stored = { ...stored, version: told.version, lines: patched(stored.lines, told.steps) }
        else ahead.push(told)
      },
      replace(line) {
        stored = { ...stored, lines: stored.lines.map((one) => (one.id === line.id ? line : one)) }
      },
      reach: () => undefined,
      refuse: ({ reason }) => refusals.push(reason),
      changed: () => undefined,
    },
    new EditShelf(null),
  )
  const shown = () => queue.shown(stored.lines)
  const line = (title: string): Line => {
    const found = shown().find((one) => one.title === title)
    if (!found) throw new Error(`no line ${title}`)
    return found
  }
  const set = (title: string, fields: Partial<Line>, seen = line(title)) =>
    queue.ask({ do: 'set', id: seen.id, version: seen.version, fields }, seen)
  const look = async () => {
    stored = await readRundownState(radio.db, nadia(), episodeId)
  }
  const sent = () => expect.poll(() => queue.pending.length, { timeout: 20_000 }).toBe(0)
  return { queue, net, refusals, line, set, look, sent, shown }
}

const order = async (id: string) =>
  (await readRundownState(radio.db, nadia(), id)).lines.map(({ title }) => title).join(' ')

describe('edits of one screen', () => {
  test('are shown at once, and stored in the order in which they were asked', async () => {
    const id = await show('abc')
    const { queue, line, set, sent, shown } = await screen('Nadia', id)
    set('a', { title: 'A' })
    queue.ask(
      { do: 'move', lines: [line('c')].map(({ id, version }) => ({ id, version })), after: null },
      null,
    )
    set('A', { title: 'AA' })
    queue.ask({ do: 'bin', ids: [line('b').id] }, null)
    expect(shown().map(({ title }) => title)).toEqual(['c', 'AA'])
    await sent()
    expect(await order(id)).toBe('c AA')
  })

  test('a new line can be changed before it is stored', async () => {
    const id = await show('a')
    const { queue, line, net, set, sent } = await screen('Nadia', id)
    net.isAway = true
    const added = randomId()
    queue.ask({ do: 'add', lines: [{ kind: 'voice', title: 'b', id: added }], after: line('a').id }, null)
    set('b', { title: 'B' })
    queue.ask({ do: 'move', lines: [{ id: added, version: 0 }], after: null }, null)
    net.isAway = false
    queue.wake()
    await sent()
    expect(await order(id)).toBe('B a')
  })

  test('wait while the network is away, are not told twice, and are one when they are of one line', async () => {
    const id = await show('a')
    const { queue, net, set, sent, line } = await screen('Nadia', id)
    net.isAway = true
    set('a', { title: 'b' })
    set('b', { title: 'c' })
    set('c', { who: 'Karim' })
    expect(line('c')).toMatchObject({ who: 'Karim' })
    expect(queue.pending.length).toBeLessThanOrEqual(2)
    net.isAway = false
    queue.wake()
    await sent()
    expect(await order(id)).toBe('c')
  })
})

describe('edits of two screens', () => {
  test('of different fields both hold, whoever was first', async () => {
    const id = await show('a')
    const [one, two] = [await screen('Nadia', id), await screen('Karim', id)]
    one.set('a', { title: 'A' })
    await one.sent()
    two.set('a', { who: 'Fatiha' })
    await two.sent()
    const { lines } = await readRundownState(radio.db, nadia(), id)
    expect(lines[0]).toMatchObject({ title: 'A', who: 'Fatiha' })
    expect(two.refusals).toEqual([])
  })

  test.each([
    ['mine', 'Z'],
    ['theirs', 'A'],
  ] as const)('of the same field: the person chooses %s', async (choice, kept) => {
    const id = await show('a')
    const [one, two] = [await screen('Nadia', id), await screen('Karim', id)]
    one.set('a', { title: 'A' })
    await one.sent()
    two.set('a', { title: 'Z', who: 'Karim' })
    await expect.poll(() => two.queue.clash).toMatchObject({ now: { title: 'A' }, fields: ['title'] })
    expect(await order(id)).toBe('A')
    two.queue.settle(choice)
    await two.sent()
    const { lines } = await readRundownState(radio.db, nadia(), id)
    expect(lines[0]).toMatchObject({ title: kept, who: 'Karim' })
  })

  test('what was seen before somebody else wrote is a clash too, though the news has come since', async () => {
    const id = await show('a')
    const [one, two] = [await screen('Nadia', id), await screen('Karim', id)]
    const seen = two.line('a')
    one.set('a', { title: 'A' })
    await one.sent()
    await two.look()
    two.set('A', { title: 'Z' }, seen)
    await expect.poll(() => two.queue.clash).toMatchObject({ now: { title: 'A' } })
    expect(await order(id)).toBe('A')
  })

  test('a line that somebody took out refuses what was written on it, and the rest goes on', async () => {
    const id = await show('ab')
    const [one, two] = [await screen('Nadia', id), await screen('Karim', id)]
    one.queue.ask({ do: 'bin', ids: [one.line('a').id] }, null)
    await one.sent()
    two.set('a', { title: 'Z' })
    two.set('b', { title: 'B' })
    await two.sent()
    expect(two.refusals).toEqual(['rundown.gone'])
    expect(await order(id)).toBe('B')
  })
})
