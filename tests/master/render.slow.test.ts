import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decode } from '#lib/machine/ffmpeg.server.ts'
import { encodeGraph } from '#lib/machine/ffmpeg-graph.server.ts'
import { probe } from '#lib/machine/ffmpeg-probe.server.ts'
import { inputsOf } from '#lib/master/chunk.server.ts'
import { chunkGraph, chunksOf } from '#lib/master/chunks.ts'
import { readMeter } from '#lib/master/ebur128.server.ts'
import { antenneTargets, type MasterItem, podcastTargets } from '#lib/master/items.ts'
import { chunkMp3, lameGainDb, podcastBitRate } from '#lib/master/mp3.ts'
import { infoFrame } from '#lib/master/mp3-join.ts'
import type { MasterPlan } from '#lib/master/plan.ts'
import { type MasterFormat, type Rendering, renderMaster } from '#lib/master/render.server.ts'
import { SoundMeter } from '#lib/sound/meter.ts'
import { soundFolder } from '#tests/machine/ffmpeg-samples.ts'
import { oddItem, oddSounds } from './odd-sounds.ts'

const sounds = soundFolder()
afterAll(sounds.remove)

const items = new Map<string, MasterItem>()
beforeAll(async () => {
  for (const name of Object.keys(oddSounds)) items.set(name, await oddItem(sounds, name))
}, 360_000)
const chosen = (...names: string[]) => names.flatMap((name) => items.get(name) ?? [])

const tags = { title: 'Essai ]]> "🍋"\nfin', artist: 'Les quatorze', album: 'La Bobine', language: 'fra' }
const cache = { folder: sounds.at('cache'), mostBytes: 1e9 }
const podcast = (over: Partial<Rendering> = {}): Rendering => ({
  format: { kind: 'podcast', tags },
  cache,
  ...over,
})
const broadcast = {
  ...{
    description: 'Numéro 12',
    originator: 'La Bobine',
    reference: 'r',
    date: '2026-11-27',
    time: '18:00:00',
  },
}
const antenne = (format: 'wav16' | 'wav24' | 'mp2' | 'mp3'): Rendering => ({
  cache,
  format: { kind: 'antenne', format, tags: broadcast, mostDbtp: -1 } satisfies MasterFormat,
})

/** The left channel, decoded. */
async function leftOf(path: string): Promise<Float32Array> {
  const blocks: Float32Array[] = []
  for await (const block of decode(path, { sampleRateHz: 48_000, channels: 2 }))
    blocks.push(block.filter((_, i) => i % 2 === 0))
  const left = new Float32Array(blocks.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const block of blocks) {
    left.set(block, at)
    at += block.length
  }
  return left
}

async function framesOf(path: string): Promise<number> {
  let frames = 0
  for await (const block of decode(path, { sampleRateHz: 48_000, channels: 2 })) frames += block.length / 2
  return frames
}

