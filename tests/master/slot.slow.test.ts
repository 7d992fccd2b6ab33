import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clips, shows } from '#lib/db/schema.ts'
import { decode } from '#lib/machine/ffmpeg.server.ts'
import { readMeter } from '#lib/master/ebur128.server.ts'
import { findingsOf } from '#lib/master/findings.ts'
import { antenneTargets, type MasterItem } from '#lib/master/items.ts'
import { joinsOf } from '#lib/master/joins.ts'
import { askMaster, readPlan } from '#lib/master/master.server.ts'
import { type Rendering, renderMaster } from '#lib/master/render.server.ts'
import { renderAsked } from '#lib/master/render-asked.server.ts'
import { SoundMeter } from '#lib/sound/meter.ts'
import { binClip, editClip } from '#lib/sound/sound.server.ts'
import { testDatabase } from '#tests/database.ts'
import { soundFolder, synth } from '#tests/machine/ffmpeg-samples.ts'
import { preparedItem, song, speech } from './odd-sounds.ts'
import { never, openStudio, type Studio } from './studio.ts'

const sounds = soundFolder()
afterAll(sounds.remove)

/** Loudness of a stretch of a file, LUFS, and how many frames it has. */
async function heard(path: string, startMs = 0, durationMs?: number) {
  const meter = new SoundMeter(2)
  let frames = 0
  const span = durationMs === undefined ? {} : { startMs, durationMs }
  for await (const block of decode(path, { sampleRateHz: 48_000, channels: 2, ...span })) {
    frames += block.length / 2
    meter.push(block)
  }
  return { lufs: meter.finish().integratedLufs, frames }
}

const patience = { timeout: 240_000 }

describe('a slot filled with music', patience, () => {
  const tags = { description: 'd', originator: 'o', reference: 'r', date: '2026-11-27', time: '18:00:00' }
  let voice: MasterItem
  let fill: MasterItem
  beforeAll(async () => {
    voice = await preparedItem(sounds, 'voice.wav', synth(speech(1, -12), 20.017))
    const stereo = ['-filter_complex', '[0][1]join=inputs=2']
    const music = await preparedItem(sounds, 'bed.flac', [
      ...synth(song(4), 15),
      ...synth(song(5), 15),
      ...stereo,
    ])
    fill = { ...music, id: 'bed-fill', title: 'Remplissage', kind: 'ident' }
  }, 240_000)

  test.each([
    ['once', 30_001],
    ['again and again', 73_123],
  ])('%s is exact to the sample, at the level of music, and fades in and out', async (_, slotMs) => {
    const out = sounds.at(`slot-${slotMs}.wav`)
    const how: Rendering = {
      cache: { folder: sounds.at('cache'), mostBytes: 1e9 },
      format: { kind: 'antenne', format: 'wav24', tags, mostDbtp: -1 },
    }
    const targets = { ...antenneTargets, slotMs }
    const { plan, integratedLufs } = await renderMaster([voice], out, { targets, fill }, how)
    const whole = await heard(out)
    expect(whole.frames).toBe(slotMs * 48)
    const read = await readMeter(out)
    expect(Math.abs((read.integratedLufs ?? 0) + 23)).toBeLessThanOrEqual(0.1)
    expect(integratedLufs).toBeCloseTo(read.integratedLufs ?? 0, 1)
    expect(Math.abs((read.integratedLufs ?? 0) - (plan.predictedLufs ?? 0))).toBeLessThanOrEqual(0.05)
    expect(read.truePeakDbtp).toBeLessThanOrEqual(-1)

    const [spoken, music] = plan.lines
    const startMs = music?.startMs ?? 0
    expect([music?.title, music?.endMs]).toEqual(['Remplissage', slotMs])
    const steady = await heard(out, startMs + 1500, slotMs - startMs - 6500)
    expect(Math.abs((steady.lufs ?? 0) - (spoken?.predictedLufs ?? 0) + 2)).toBeLessThan(0.5)
    const [fadesIn, fadesOut] = [await heard(out, startMs, 400), await heard(out, slotMs - 400, 400)]
    for (const edge of [fadesIn, fadesOut]) expect(edge.lufs).toBeLessThan((steady.lufs ?? 0) - 10)
    expect(joinsOf(plan.lines, slotMs)).toMatchObject([{ atMs: startMs, after: 'Remplissage' }])
  })
})

