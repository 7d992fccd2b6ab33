import { expect, test } from 'vitest'
import { readAirTakes } from '#lib/master/air-takes.server.ts'
import { partsFromTakes } from '#lib/master/recording.ts'
import { readRundown } from '#lib/rundown/rundown.server.ts'
import { testDatabase } from '#tests/database.ts'
import { callShow, episodeOf, foundRadio } from '#tests/rundown/after-show.ts'

const radio = testDatabase()

test('a recording is cut as the show was called: jumped lines are not in it', async () => {
  const { coordination, technique, resident } = await foundRadio(radio.db)
  const show = await episodeOf(radio.db, coordination, [
    { kind: 'theme', title: 'Générique', plannedMs: 30_000 },
    { kind: 'voice', title: 'Chapeau', plannedMs: 55_000 },
    { kind: 'voice', title: 'Au revoir', plannedMs: 40_000 },
  ])
  expect(await readAirTakes(radio.db, technique, show.episodeId)).toEqual([])
  const [theme, , bye] = show.ids
  const calls: [string | undefined, number][] = [
    [theme, 4],
    [bye, 35],
  ]
  await callShow(radio.db, technique, show.episodeId, calls, 80)
  const takes = await readAirTakes(radio.db, technique, show.episodeId)
  const { lines } = await readRundown(radio.db, technique, show.episodeId)
  const parts = partsFromTakes(takes, lines, 90_000, 2_000)
  expect(parts.map(({ title, startMs, endMs }) => [title, startMs, endMs])).toEqual([
    ['', 0, 2_000],
    ['Générique', 2_000, 33_000],
    ['Au revoir', 33_000, 78_000],
    ['', 78_000, 90_000],
  ])
  await expect(readAirTakes(radio.db, resident, show.episodeId)).rejects.toMatchObject({
    reason: 'not-found',
  })
})
