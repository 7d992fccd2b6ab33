import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, utimesSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { probe } from '#lib/machine/ffmpeg-probe.server.ts'
import { prepareSound } from '#lib/sound/prepare.server.ts'
import { floatWav, soundFolder, synth } from '#tests/machine/ffmpeg-samples.ts'

/** Whatever comes in is prepared or refused within this time, on a busy machine too. */
const limitMs = 90_000

const sounds = soundFolder()
let asked = 0
const server = createServer((_, response) => {
  asked++
  response.end(readFileSync(decoy))
})
let decoy = ''
let port = 0

const noise = (seed: number) => synth(`anoisesrc=r=44100:color=pink:a=0.4:seed=${seed}`, 4)
const bytesOf = (name: string, ...args: string[]) => readFileSync(sounds.make(name, ...args))
const half = (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2))

beforeAll(async () => {
  decoy = sounds.make('secret.wav', ...noise(9))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  server.close()
  sounds.remove()
})

let before: string[] = []
let decoyAt = 0
beforeEach(() => {
  asked = 0
  decoyAt = statSync(decoy).mtimeMs
})
afterEach(() => {
  expect(asked).toBe(0)
  expect(statSync(decoy).mtimeMs).toBe(decoyAt)
})

/** Prepares a sound into a folder of its own; afterwards only its two copies, or nothing, lies in it. */
async function prepared(path: string) {
  const folder = join(sounds.folder, `of-${before.length}-${Math.trunc(performance.now())}`)
  before = readdirSync(sounds.folder)
  const stop = AbortSignal.timeout(limitMs)
  const outcome = await prepareSound(path, folder, { signal: stop }).then(
    async ({ facts, measurement, mezzanine, listening }) => {
      const copies = await Promise.all([probe(mezzanine), probe(listening)])
      return { facts, durationMs: measurement.durationMs, copies: copies.map((copy) => copy.durationMs ?? 0) }
    },
    (error: unknown) => ({ error }),
  )
  const left = readdirSync(sounds.folder).filter((name) => !before.includes(name))
  expect(left.length === 0 ? [] : readdirSync(folder)).toEqual(
    'error' in outcome ? [] : ['listening.mp3', 'mezzanine.flac'],
  )
  return outcome
}

async function refused(path: string) {
  const outcome = await prepared(path)
  return 'error' in outcome ? outcome.error : outcome
}

/** Lasts so long, and so do its copies. */
async function expectReady(path: string, leastMs: number, mostMs: number) {
  const outcome = await prepared(path)
  if ('error' in outcome) throw outcome.error
  expect(outcome.durationMs).toBeGreaterThanOrEqual(leastMs)
  expect(outcome.durationMs).toBeLessThanOrEqual(mostMs)
  for (const copy of outcome.copies) expect(Math.abs(copy - outcome.durationMs)).toBeLessThan(80)
  return outcome
}

describe('what is cut off is used as far as it goes', () => {
  const cases: [name: string, args: string[]][] = [
    ['cut.mp3', ['-c:a', 'libmp3lame']],
    ['cut.wav', []],
    ['cut.flac', []],
    ['cut.ogg', ['-c:a', 'libvorbis', '-ac', '2']],
    ['cut.opus', ['-c:a', 'libopus']],
    ['cut-but-indexed.m4a', ['-c:a', 'aac', '-movflags', '+faststart']],
    ['cut.webm', ['-c:a', 'libopus', '-f', 'webm']],
  ]
  test.each(cases)('%s', async (name, args) => {
    const whole = bytesOf(`whole ${name}`, ...noise(1), ...args)
    // Ogg comes in pages of a second.
    await expectReady(sounds.write(name, half(whole)), 900, 3_300)
  })

  test('an M4A that lost its index is no sound any more', async () => {
    const whole = bytesOf('whole.m4a', ...noise(1), '-c:a', 'aac')
    expect(await refused(sounds.write('lost.m4a', half(whole)))).toMatchObject({ reason: 'sound.not-audio' })
    const unindexed = Buffer.from(whole)
    unindexed.write('junk', unindexed.indexOf('moov'))
    expect(await refused(sounds.write('none.m4a', unindexed))).toMatchObject({ reason: 'sound.not-audio' })
  })
})

