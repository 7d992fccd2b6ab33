import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { announcedLength, tagLength } from '#lib/publishing/mp3-length.ts'
import { soundFolder, synth } from '#tests/machine/ffmpeg-samples.ts'

const sounds = soundFolder()
afterAll(sounds.remove)
const lengthOf = (path: string) => {
  const bytes = readFileSync(path)
  return announcedLength(bytes.subarray(tagLength(bytes)))
}

describe('a file says how long it plays', () => {
  test.each([
    ['stereo at 48 kHz', ['-ar', '48000', '-ac', '2']],
    ['mono at 48 kHz', ['-ar', '48000', '-ac', '1']],
    ['stereo at 44.1 kHz', ['-ar', '44100', '-ac', '2']],
    ['mono at 22.05 kHz', ['-ar', '22050', '-ac', '1']],
    ['without a tag', ['-id3v2_version', '0']],
    ['with a long title', ['-metadata', `title=${'a'.repeat(5000)}`]],
  ])('%s', (name, how) => {
    const path = sounds.make(`${name}.mp3`, ...synth('sine=440', 7), ...how)
    expect(Math.abs((lengthOf(path) ?? 0) - 7000)).toBeLessThan(150)
  })
})

test.each([
  ['a text', Buffer.from('Bonjour, ici la Bobine. '.repeat(20))],
  ['nothing', Buffer.alloc(0)],
  ['zeros', Buffer.alloc(300)],
  ['a cut frame', Buffer.from([0xff, 0xfb, 0x94, 0x00])],
])('%s says nothing', (_name, bytes) => {
  expect(announcedLength(bytes)).toBeNull()
})

test('a frame that counts nothing says nothing', () => {
  const path = sounds.make('bare.mp3', ...synth('sine=440', 2), '-write_xing', '0')
  expect(lengthOf(path)).toBeNull()
})
