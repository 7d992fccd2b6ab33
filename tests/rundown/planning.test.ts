import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import {
  audit,
  episodes,
  members,
  rundownItems,
  rundownTemplates,
  seasons,
  shows,
  skippedAirings,
  stories,
} from '#lib/db/schema.ts'
import { readEpisode, removeEpisode } from '#lib/episode/episode.server.ts'
import type { Actor } from '#lib/people/can.ts'
import { addItem, readRundown } from '#lib/rundown/rundown.server.ts'
import { readSeason } from '#lib/rundown/season.server.ts'
import { restoreWeek, skipWeek } from '#lib/rundown/skip.server.ts'
import { planComingEpisodes, planEpisodeAt, planNextEpisode } from '#lib/rundown/template.server.ts'
import { testDatabase } from '#tests/database.ts'

const radio = testDatabase()
/** A Monday; the show's slot is Friday at 18:00. */
const monday = new Date('2026-11-23T09:00:00Z')
let nadia: Actor

beforeEach(async () => {
  const { db } = radio
  for (const table of [audit, skippedAirings, episodes, seasons, rundownTemplates, stories, members, shows])
    await db.delete(table)
  const [row] = await db.insert(members).values({ name: 'Nadia', role: 'coordination' }).returning()
  if (!row) throw new Error('no member')
  nadia = { memberId: row.id, name: row.name, role: row.role, houseId: null, sessionId: 's' }
  await db.insert(shows).values({ name: 'La Bobine', slotWeekday: 5, slotTime: '18:00' })
})

type Given = Partial<typeof rundownTemplates.$inferInsert>

async function template(given: Given = {}): Promise<string> {
  const position = await radio.db.$count(rundownTemplates)
  // As they were kept before templates had more to say.
  const old = [{ kind: 'theme', title: 'Générique', who: '', plannedMs: 30_000, clipId: null }]
  const items = old as unknown as (typeof rundownTemplates.$inferInsert)['items']
  const [row] = await radio.db
    .insert(rundownTemplates)
    .values({ name: 'Modèle', items, position, ...given })
    .returning()
  return row?.id ?? ''
}
const special = () =>
  template({
    name: 'Spéciale',
    rule: 'FREQ=MONTHLY;BYDAY=1SA',
    airTime: '11:00',
    targetMs: 3_300_000,
    titlePattern: 'Spéciale du {date}',
    daysAhead: 30,
  })
const planned = async () => {
  const rows = await radio.db.select().from(episodes).orderBy(episodes.airDate, episodes.airTime)
  return rows.map(({ airDate, airTime }) => `${airDate} ${airTime}`)
}
const idOn = async (airDate: string) => {
  const [row] = await radio.db.select().from(episodes).where(eq(episodes.airDate, airDate))
  return row?.id ?? ''
}