describe('scripts under the names of sounds are refused, and what they name is never opened', () => {
  const longAgo = new Date('2001-01-01')
  let tellsReads = false
  beforeAll(() => {
    utimesSync(decoy, longAgo, longAgo)
    readFileSync(decoy)
    // Some disks do not write down when a file was last read: there the refusal itself must do.
    tellsReads = statSync(decoy).atimeMs !== longAgo.getTime()
  })
  beforeEach(() => {
    utimesSync(decoy, longAgo, longAgo)
    decoyAt = longAgo.getTime()
  })
  afterEach(() => {
    if (tellsReads) expect(statSync(decoy).atimeMs).toBe(longAgo.getTime())
  })

  const cases: [name: string, script: (path: string, url: string) => string][] = [
    ['hls.mp3', (path) => `#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:4,\n${path}\n#EXT-X-ENDLIST\n`],
    ['hls-far.m4a', (_, url) => `#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:4,\n${url}\n#EXT-X-ENDLIST\n`],
    ['hls-key.mp3', (path, url) => `#EXTM3U\n#EXT-X-KEY:METHOD=AES-128,URI="${url}"\n#EXTINF:4,\n${path}\n`],
    ['list.m3u', (_, url) => `#EXTM3U\n#EXTINF:4,titre\n${url}\n`],
    ['concat.wav', (path) => `ffconcat version 1.0\nfile '${path}'\n`],
    ['concat-far.wav', (_, url) => `ffconcat version 1.0\nfile '${url}'\n`],
    ['call.wav', () => `v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\nc=IN IP4 127.0.0.1\r\nm=audio 5004 RTP/AVP 0\r\n`],
    ['asx.wma', (_, url) => `<asx version="3.0"><entry><ref href="${url}"/></entry></asx>`],
    ['smil.mp3', (_, url) => `<smil><body><audio src="${url}"/></body></smil>`],
    ['dash.m4a', (_, url) => `<?xml version="1.0"?><MPD><Period><BaseURL>${url}</BaseURL></Period></MPD>`],
    ['pls.mp3', (_, url) => `[playlist]\nNumberOfEntries=1\nFile1=${url}\n`],
    ['reference.mov', (_, url) => `[Reference]\nRef1=${url}\n`],
  ]
  test.each(cases)('%s', async (name, script) => {
    const path = sounds.write(name, script(decoy, `http://127.0.0.1:${port}/secret.wav`))
    expect(await refused(path)).toMatchObject({ name: 'Refusal', reason: 'sound.script' })
  })

  test('a track that says it lies in another file', async () => {
    const whole = bytesOf('reference.m4a', ...noise(2), '-c:a', 'aac')
    // One flag of its `url ` box says that the sound is in this very file.
    whole.writeUInt32BE(0, whole.indexOf('url ') + 4)
    const outcome = await prepared(sounds.write('refers.m4a', whole))
    expect('error' in outcome ? outcome.error : { name: 'Refusal' }).toMatchObject({ name: 'Refusal' })
  })
})

describe('WAV headers that lie', () => {
  const tone = new Float32Array(4 * 48_000).map((_, i) => 0.3 * Math.sin(i / 9))
  const wav = (lie: (head: Buffer) => void) => {
    const bytes = floatWav(tone, 1)
    lie(bytes)
    return bytes
  }
  test.each([
    ['no length: the recorder was switched off', wav((head) => head.writeUInt32LE(0, 40))],
    ['four gigabytes', wav((head) => head.writeUInt32LE(0xffffffff, 40))],
    [
      'four gigabytes, twice',
      wav((head) => head.writeUInt32LE(0xffffffff, 4) && head.writeUInt32LE(0xfffffff0, 40)),
    ],
  ])('%s', async (what, bytes) => {
    await expectReady(sounds.write(`${what}.wav`, bytes), 3_900, 4_000)
  })

  test.each([
    ['no channel', wav((head) => head.writeUInt16LE(0, 22)), ['sound.channels', 'sound.not-audio']],
    ['64 channels', floatWav(new Float32Array(64 * 4_800).fill(0.1), 64), ['sound.channels']],
    ['4 GHz', wav((head) => head.writeUInt32LE(0xf0000000, 24)), ['sound.sample-rate', 'sound.not-audio']],
    ['0 Hz', wav((head) => head.writeUInt32LE(0, 24)), ['sound.sample-rate', 'sound.not-audio']],
    ['a header and nothing else', floatWav(new Float32Array(0), 1), ['sound.empty']],
    ['no bits', wav((head) => head.writeUInt16LE(0, 34)), ['sound.not-audio', 'sound.damaged']],
  ])('%s', async (what, bytes, reasons) => {
    const error = await refused(sounds.write(`${what}.wav`, bytes))
    expect(error).toMatchObject({ name: 'Refusal' })
    expect(reasons).toContain(Reflect.get(Object(error), 'reason'))
  })
})

