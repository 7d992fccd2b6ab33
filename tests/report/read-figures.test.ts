import { afterAll, beforeAll, expect, test } from 'vitest'
import { figureRows } from '#app/regie/ecoutes/figure-rows.ts'
import { publishEpisode } from '#lib/publishing/publishing.server.ts'
import { addDownloads } from '#lib/report/download-rows.server.ts'
import { readFigures } from '#lib/report/figures.server.ts'
import { testDatabase } from '#tests/database.ts'
import { radioOf } from '#tests/publishing/radio.ts'

const database = testDatabase({ jobs: true })
const now = new Date('2026-11-26T10:00:00+01:00')
let radio: Awaited<ReturnType<typeof radioOf>>
const ids: string[] = []
const read = (period: string | null = null) => readFigures(database.db, radio.people.nadia, period, now)

beforeAll(async () => {
  radio = await radioOf(database.db)
  for (const title of ['Les citrons', 'Le marché']) {
    const { id } = await radio.episode(title)
    await publishEpisode(database.db, radio.people.nadia, id, null, radio.house)
    ids.push(id)
  }
})
afterAll(() => radio.close())

const [a, b] = [() => ids[0] ?? '', () => ids[1] ?? '']
async function count(episodeId: string, day: string, app: string, count: number) {
  await addDownloads(database.db, { episodeId, day, app, count })
}

test('before the first download there is nothing to see but the season', async () => {
  expect(await read()).toMatchObject({
    ...{ period: '2026-2027', periods: ['2026-2027', '2026-11'], isCounting: false, total: null },
    ...{ apps: [], rubrics: [{ name: 'Culture', told: null }] },
  })
})

test('only the coordination reads them', async () => {
  await expect(readFigures(database.db, radio.people.fatiha, null, now)).rejects.toMatchObject({
    name: 'Refusal',
    reason: 'not-found',
  })
})

test('a month is told by day, episode, app and rubric, in fives, and nothing under five', async () => {
  await count(a(), '2026-11-20', 'AntennaPod', 30)
  await count(a(), '2026-11-20', 'Deezer', 7)
  await count(a(), '2026-11-21', 'AntennaPod', 3)
  await count(b(), '2026-11-21', 'Kodi', 2)
  await count(a(), '2026-10-31', 'AntennaPod', 12)
  const november = await read('2026-11')
  expect(november).toMatchObject({
    ...{ period: '2026-11', isCounting: true, total: 40 },
    periods: ['2026-2027', '2026-11', '2026-10'],
    episodes: [
      { name: 'Les citrons', told: 40 },
      { name: 'Le marché', told: null },
    ],
    apps: [
      { name: 'AntennaPod', told: 30 },
      { name: 'Deezer', told: 5 },
      { name: null, told: null },
    ],
    rubrics: [{ name: 'Culture', told: 40 }],
  })
  expect(november.steps).toHaveLength(26)
  expect(november.steps.filter(({ told }) => told !== null)).toEqual([
    { step: '2026-11-20', told: 35 },
    { step: '2026-11-21', told: 5 },
  ])
})

test('a season is told by month, and an episode of another period only when it was downloaded enough', async () => {
  expect((await read()).steps.map(({ told }) => told)).toEqual([null, null, 10, 40])
  expect((await read('2026-10')).episodes).toEqual([{ name: 'Les citrons', told: 10 }])
})

test('what is no period of ours is the season', async () => {
  for (const period of ['', '2031-01', '1999-2000', 'demain'])
    expect((await read(period)).period).toBe('2026-2027')
})

test('a spreadsheet gets the page’s figures, no finer', async () => {
  await count(b(), '2026-11-25', 'AntennaPod', 4000)
  const rows = figureRows(await read('2026-11'))
  expect(rows.slice(0, 2)).toEqual([
    ['Tableau', 'Ligne', 'Téléchargements'],
    ['Total', 'novembre 2026', '4040'],
  ])
  expect(rows).toContainEqual(['Jour', '2026-11-20', '35'])
  expect(rows).toContainEqual(['Jour', '2026-11-22', 'moins de 5'])
  expect(rows).toContainEqual(['Application', 'Autres applications, chacune moins de 5', 'moins de 5'])
  expect(rows.flat().join()).not.toContain('Kodi')
})
