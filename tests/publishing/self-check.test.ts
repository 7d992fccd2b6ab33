import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { id3Tag } from '#lib/master/id3.ts'
import { type LookedCaptions, lookedCaptions } from '#lib/publishing/captions-look.ts'
import { type LookedElement, lookedItem } from '#lib/publishing/feed-look.ts'
import { lookedTag } from '#lib/publishing/id3-look.ts'
import { mp3Walk } from '#lib/publishing/mp3-walk.ts'
import { type LookedEpisode, type RuleName, selfCheck } from '#lib/publishing/self-check.ts'
import { soundFolder, synth } from '#tests/machine/ffmpeg-samples.ts'

const element = (name: string, text: string, attributes = {}): LookedElement => ({ name, text, attributes })
const captions: LookedCaptions = { cues: 2, misplaced: 0, endMs: 5900, longestLine: 30, mostLines: 2 }
const picture = { format: 'jpeg', width: 3000, height: 3000, hasAlpha: false, bytes: 300_000 }
const elements = [
  element('title', 'Les citrons'),
  element('guid', 'abc', { isPermaLink: 'false' }),
  element('link', 'https://radio.example/emissions/citrons'),
  element('pubDate', 'Fri, 20 Nov 2026 18:00:00 +0100'),
  element('description', '<p>Résumé</p>'),
  element('enclosure', '', { url: 'https://radio.example/audio/x.mp3', length: '96000', type: 'audio/mpeg' }),
  element('itunes:duration', '6'),
]
const sound = {
  ...{ playsMs: 6010, frames: 250, channels: 2, sampleRateHz: 48_000, bitRate: 128_000 },
  ...{ sizeBytes: 96_000, sha256: 'x' },
  tag: {
    ...{ title: 'Les citrons', artist: 'A', album: 'B', hasCover: true },
    chapters: [
      { startMs: 0, endMs: 2000, title: 'Un' },
      { startMs: 2000, endMs: 6000, title: 'Deux' },
    ],
  },
}
const good: LookedEpisode = {
  isHttps: true,
  now: new Date('2026-11-20T18:00:00Z'),
  expected: { pageUrl: 'https://radio.example/emissions/citrons', sha256: 'x', chapters: 2, hasText: true },
  sound,
  item: { elements },
  isFeedStable: true,
  served: {
    sound: { status: 200, type: 'audio/mpeg', bytes: 96_000 },
    ranges: { firstTwo: true, middle: true, last: true, pastEnd: true },
    chapters: [0, 2000],
    ...{ vtt: captions, srt: captions },
  },
  cover: picture,
  card: { ...picture, width: 1200, height: 630 },
}
const wrongIn = (episode: LookedEpisode) =>
  selfCheck(episode)
    .filter(({ result }) => result !== 'ok')
    .map(({ rule, result }) => `${result} ${rule}`)

const withSound = (change: Partial<typeof sound>) => ({ sound: { ...sound, ...change } })
const withServed = (change: Partial<LookedEpisode['served']>) => ({ served: { ...good.served, ...change } })
const withElement = (name: string, change: Partial<LookedElement>) => ({
  item: { elements: elements.map((one) => (one.name === name ? { ...one, ...change } : one)) },
})

test('an episode that answers as announced has nothing to mend', () => {
  expect(wrongIn(good)).toEqual([])
})

test.each<[string, Partial<LookedEpisode>, 'warn' | 'stop', RuleName]>([
  ['an address without the padlock', { isHttps: false }, 'warn', 'address'],
  ['a feed that is another at each reading', { isFeedStable: false }, 'stop', 'feed-stable'],
  [
    'a sound that does not answer',
    withServed({ sound: { status: 404, type: '', bytes: 96_000 } }),
    'stop',
    'sound-answers',
  ],
  ['a sound with a byte less', withSound({ sizeBytes: 95_999 }), 'stop', 'sound-length'],
  ['a sound with other bytes', withSound({ sha256: 'y' }), 'stop', 'sound-bytes'],
  ['a sound two seconds longer', withSound({ playsMs: 8100 }), 'stop', 'sound-duration'],
  ['a thin stereo', withSound({ bitRate: 96_000 }), 'warn', 'sound-quality'],
  ['a rate that players stumble over', withSound({ sampleRateHz: 22_050 }), 'warn', 'sound-quality'],
  [
    'an end that cannot be asked for',
    withServed({ ranges: { firstTwo: true, middle: true, last: false, pastEnd: true } }),
    'stop',
    'sound-ranges',
  ],
  ['a tag without a title', withSound({ tag: { ...sound.tag, title: '' } }), 'warn', 'sound-tag'],
  ['a tag without a picture', withSound({ tag: { ...sound.tag, hasCover: false } }), 'warn', 'sound-cover'],
  ['a tag with a chapter less', withSound({ tag: { ...sound.tag, chapters: [] } }), 'warn', 'sound-chapters'],
  [
    'an address with an accent',
    withElement('enclosure', { attributes: { length: '96000', url: 'https://é.fr/a.mp3' } }),
    'stop',
    'enclosure',
  ],
  ['no title', withElement('title', { text: ' ' }), 'stop', 'title'],
  ['a title of 256 letters', withElement('title', { text: 'é'.repeat(256) }), 'stop', 'title'],
  [
    'a description of 4001 bytes',
    withElement('description', { text: `${'é'.repeat(2000)}a` }),
    'stop',
    'description',
  ],
  ['a guid taken for an address', withElement('guid', { attributes: {} }), 'stop', 'guid'],
  ['the page of another episode', withElement('link', { text: 'https://radio.example/' }), 'stop', 'link'],
  ['a date to come', withElement('pubDate', { text: 'Sat, 21 Nov 2026 18:00:00 +0100' }), 'warn', 'date'],
  ['chapters out of order', withServed({ chapters: [0, 3000, 2000] }), 'stop', 'chapters'],
  ['a chapter after the end', withServed({ chapters: [0, 7000] }), 'stop', 'chapters'],
  ['no chapters', withServed({ chapters: null }), 'stop', 'chapters'],
  ['captions after the end', withServed({ srt: { ...captions, endMs: 9000 } }), 'stop', 'captions'],
  ['captions that are not there', withServed({ vtt: null }), 'stop', 'captions'],
  ['a line of 33 letters', withServed({ srt: { ...captions, longestLine: 33 } }), 'warn', 'caption-lines'],
  ['no cover', { cover: null }, 'stop', 'cover'],
  ['a small cover', { cover: { ...picture, width: 1200, height: 1200 } }, 'warn', 'cover-shape'],
  ['a heavy cover', { cover: { ...picture, bytes: 900_000 } }, 'warn', 'cover-weight'],
  ['another card', { card: picture }, 'warn', 'card'],
])('%s is seen', (_, change, result, rule) => {
  expect(wrongIn({ ...good, ...change })).toEqual([`${result} ${rule}`])
})

