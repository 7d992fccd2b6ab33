import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { episodes, members, type Role, shows } from '#lib/db/schema.ts'
import {
  dropCalendarAddress,
  findCalendarAddress,
  makeCalendarAddress,
  readCalendar,
  serveCalendar,
} from '#lib/episode/calendar.server.ts'
import { makeEpisode } from '#lib/episode/episode.server.ts'
import { deadlines } from '#lib/episode/plan.ts'
import { readShow } from '#lib/episode/show.server.ts'
import type { Actor } from '#lib/people/can.ts'
import { addDays } from '#lib/time/airtime.ts'
import { testDatabase } from '#tests/database.ts'

const radio = testDatabase()
const base = 'http://radio.example'
const today = new Date().toISOString().slice(0, 10)
const airDate = addDays(today, 10)
let server: Server
let origin: string
let nadia: Actor
let fatiha: Actor

async function enrol(name: string, role: Role): Promise<Actor> {
  const [row] = await radio.db.insert(members).values({ name, role }).returning()
  if (!row) throw new Error('no member')
  return { memberId: row.id, name, role, houseId: null, sessionId: 's' }
}

beforeAll(async () => {
  nadia = await enrol('Nadia', 'coordination')
  fatiha = await enrol('Fatiha', 'resident')
  await radio.db
    .insert(shows)
    .values({ name: 'La Bobine', station: 'Radio Royans', frequency: '98.6 FM', slotWeekday: 5 })
  const show = await readShow(radio.db)
  await makeEpisode(radio.db, nadia, show, { airDate, airTime: '18:00' }, { title: 'Les citrons' })
  await makeEpisode(radio.db, nadia, show, { airDate: addDays(today, -200), airTime: '18:00' })
  server = createServer((request, response) => {
    serveCalendar(request, response, { db: radio.db, baseUrl: base }).catch(() => response.destroy())
  }).listen(0)
  await once(server, 'listening')
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

const summaries = (text: string) =>
  text.split('\r\n').flatMap((line) => (line.startsWith('SUMMARY:') ? [line.slice(8)] : []))

test('the week is counted back from the day of the show, noon by the wall clock', () => {
  const shown = (date: string) =>
    deadlines(date, 'Europe/Paris').map(({ kind, day, at }) => [kind, day, at && new Date(at).toISOString()])
  expect(shown('2026-11-27')).toEqual([
    ['texts', '2026-11-24', null],
    ['recording', '2026-11-25', null],
    ['file', '2026-11-26', '2026-11-26T11:00:00.000Z'],
  ])
  expect(shown('2028-03-01').map(([, day]) => day)).toEqual(['2028-02-27', '2028-02-28', '2028-02-29'])
  expect(shown('2026-03-30')[2]).toEqual(['file', '2026-03-29', '2026-03-29T10:00:00.000Z'])
})

test('the studio has the show and all its days, a resident the show and the texts’ day; the past has gone', async () => {
  const mine = async (actor: Actor) => summaries(await readCalendar(radio.db, actor, new Date(), base))
  expect(await mine(nadia)).toEqual([
    'La Bobine : Les citrons',
    'Textes à rendre : Les citrons',
    'Enregistrement : Les citrons',
    'Fichier à la station\\, avant midi : Les citrons',
  ])
  expect(await mine(fatiha)).toEqual(['La Bobine : Les citrons', 'Textes à rendre : Les citrons'])
})

describe('the address', () => {
  test('opens the calendar without a session, unchanged until something changes', async () => {
    const path = await makeCalendarAddress(radio.db, nadia)
    const first = await fetch(`${origin}${path}`)
    expect(first.status).toBe(200)
    expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    const text = await first.text()
    expect(text).toContain('LOCATION:Radio Royans\\, 98.6 FM')
    const etag = first.headers.get('etag') ?? ''
    const again = await fetch(`${origin}${path}`, { headers: { 'if-none-match': etag } })
    expect(again.status).toBe(304)
    await radio.db.update(episodes).set({ airTime: '19:00' }).where(eq(episodes.airDate, airDate))
    const changed = await fetch(`${origin}${path}`, { headers: { 'if-none-match': etag } })
    expect(changed.status).toBe(200)
    const uids = (calendar: string) => calendar.match(/UID:.*/g)
    expect(uids(await changed.text())).toEqual(uids(text))
    expect((await findCalendarAddress(radio.db, nadia))?.usedAt).not.toBeNull()
  })

  test('made anew ends the one before, and ended is gone', async () => {
    const old = await makeCalendarAddress(radio.db, fatiha)
    const now = await makeCalendarAddress(radio.db, fatiha)
    const status = async (path: string) => (await fetch(`${origin}${path}`)).status
    expect([await status(old), await status(now)]).toEqual([404, 200])
    await dropCalendarAddress(radio.db, fatiha)
    await dropCalendarAddress(radio.db, fatiha)
    expect(await status(now)).toBe(404)
    expect(await findCalendarAddress(radio.db, fatiha)).toBeNull()
  })

  test('opens nothing once its member is suspended', async () => {
    const denise = await enrol('Denise', 'resident')
    const path = await makeCalendarAddress(radio.db, denise)
    await radio.db.update(members).set({ suspendedAt: new Date() }).where(eq(members.id, denise.memberId))
    expect((await fetch(`${origin}${path}`)).status).toBe(404)
  })

  test.each([
    '/calendrier/',
    '/calendrier/x.ics',
    `/calendrier/${'x'.repeat(43)}.ics`,
    '/calendrier/%00.ics',
  ])('%s is nobody’s', async (path) => expect((await fetch(`${origin}${path}`)).status).toBe(404))
})
