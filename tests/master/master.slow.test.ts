import { execFile } from 'node:child_process'
import { mkdtemp, readdir, realpath, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isOnItsWay } from '#lib/db/events.server.ts'
import { masters, shows } from '#lib/db/schema.ts'
import { probe } from '#lib/machine/ffmpeg-probe.server.ts'
import { type FileStore, openFiles } from '#lib/machine/files.server.ts'
import { readMeter } from '#lib/master/ebur128.server.ts'
import { askMaster, cancelMaster, readMasters, readPlan } from '#lib/master/master.server.ts'
import { renderAsked } from '#lib/master/render-asked.server.ts'
import { makeVariants } from '#lib/master/variants.server.ts'
import type { Actor } from '#lib/people/can.ts'
import { addMember } from '#lib/people/members.server.ts'
import { addItem } from '#lib/rundown/rundown.server.ts'
import { planNextEpisode } from '#lib/rundown/template.server.ts'
import { prepareClip } from '#lib/sound/prepare-clip.server.ts'
import { receiveClip } from '#lib/sound/sound.server.ts'
import { testDatabase } from '#tests/database.ts'

const radio = testDatabase({ jobs: true })
const never = new AbortController().signal
let room: string
let files: FileStore
let nadia: Actor
let episodeId: string

/** Three sounds of different formats and levels; the last is commercial music. */
const sounds = [
  {
    name: 'chapeau.wav',
    source: 'anoisesrc=c=pink:d=6:a=0.05',
    options: ['-ac', '1'],
    kind: 'voice' as const,
  },
  { name: 'virgule.ogg', source: 'sine=f=440:d=2', options: ['-c:a', 'libopus'], kind: 'sting' as const },
  {
    name: 'plateau.m4a',
    source: 'anoisesrc=c=pink:d=12:a=0.6',
    options: ['-ac', '2', '-ar', '44100'],
    kind: 'studioTalk' as const,
  },
  {
    name: 'chanson.mp3',
    source: 'anoisesrc=c=brown:d=8:a=0.9',
    options: ['-ac', '2'],
    kind: 'music' as const,
  },
]

beforeAll(async () => {
  room = await realpath(await mkdtemp(join(tmpdir(), 'bobine-master-')))
  files = await openFiles(join(room, 'data'))
  const memberId = await addMember(radio.db, 'console', {
    name: 'Nadia',
    role: 'coordination',
    houseId: null,
    email: null,
  })
  nadia = { memberId, name: 'Nadia', role: 'coordination', houseId: null, sessionId: 's' }
  await radio.db.insert(shows).values({ name: 'La Bobine' })
  episodeId = await planNextEpisode(radio.db, nadia, new Date())
  for (const { name, source, options, kind } of sounds) {
    const path = join(room, name)
    await promisify(execFile)('ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', source, ...options, path])
    const music =
      kind === 'music'
        ? {
            title: name,
            performer: 'p',
            author: 'a',
            label: 'l',
            catalogue: '',
            isrc: '',
            rights: 'commercial' as const,
          }
        : null
    const clipId = await receiveClip(radio.db, nadia, path, { name, title: name, music })
    await prepareClip(radio.db, clipId, never)
    await addItem(radio.db, nadia, episodeId, { kind, title: name, clipId })
  }
}, 60_000)
afterAll(() => rm(room, { recursive: true, force: true }))

const newest = async (kind?: 'podcast') => {
  const all = await readMasters(radio.db, nadia, episodeId)
  const master = all.find((one) => !kind || one.kind === kind)
  if (!master) throw new Error('no master')
  return master
}

