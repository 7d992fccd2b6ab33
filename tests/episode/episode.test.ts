import { beforeAll, describe, expect, test } from 'vitest'
import { audit, members, shows } from '#lib/db/schema.ts'
import {
  editEpisode,
  findNextEpisode,
  makeEpisode,
  readEpisode,
  readEpisodes,
  removeEpisode,
} from '#lib/episode/episode.server.ts'
import { readShow } from '#lib/episode/show.server.ts'
import type { Actor } from '#lib/people/can.ts'
import { planComingEpisodes, planNextEpisode } from '#lib/rundown/template.server.ts'
import { testDatabase } from '#tests/database.ts'

const radio = testDatabase()
let nadia: Actor

beforeAll(async () => {
  const [row] = await radio.db.insert(members).values({ name: 'Nadia', role: 'coordination' }).returning()
  if (!row) throw new Error('no member')
  nadia = { memberId: row.id, name: row.name, role: row.role, houseId: null, sessionId: 's' }
  await radio.db.insert(shows).values({ name: 'La Bobine', slotWeekday: 5, slotTime: '18:00' })
})

const made = async (airDate: string, title = '') =>
  makeEpisode(
    radio.db,
    nadia,
    await readShow(radio.db),
    { airDate, airTime: '18:00' },
    { title, summary: '' },
  )
const airDates = async () => (await readEpisodes(radio.db, nadia)).map(({ airDate }) => airDate)

describe('an episode', () => {
  test('belongs to the season of its day; August prepares the next one', async () => {
    const june = await readEpisode(radio.db, nadia, await made('2024-06-28'))
    const august = await readEpisode(radio.db, nadia, await made('2024-08-30'))
    expect([june.season, august.season]).toEqual(['2023-2024', '2024-2025'])
    expect(august).toMatchObject({ seasonNumber: june.seasonNumber + 1, number: 1 })
  })

  test('two made at once get two numbers and two addresses', async () => {
    const ids = await Promise.all([made('2024-09-06', 'Citrons'), made('2024-09-06', 'Citrons')])
    const both = await Promise.all(ids.map((id) => readEpisode(radio.db, nadia, id)))
    expect(new Set(both.map(({ number }) => number)).size).toBe(2)
    expect(both.map(({ slug }) => slug).toSorted()).toEqual(['citrons', 'citrons-2'])
  })

  test('has the address of its title', async () => {
    const id = await made('2024-10-04')
    const { season, seasonNumber, publishedAt, ...kept } = await readEpisode(radio.db, nadia, id)
    const { summary, number, airDate, airTime, targetMs } = kept
    const details = { summary, number, airDate, airTime, targetMs }
    await editEpisode(radio.db, nadia, id, { ...details, title: 'L’œuvre d’été' })
    expect((await readEpisode(radio.db, nadia, id)).slug).toBe('l-oeuvre-d-ete')
  })

  test('removed is gone, and who removed it is written down', async () => {
    const id = await made('2024-10-11')
    await removeEpisode(radio.db, nadia, id)
    await expect(readEpisode(radio.db, nadia, id)).rejects.toMatchObject({ reason: 'not-found' })
    const notes = await radio.db.select().from(audit)
    expect(notes).toMatchObject([{ what: 'episode.removed', object: id, memberId: nadia.memberId }])
  })

  test.each([['resident' as const], ['technique' as const]])('is not for a %s to change', async (role) => {
    const other: Actor = { ...nadia, role }
    const id = await made('2024-10-18')
    await expect(removeEpisode(radio.db, other, id)).rejects.toMatchObject({ reason: 'not-allowed' })
  })
})

describe('the episode that airs next', () => {
  test.each([
    { now: '2025-03-07T16:59:00Z', next: '2025-03-07', why: 'on its day, before its hour' },
    { now: '2025-03-07T17:20:00Z', next: '2025-03-07', why: 'while it is on the air' },
    { now: '2025-03-07T17:28:00Z', next: '2025-03-14', why: 'once its 27:30 are over' },
    { now: '2025-03-07T23:30:00Z', next: '2025-03-14', why: 'after midnight in Paris' },
  ])('$why is the one of $next', async ({ now, next }) => {
    const show = await readShow(radio.db)
    if (!(await airDates()).includes('2025-03-07')) {
      await made('2025-03-07')
      await made('2025-03-14')
    }
    expect(await findNextEpisode(radio.db, show, new Date(now))).toMatchObject({ airDate: next })
  })
})

describe('planning by itself', () => {
  const year = 2030
  const monday = new Date(`${year}-01-07T09:00:00Z`)
  const planned = async () => (await airDates()).filter((date) => date.startsWith(String(year))).toSorted()

  test('twice at once fills each coming slot once', async () => {
    await Promise.all([planComingEpisodes(radio.db, monday, 12), planComingEpisodes(radio.db, monday, 12)])
    expect(await planned()).toEqual([`${year}-01-11`, `${year}-01-18`])
  })

  test('leaves a week without a show when its episode was removed', async () => {
    const [, second] = await planned()
    const episode = (await readEpisodes(radio.db, nadia)).find(({ airDate }) => airDate === second)
    await removeEpisode(radio.db, nadia, episode?.id ?? '')
    expect(await planComingEpisodes(radio.db, monday, 12)).toBe(0)
  })

  test('takes an episode moved to another day of its week as that week’s', async () => {
    await made(`${year}-01-24`)
    expect(await planComingEpisodes(radio.db, monday, 20)).toBe(0)
  })

  test('is not stopped by an episode that was planned far ahead', async () => {
    await made(`${year}-06-21`)
    expect(await planComingEpisodes(radio.db, monday, 26)).toBe(1)
    expect(await planned()).toContain(`${year}-02-01`)
  })

  test('two presses at once plan two different weeks', async () => {
    const ids = await Promise.all([1, 2].map(() => planNextEpisode(radio.db, nadia, monday)))
    const days = await Promise.all(ids.map(async (id) => (await readEpisode(radio.db, nadia, id)).airDate))
    expect(new Set(days).size).toBe(2)
  })
})
