import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { probe } from '#lib/machine/ffmpeg-probe.server.ts'
import { plainTags } from '#lib/machine/sound-tags.ts'
import { soundFolder, synth } from '#tests/machine/ffmpeg-samples.ts'

const sounds = soundFolder()
afterAll(sounds.remove)
const tone = synth('sine=440:r=48000', 1)

describe('tags', () => {
  test('have small names, and the first of several counts', () =>
    expect(plainTags({ TITLE: 'A', title: 'B', Empty: ' ' }, { title: 'C', Artist: 'D' })).toEqual({
      title: 'A',
      artist: 'D',
    }))

  test('lie on one line, without what a screen or a database cannot carry', () =>
    expect(plainTags({ title: ' a\0b\r\n\u202ec\ud800 ', n: 3 })).toEqual({
      title: 'a b c�',
    }))

  test('are at most sixty, of at most 300 characters each', () => {
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`k${n}`, '🎺'.repeat(9_000)]))
    const tags = plainTags({ ['long'.repeat(99)]: 'x', ...many })
    expect(Object.keys(tags)).toHaveLength(60)
    expect([...(tags.k0 ?? '')]).toHaveLength(300)
    expect((tags.k0 ?? '').isWellFormed()).toBe(true)
  })
})

describe('of files that mean harm', () => {
  test('lyrics of six megabytes do not stop a sound', async () => {
    const mp3 = readFileSync(sounds.make('plain.mp3', ...tone, '-c:a', 'libmp3lame', '-id3v2_version', '0'))
    const path = sounds.write('lyrics.mp3', Buffer.concat([id3('TIT2', 'x'.repeat(6 << 20)), mp3]))
    const facts = await probe(path)
    expect(facts).toMatchObject({ codec: 'mp3' })
    expect(facts.tags).toBeUndefined()
  })

  test('two thousand tags become sixty', async () => {
    const path = sounds.write(
      'many.ffmeta',
      `;FFMETADATA1\n${Array.from({ length: 2000 }, (_, n) => `k${n}=v${n}`).join('\n')}\n`,
    )
    const flac = sounds.make('many.flac', ...tone, '-f', 'ffmetadata', '-i', path, '-map_metadata', '1')
    expect(Object.keys((await probe(flac)).tags ?? {})).toHaveLength(60)
  })

  test('quotes, braces and control characters come out as plain words', async () => {
    const said = ['-metadata', 'title=a"b\\c{}\u0001\u001b[2J', '-metadata', 'artist=<b>Tom</b>']
    const { tags } = await probe(sounds.make('odd.flac', ...tone, ...said))
    expect(tags).toMatchObject({ title: 'a"b\\c{} [2J', artist: '<b>Tom</b>' })
  })

  test('an old WAV file speaks the Windows of its day', async () => {
    const wav = readFileSync(sounds.make('new.wav', ...tone, '-metadata', 'title=EAEAE'))
    const at = wav.indexOf('EAEAE')
    wav.set([0x45, 0x74, 0xe9, 0x92, 0x73], at)
    expect((await probe(sounds.write('old.wav', wav))).tags?.title).toBe('Eté’s')
  })

  test('a sound without tags has none', async () => {
    const facts = await probe(sounds.make('bare.wav', ...tone, '-bitexact'))
    expect(facts.tags).toBeUndefined()
  })
})

/** An ID3v2.3 tag with one text frame. */
function id3(frame: string, text: string): Buffer {
  const body = Buffer.concat([Buffer.from([0]), Buffer.from(text, 'latin1')])
  const head = Buffer.alloc(20)
  head.write('ID3', 0)
  head[3] = 3
  const size = 10 + body.length
  for (let n = 0; n < 4; n++) head[6 + n] = (size >> (7 * (3 - n))) & 0x7f
  head.write(frame, 10)
  head.writeUInt32BE(body.length, 14)
  return Buffer.concat([head, body])
}