describe('Fabriquer', () => {
  test('knows length and chapters before a sample is rendered; commercial music is bridged by the sting', async () => {
    const plan = await readPlan(radio.db, nadia, files, episodeId)
    expect(plan.leftOut).toMatchObject([{ title: 'chanson.mp3', reason: 'commercial-music' }])
    expect(plan.durationMs).toBeGreaterThan(21_900)
    expect(plan.durationMs).toBeLessThan(22_200)
    expect(plan.chapters.map(({ title }) => title)).toEqual(['chapeau.wav', 'plateau.m4a'])
  })

  test('makes one level MP3, as another meter hears it', async () => {
    const id = await askMaster(radio.db, nadia, episodeId)
    expect(await askMaster(radio.db, nadia, episodeId)).toBe(id)
    await renderAsked(radio.db, files, id, never)
    const master = await newest()
    expect(master).toMatchObject({ id, state: 'ready', progress: 1, rundownVersion: 4 })
    const path = files.path(master.file ?? '')
    const heard = await readMeter(path)
    expect(heard.integratedLufs).toBeGreaterThan(-16.5)
    expect(heard.integratedLufs).toBeLessThan(-15.5)
    expect(heard.truePeakDbtp).toBeLessThanOrEqual(-1)
    expect(Math.abs(((await probe(path)).durationMs ?? 0) - (master.durationMs ?? 0))).toBeLessThan(1000)
    expect((await stat(path)).size).toBe(master.sizeBytes)
  })

  test('gets lighter copies of the podcast, once', async () => {
    const { id } = await newest()
    await makeVariants(radio.db, files, id, never)
    const { variants } = await newest()
    expect(variants.map(({ kind }) => kind)).toEqual(['light', 'opus'])
    for (const { file, sizeBytes } of variants) {
      expect((await stat(files.path(file))).size).toBe(sizeBytes)
      const heard = await readMeter(files.path(file))
      expect(Math.abs((heard.integratedLufs ?? 0) + 16)).toBeLessThan(0.5)
    }
    await makeVariants(radio.db, files, id, never)
    expect((await newest()).variants).toEqual(variants)
  })

  test('makes the antenne master beside it, with the song', async () => {
    const id = await askMaster(radio.db, nadia, episodeId, 'antenne')
    await renderAsked(radio.db, files, id, never)
    const master = await newest()
    expect(master).toMatchObject({ id, kind: 'antenne', state: 'ready' })
    const heard = await readMeter(files.path(master.file ?? ''))
    expect(Math.abs((heard.integratedLufs ?? 0) + 23)).toBeLessThanOrEqual(0.1)
    expect(master.report?.lines.map(({ title }) => title)).toContain('chanson.mp3')
  })

  test('heard twice renders once; asked again makes a new file beside the old one', async () => {
    const first = await newest('podcast')
    await renderAsked(radio.db, files, first.id, never)
    const again = await askMaster(radio.db, nadia, episodeId)
    await renderAsked(radio.db, files, again, never)
    const second = await newest()
    expect(second.file).not.toBe(first.file)
    expect((await stat(files.path(first.file ?? ''))).size).toBe(first.sizeBytes)
  })

  test('cancelled just when it is whole, it leaves no file behind, and nobody is told of it', async () => {
    const id = await askMaster(radio.db, nadia, episodeId)
    const cancelling = async (key: string, part: string) => {
      await files.put(key, part)
      await cancelMaster(radio.db, nadia, id)
    }
    await renderAsked(radio.db, { ...files, put: cancelling }, id, never)
    expect(await newest()).toMatchObject({ id, state: 'cancelled', file: null })
    expect(await readdir(join(room, 'data/files/masters'))).not.toContain(`${id}.mp3`)
    expect(await isOnItsWay('master.made', id)).toBe(false)
  })

  test('cancelled, it stops and leaves no file and no work behind', async () => {
    // Long enough that it cannot be over before it is cancelled.
    const path = join(room, 'long.wav')
    const noise = ['-f', 'lavfi', '-i', 'anoisesrc=c=pink:d=400:a=0.1', '-ac', '2', path]
    await promisify(execFile)('ffmpeg', ['-v', 'error', ...noise])
    const clipId = await receiveClip(radio.db, nadia, path, { name: 'long.wav' })
    await prepareClip(radio.db, clipId, never)
    await addItem(radio.db, nadia, episodeId, { kind: 'voice', title: 'long', clipId })
    const id = await askMaster(radio.db, nadia, episodeId)
    const rendering = renderAsked(radio.db, files, id, never)
    await expect.poll(async () => (await newest()).state, { interval: 20 }).toBe('rendering')
    await cancelMaster(radio.db, nadia, id)
    await rendering
    expect(await newest()).toMatchObject({ id, state: 'cancelled', file: null })
    expect(await readdir(join(room, 'data/files/masters'))).not.toContain(`${id}.mp3`)
  }, 60_000)

  test('started again after it was cut off finishes with one result', async () => {
    const id = await askMaster(radio.db, nadia, episodeId)
    const cut = new AbortController()
    setTimeout(() => cut.abort(), 300)
    await renderAsked(radio.db, files, id, cut.signal).catch(() => undefined)
    await renderAsked(radio.db, files, id, never)
    expect(await newest()).toMatchObject({ id, state: 'ready' })
  }, 60_000)

  test('is for the coordination alone', async () => {
    const hugo: Actor = { ...nadia, role: 'technique' }
    await expect(askMaster(radio.db, hugo, episodeId)).rejects.toMatchObject({ reason: 'not-allowed' })
  })

  test('of a rundown without any sound is refused with a reason', async () => {
    const empty = await planNextEpisode(radio.db, nadia, new Date())
    await expect(askMaster(radio.db, nadia, empty)).rejects.toMatchObject({ reason: 'master.empty' })
    expect(await radio.db.$count(masters, eq(masters.episodeId, empty))).toBe(0)
  })
})
