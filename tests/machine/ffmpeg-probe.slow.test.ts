import { readFileSync, truncateSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { probe } from '#lib/machine/ffmpeg-probe.server.ts'
import { floatWav, soundFolder, synth } from '#tests/machine/ffmpeg-samples.ts'

const sounds = soundFolder()
afterAll(sounds.remove)
const tone = synth('sine=440:r=48000', 2)
const picture = synth('color=red:s=64x64', 1)

describe('honest formats are known by their content', () => {
  const cases: [name: string, args: string[], codec: string][] = [
    ['a.wav', [...tone], 'pcm_s16le'],
    ['a.flac', [...tone], 'flac'],
    ['a.mp3', [...tone, '-c:a', 'libmp3lame'], 'mp3'],
    ['a.m4a', [...tone, '-c:a', 'aac'], 'aac'],
    ['a.aac', [...tone, '-c:a', 'aac', '-f', 'adts'], 'aac'],
    ['a.opus', [...tone, '-c:a', 'libopus'], 'opus'],
    ['a.ogg', [...tone, '-c:a', 'libvorbis', '-ac', '2'], 'vorbis'],
    ['a.aiff', [...tone], 'pcm_s16be'],
    ['a.wma', [...tone, '-c:a', 'wmav2', '-f', 'asf'], 'wmav2'],
    ['phone.3gp', [...tone, '-c:a', 'aac', '-f', '3gp'], 'aac'],
    ['recorder.webm', [...tone, '-c:a', 'libopus', '-f', 'webm'], 'opus'],
    ['without extension', [...tone, '-f', 'wav'], 'pcm_s16le'],
    ['l\'été\n"chaud" %d.wav', [...tone], 'pcm_s16le'],
    ['-i.wav', [...tone], 'pcm_s16le'],
  ]
  test.each(cases)('%s', async (name, args, codec) => {
    const facts = await probe(sounds.make(name, ...args))
    expect(facts.codec).toBe(codec)
    expect(facts.durationMs).toBeGreaterThan(1900)
    expect(facts.durationMs).toBeLessThan(2150)
  })

  test('a browser recording that never announced its length', async () => {
    const path = sounds.make('live.webm', ...tone, '-c:a', 'libopus', '-f', 'webm', '-live', '1')
    expect(await probe(path)).toMatchObject({ codec: 'opus', durationMs: null })
  })

  test('a film is heard, its picture ignored', async () => {
    const path = sounds.make('film.mp4', ...tone, ...picture, '-c:v', 'mpeg4', '-c:a', 'aac')
    expect(await probe(path)).toMatchObject({ codec: 'aac', channels: 1 })
  })

  test('of several sounds in one file, the first counts', async () => {
    const both = ['-map', '0:a', '-map', '1:a', '-ac:a:0', '2', '-ac:a:1', '1']
    const path = sounds.make('two.mka', ...tone, ...tone, ...both, '-c:a', 'flac', '-f', 'matroska')
    expect(await probe(path)).toMatchObject({ channels: 2 })
  })
})

describe('what is no sound is refused with its reason', () => {
  const mp3 = () => readFileSync(sounds.make('whole.mp3', ...tone, '-c:a', 'libmp3lame'))
  const cover = () => readFileSync(sounds.make('cover.jpg', ...picture, '-frames:v', '1'))
  const cases: [what: string, content: () => string | Uint8Array, reason: string][] = [
    ['empty.mp3', () => '', 'sound.empty'],
    ['text.mp3', () => 'Bonjour à toutes et à tous. '.repeat(400), 'sound.not-audio'],
    ['page.mp3', () => '<!doctype html><html><body>404</body></html>', 'sound.not-audio'],
    [
      'hls.mp3',
      () => '#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\nwhole.mp3\n#EXT-X-ENDLIST\n',
      'sound.script',
    ],
    ['concat.mp3', () => 'ffconcat version 1.0\nfile whole.mp3\n', 'sound.script'],
    ['call.mp3', () => 'v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\nm=audio 5004 RTP/AVP 0\r\n', 'sound.script'],
    [
      'archive.mp3',
      () => Buffer.concat([Buffer.from('PK\x03\x04'), gzipSync('son'.repeat(900))]),
      'sound.not-audio',
    ],
    ['picture.mp3', cover, 'sound.not-audio'],
    [
      'noise.mp3',
      () => Buffer.from(Array.from({ length: 9000 }, (_, i) => (i * i * 31) % 127)),
      'sound.not-audio',
    ],
    [
      'cut.m4a',
      () => readFileSync(sounds.make('w.m4a', ...tone, '-c:a', 'aac')).subarray(0, 4000),
      'sound.not-audio',
    ],
    ['many.wav', () => floatWav(new Float32Array(16 * 4800), 16), 'sound.channels'],
    ['slow.wav', () => floatWav(new Float32Array(4800), 1, 4000), 'sound.sample-rate'],
  ]
  test.each(cases)('%s', async (name, content, reason) => {
    await expect(probe(sounds.write(name, content()))).rejects.toMatchObject({ name: 'Refusal', reason })
  })

  test('a cover picture without any sound behind it', async () => {
    const args = [...picture, '-frames:v', '1', '-c:v', 'mjpeg', '-f', 'mp4']
    await expect(probe(sounds.make('only-cover.m4a', ...args))).rejects.toMatchObject({
      reason: 'sound.not-audio',
    })
  })

  test('six hours', async () => {
    const bytes = 6 * 3600 * 8000 * 4
    const wav = floatWav(new Float32Array(800), 1, 8000)
    wav.writeUInt32LE(bytes, 40)
    const path = sounds.write('six-hours.wav', wav)
    truncateSync(path, 44 + bytes)
    await expect(probe(path)).rejects.toMatchObject({ reason: 'sound.too-long' })
  })

  test('half an MP3 is still a sound', async () => {
    const whole = mp3()
    const half = sounds.write('half.mp3', whole.subarray(0, whole.length / 2))
    expect(await probe(half)).toMatchObject({ codec: 'mp3' })
  })
})

test('a missing file and an abort are no refusals', async () => {
  await expect(probe(sounds.at('nowhere.wav'))).rejects.toMatchObject({ code: 'ENOENT' })
  const path = sounds.make('t.wav', ...tone)
  await expect(probe(path, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' })
})