describe('templates with a rule of their own', () => {
  test('make their episodes beside the weekly slot’s, at their hour, length and title', async () => {
    await template()
    await special()
    await planEpisodeAt(radio.db, nadia, { airDate: '2026-11-27', airTime: '18:00' })
    expect(await planComingEpisodes(radio.db, monday)).toBe(1)
    expect(await planned()).toEqual(['2026-11-27 18:00', '2026-12-05 11:00'])
    const episode = await readEpisode(radio.db, nadia, await idOn('2026-12-05'))
    expect(episode).toMatchObject({ title: 'Spéciale du 5 décembre 2026', targetMs: 3_300_000 })
    const { lines } = await readRundown(radio.db, nadia, episode.id)
    expect(lines).toMatchObject([{ title: 'Générique', goesTo: 'both', joinMs: 0, countToEnd: false }])
  })

  test('twice at once, and again, add nothing', async () => {
    await template()
    await special()
    await planNextEpisode(radio.db, nadia, monday)
    await Promise.all([1, 2, 3].map(() => planComingEpisodes(radio.db, monday, 45)))
    const once = await planned()
    expect(once).toEqual([
      '2026-11-27 18:00',
      '2026-12-04 18:00',
      '2026-12-05 11:00',
      '2026-12-11 18:00',
      '2026-12-18 18:00',
      '2026-12-25 18:00',
      '2027-01-01 18:00',
      '2027-01-02 11:00',
    ])
    expect(await planComingEpisodes(radio.db, monday, 45)).toBe(0)
  })

  test('do not make again what was moved, renamed or removed', async () => {
    await special()
    await planComingEpisodes(radio.db, monday, 45)
    const moved = await idOn('2026-12-05')
    await radio.db
      .update(episodes)
      .set({ airDate: '2026-12-06', title: 'Autre' })
      .where(eq(episodes.id, moved))
    await removeEpisode(radio.db, nadia, await idOn('2027-01-02'))
    expect(await planComingEpisodes(radio.db, monday, 45)).toBe(0)
    expect(await planned()).toEqual(['2026-12-06 11:00'])
  })

  test('wait for no first episode; without one the weekly slot does', async () => {
    await special()
    await planComingEpisodes(radio.db, monday, 14)
    expect(await planned()).toEqual(['2026-12-05 11:00'])
    await radio.db.delete(rundownTemplates)
    await radio.db.delete(episodes)
    await template()
    expect(await planComingEpisodes(radio.db, monday, 14)).toBe(0)
  })

  test('one that cannot be read stops only itself', async () => {
    await template({ rule: 'FREQ=LUNAR' })
    await special()
    expect(await planComingEpisodes(radio.db, monday, 14)).toBe(1)
  })

  test('in the place of the slot, the first one’s rule says when', async () => {
    await template({ rule: 'FREQ=WEEKLY;BYDAY=TU', airTime: '19:00' })
    await planComingEpisodes(radio.db, monday, 9)
    expect(await planned()).toEqual(['2026-11-24 19:00', '2026-12-01 19:00'])
  })

  test('keep their hour over both nights on which the clocks change', async () => {
    await template({ rule: 'FREQ=WEEKLY;BYDAY=SU', airTime: '02:30' })
    await planComingEpisodes(radio.db, new Date('2026-10-23T09:00:00Z'), 3)
    await planComingEpisodes(radio.db, new Date('2027-03-27T09:00:00Z'), 9)
    expect(await planned()).toEqual(['2026-10-25 02:30', '2027-03-28 02:30', '2027-04-04 02:30'])
  })

  test('asked for the next one, give theirs, and say so when there is none', async () => {
    await template()
    const id = await special()
    const over = await template({ rule: 'FREQ=WEEKLY;BYDAY=FR;UNTIL=20200101' })
    await planNextEpisode(radio.db, nadia, monday, id)
    await planNextEpisode(radio.db, nadia, monday, id)
    await planNextEpisode(radio.db, nadia, monday)
    expect(await planned()).toEqual(['2026-11-27 18:00', '2026-12-05 11:00', '2027-01-02 11:00'])
    await expect(planNextEpisode(radio.db, nadia, monday, over)).rejects.toMatchObject({
      reason: 'rule.over',
    })
  })
})

