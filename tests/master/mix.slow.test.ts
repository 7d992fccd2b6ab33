import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decode } from '#lib/machine/ffmpeg.server.ts'
import { probe } from '#lib/machine/ffmpeg-probe.server.ts'
import { renderPodcast } from '#lib/master/mix.server.ts'
import { type MasterItem, planPodcast } from '#lib/master/plan.ts'
import { SoundMeter } from '#lib/sound/meter.ts'
import { prepareSound } from '#lib/sound/prepare.server.ts'
import { soundFolder, synth } from '#tests/machine/ffmpeg-samples.ts'

const sounds = soundFolder()
afterAll(sounds.remove)

const tags = { title: 'Essai ]]> "🍋"\nfin', artist: 'Les quatorze', album: 'La Bobine', language: 'fra' }

// Glottal pulses through one moving formant, in syllables and sentences with hissed consonants: as far from
// its loudness to its peaks as a voice.
const speech = (voice: number, db: number) => {
  const pulse = `exp(-300*mod(t,1/115))*sin(2*PI*(500+60*${voice}+200*sin(3*t))*mod(t,1/115))`
  const sentences = `pow(abs(sin(4.${voice}*t)),1.5)*gt(sin(t*0.9+${voice}),-0.5)`
  return `aevalsrc='0.9*${sentences}*${pulse}+0.03*random(0)*gt(sin(11*t),0.8)':s=48000,volume=${db}dB`
}
const song = (seed: number) => `anoisesrc=r=44100:color=brown:seed=${seed}:a=0.8,tremolo=f=2:d=0.8`

const recordings: Record<string, string[]> = {
  'studio.wav': synth(speech(1, -4), 21),
  'phone.m4a': [...synth(speech(2, -30), 17.777), '-ar', '44100', '-c:a', 'aac', '-b:a', '64k'],
  'street.mp3': [
    ...synth(speech(3, -12), 15),
    ...synth(speech(3, -14), 15),
    '-filter_complex',
    '[0][1]join=inputs=2',
  ],
  'song.flac': [...synth(song(4), 20), ...synth(song(5), 20), '-filter_complex', '[0][1]join=inputs=2'],
  'browser.webm': [...synth(speech(6, -20), 12), '-c:a', 'libopus', '-f', 'webm', '-live', '1'],
  'answering-machine.wav': [...synth(speech(7, -8), 10), '-ar', '8000', '-c:a', 'pcm_alaw'],
  'short.wav': synth('sine=880:r=48000', 0.3),
}

const items: Record<string, MasterItem> = {}
beforeAll(async () => {
  for (const [name, args] of Object.entries(recordings)) {
    const { measurement, mezzanine } = await prepareSound(sounds.make(name, ...args), sounds.at(`of ${name}`))
    const kind = name === 'song.flac' ? 'music' : 'voice'
    items[name] = {
      id: name,
      title: `« ${name} »`,
      kind,
      mayPodcast: true,
      sound: { ...measurement, file: mezzanine },
    }
  }
})
const chosen = (...names: string[]) => names.flatMap((name) => items[name] ?? [])

/** ffmpeg’s own words on a file: loudness and true peak. */
function heard(path: string) {
  const args = [
    '-hide_banner',
    '-nostats',
    '-i',
    path,
    '-map',
    '0:a',
    '-af',
    'ebur128=peak=true:framelog=verbose',
    '-f',
    'null',
    '-',
  ]
  const printed = execFileSync('sh', ['-c', 'exec "$@" 2>&1', 'sh', 'ffmpeg', ...args], { encoding: 'utf8' })
  const number = (pattern: RegExp) => Number(pattern.exec(printed)?.[1])
  return { lufs: number(/I:\s+(-?[\d.]+) LUFS/), dbtp: number(/Peak:\s+(-?[\d.]+) dBFS/) }
}

