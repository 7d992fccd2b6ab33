import { afterAll, describe, expect, test } from 'vitest'
import { probe } from '#lib/machine/ffmpeg-probe.server.ts'
import {
  firstKnown,
  missingForReturns,
  musicFromName,
  musicFromTags,
  noTitles,
  parseIsrc,
  pieceKey,
} from '#lib/sound/music.ts'
import { soundFolder, synth } from '#tests/machine/ffmpeg-samples.ts'

const sounds = soundFolder()
afterAll(sounds.remove)

test.each([
  ['FRZ031400123', 'FRZ031400123'],
  ['fr-z03-14-00123', 'FRZ031400123'],
  ['ISRC FR-Z03-14-00123', 'FRZ031400123'],
  ['FR Z03 14 00123', 'FRZ031400123'],
  ['Discogs', null],
  ['FRZ03140012', null],
  ['', null],
])('the ISRC %j is %j', (typed, isrc) => expect(parseIsrc(typed)).toBe(isrc))

const piece = {
  title: 'L’eau vive',
  performer: 'Guy Béart',
  author: 'Guy Béart',
  label: 'Philips',
  catalogue: '432.297',
  isrc: 'FRZ031400123',
}

describe('the words of a file become titles', () => {
  const cases: [kind: string, tags: Record<string, string>][] = [
    [
      'ID3, by ffmpeg’s names',
      {
        title: 'L’eau vive',
        artist: 'Guy Béart',
        album_artist: 'Divers',
        performer: 'un chef',
        composer: 'Guy Béart',
        publisher: 'Philips',
        catalognumber: '432.297',
        tsrc: 'FRZ031400123',
      },
    ],
    [
      'ID3, by its frames',
      {
        tit2: 'L’eau vive',
        tpe1: 'Guy Béart',
        tcom: 'Guy Béart',
        text: 'Guy Béart',
        tpub: 'Philips',
        catalognumber: '432.297',
        tsrc: 'FR-Z03-14-00123',
      },
    ],
    [
      'ID3 2.2',
      {
        tt2: 'L’eau vive',
        tp1: 'Guy Béart',
        tcm: 'Guy Béart',
        tpb: 'Philips',
        catalog: '432.297',
        trc: 'FRZ031400123',
      },
    ],
    [
      'Vorbis',
      {
        title: 'L’eau vive',
        performer: 'Guy Béart',
        lyricist: 'Guy Béart',
        organization: 'Philips',
        labelno: '432.297',
        isrc: 'FRZ031400123;FRZ031400124',
      },
    ],
    [
      'MP4',
      {
        '©nam': 'L’eau vive',
        '©art': 'Guy Béart',
        aart: 'Divers',
        '©wrt': 'Guy Béart',
        'com.apple.itunes:label': 'Philips',
        'com.apple.itunes:catalognumber': '432.297',
        'com.apple.itunes:isrc': 'FRZ031400123',
      },
    ],
    [
      'RIFF INFO, whose ISRC is a source and no code',
      {
        inam: 'L’eau vive',
        iart: 'Guy Béart',
        imus: 'Guy Béart',
        ipub: 'Philips',
        isrc: 'Discothèque de la maison',
        'catalog number': '432.297',
        tsrc: 'FRZ031400123',
      },
    ],
    [
      'ASF and Matroska',
      {
        'title-fra': 'L’eau vive',
        artist: 'Guy Béart',
        author: 'Guy Béart',
        'wm/publisher': 'Philips',
        catalog_number: '432.297',
        'wm/isrc': 'FRZ031400123',
      },
    ],
  ]
  test.each(cases)('%s', (_kind, tags) => expect(musicFromTags(tags)).toEqual(piece))

  test('who wrote the music and who wrote the words are both named', () =>
    expect(musicFromTags({ composer: 'Joseph Kosma', lyricist: 'Jacques Prévert' }).author).toBe(
      'Joseph Kosma, Jacques Prévert',
    ))

  test.each([
    'Unknown Artist',
    'Artiste inconnu',
    'Piste 3',
    'Track 03',
    '-',
    '???',
  ])('%j is no name', (words) => expect(musicFromTags({ title: words, artist: words })).toEqual(noTitles))

  test('a file that says nothing, or names that every object has, are nothing', () => {
    expect(musicFromTags({})).toEqual(noTitles)
    expect(musicFromTags(JSON.parse('{"__proto__":"x","constructor":"y"}'))).toEqual(noTitles)
  })
})

describe('real files', () => {
  const said = [
    ['title', 'L’eau vive'],
    ['artist', 'Guy Béart'],
    ['composer', 'Guy Béart'],
    ['label', 'Philips'],
    ['CATALOGNUMBER', '432.297'],
    ['ISRC', 'FRZ031400123'],
  ].flatMap(([name, value]) => ['-metadata', `${name}=${value}`])
  const tone = [...synth('sine=440:r=48000', 1), ...said]
  const { title, performer, isrc } = piece
  const cases: [name: string, args: string[], known: object][] = [
    ['a.mp3', ['-c:a', 'libmp3lame'], piece],
    ['b.mp3', ['-c:a', 'libmp3lame', '-id3v2_version', '3', '-write_id3v1', '1'], piece],
    ['a.ogg', ['-c:a', 'libvorbis', '-ac', '2'], piece],
    ['a.opus', ['-c:a', 'libopus'], piece],
    ['a.flac', [], piece],
    ['a.m4a', ['-c:a', 'aac', '-movflags', 'use_metadata_tags'], piece],
    ['itunes.m4a', ['-c:a', 'aac'], { ...noTitles, title, performer, author: piece.author }],
    // RIFF has no place for the others.
    ['a.wav', [], { ...noTitles, title, performer, isrc }],
  ]
  test.each(cases)('%s', async (name, args, known) => {
    const { tags = {} } = await probe(sounds.make(name, ...tone, ...args))
    expect(musicFromTags(tags)).toEqual(known)
  })
})

test.each([
  ['Guy Béart - L’eau vive', { performer: 'Guy Béart', title: 'L’eau vive' }],
  ['03 - Guy Béart – L’eau vive', { performer: 'Guy Béart', title: 'L’eau vive' }],
  ['marché-de-noël', {}],
  ['a - b - c', {}],
  ['03 - L’eau vive', {}],
])('the name %j says %j', (name, known) => expect(musicFromName(name)).toEqual({ ...noTitles, ...known }))

test.each([
  ['L’EAU VIVE !', 'béart, guy', false],
  ['l’eau vive', 'GUY BEART', true],
  ["L'Eau  Vive.", 'Guy Be\u0301art', true],
  ['', 'Guy Béart', false],
])('%j by %j is the same piece: %j', (title, performer, same) =>
  expect(pieceKey({ title, performer }) === pieceKey(piece)).toBe(same))

test('a piece without performer is like no other', () =>
  expect(pieceKey({ title: 'Virgule', performer: '' })).toBe(''))

test('each field comes from the first source that knows it', () =>
  expect(firstKnown({ title: 'A', performer: '' }, { title: 'B', performer: 'C' }, { label: 'D' })).toEqual({
    title: 'A',
    performer: 'C',
    label: 'D',
  }))

test('a return needs title, performer, author and rights, and no more', () => {
  expect(missingForReturns({ ...piece, label: '', catalogue: '', isrc: '', rights: 'free' })).toEqual([])
  expect(missingForReturns({ ...noTitles, title: 'A' })).toEqual(['performer', 'author', 'rights'])
})
