import { mkdir, readdir, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refusalWords } from '#app/_door/words.ts'
import { clips } from '#lib/db/schema.ts'
import { readEpisode } from '#lib/episode/episode.server.ts'
import { readMeter } from '#lib/master/ebur128.server.ts'
import { askMaster, readPlan } from '#lib/master/master.server.ts'
import { renderAsked } from '#lib/master/render-asked.server.ts'
import { staleness } from '#lib/master/stale.ts'
import { addItem } from '#lib/rundown/rundown.server.ts'
import { binClip } from '#lib/sound/sound.server.ts'
import { testDatabase } from '#tests/database.ts'
import { never, openStudio, type Studio } from './studio.ts'

const radio = testDatabase({ jobs: true })
let studio: Studio
beforeAll(async () => {
  studio = await openStudio(radio.db)
}, 60_000)
afterAll(() => studio.close())

const pink = (seconds: number, seed: number) => `anoisesrc=c=pink:d=${seconds}:a=0.1:seed=${seed}`
/** Encoding this takes so long that something can happen meanwhile, seconds. */
const long = 90
const patience = { timeout: 240_000 }

/** Renders an asked master, and does something as soon as what it is made from has been read. */
async function renderWhile(id: string, meanwhile: () => Promise<unknown>) {
  const rendered = dirname(studio.files.path('rendered/00000000'))
  await mkdir(rendered, { recursive: true })
  const before = (await readdir(rendered)).length
  const rendering = renderAsked(radio.db, studio.files, id, never)
  const pieces = async () => (await readdir(rendered)).length
  await expect.poll(pieces, { interval: 10, timeout: 60_000 }).toBeGreaterThan(before)
  await meanwhile()
  await rendering
}

/** Why a finished master is no longer what would be made now. */
async function staleOf(id: string, episodeId: string) {
  const { kind, ...made } = await studio.master(id, episodeId)
  const { rundownVersion: version } = await readEpisode(radio.db, studio.nadia, episodeId)
  const plan = await readPlan(radio.db, studio.nadia, studio.files, episodeId, kind)
  return { plan, stale: staleness(made, { plan, version }) }
}

test('the same sound under two lines plays twice, each under its own name', patience, async () => {
  const clipId = await studio.record('refrain.wav', pink(8, 1))
  const episodeId = await studio.plan([
    { kind: 'voice', title: 'Au début', clipId },
    { kind: 'clip', title: 'À la fin', clipId },
  ])
  const id = await askMaster(radio.db, studio.nadia, episodeId)
  await renderAsked(radio.db, studio.files, id, never)
  const { state, file, report, chapters } = await studio.master(id, episodeId)
  expect(state).toBe('ready')
  expect(report?.lines).toMatchObject([
    { title: 'Au début', startMs: 0, endMs: 8000 },
    { title: 'À la fin', startMs: 8016, endMs: 16_016 },
  ])
  expect(chapters?.map(({ title }) => title)).toEqual(['Au début', 'À la fin'])
  const heard = await readMeter(studio.files.path(file ?? ''))
  expect(Math.abs((heard.integratedLufs ?? 0) + 16)).toBeLessThanOrEqual(0.1)
})

test('a line put aside is in neither master, and no sting stands there', patience, async () => {
  const [voice, sting] = [
    await studio.record('voix.wav', pink(6, 2)),
    await studio.record('virgule.wav', 'sine=f=440:d=2', 'sting'),
  ]
  const episodeId = await studio.plan([
    { kind: 'voice', title: 'Jouée', clipId: voice },
    { kind: 'sting', title: 'Virgule', clipId: sting },
    { kind: 'voice', title: 'Mise de côté', clipId: voice, isSkipped: true },
  ])
  for (const kind of ['antenne', 'podcast'] as const) {
    const id = await askMaster(radio.db, studio.nadia, episodeId, kind)
    await renderAsked(radio.db, studio.files, id, never)
    const { report } = await studio.master(id, episodeId)
    expect(report?.leftOut).toMatchObject([{ title: 'Mise de côté', reason: 'skipped' }])
    expect(report?.lines.map(({ title }) => title)).toEqual(['Jouée', 'Virgule'])
  }
})

describe('while a master is made', patience, () => {
  test('a change of the rundown is not in it, and the master says that it is of before', async () => {
    const clipId = await studio.record('avant.wav', pink(long, 3))
    const episodeId = await studio.plan([{ kind: 'voice', title: 'Avant', clipId }])
    const id = await askMaster(radio.db, studio.nadia, episodeId)
    await renderWhile(id, () =>
      addItem(radio.db, studio.nadia, episodeId, { kind: 'voice', title: 'Après', clipId }),
    )
    const { state, report } = await studio.master(id, episodeId)
    expect([state, report?.lines.map(({ title }) => title)]).toEqual(['ready', ['Avant']])
    expect((await staleOf(id, episodeId)).stale).toBe('rundown')
  })

  test('a sound put in the bin is still in it, and the next one goes without', async () => {
    const [kept, binned] = [
      await studio.record('gardé.wav', pink(5, 4)),
      await studio.record('jeté.wav', pink(long, 5)),
    ]
    const episodeId = await studio.plan([
      { kind: 'voice', title: 'Gardé', clipId: kept },
      { kind: 'voice', title: 'Jeté', clipId: binned },
    ])
    const id = await askMaster(radio.db, studio.nadia, episodeId)
    await renderWhile(id, () => binClip(radio.db, studio.nadia, binned))
    expect((await studio.master(id, episodeId)).report?.lines).toHaveLength(2)
    const { stale, plan } = await staleOf(id, episodeId)
    expect(stale).toBe('sounds')
    expect(plan.leftOut).toMatchObject([{ title: 'Jeté', reason: 'no-sound' }])
  })

  test('a sound that has gone from the disk ends it with a sentence, and nothing half done', async () => {
    const clipId = await studio.record('perdu.wav', pink(5, 6))
    const episodeId = await studio.plan([{ kind: 'voice', title: 'Perdu', clipId }])
    const id = await askMaster(radio.db, studio.nadia, episodeId)
    const [clip] = await radio.db.select().from(clips).where(eq(clips.id, clipId))
    await rm(studio.files.path(clip?.mezzanineFile ?? ''))
    await renderAsked(radio.db, studio.files, id, never)
    const { state, failure, file } = await studio.master(id, episodeId)
    expect([state, failure, file]).toEqual(['failed', 'master.sound-gone', null])
    expect(refusalWords(failure ?? '', {})).toContain('Rien d’autre n’a bougé')
  })

  test('the other one may be made too, from the same sounds, and the same one twice is made once', async () => {
    const clipId = await studio.record('ensemble.wav', pink(30, 7))
    const episodeId = await studio.plan([{ kind: 'voice', title: 'Ensemble', clipId }])
    const ids = await Promise.all(
      (['antenne', 'podcast', 'podcast'] as const).map((kind) =>
        askMaster(radio.db, studio.nadia, episodeId, kind),
      ),
    )
    expect(new Set(ids).size).toBe(2)
    await Promise.all(ids.map((id) => renderAsked(radio.db, studio.files, id, never)))
    for (const [id, lufs] of [
      [ids[0], -23],
      [ids[1], -16],
    ] as const) {
      const { state, file } = await studio.master(id ?? '', episodeId)
      expect(state).toBe('ready')
      const heard = await readMeter(studio.files.path(file ?? ''))
      expect(Math.abs((heard.integratedLufs ?? 0) - lufs)).toBeLessThanOrEqual(0.1)
    }
  })
})