describe('a podcast from sounds of every kind', () => {
  test('stands at −16 LUFS under −1 dBTP, as long as planned, tagged and with chapters', async () => {
    const plan = planPodcast(chosen(...Object.keys(recordings)))
    const out = sounds.at('podcast.mp3')
    const shares: number[] = []
    const made = await renderPodcast(plan, out, { tags, onProgress: (share) => shares.push(share) })

    const { lufs, dbtp } = heard(out)
    expect(Math.abs(lufs + 16)).toBeLessThanOrEqual(0.15)
    expect(dbtp).toBeLessThanOrEqual(-1)
    expect(made.integratedLufs).toBeCloseTo(lufs, 0)
    expect(await probe(out)).toMatchObject({ codec: 'mp3', channels: 2, sampleRateHz: 48_000 })
    expect(Math.abs(((await probe(out)).durationMs ?? 0) - plan.durationMs)).toBeLessThan(100)

    const bytes = readFileSync(out)
    expect(made.sizeBytes).toBe(bytes.length)
    expect(made.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
    expect(shares.at(-1)).toBe(1)
  })

  test('plays each voice equally loud, music 2 LU below', async () => {
    const names = [
      'studio.wav',
      'phone.m4a',
      'street.mp3',
      'browser.webm',
      'answering-machine.wav',
      'song.flac',
    ]
    const plan = planPodcast(chosen(...names))
    const out = sounds.at('levels.mp3')
    await renderPodcast(plan, out, { tags })
    const samples: number[] = []
    for await (const block of decode(out, { sampleRateHz: 48_000, channels: 2 })) samples.push(...block)
    const levels = plan.chapters.map(({ startMs, endMs }) => {
      const meter = new SoundMeter(2)
      meter.push(Float32Array.from(samples.slice(startMs * 96, endMs * 96)))
      return meter.finish().integratedLufs ?? 0
    })
    const [music = 0] = levels.splice(-1)
    for (const level of levels) expect(Math.abs(level - (levels[0] ?? 0))).toBeLessThan(0.5)
    expect(Math.abs(music - (levels[0] ?? 0) + 2)).toBeLessThan(0.5)
  })

  test('is mono at 96 kb/s when every sound is', async () => {
    const plan = planPodcast(chosen('studio.wav', 'phone.m4a'))
    const out = sounds.at('mono.mp3')
    await renderPodcast(plan, out, { tags })
    const { channels, bitRate } = await probe(out)
    expect(channels).toBe(1)
    expect(Math.round((bitRate ?? 0) / 1000)).toBe(96)
    expect(Math.abs(heard(out).lufs + 16)).toBeLessThanOrEqual(0.15)
  })

  test('the same plan gives the same bytes', async () => {
    const plan = planPodcast(chosen('studio.wav'))
    const [a, b] = [sounds.at('same-a.mp3'), sounds.at('same-b.mp3')]
    expect((await renderPodcast(plan, a, { tags })).sha256).toBe(
      (await renderPodcast(plan, b, { tags })).sha256,
    )
  })

  test('0.3 s alone still makes a file', async () => {
    const made = await renderPodcast(planPodcast(chosen('short.wav')), sounds.at('tiny.mp3'), { tags })
    expect(made).toMatchObject({ durationMs: 300, integratedLufs: null })
  })
})

describe('all or nothing', () => {
  const nothingLeft = () =>
    readdirSync(sounds.folder).filter((name) => name.startsWith('.') || name.startsWith('never'))

  test('a cancelled render leaves nothing', async () => {
    const stop = new AbortController()
    const onProgress = (share: number) => share > 0.2 && stop.abort('cancelled')
    const rendering = renderPodcast(planPodcast(chosen('studio.wav', 'song.flac')), sounds.at('never.mp3'), {
      ...{ tags, signal: stop.signal, onProgress },
    })
    await expect(rendering).rejects.toBe('cancelled')
    expect(nothingLeft()).toEqual([])
  })

  test('nor does one whose sound has gone', async () => {
    const [gone] = chosen('studio.wav')
    const sound = gone?.sound ? { ...gone.sound, file: sounds.at('gone.flac') } : null
    const plan = planPodcast(gone ? [{ ...gone, sound }] : [])
    await expect(renderPodcast(plan, sounds.at('never.mp3'), { tags })).rejects.toThrow(/gone.flac/)
    expect(nothingLeft()).toEqual([])
  })

  test('a plan without a sound is refused', async () => {
    const rendering = renderPodcast(planPodcast([]), sounds.at('never.mp3'), { tags })
    await expect(rendering).rejects.toMatchObject({ name: 'Refusal', reason: 'master.empty' })
  })
})
