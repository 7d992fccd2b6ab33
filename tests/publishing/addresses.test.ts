import { expect, test } from 'vitest'
import { parsePicturePath, parsePublicPath } from '#lib/publishing/addresses.ts'
import { licenseUrl } from '#lib/publishing/license.ts'

const id = '6f9c2b1e-0d5a-4c57-9d55-0f0a4a7f9f10'

test.each([
  [`/audio/${id}.mp3`, 'audio/mpeg'],
  [`/audio/${id}.opus`, 'audio/ogg'],
  [`/chapitres/${id}.json`, 'application/json+chapters'],
  [`/transcription/${id}.vtt`, 'text/vtt; charset=utf-8'],
  [`/transcription/${id}.srt`, 'application/x-subrip'],
])('%s is %s', (path, type) => {
  expect(parsePublicPath(path)).toMatchObject({ id, kind: { type } })
})

test.each([
  `/audio/${id}.vtt`,
  `/audio/${id}`,
  `/audio/${id.toUpperCase()}.mp3`,
  `/audio/../${id}.mp3`,
  `/audio//${id}.mp3`,
  `/masters/${id}.mp3`,
])('%s was never an address of a file', (path) => {
  expect(parsePublicPath(path)).toBeNull()
})

test('pictures are named by their own key', () => {
  expect(parsePicturePath('/couverture/drawn-0123456789abcdef.jpg')).toBe('covers/drawn-0123456789abcdef.jpg')
  for (const path of [
    '/couverture/../x.jpg',
    '/couverture/a/b.jpg',
    '/couverture/x.png',
    '/couverture/short',
  ]) {
    expect(parsePicturePath(path)).toBeNull()
  }
})

test.each([
  ['cc-by-nc-sa-4.0', 'https://creativecommons.org/licenses/by-nc-sa/4.0/deed.fr'],
  ['CC-BY-4.0', 'https://creativecommons.org/licenses/by/4.0/deed.fr'],
  ['cc0-1.0', 'https://creativecommons.org/publicdomain/zero/1.0/deed.fr'],
  ['arr', 'https://radio.example/mentions-legales'],
  ['cc-nd-4.0', 'https://radio.example/mentions-legales'],
])('the licence %s is read at %s', (license, url) => {
  expect(licenseUrl(license, 'https://radio.example/mentions-legales')).toBe(url)
})
