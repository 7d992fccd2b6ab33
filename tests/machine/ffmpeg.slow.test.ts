import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { decode, encode, ffmpegOn, runFfmpeg, timemarkMs } from '#lib/machine/ffmpeg.server.ts'
import { probe } from '#lib/machine/ffmpeg-probe.server.ts'
import { soundFolder, synth } from '#tests/machine/ffmpeg-samples.ts'

const sounds = soundFolder()
afterAll(sounds.remove)
afterEach(() => expect(readdirSync(sounds.folder).filter((name) => name.endsWith('.part'))).toEqual([]))

const stereo = { sampleRateHz: 48_000, channels: 2 }
const mp3 = ['-f', 'mp3', '-c:a', 'libmp3lame', '-b:a', '128k']
const flac = ['-f', 'flac', '-c:a', 'flac']

async function framesOf(blocks: AsyncIterable<Float32Array>, channels = 2) {
  let frames = 0
  for await (const block of blocks) frames += block.length / channels
  return frames
}

async function* endless() {
  for (;;) yield new Float32Array(19_200)
}

describe('decode', () => {
  const tone = () => sounds.make('tone.wav', ...synth('sine=440:r=48000', 2.345))

  test('gives every frame, in whole frames', async () => {
    expect(await framesOf(decode(tone(), stereo))).toBe(112_560)
  })

  test('gives the asked span to the sample', async () => {
    const span = { ...stereo, startMs: 1001, durationMs: 500 }
    expect(await framesOf(decode(tone(), span))).toBe(24_000)
  })

  test('keeps values beyond full scale', async () => {
    const loud = sounds.make('loud.wav', ...synth('sine=440:r=96000,volume=30dB', 1), '-c:a', 'pcm_f32le')
    let peak = 0
    for await (const block of decode(loud, { ...stereo, channels: 1 }))
      for (const value of block) peak = Math.max(peak, Math.abs(value))
    expect(peak).toBeGreaterThan(3)
  })

  test('tells how far it is', async () => {
    const told: number[] = []
    await framesOf(decode(tone(), { ...stereo, onProgress: (ms) => told.push(ms) }))
    expect(told.at(-1)).toBe(2345)
  })

  test('may be left early', async () => {
    for await (const block of decode(tone(), stereo)) {
      expect(block.length).toBe(19_200)
      break
    }
  })

  test('says which command failed and what ffmpeg printed', async () => {
    const text = sounds.write('text.mp3', 'no sound at all')
    const failed = framesOf(decode(text, stereo))
    await expect(failed).rejects.toMatchObject({ name: 'FfmpegFailure', exitCode: 1 })
    await expect(failed).rejects.toThrow(/Could not finish "ffmpeg .*exited with code 1/)
  })

  test('stops with the reason of the abort', async () => {
    const stop = new AbortController()
    const reading = framesOf(
      decode(tone(), { ...stereo, signal: stop.signal, onProgress: () => stop.abort('enough') }),
    )
    await expect(reading).rejects.toBe('enough')
  })
})

describe('encode', () => {
  test('writes several files from one sound, bare of its tags and pictures', async () => {
    const tags = ['-metadata', 'title=secret', '-metadata', 'comment=secret']
    const path = sounds.make('tagged.mp3', ...synth('sine=440:r=44100', 1), ...tags)
    await encode({ path }, [
      { path: sounds.at('copy.mp3'), options: mp3 },
      { path: sounds.at('copy.flac'), options: flac },
    ])
    expect(await probe(sounds.at('copy.flac'))).toMatchObject({ codec: 'flac', durationMs: 1000 })
    expect(readFileSync(sounds.at('copy.mp3')).includes('secret')).toBe(false)
  })

  test('is repeatable to the byte', async () => {
    const path = sounds.make('again.wav', ...synth('anoisesrc=r=48000:seed=1', 1))
    for (const name of ['one.flac', 'two.flac'])
      await encode({ path }, [{ path: sounds.at(name), options: flac }])
    expect(readFileSync(sounds.at('one.flac')).equals(readFileSync(sounds.at('two.flac')))).toBe(true)
  })

  test('takes a stream of samples', async () => {
    const pcm = decode(sounds.make('in.wav', ...synth('sine=440:r=48000', 1)), stereo)
    await encode({ pcm, ...stereo }, [{ path: sounds.at('out.flac'), options: flac }])
    expect(await probe(sounds.at('out.flac'))).toMatchObject({ channels: 2, durationMs: 1000 })
  })

  test('a source that breaks is the reason given, and leaves nothing', async () => {
    async function* breaking() {
      yield new Float32Array(19_200)
      throw new Error('the tape tore')
    }
    const torn = encode({ pcm: breaking(), ...stereo }, [{ path: sounds.at('torn.mp3'), options: mp3 }])
    await expect(torn).rejects.toThrow('the tape tore')
    expect(readdirSync(sounds.folder)).not.toContain('torn.mp3')
  })

  test('an abort and a time limit leave nothing', async () => {
    const out = [{ path: sounds.at('never.mp3'), options: mp3 }]
    const stop = new AbortController()
    setTimeout(() => stop.abort(new Error('cancelled')), 200)
    await expect(encode({ pcm: endless(), ...stereo }, out, { signal: stop.signal })).rejects.toThrow(
      'cancelled',
    )
    await expect(encode({ pcm: endless(), ...stereo }, out, { limitMs: 200 })).rejects.toThrow(/timeout/)
    expect(readdirSync(sounds.folder)).not.toContain('never.mp3')
  })

  test('nor is one that cannot be started', async () => {
    const path = sounds.make('unheard.wav', ...synth('sine=440', 1))
    // Once ffmpeg is known to work here, as after any other command.
    const command = ffmpegOn(path).outputOptions(['-f', 'null']).output('-').setFfmpegPath('/nowhere/ffmpeg')
    await expect(runFfmpeg(command, () => command.run())).rejects.toThrow(/ENOENT/)
  })

  test('an ffmpeg that gives up early is no crash', async () => {
    const wrong = [
      { path: sounds.at('wrong.mp3'), options: ['-f', 'mp3', '-c:a', 'libmp3lame', '-b:a', 'nonsense'] },
    ]
    await expect(encode({ pcm: endless(), ...stereo }, wrong)).rejects.toMatchObject({
      name: 'FfmpegFailure',
    })
  })
})

describe('kill −9', () => {
  const running = (what: string) =>
    readdirSync('/proc').filter(
      (pid) => /^\d+$/.test(pid) && commandLine(pid).includes(what) && !commandLine(pid).includes('eval'),
    )

  // Elsewhere nothing tells ffmpeg that its parent is gone, and it ends when its work does.
  const leashed = spawnSync('setpriv', ['--pdeathsig', 'KILL', 'true']).status === 0
  test.runIf(leashed)('of the server takes ffmpeg along, and the next run sweeps what it left', async () => {
    const path = sounds.make('hours.flac', ...synth('anoisesrc=r=8000', 3600), '-t', '3600')
    const out = { path: sounds.at('orphan.mp3'), options: mp3 }
    const code = `import('#lib/machine/ffmpeg.server.ts').then((f) => f.encode(${JSON.stringify({ path })}, [${JSON.stringify(out)}]))`
    const server = spawn(process.execPath, ['--input-type=module', '--eval', code], { stdio: 'inherit' })
    while (!readdirSync(sounds.folder).includes('.orphan.mp3.part')) await wait(20)
    expect(running('orphan.mp3')).toHaveLength(1)
    server.kill('SIGKILL')
    await once(server, 'exit')
    while (running('orphan.mp3').length > 0) await wait(20)
    const short = sounds.make('short.wav', ...synth('sine=440', 1))
    await encode({ path: short }, [out])
    expect(await probe(out.path)).toMatchObject({ codec: 'mp3' })
  })
})

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return '' // It ended meanwhile.
  }
}

test('a time mark in milliseconds', () => {
  expect(timemarkMs('00:01:02.50')).toBe(62_500)
  expect(timemarkMs('N/A')).toBe(0)
})