describe('a sound is read as a decoder would', () => {
  const sounds = soundFolder()
  afterAll(() => sounds.remove())
  test.each([
    ['stereo', ['-ac', '2', '-b:a', '128k'], { channels: 2, bitRate: 128_000, sampleRateHz: 44_100 }],
    ['mono', ['-ac', '1', '-b:a', '96k'], { channels: 1, bitRate: 96_000, sampleRateHz: 44_100 }],
    [
      'slow',
      ['-ac', '1', '-ar', '22050', '-b:a', '32k'],
      { channels: 1, bitRate: 32_000, sampleRateHz: 22_050 },
    ],
  ])('%s', (name, how, expected) => {
    const bytes = readFileSync(
      sounds.make(`${name}.mp3`, ...synth('sine=440', 7), ...how, '-id3v2_version', '0', '-write_id3v1', '1'),
    )
    for (const size of [97, 4096, bytes.length]) {
      const walk = mp3Walk()
      for (let at = 0; at < bytes.length; at += size) walk.see(bytes.subarray(at, at + size))
      const walked = walk.end()
      expect(walked).toMatchObject(expected)
      expect(Math.abs(walked.playsMs - 7000)).toBeLessThan(120)
    }
  })
})

test('the tag that we write is read back', () => {
  const chapters = [
    { startMs: 0, endMs: 2000, title: 'L’été & l’œuf' },
    { startMs: 2000, endMs: 90_061_001, title: '🎺' },
  ]
  const tag = id3Tag({
    title: 'Été',
    artist: 'Ici',
    album: 'La Bobine',
    language: 'fra',
    cover: Buffer.alloc(500),
    chapters,
  })
  const file = Buffer.concat([tag, Buffer.from([0xff, 0xfb])])
  expect(lookedTag(file)).toEqual({
    title: 'Été',
    artist: 'Ici',
    album: 'La Bobine',
    hasCover: true,
    chapters,
  })
  expect(lookedTag(Buffer.from([0xff, 0xfb, 0x90, 0, 0, 0, 0, 0, 0, 0]))).toBeNull()
})

test('captions are read in both formats, and what is out of order is counted', () => {
  const vtt =
    'WEBVTT\n\n00:00:01.000 --> 00:00:02.500\n<v Fatiha>On les coupe &amp; on les sale.\n\n00:00:00.500 --> 00:00:04.000\nAprès\n'
  expect(lookedCaptions(vtt)).toEqual({ cues: 2, misplaced: 1, endMs: 4000, longestLine: 27, mostLines: 1 })
  const srt =
    '1\n00:00:01,000 --> 00:00:02,000\nDenise: bonjour\ndeux\n\n2\n00:59:59,999 --> 01:00:01,000\nFin\n'
  expect(lookedCaptions(srt)).toMatchObject({ cues: 2, misplaced: 0, endMs: 3_601_000, mostLines: 2 })
})

test('the item of a guid is found in a feed, with its own elements alone', () => {
  const item = (guid: string) =>
    `<item><title>L&apos;été &#x26; moi</title><guid isPermaLink="false">${guid}</guid><psc:chapters><psc:chapter title="x"/></psc:chapters></item>`
  const feed = (...items: string[]) =>
    `<rss><channel><title>La Bobine</title>${items.join('')}</channel></rss>`
  expect(lookedItem(feed(item('a'), item('b')), 'b')?.elements.map(({ name, text }) => [name, text])).toEqual(
    [
      ['title', "L'été & moi"],
      ['guid', 'b'],
      ['psc:chapters', ''],
    ],
  )
  expect(lookedItem(feed(item('a')), 'b')).toBeNull()
  expect(lookedItem(feed(item('a'), item('a')), 'a')).toBeNull()
})
