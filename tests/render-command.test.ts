import { beforeAll, expect, test } from 'vitest'
import { episodes, members, seasons, shows } from '#lib/db/schema.ts'
import { readShow, type Show } from '#lib/episode/show.server.ts'
import type { Actor } from '#lib/people/can.ts'
import { findEpisode } from '#lib/render-command.server.ts'
import { testDatabase } from '#tests/database.ts'

const radio = testDatabase()
const now = new Date('2026-11-24T09:00:00Z')
let nadia: Actor
let show: Show
const ids: Record<string, string> = {}

beforeAll(async () => {
  const [row] = await radio.db.insert(members).values({ name: 'Nadia', role: 'coordination' }).returning()
  nadia = { memberId: row?.id ?? '', name: 'Nadia', role: 'coordination', houseId: null, sessionId: 's' }
  await radio.db.insert(shows).values({ name: 'La Bobine' })
  show = await readShow(radio.db)
  for (const [name, number, dates] of [
    ['2025-2026', 1, ['2025-11-28', '2025-12-05']],
    ['2026-2027', 2, ['2026-11-20', '2026-11-27']],
  ] as const) {
    const [season] = await radio.db.insert(seasons).values({ name, number }).returning()
    for (const [index, airDate] of dates.entries()) {
      const values = { seasonId: season?.id ?? '', number: 10 + index, slug: `le-${airDate}`, airDate }
      const [made] = await radio.db
        .insert(episodes)
        .values({ ...values, airTime: '18:00', targetMs: 1_650_000 })
        .returning()
      ids[airDate] = made?.id ?? ''
    }
  }
})

const found = async (which: string, at = now) =>
  (await findEpisode(radio.db, nadia, show, which, at))?.airDate ?? null

test.each([
  ['10', '2026-11-20'],
  ['11', '2026-11-27'],
  ['12', null],
  ['next', '2026-11-27'],
  ['le-2025-11-28', '2025-11-28'],
  ['le-2024-11-28', null],
  ['', null],
  ['00000000-0000-4000-8000-000000000000', null],
])('“%s”', async (which, airDate) => expect(await found(which)).toBe(airDate))

test('its id, in whatever case', async () => {
  expect(await found(ids['2025-12-05'] ?? '')).toBe('2025-12-05')
  expect(await found((ids['2025-12-05'] ?? '').toUpperCase())).toBe('2025-12-05')
})

test('in the summer between two seasons, a number is that of the newest one', async () => {
  expect(await found('10', new Date('2028-09-01T09:00:00Z'))).toBe('2026-11-20')
})