describe('a week without a show', () => {
  const skip = (reason = 'vacances') => skipWeek(radio.db, nadia, '2026-11-30', reason, monday)

  test('is left out, also when its episode was made already, and comes back as it was', async () => {
    await template({ titlePattern: 'N° {numero}' })
    await planNextEpisode(radio.db, nadia, monday)
    await planComingEpisodes(radio.db, monday, 20)
    const before = await readEpisode(radio.db, nadia, await idOn('2026-12-04'))
    await skip()
    expect(await planComingEpisodes(radio.db, monday, 20)).toBe(0)
    expect(await planned()).toEqual(['2026-11-27 18:00', '2026-12-11 18:00'])
    await restoreWeek(radio.db, nadia, '2026-11-30', monday)
    await restoreWeek(radio.db, nadia, '2026-11-30', monday)
    const after = await readEpisode(radio.db, nadia, await idOn('2026-12-04'))
    expect(after).toMatchObject({ number: before.number, airTime: before.airTime, targetMs: before.targetMs })
    expect((await readRundown(radio.db, nadia, after.id)).lines).toHaveLength(1)
    expect(await planComingEpisodes(radio.db, monday, 20)).toBe(0)
  })

  test('is passed over by the next one that is asked for', async () => {
    await template()
    await planNextEpisode(radio.db, nadia, monday)
    await skip()
    await planNextEpisode(radio.db, nadia, monday)
    expect(await planned()).toEqual(['2026-11-27 18:00', '2026-12-11 18:00'])
  })

  test('is one no longer when somebody makes an episode on that day', async () => {
    await template()
    await planNextEpisode(radio.db, nadia, monday)
    await skip()
    await planEpisodeAt(radio.db, nadia, { airDate: '2026-12-04', airTime: '10:00' })
    expect(await radio.db.$count(skippedAirings)).toBe(0)
    expect(await planned()).toContain('2026-12-04 10:00')
  })

  test.each([
    [
      'a line was added to',
      (id: string) => addItem(radio.db, nadia, id, { kind: 'voice', title: 'Chapeau' }),
    ],
    [
      'was named by hand',
      (id: string) => radio.db.update(episodes).set({ title: 'Citrons' }).where(eq(episodes.id, id)),
    ],
    [
      'has a story',
      async (id: string) => {
        const [story] = await radio.db
          .insert(stories)
          .values({ title: 'Citrons', authorId: nadia.memberId })
          .returning()
        await radio.db
          .insert(rundownItems)
          .values({ episodeId: id, position: 9, kind: 'voice', storyId: story?.id ?? null })
      },
    ],
  ])('is refused when its episode %s', async (_name, work) => {
    await template()
    await planNextEpisode(radio.db, nadia, monday)
    await planComingEpisodes(radio.db, monday, 20)
    await work(await idOn('2026-12-04'))
    await expect(skip()).rejects.toMatchObject({ reason: 'episode.begun' })
    expect(await planned()).toContain('2026-12-04 18:00')
    expect(await radio.db.$count(skippedAirings)).toBe(0)
  })

  test('where nothing was foreseen is refused', async () => {
    await radio.db.update(shows).set({ slotWeekday: null })
    await expect(skip()).rejects.toMatchObject({ reason: 'week.nothing' })
  })

  test.each(['resident', 'technique'] as const)('is not for a %s to say', async (role) => {
    const other: Actor = { ...nadia, role }
    const asked = [
      skipWeek(radio.db, other, '2026-11-30', '', monday),
      restoreWeek(radio.db, other, '2026-11-30', monday),
      planEpisodeAt(radio.db, other, { airDate: '2026-12-04', airTime: '18:00' }),
      readSeason(radio.db, other, null, monday),
    ]
    for (const one of await Promise.allSettled(asked))
      expect(one).toMatchObject({ status: 'rejected', reason: { reason: 'not-allowed' } })
  })
})

test('the season shows each week with its episode, its length and what is to come', async () => {
  await template()
  await special()
  const first = await planNextEpisode(radio.db, nadia, monday)
  await planComingEpisodes(radio.db, monday, 12)
  await skipWeek(radio.db, nadia, '2026-12-07', 'pont', monday)
  await addItem(radio.db, nadia, first, { kind: 'voice', title: 'Chapeau', plannedMs: 60_000 })
  const { season, weeks } = await readSeason(radio.db, nadia, null, monday)
  expect(season).toBe('2026-2027')
  expect(weeks.slice(0, 4)).toMatchObject([
    {
      monday: '2026-11-23',
      state: 'on',
      isCurrent: true,
      episodes: [{ id: first, totalMs: 90_000, lineCount: 2 }],
    },
    { monday: '2026-11-30', state: 'on', episodes: [{ airDate: '2026-12-04' }] },
    { monday: '2026-12-07', state: 'skipped', skipped: [{ airDate: '2026-12-11', reason: 'pont' }] },
    { monday: '2026-12-14', state: 'coming', airings: [{ airDate: '2026-12-18' }] },
  ])
})
