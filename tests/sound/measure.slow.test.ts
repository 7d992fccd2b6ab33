import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { measureSound } from '#lib/sound/measure.server.ts'
import { soundFolder, synth } from '#tests/machine/ffmpeg-samples.ts'

const sounds = soundFolder()
afterAll(sounds.remove)

/** What ffmpeg's own meter says, to the thousandth. */
function ebur128(path: string) {
  const filter = 'aresample=48000,ebur128=metadata=1:peak=true,ametadata=mode=print:file=-'
  const printed = execFileSync(
    'ffmpeg',
    ['-v', 'error', '-i', path, '-map', '0:a:0', '-af', filter, '-f', 'null', '-'],
    {
      maxBuffer: 1 << 28,
      encoding: 'utf8',
    },
  )
  const last = (key: string) => Number([...printed.matchAll(new RegExp(`${key}=(.*)`, 'g'))].at(-1)?.[1])
  return { lufs: last('r128.I'), lra: last('r128.LRA') }
}

// Pink noise in syllables and sentences: what speech is to a loudness meter.
const speech = (seed: number, db: number) =>
  `anoisesrc=r=48000:color=pink:seed=${seed}:a=0.5,volume='(0.2+0.8*abs(sin(t*9)))*gt(sin(t*0.9+${seed}),-0.5)':eval=frame,volume=${db}dB`

describe('agrees with ffmpeg’s ebur128 within 0.05 LU', () => {
  const cases: [what: string, name: string, args: string[]][] = [
    ['mono speech', 'speech.wav', synth(speech(1, -6), 40)],
    ['quiet speech at 44.1 kHz', 'quiet.flac', [...synth(speech(2, -35), 40), '-ar', '44100']],
    [
      'stereo noise as MP3',
      'music.mp3',
      [...synth(speech(3, 0), 30), ...synth(speech(4, -9), 30), ...join2()],
    ],
    ['a phone at 8 kHz', 'phone.wav', [...synth(speech(5, -3), 30), '-ar', '8000', '-c:a', 'pcm_alaw']],
    [
      'browser Opus',
      'browser.webm',
      [...synth(speech(6, -12), 30), '-c:a', 'libopus', '-f', 'webm', '-live', '1'],
    ],
    [
      '5.1',
      'film.flac',
      [...synth(speech(7, -10), 20), '-af', 'pan=5.1|c0=c0|c1=0.5*c0|c2=c0|c3=c0|c4=0.3*c0|c5=0.6*c0'],
    ],
  ]
  test.each(cases)('%s', async (_, name, args) => {
    const path = sounds.make(name, ...args)
    const { lufs, lra } = ebur128(path)
    const measured = await measureSound(path)
    expect(Math.abs((measured.integratedLufs ?? 0) - lufs)).toBeLessThan(0.05)
    expect(Math.abs(measured.lraLu - lra)).toBeLessThan(0.3)
  })
})

describe('odd sounds', () => {
  test('silence has no loudness and no peak', async () => {
    const path = sounds.make('silence.wav', ...synth('anullsrc=r=48000', 3))
    expect(await measureSound(path)).toMatchObject({
      integratedLufs: null,
      truePeakDbtp: null,
      durationMs: 3000,
    })
  })

  test('0.3 s has a peak but no loudness', async () => {
    const path = sounds.make('short.wav', ...synth('sine=440', 0.3))
    expect(await measureSound(path)).toMatchObject({ integratedLufs: null, durationMs: 300 })
  })

  test('96 kHz float far over full scale is measured as it is', async () => {
    const over = [...synth('sine=440:r=96000,volume=30dB', 2), '-c:a', 'pcm_f32le']
    const { truePeakDbtp, samplePeak } = await measureSound(sounds.make('over.wav', ...over))
    expect(truePeakDbtp).toBeCloseTo(11.94, 1)
    expect(samplePeak).toBeGreaterThan(3.9)
  })

  test('half an MP3 is measured as far as it goes', async () => {
    const whole = readFileSync(sounds.make('whole.mp3', ...synth('sine=440', 10)))
    const { durationMs } = await measureSound(sounds.write('half.mp3', whole.subarray(0, whole.length / 2)))
    expect(durationMs).toBeGreaterThan(4500)
    expect(durationMs).toBeLessThan(5500)
  })

  test('a WAV without any sample is empty', async () => {
    const wav = readFileSync(sounds.make('head.wav', ...synth('sine=440', 1)))
    const bare = sounds.write('bare.wav', wav.subarray(0, 78))
    await expect(measureSound(bare)).rejects.toMatchObject({ name: 'Refusal', reason: 'sound.empty' })
  })

  test.runIf(spawnSync('sox', ['--help']).stdout?.includes('amr-nb'))('a dictaphone’s AMR', async () => {
    const wav = sounds.make('for-amr.wav', ...synth(speech(8, -3), 5), '-ar', '8000')
    execFileSync('sox', [wav, '-t', 'amr-nb', sounds.at('memo.amr')])
    const { durationMs, integratedLufs } = await measureSound(sounds.at('memo.amr'))
    // ffmpeg's own AMR decoder leaves out the pauses that SoX's encoder does not transmit.
    expect(durationMs).toBeGreaterThan(2000)
    expect(integratedLufs).toBeGreaterThan(-40)
  })

  test('an abort stops it', async () => {
    const stop = new AbortController()
    const path = sounds.make('long.wav', ...synth('sine=440', 60))
    const measuring = measureSound(path, { signal: stop.signal, onProgress: () => stop.abort('enough') })
    await expect(measuring).rejects.toBe('enough')
  })
})

function join2() {
  return ['-filter_complex', '[0][1]join=inputs=2', '-ar', '44100', '-c:a', 'libmp3lame']
}