describe('a podcast from sounds of every kind', () => {
  const everything = [
    'studio.wav',
    'phone.m4a',
    'street.mp3',
    'song.flac',
    'browser.webm',
    'answering-machine.wav',
  ]

  test('stands at −16 LUFS under −1 dBTP, exactly as long as planned, tagged and with chapters', async () => {
    const out = sounds.at('podcast.mp3')
    const shares: number[] = []
    const made = await renderMaster(
      chosen(...everything),
      out,
      {},
      podcast({ onProgress: (share) => shares.push(share) }),
    )
    const heard = await readMeter(out)
    expect(Math.abs((heard.integratedLufs ?? 0) + 16)).toBeLessThanOrEqual(0.1)
    expect(heard.truePeakDbtp).toBeLessThanOrEqual(-1)
    expect(made.integratedLufs).toBeCloseTo(heard.integratedLufs ?? 0, 1)
    expect(await probe(out)).toMatchObject({
      codec: 'mp3',
      channels: 2,
      sampleRateHz: 48_000,
      bitRate: 128_000,
    })
    expect(await framesOf(out)).toBe(made.plan.durationMs * 48)
    const bytes = readFileSync(out)
    expect(made.sizeBytes).toBe(bytes.length)
    expect(made.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
  })

  test('plays each voice equally loud, music 2 LU below', async () => {
    const out = sounds.at('levels.mp3')
    const { plan } = await renderMaster(chosen(...everything), out, {}, podcast())
    const levels = new Map<string, number>()
    for (const { itemId, startMs, endMs } of plan.lines) {
      const meter = new SoundMeter(2)
      for await (const block of decode(out, {
        sampleRateHz: 48_000,
        channels: 2,
        startMs,
        durationMs: endMs - startMs,
      }))
        meter.push(block)
      levels.set(itemId, meter.finish().integratedLufs ?? 0)
    }
    const music = levels.get('song.flac') ?? 0
    levels.delete('song.flac')
    const [first = 0] = levels.values()
    for (const level of levels.values()) expect(Math.abs(level - first)).toBeLessThan(0.3)
    expect(Math.abs(music - first + 2)).toBeLessThan(0.3)
  })

  test('rendered again is the same bytes, from what was kept', async () => {
    const [a, b] = [sounds.at('same-a.mp3'), sounds.at('same-b.mp3')]
    const first = await renderMaster(chosen('studio.wav'), a, {}, podcast())
    const before = readdirSync(cache.folder).length
    expect((await renderMaster(chosen('studio.wav'), b, {}, podcast())).sha256).toBe(first.sha256)
    expect(readdirSync(cache.folder)).toHaveLength(before)
  })

  test('one changed line encodes that line and the edges of its neighbours, nothing else', async () => {
    const lines = chosen('studio.wav', 'street.mp3', 'browser.webm', 'song.flac')
    const { plan } = await renderMaster(lines, sounds.at('before.mp3'), {}, podcast())
    const before = new Set(readdirSync(cache.folder))
    const softer = lines.map((line) => (line.id === 'browser.webm' ? { ...line, offsetDb: -0.3 } : line))
    await renderMaster(softer, sounds.at('after.mp3'), { lastTrimDb: plan.trimDb }, podcast())
    const made = readdirSync(cache.folder).filter((name) => name.endsWith('.mp3') && !before.has(name))
    expect(made.length, JSON.stringify(made)).toBeLessThanOrEqual(3)
  })

  test('0.3 s alone still makes a file', async () => {
    const made = await renderMaster(chosen('short.wav'), sounds.at('tiny.mp3'), {}, podcast())
    expect(made).toMatchObject({ plan: { durationMs: 312 }, integratedLufs: null })
  })
})

describe('what is odd about a recording changes nothing about the master', () => {
  const odd = Object.keys(oddSounds).filter((name) => name !== 'short.wav')
  /** Too far away, or nothing but peaks: raised as far as makes sense, and no further. */
  const quiet = ['quiet.flac', 'clicks.wav']

  test.each(odd)('%s for the podcast', async (name) => {
    const out = sounds.at(`${name}.podcast.mp3`)
    const { plan } = await renderMaster(chosen(name), out, {}, podcast())
    const heard = await readMeter(out)
    const aim = quiet.includes(name) ? (plan.aimLufs ?? 0) : podcastTargets.lufs
    // Music alone is music: the whole still lands on the target.
    expect(Math.abs((heard.integratedLufs ?? 0) - aim)).toBeLessThanOrEqual(0.1)
    expect(heard.truePeakDbtp).toBeLessThanOrEqual(-1)
    expect(await framesOf(out)).toBe(plan.durationMs * 48)
  })

  test.each(odd)('%s for the antenne', async (name) => {
    const out = sounds.at(`${name}.antenne.wav`)
    const { plan } = await renderMaster(chosen(name), out, { targets: antenneTargets }, antenne('wav24'))
    const heard = await readMeter(out)
    const aim = quiet.includes(name) ? (plan.aimLufs ?? 0) : antenneTargets.lufs
    expect(Math.abs((heard.integratedLufs ?? 0) - aim)).toBeLessThanOrEqual(0.1)
    expect(Math.abs((heard.integratedLufs ?? 0) - (plan.predictedLufs ?? 0))).toBeLessThanOrEqual(0.05)
    expect(heard.truePeakDbtp).toBeLessThanOrEqual(-1)
  })
})

describe('joins', () => {
  /** The same plan encoded in one go. */
  async function encodedAtOnce(plan: MasterPlan): Promise<string> {
    const [whole] = chunksOf({ ...plan, lines: [] }, { longestMs: 1e9, context: 0, seam: 0 })
    if (!whole) throw new Error('nothing to encode')
    const path = sounds.at('single.mp3')
    const stereo = { ...whole, isMono: false }
    const options = chunkMp3(false, podcastBitRate)
    await encodeGraph(inputsOf(stereo.sources), chunkGraph(stereo, lameGainDb), { path, options })
    return path
  }

  test('of stereo sounds are those of one single encoding, bit for bit', async () => {
    const out = sounds.at('joined.mp3')
    const lines = chosen('street.mp3', 'song.flac', 'street.mp3')
    const { plan } = await renderMaster(lines, out, {}, podcast())
    const joined = readFileSync(out)
    const whole = readFileSync(await encodedAtOnce(plan))
    expect(joined.subarray(joined.length - whole.length).equals(whole)).toBe(true)
  })

  test('of mono and stereo sounds differ from one encoding no more than the codec does elsewhere', async () => {
    const out = sounds.at('joined-mixed.mp3')
    const { plan } = await renderMaster(
      chosen('studio.wav', 'song.flac', 'phone.m4a', 'street.mp3'),
      out,
      {},
      podcast(),
    )
    const whole = sounds.at('single-whole.mp3')
    const head = infoFrame(plan.durationMs / 24 + 1, plan.durationMs * 48, podcastBitRate)
    writeFileSync(whole, Buffer.concat([head, readFileSync(await encodedAtOnce(plan))]))
    const [joined, single] = [await leftOf(out), await leftOf(whole)]
    const differ = (atMs: number) => {
      let most = 0
      for (let i = atMs * 48; i < (atMs + 100) * 48; i++)
        most = Math.max(most, Math.abs((joined[i] ?? 0) - (single[i] ?? 0)))
      return most
    }
    const elsewhere: number[] = []
    for (let atMs = 500; atMs < plan.durationMs - 500; atMs += 1000) elsewhere.push(differ(atMs))
    for (const { startMs } of plan.lines.slice(1))
      expect(differ(startMs - 50)).toBeLessThanOrEqual(Math.max(...elsewhere))
  })

  test('of crossfades and beds are smooth, and the whole still lands on the target', async () => {
    const [bed] = chosen('song.flac')
    const lines = chosen('studio.wav', 'street.mp3', 'phone.m4a').map((line, index) => ({
      ...line,
      joinMs: index === 0 ? -2000 : 500,
      bed: index === 2 ? (bed?.sound ?? null) : null,
    }))
    const out = sounds.at('mixed.mp3')
    const { plan } = await renderMaster(lines, out, {}, podcast())
    const heard = await readMeter(out)
    expect(Math.abs((heard.integratedLufs ?? 0) + 16)).toBeLessThanOrEqual(0.1)
    expect(plan.lines[1]?.startMs).toBe((plan.lines[0]?.endMs ?? 0) - 2000)
  })
})

describe('for the station', () => {
  test.each([
    'wav16',
    'mp2',
    'mp3',
  ] as const)('a %s is at −23 LUFS and as long as planned', async (format) => {
    const out = sounds.at(`station.${format.slice(0, 3)}`)
    const targets = { ...antenneTargets, slotMs: 60_000, ceilingDbtp: -1.5 }
    const { plan } = await renderMaster(chosen('studio.wav', 'street.mp3'), out, { targets }, antenne(format))
    const heard = await readMeter(out)
    expect(Math.abs((heard.integratedLufs ?? 0) + 23)).toBeLessThanOrEqual(0.1)
    expect(plan.durationMs).toBe(60_000)
    const frames = await framesOf(out)
    if (format === 'wav16') expect(frames).toBe(60_000 * 48)
    else expect(Math.abs(frames - 60_000 * 48)).toBeLessThan(3000)
  })

  test('a WAV carries its title, its maker and its day', async () => {
    const out = sounds.at('tagged.wav')
    await renderMaster(chosen('studio.wav'), out, { targets: antenneTargets }, antenne('wav24'))
    const printed = execFileSync('ffprobe', ['-v', 'error', '-show_format', out], { encoding: 'utf8' })
    for (const line of ['TAG:comment=Numero 12', 'TAG:encoded_by=La Bobine', 'TAG:date=2026-11-27'])
      expect(printed).toContain(line)
  })
})

describe('all or nothing', () => {
  const nothingLeft = () =>
    [...readdirSync(sounds.folder), ...readdirSync(cache.folder)].filter(
      (name) => name.startsWith('.') || name.startsWith('never') || name.startsWith('antenne-'),
    )

  test('a cancelled render leaves nothing half done', async () => {
    const stop = new AbortController()
    const lines = chosen('studio.wav', 'song.flac').map((line) => ({ ...line, offsetDb: -0.5 }))
    const onProgress = (share: number) => share > 0.1 && stop.abort('cancelled')
    const how = podcast({ signal: stop.signal, onProgress })
    await expect(renderMaster(lines, sounds.at('never.mp3'), {}, how)).rejects.toBe('cancelled')
    expect(nothingLeft()).toEqual([])
  })

  test('nor does one whose sound has gone', async () => {
    const [gone] = chosen('studio.wav')
    const sound = gone?.sound ? { ...gone.sound, id: 'gone', file: sounds.at('gone.flac') } : null
    const lines = gone ? [{ ...gone, sound }] : []
    const rendering = renderMaster(lines, sounds.at('never.mp3'), {}, podcast())
    const refusal = { reason: 'master.sound-gone', facts: { title: '« studio.wav »' } }
    await expect(rendering).rejects.toMatchObject(refusal)
    expect(nothingLeft()).toEqual([])
  })

  test('nothing to hear is refused', async () => {
    const rendering = renderMaster([], sounds.at('never.mp3'), {}, podcast())
    await expect(rendering).rejects.toMatchObject({ name: 'Refusal', reason: 'master.empty' })
  })
})
