import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { probe } from '#lib/machine/ffmpeg-probe.server.ts'
import { measureSound } from '#lib/sound/measure.server.ts'
import { prepareSound } from '#lib/sound/prepare.server.ts'
import { soundFolder, synth } from '#tests/machine/ffmpeg-samples.ts'

const sounds = soundFolder()
afterAll(sounds.remove)

const pink = (seed: number, db = -12) => `anoisesrc=r=48000:color=pink:seed=${seed}:a=0.5,volume=${db}dB`
const one = synth(pink(1), 6)
const two = [...synth(pink(1), 6), ...synth(pink(2), 6)]
const pan = (expression: string) => ['-af', `pan=${expression}`]

describe('a mezzanine is 48 kHz FLAC, mono where two channels say no more than one', () => {
  const cases: [what: string, name: string, args: string[], channels: number, shape: string][] = [
    ['mono stays mono', 'mono.wav', [...one, '-ar', '44100'], 1, 'mono'],
    ['stereo stays stereo', 'stereo.mp3', [...two, '-filter_complex', '[0][1]join=inputs=2'], 2, 'stereo'],
    ['the same on both sides', 'dual.mp3', [...one, '-ac', '2', '-b:a', '128k'], 1, 'dual'],
    ['one side only', 'left.flac', [...one, ...pan('stereo|c0=c0|c1=0*c0')], 1, 'left'],
    ['one side upside down', 'anti.wav', [...one, ...pan('stereo|c0=c0|c1=-1*c0')], 1, 'antiphase'],
    [
      '5.1',
      'film.flac',
      [...one, ...pan('5.1|c0=c0|c1=-0.5*c0|c2=c0|c3=c0|c4=0.3*c0|c5=0.6*c0')],
      2,
      'surround',
    ],
    ['a phone', 'phone.wav', [...one, '-ar', '8000', '-c:a', 'pcm_alaw'], 1, 'mono'],
  ]
  test.each(cases)('%s', async (_, name, args, channels, shape) => {
    const { facts, measurement, mezzanine, listening } = await prepareSound(
      sounds.make(name, ...args),
      sounds.at(`of ${name}`),
    )
    expect(facts.shape).toBe(shape)
    expect(await probe(mezzanine)).toMatchObject({ codec: 'flac', channels, sampleRateHz: 48_000 })
    expect(await probe(listening)).toMatchObject({ codec: 'mp3', channels })
    const again = await measureSound(mezzanine)
    expect(again.integratedLufs).toBeCloseTo(measurement.integratedLufs ?? 0, 2)
    expect(again.durationMs).toBe(measurement.durationMs)
    expect(measurement.integratedLufs).toBeGreaterThan(-40)
  })
})

test('float over full scale is lowered, not clipped', async () => {
  const over = sounds.make('over.wav', ...synth('sine=440:r=96000,volume=30dB', 2), '-c:a', 'pcm_f32le')
  const { facts, measurement, mezzanine } = await prepareSound(over, sounds.at('over'))
  expect(facts.loweredDb).toBeCloseTo(-11.94, 1)
  expect(measurement.truePeakDbtp).toBeCloseTo(0, 1)
  const again = await measureSound(mezzanine)
  expect(again.truePeakDbtp).toBeCloseTo(0, 1)
  expect(again.integratedLufs).toBeCloseTo(measurement.integratedLufs ?? 0, 2)
})

test('a quiet take keeps its fine steps', async () => {
  const quiet = sounds.make('quiet.wav', ...synth(pink(3, -50), 3), '-c:a', 'pcm_f32le')
  const { measurement, mezzanine } = await prepareSound(quiet, sounds.at('quiet'))
  expect((await measureSound(mezzanine)).integratedLufs).toBeCloseTo(measurement.integratedLufs ?? 0, 2)
})

test('progress only goes forward, from the beginning to 1', async () => {
  const shares: number[] = []
  const long = sounds.make('progress.wav', ...synth(pink(4), 90))
  await prepareSound(long, sounds.at('progress'), { onProgress: (share) => shares.push(share) })
  expect(shares).toEqual([...shares].sort((a, b) => a - b))
  expect(shares[0]).toBeLessThan(0.1)
  expect(shares.at(-1)).toBe(1)
})

test('the same original gives the same bytes', async () => {
  const original = sounds.make('same.wav', ...one)
  const [a, b] = [
    await prepareSound(original, sounds.at('same-a')),
    await prepareSound(original, sounds.at('same-b')),
  ]
  expect(readFileSync(a.mezzanine).equals(readFileSync(b.mezzanine))).toBe(true)
  expect(readFileSync(a.listening).equals(readFileSync(b.listening))).toBe(true)
})

describe('no leftovers', () => {
  test('silence is refused', async () => {
    const silence = sounds.make('silence.wav', ...synth('anullsrc', 2))
    await expect(prepareSound(silence, sounds.at('none'))).rejects.toMatchObject({ reason: 'sound.silent' })
    expect(readdirSync(sounds.at('none'))).toEqual([])
  })

  test('an abort while encoding', async () => {
    const stop = new AbortController()
    const onProgress = (share: number) => share > 0.4 && stop.abort('enough')
    const preparing = prepareSound(sounds.at('progress.wav'), sounds.at('stopped'), {
      signal: stop.signal,
      onProgress,
    })
    await expect(preparing).rejects.toBe('enough')
    expect(readdirSync(sounds.at('stopped'))).toEqual([])
  })

  test('a run that was killed is swept by the next one', async () => {
    sounds.make('killed.wav', ...one)
    await prepareSound(sounds.at('killed.wav'), sounds.at('killed'))
    sounds.write('killed/.mezzanine.flac.part', 'half a file')
    await prepareSound(sounds.at('killed.wav'), sounds.at('killed'))
    expect(readdirSync(sounds.at('killed')).sort()).toEqual(['listening.mp3', 'mezzanine.flac'])
  })
})