describe('odd but honest', () => {
  const picture = synth('testsrc=s=320x240:r=10', 4)
  const cases: [name: string, args: string[]][] = [
    ['index at the end.m4a', [...noise(1), '-c:a', 'aac']],
    ['film.mp4', [...noise(1), ...picture, '-c:v', 'mpeg4', '-c:a', 'aac']],
    ['film.webm', [...noise(1), ...picture, '-c:v', 'libvpx', '-c:a', 'libopus']],
    ['MediaRecorder.webm', [...noise(1), '-c:a', 'libopus', '-f', 'webm', '-live', '1']],
  ]
  test.each(cases)('%s', async (name, args) => {
    await expectReady(sounds.make(name, ...args), 3_900, 4_150)
  })

  test('of several sounds in one file the first is used', async () => {
    const args = [...synth('sine=440', 4), ...synth('sine=880', 2)]
    const both = ['-map', '0:a', '-map', '1:a', '-c:a', 'flac', '-f', 'matroska']
    await expectReady(sounds.make('two.mka', ...args, ...both), 3_990, 4_010)
  })

  test('a picture of 30 MB in an MP3', async () => {
    const mp3 = bytesOf('bare.mp3', ...noise(1), '-id3v2_version', '0')
    const bytes = Buffer.concat([artwork(30_000_000), mp3])
    await expectReady(sounds.write('poster.mp3', bytes), 3_900, 4_150)
  })

  test('a picture and no sound behind it', async () => {
    expect(await refused(sounds.write('cover.mp3', artwork(20_000)))).toMatchObject({
      reason: 'sound.not-audio',
    })
  })

  test('two MP3 of different sample rates one after the other', async () => {
    const parts = ['44100', '22050'].map((rate) =>
      bytesOf(`${rate}.mp3`, ...noise(1), '-ar', rate, '-ac', '1', '-id3v2_version', '0', '-write_xing', '0'),
    )
    await expectReady(sounds.write('joined.mp3', Buffer.concat(parts)), 7_800, 8_250)
  })

  test.each([
    ['quotes', `l'été "chaud" \`id\` $(id) %d.wav`],
    ['lines', 'un\ndeux\r\ttrois.wav'],
    ['a leading dash', '-i.wav'],
    ['an option', '-filter_complex.wav'],
    ['emoji', '🎙️ émission 👩🏽‍🎤.wav'],
    ['a protocol', 'concat:secret.wav|secret.wav'],
    ['255 bytes', `${'é'.repeat(125)}n.wav`],
    ['no ending', 'son'],
    ['the wrong ending', 'son.jpg'],
  ])('a name with %s', async (_, name) => {
    await expectReady(sounds.write(name, readFileSync(decoy)), 3_990, 4_010)
  })

  test('a link to a sound is that sound', async () => {
    symlinkSync(decoy, sounds.at('link.wav'))
    await expectReady(sounds.at('link.wav'), 3_990, 4_010)
  })
})

describe('no sound at all', () => {
  test.each([
    ['zero bytes', 'zero.mp3', '', 'sound.empty'],
    ['a text', 'text.mp3', 'Bonjour à toutes et à tous, bienvenue.\n'.repeat(300), 'sound.not-audio'],
    ['one byte', 'one.wav', 'R', 'sound.not-audio'],
    ['a ZIP', 'archive.mp3', zip('son.wav', 'du son'), 'sound.not-audio'],
    ['silence', 'silence.wav', floatWav(new Float32Array(48_000), 1), 'sound.silent'],
  ])('%s', async (_, name, content, reason) => {
    expect(await refused(sounds.write(name, content))).toMatchObject({ name: 'Refusal', reason })
  })

  test('a link out of the folder', async () => {
    symlinkSync('/etc/hostname', sounds.at('hostname.mp3'))
    expect(await refused(sounds.at('hostname.mp3'))).toMatchObject({ reason: 'sound.not-audio' })
  })

  test('a directory', async () => {
    mkdirSync(sounds.at('folder.wav'))
    expect(await refused(sounds.at('folder.wav'))).toMatchObject({ reason: 'sound.not-audio' })
  })

  test('a pipe that nobody writes into is not waited for', async () => {
    execFileSync('mkfifo', [sounds.at('pipe.wav')])
    expect(await refused(sounds.at('pipe.wav'))).toMatchObject({ reason: 'sound.not-audio' })
  })
})

/** An ID3v2.3 tag with one picture, of noise. */
function artwork(bytes: number): Buffer {
  const picture = Buffer.alloc(bytes, 'JPEG or so ')
  picture.set([0xff, 0xd8, 0xff, 0xe0])
  const frame = Buffer.concat([Buffer.from('\0image/jpeg\0\x03\0', 'latin1'), picture])
  const head = Buffer.from('APIC\0\0\0\0\0\0', 'latin1')
  head.writeUInt32BE(frame.length, 4)
  const size = head.length + frame.length
  const sevenBits = [21, 14, 7, 0].map((shift) => (size >>> shift) & 127)
  return Buffer.concat([Buffer.from('ID3\x03\0\0', 'latin1'), Buffer.from(sevenBits), head, frame])
}

/** A ZIP archive's first entry: enough for whoever looks at the head of a file. */
function zip(name: string, text: string): Buffer {
  const packed = deflateRawSync(text.repeat(2_000))
  const head = Buffer.alloc(30)
  head.write('PK\x03\x04', 'latin1')
  head.writeUInt16LE(8, 8)
  head.writeUInt32LE(packed.length, 18)
  head.writeUInt16LE(name.length, 26)
  return Buffer.concat([head, Buffer.from(name), packed])
}