describe('the show that fills its slot', patience, () => {
  const radio = testDatabase({ jobs: true })
  let studio: Studio
  let clipId: string
  let episodeId: string
  const own: Record<'theme' | 'bed' | 'lastBed', string> = { theme: '', bed: '', lastBed: '' }
  const filling = async (id = episodeId) => {
    const { lines, slot } = await readPlan(radio.db, studio.nadia, studio.files, id, 'antenne')
    return [slot?.filledBy, lines.at(-1)?.itemId.replace(/-fill$/, '')]
  }
  beforeAll(async () => {
    studio = await openStudio(radio.db)
    clipId = await studio.record('voix.wav', 'anoisesrc=c=pink:d=12:a=0.1:seed=1')
    await radio.db.update(shows).set({ antenneFills: true, targetMs: 25_000 })
    episodeId = await studio.plan([{ kind: 'voice', title: 'Voix', clipId }])
  }, 240_000)
  afterAll(() => studio.close())

  test('without music of its own ends in silence, and its report says so', async () => {
    const id = await askMaster(radio.db, studio.nadia, episodeId, 'antenne')
    await renderAsked(radio.db, studio.files, id, never)
    const { state, file, report, durationMs, integratedLufs, truePeakDbtp } = await studio.master(
      id,
      episodeId,
    )
    expect([state, report?.slot]).toEqual(['ready', { fillMs: 13_000, overMs: 0, filledBy: 'silence' }])
    expect((await heard(studio.files.path(file ?? ''))).frames).toBe(25_000 * 48)
    if (!report) throw new Error('no report')
    const measured = {
      durationMs: durationMs ?? 0,
      integratedLufs,
      truePeakDbtp,
      mostDbtp: -1,
      slotMs: 25_000,
    }
    expect(findingsOf(report, measured)).toContainEqual({
      kind: 'slot-filled',
      byMs: 13_000,
      filledBy: 'silence',
    })
  })

  test('takes a theme, rather a bed, and of several the one that the rundown plays', async () => {
    const pink = (seed: number) => `anoisesrc=c=pink:d=9:a=0.2:seed=${seed}`
    own.theme = await studio.record('generique.wav', pink(2), 'theme')
    expect(await filling()).toEqual(['music', own.theme])
    own.bed = await studio.record('tapis.wav', pink(3), 'bed')
    expect(await filling()).toEqual(['music', own.bed])
    own.lastBed = await studio.record('tapis-2.wav', pink(4), 'bed')
    expect(await filling()).toEqual(['music', own.bed])
    const other = await studio.plan([{ kind: 'voice', title: 'Sur tapis', clipId, bedId: own.lastBed }])
    expect(await filling(other)).toEqual(['music', own.lastBed])
  })

  test('ends with it, in its report and in its file; the podcast does not', async () => {
    for (const kind of ['antenne', 'podcast'] as const) {
      const id = await askMaster(radio.db, studio.nadia, episodeId, kind)
      await renderAsked(radio.db, studio.files, id, never)
      const { state, file, report, chapters } = await studio.master(id, episodeId)
      expect(state).toBe('ready')
      expect(chapters?.map(({ title }) => title)).toEqual(['Voix'])
      const titles = report?.lines.map(({ title }) => title)
      if (kind === 'podcast') expect(titles).toEqual(['Voix'])
      else {
        expect(titles).toEqual(['Voix', 'Remplissage de la case'])
        expect((await heard(studio.files.path(file ?? ''))).frames).toBe(25_000 * 48)
      }
    }
  })

  test('leaves music in the bin alone, and what is no longer its own', async () => {
    await binClip(radio.db, studio.nadia, own.bed)
    expect(await filling()).toEqual(['music', own.lastBed])
    await editClip(radio.db, studio.nadia, own.lastBed, { imaging: null })
    expect(await filling()).toEqual(['music', own.theme])
    await radio.db.update(clips).set({ state: 'preparing' }).where(eq(clips.id, own.theme))
    expect((await filling())[0]).toBe('silence')
  })
})
