import { expect, test } from 'vitest'
import { episodeSounds, sizeWords } from '#app/_public/episode-sounds.ts'
import { passageAddress } from '#app/_public/passage.ts'

test.each([
  [525.9, 'https://radio.example/emissions/citrons?t=525#ecouter'],
  [0.4, 'https://radio.example/emissions/citrons'],
  [-3, 'https://radio.example/emissions/citrons'],
])('the link of second %d is %s', (at, address) =>
  expect(passageAddress('https://radio.example/emissions/citrons', at)).toBe(address))

test('the ordinary sound comes first, then the copies from the heavier to the lighter', () => {
  const copy = { sha256: '', type: 'audio/mpeg' }
  const sounds = episodeSounds({
    masterId: 'm',
    sizeBytes: 23_400_000,
    alternatives: [
      { ...copy, kind: 'opus', type: 'audio/ogg', fileId: 'o', sizeBytes: 5_000_000 },
      { ...copy, kind: 'light', fileId: 'l', sizeBytes: 11_700_000 },
    ],
  })
  expect(sounds.map(({ kind, src }) => [kind, src])).toEqual([
    ['normal', '/audio/m.mp3'],
    ['light', '/audio/l.mp3'],
    ['opus', '/audio/o.opus'],
  ])
  expect(sounds.map(({ sizeBytes }) => sizeWords(sizeBytes))).toEqual([
    '23,4\u00a0Mo',
    '11,7\u00a0Mo',
    '5\u00a0Mo',
  ])
})
