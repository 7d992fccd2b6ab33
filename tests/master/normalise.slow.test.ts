import { readdirSync, readFileSync, statSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { probe } from '#lib/machine/ffmpeg-probe.server.ts'
import { readMeter } from '#lib/master/ebur128.server.ts'
import { normaliseSound } from '#lib/master/normalise.server.ts'
import { soundFolder, synth } from '#tests/machine/ffmpeg-samples.ts'

const sounds = soundFolder()
afterAll(sounds.remove)

const podcast = { lufs: -16, dbtp: -1 }
/** Talk with pauses and peaks, at some level. */
const talk = (db: number) => `anoisesrc=r=48000:color=pink:seed=4:a=0.6,tremolo=f=0.5:d=0.9,volume=${db}dB`
const stereo = ['-filter_complex', '[0][1]join=inputs=2']
const two = (db: number, seconds = 12) => [
  ...synth(talk(db), seconds),
  ...synth(talk(db - 3), seconds),
  ...stereo,
]
const voice = sounds.make('voix.wav', ...two(-14), '-c:a', 'pcm_s24le')

describe('every ending lands on −16 LUFS under −1 dBTP, as ffmpeg’s own meter finds it', () => {
  test.each([
    ['a.mp3', 'mp3'],
    ['a.wav', 'pcm_s16le'],
    ['a.flac', 'flac'],
    ['a.opus', 'opus'],
    ['a.m4a', 'aac'],
    ['A.MP3', 'mp3'],
  ])('%s', async (name, codec) => {
    const done = await normaliseSound(voice, sounds.at(name), podcast)
    const found = await readMeter(sounds.at(name))
    expect(done.after).toEqual(found)
    expect(Math.abs((found.integratedLufs ?? 0) + 16)).toBeLessThanOrEqual(0.1)
    expect(found.truePeakDbtp).toBeLessThanOrEqual(-1)
    expect(await probe(sounds.at(name))).toMatchObject({ codec, channels: 2, sampleRateHz: 48_000 })
    expect(done).toMatchObject({ isShort: false, durationMs: 12_000 })
  })
})

describe('whatever comes in', () => {
  const cases: [what: string, name: string, args: string[], targets: { lufs: number; dbtp: number }][] = [
    ['a telephone', 'phone.wav', [...synth(talk(-20), 8), '-ar', '8000', '-c:a', 'pcm_alaw'], podcast],
    ['an MP3 at 44.1 kHz', 'old.mp3', [...two(-10, 8), '-ar', '44100', '-b:a', '128k'], podcast],
    [
      '5.1',
      'film.flac',
      [...synth(talk(-14), 8), '-af', 'pan=5.1|c0=c0|c1=-0.5*c0|c2=c0|c3=c0|c4=c0|c5=c0'],
      podcast,
    ],
    ['far over full scale', 'over.wav', [...synth(talk(24), 8), '-c:a', 'pcm_f32le'], podcast],
    ['a very quiet take', 'quiet.wav', [...synth(talk(-20), 8), '-c:a', 'pcm_f32le'], podcast],
    ['for the station', 'pad.wav', two(-14, 8), { lufs: -23, dbtp: -2 }],
    ['loud, under a low ceiling', 'low.wav', two(-14, 8), { lufs: -14, dbtp: -3 }],
  ]
  test.each(cases)('%s', async (_, name, args, targets) => {
    const out = sounds.at(`of ${name}.mp3`)
    const { after } = await normaliseSound(sounds.make(name, ...args), out, targets)
    expect(Math.abs((after.integratedLufs ?? 0) - targets.lufs)).toBeLessThanOrEqual(0.1)
    expect(after.truePeakDbtp).toBeLessThanOrEqual(targets.dbtp)
  })

  test('what is too quiet is raised by 30 dB, and said so', async () => {
    const faint = sounds.make('faint.wav', ...synth(talk(-36), 6), '-c:a', 'pcm_f32le')
    const { gainDb, isShort, before, after } = await normaliseSound(faint, sounds.at('faint.mp3'), podcast)
    expect({ gainDb, isShort }).toEqual({ gainDb: 30, isShort: true })
    expect((after.integratedLufs ?? 0) - (before.integratedLufs ?? 0)).toBeCloseTo(30, 0)
  })

  test('clicks in silence are not crushed into loudness', async () => {
    const clicks = sounds.make('clicks.wav', ...synth("aevalsrc='0.5*lt(mod(t,1),0.002)':s=48000", 6))
    const { after, isShort } = await normaliseSound(clicks, sounds.at('clicks.wav.wav'), podcast)
    expect(after.truePeakDbtp).toBeLessThanOrEqual(-1)
    expect(isShort).toBe(true)
  })
})

describe('what cannot be brought to a level is refused, and nothing is left behind', () => {
  const cases: [what: string, make: () => string, out: string, reason: string][] = [
    ['silence', () => sounds.make('silence.wav', ...synth('anullsrc', 3)), 'no.mp3', 'sound.silent'],
    ['0.3 s', () => sounds.make('short.wav', ...synth('sine', 0.3)), 'no.mp3', 'sound.too-short'],
    ['a text', () => sounds.write('text.mp3', 'Bonjour à toutes. '.repeat(99)), 'no.mp3', 'sound.not-audio'],
    ['a format that we do not write', () => voice, 'no.wma', 'normalise.format'],
  ]
  test.each(cases)('%s', async (_, make, out, reason) => {
    const path = make()
    const before = readdirSync(sounds.folder)
    await expect(normaliseSound(path, sounds.at(out), podcast)).rejects.toMatchObject({ reason })
    expect(readdirSync(sounds.folder)).toEqual(before)
  })

  test('stopped half-way, the file that was there stays', async () => {
    const kept = sounds.write('kept.mp3', 'un autre son')
    const before = readdirSync(sounds.folder)
    const stop = new AbortController()
    const run = normaliseSound(voice, kept, podcast, stop.signal)
    setTimeout(() => stop.abort(), 400)
    await expect(run).rejects.toThrow()
    expect(readFileSync(kept, 'utf8')).toBe('un autre son')
    expect(readdirSync(sounds.folder)).toEqual(before)
  })

  test('the original is never touched', async () => {
    const { size, mtimeMs } = statSync(voice)
    await normaliseSound(voice, sounds.at('b.opus'), podcast)
    expect(statSync(voice)).toMatchObject({ size, mtimeMs })
  })
})
