import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clips, stories } from '#lib/db/schema.ts'
import { readEpisode } from '#lib/episode/episode.server.ts'
import { barredFrom } from '#lib/master/items.server.ts'
import { askMaster, readPlan } from '#lib/master/master.server.ts'
import { renderAsked } from '#lib/master/render-asked.server.ts'
import { staleness } from '#lib/master/stale.ts'
import { recordConsent, returnVoice, withdrawVoice } from '#lib/rights/answers.server.ts'
import { consentOfLine, consentState } from '#lib/rights/consent.ts'
import { addVoice } from '#lib/rights/rights.server.ts'
import { readLineVoices, readMissingForms } from '#lib/rundown/line-voices.server.ts'
import { readRundown } from '#lib/rundown/rundown.server.ts'
import { createStory } from '#lib/story/story.server.ts'
import { testDatabase } from '#tests/database.ts'
import { never, openStudio, type Studio } from './studio.ts'

const radio = testDatabase({ jobs: true })
const patience = { timeout: 300_000 }
let studio: Studio
let episodeId: string
let storyId: string
let neighbour: string

/** Fatiha's lemons, her neighbour in them, a sting and a goodbye. */
beforeAll(async () => {
  studio = await openStudio(radio.db)
  storyId = await createStory(radio.db, studio.nadia, { title: 'Les citrons', rubricId: null, themeIds: [] })
  const lemons = await studio.record('citrons.wav', 'anoisesrc=color=pink:amplitude=0.4:d=6:seed=1')
  const goodbye = await studio.record('revoir.wav', 'anoisesrc=color=pink:amplitude=0.4:d=5:seed=2')
  const sting = await studio.record('virgule.wav', 'sine=f=440:d=2', 'sting')
  await radio.db.update(clips).set({ storyId }).where(eq(clips.id, lemons))
  episodeId = await studio.plan([
    { kind: 'clip', title: 'Les citrons', clipId: lemons, storyId },
    { kind: 'sting', title: 'Virgule', clipId: sting },
    { kind: 'voice', title: 'Au revoir', clipId: goodbye },
  ])
  neighbour = await addVoice(radio.db, studio.nadia, storyId, { name: 'Samira', clipId: lemons })
}, 300_000)
afterAll(() => studio.close())

const says = (antenne: boolean, podcast: boolean) =>
  recordConsent(radio.db, studio.nadia, neighbour, {
    ...{ by: 'self', proof: 'tap', file: null },
    answers: [
      { use: 'antenne', isYes: antenne },
      { use: 'podcast', isYes: podcast },
    ],
  })
const planned = (kind: 'antenne' | 'podcast') =>
  readPlan(radio.db, studio.nadia, studio.files, episodeId, kind)
const leftOut = async (kind: 'antenne' | 'podcast') =>
  (await planned(kind)).leftOut.map(({ title, reason }) => [title, reason])
const stateOfLine = async () => {
  const { lines } = await readRundown(radio.db, studio.nadia, episodeId)
  return lines.map((line) => consentState(consentOfLine(line)))
}
const titles = (report: { lines: { title: string }[] } | null) => report?.lines.map(({ title }) => title)

test('somebody who was not asked yet is in neither master; a sting stands there', async () => {
  for (const kind of ['antenne', 'podcast'] as const) {
    expect(await leftOut(kind)).toEqual([['Les citrons', 'consent-missing']])
    expect((await planned(kind)).lines).toHaveLength(3)
  }
  expect(await stateOfLine()).toEqual(['missing', null, null])
  expect(await readLineVoices(radio.db, studio.nadia, episodeId)).toMatchObject([
    { number: 1, storyId, voices: [{ name: 'Samira' }] },
    { number: 3, storyId: null, voices: [] },
  ])
  const { subjects } = await readMissingForms(radio.db, studio.nadia, episodeId)
  expect(subjects).toMatchObject([{ name: 'Samira', story: 'Les citrons' }])
})

test('for the radio only: the antenne has her, the podcast has a sting', patience, async () => {
  await says(true, false)
  expect(await leftOut('antenne')).toEqual([])
  expect(await leftOut('podcast')).toEqual([['Les citrons', 'consent-refused']])
  expect(await stateOfLine()).toEqual(['antenneOnly', null, null])
  const made = { antenne: '', podcast: '' }
  for (const kind of ['antenne', 'podcast'] as const) {
    made[kind] = await askMaster(radio.db, studio.nadia, episodeId, kind)
    await renderAsked(radio.db, studio.files, made[kind], never)
  }
  const antenne = await studio.master(made.antenne, episodeId)
  const podcast = await studio.master(made.podcast, episodeId)
  expect([antenne.state, podcast.state]).toEqual(['ready', 'ready'])
  expect(titles(antenne.report)?.slice(0, 3)).toEqual(['Les citrons', 'Virgule', 'Au revoir'])
  expect(titles(podcast.report)).toEqual(['', 'Virgule', 'Au revoir'])
  expect(podcast.report?.leftOut).toMatchObject([{ title: 'Les citrons', reason: 'consent-refused' }])
  expect(podcast.chapters?.map(({ title }) => title)).not.toContain('Les citrons')
})

test('her voice taken back makes the antenne stale, brought back it is good again', async () => {
  const { rundownVersion: version } = await readEpisode(radio.db, studio.nadia, episodeId)
  const id = await askMaster(radio.db, studio.nadia, episodeId, 'antenne')
  await renderAsked(radio.db, studio.files, id, never)
  const made = await studio.master(id, episodeId)
  const stale = async () => staleness(made, { plan: await planned('antenne'), version })
  expect(await stale()).toBeNull()
  await withdrawVoice(radio.db, studio.nadia, neighbour)
  expect(await stale()).toBe('consents')
  expect(await leftOut('antenne')).toEqual([['Les citrons', 'consent-refused']])
  await returnVoice(radio.db, studio.nadia, neighbour)
  expect(await stale()).toBeNull()
})

test('a line that was put aside, or is for the other master, says so first', async () => {
  const { lines } = await readRundown(radio.db, studio.nadia, episodeId)
  const [line] = lines
  if (!line) throw new Error('no line')
  expect(barredFrom('podcast', { ...line, isSkipped: true })).toBe('skipped')
  expect(barredFrom('podcast', { ...line, goesTo: 'antenne' })).toBe('antenne-only')
})

test('a story in the bin still has its voices in its sound', async () => {
  await radio.db.update(stories).set({ deletedAt: new Date() }).where(eq(stories.id, storyId))
  expect((await stateOfLine())[0]).toBe('antenneOnly')
})
