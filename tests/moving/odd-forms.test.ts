import { describe, expect, test } from 'vitest'
import { isPublicAddress } from '#lib/machine/public-address.ts'
import { readCaptions } from '#lib/moving/captions-reading.ts'
import { keptChapters, readChapters } from '#lib/moving/chapters-reading.ts'
import { cleanNotes } from '#lib/moving/clean-notes.ts'
import { feedEncoding } from '#lib/moving/feed-encoding.ts'
import { parseMovedLength } from '#lib/moving/moved-length.ts'
import { parseOddDate } from '#lib/moving/odd-date.ts'

describe('dates', () => {
  const nine = '2025-06-13T07:00:00.000Z'
  test.each([
    ['Fri, 13 Jun 2025 09:00:00 +0200', nine],
    ['Mon, 13 Jun 2025 09:00:00 +0200', nine],
    ['13 Jun 2025 09:00 +0200', nine],
    ['Fri, 13 Jun 25 09:00:00 +02:00', nine],
    ['Fri, 13 June 2025 07:00:00 GMT', nine],
    ['Fri, 13 Jun 2025 07:00:00 Z', nine],
    ['Fri, 13 Jun 2025 03:00:00 EDT', nine],
    ['Fri, 13 Jun 2025 09:00:00 CEST', nine],
    ['Fri, 13 Jun 2025 09:00:00 GMT+0200 (heure d’été d’Europe centrale)', nine],
    ['ven., 13 juin 2025 09:00:00 +0200', nine],
    ['vendredi 13 juin 2025 à 07h00', nine],
    ['2025-06-13T09:00:00+02:00', nine],
    ['2025-06-13T07:00:00.123Z', nine],
    ['2025-06-13 07:00:00', nine],
    ['13/06/2025 07:00', nine],
    ['June 13, 2025 7:00 AM', nine],
    ['1749798000', nine],
    ['1er août 2024', '2024-08-01T00:00:00.000Z'],
    ['Sun, 29 Feb 2024 12:00:00 PM GMT', '2024-02-29T12:00:00.000Z'],
    ['Fri,  3  Déc 99 00:30:00 -0130', '1999-12-03T02:00:00.000Z'],
  ])('%s', (text, expected) => {
    expect(new Date(parseOddDate(text) ?? Number.NaN).toISOString()).toBe(expected)
  })

  test.each([
    '',
    'demain',
    '31 Feb 2025 10:00:00 GMT',
    '2025-13-01',
    'Fri, 13 Jun 2025 25:00:00 GMT',
    '0000-00-00 00:00:00',
  ])('%s is none', (text) => expect(parseOddDate(text)).toBeNull())
})

test.each([
  ['1834', 1_834_000],
  ['30:34', 1_834_000],
  ['00:30:34', 1_834_000],
  ['00:30:34,500', 1_834_500],
  ['0.25', 250],
  ['PT30M34S', 1_834_000],
  ['PT', null],
  ['', null],
  ['-5', null],
  ['douze', null],
])('the length %s', (text, ms) => expect(parseMovedLength(text)).toBe(ms))

describe('notes', () => {
  test.each([
    ['<p>Un <b>mot</b></p>', '<p>Un <b>mot</b></p>'],
    ['Une ligne\nune autre & <3', '<p>Une ligne<br/>une autre &amp; &lt;3</p>'],
    ['<script>alert(1)</script><p onclick="x()">Bon<img src=x onerror=alert(1)></p>', '<p>Bon</p>'],
    [
      '<a href="javascript:alert(1)">ici</a> et <a href="https://x.example/é" target=_blank>là</a>',
      '<p>ici et <a href="https://x.example/%C3%A9">là</a></p>',
    ],
    ['<a href="mailto:a@b.example">écrire</a>', '<p><a href="mailto:a@b.example">écrire</a></p>'],
    [
      '<h2>Titre</h2><div><p>a</p><p></p><ul><li>un<li>deux</ul></div>',
      '<p>Titre</p><p>a</p><ul><li>un</li><li>deux</li></ul>',
    ],
    ['<p>jamais fermé <i>même ici', '<p>jamais fermé <i>même ici</i></p>'],
    ['</p></div><p>seul', '<p>seul</p>'],
    ['<svg><style>p{}</style><a href="https://x.example">x</a></svg>', ''],
    [
      '<iframe src="https://evil.example"></iframe><table><tr><td>cellule</td></tr></table>',
      '<p>cellule</p>',
    ],
    ['&lt;script&gt;', '<p>&lt;script&gt;</p>'],
    ['', ''],
  ])('%s', (html, expected) => expect(cleanNotes(html)).toBe(expected))

  test('a tower of tags stays small, and its words stay', () => {
    expect(cleanNotes(`${'<i>'.repeat(20_000)}fond`)).toMatch(/^<p>(<i>){1,45}fond(<\/i>){1,45}<\/p>$/)
  })
})

describe('captions', () => {
  const first = { startMs: 500, endMs: 2000, speaker: 'Denise', text: 'Bonjour à tous.' }
  const second = { startMs: 2000, endMs: 4000, speaker: 'Karim', text: 'Bonjour & merci.' }
  test.each([
    [
      'WebVTT',
      'WEBVTT\nKind: captions\n\nSTYLE\n::cue{}\n\n1\n00:00.500 --> 00:02.000 line:0\n<v Denise>Bonjour\nà <i>tous</i>.</v>\n\n00:00:02.000 --> 00:00:04.000\n<v.fort Karim>Bonjour &amp; merci.\n',
    ],
    [
      'SubRip',
      '\uFEFF1\r\n00:00:00,500 --> 00:00:02,000\r\nDenise: Bonjour\r\nà tous.\r\n\r\n2\r\n00:00:02,000 --> 00:00:04,000\r\n[Karim] Bonjour & merci.\r\n',
    ],
    [
      'JSON',
      '{"version":"1.0.0","segments":[{"speaker":"Denise","startTime":0.5,"endTime":2,"body":"Bonjour à tous."},{"speaker":"Karim","startTime":2,"endTime":4,"body":"Bonjour & merci."},{"bad":1}]}',
    ],
  ])('%s', (_name, text) => expect(readCaptions(text)).toEqual([first, second]))

  test('whoever spoke goes on, and a sentence with a colon is a sentence', () => {
    const text =
      '1\n00:00:01,000 --> 00:00:02,000\nDenise: Oui.\n\n2\n00:00:02,000 --> 00:00:03,000\nIl y a une chose que je veux vous dire ici : non.\n'
    expect(readCaptions(text)?.map(({ speaker, text: words }) => [speaker, words])).toEqual([
      ['Denise', 'Oui.'],
      ['Denise', 'Il y a une chose que je veux vous dire ici : non.'],
    ])
  })

  test.each([
    '',
    '<html></html>',
    '{"segments":3}',
    '{',
    '00:00:02.000 --> 00:00:01.000\nà rebours',
  ])('%s are none', (text) => expect(readCaptions(text)).toBeNull())
})

describe('chapters', () => {
  test('are read from JSON, without what has no name or is not listed', () => {
    expect(
      readChapters(
        '{"version":"1.2.0","chapters":[{"startTime":0,"title":"Un"},{"startTime":"12.5","title":"Deux &amp; trois"},{"startTime":20},{"startTime":30,"title":"caché","toc":false},{"title":"sans temps"}]}',
      ),
    ).toEqual([
      { startMs: 0, title: 'Un' },
      { startMs: 12_500, title: 'Deux & trois' },
    ])
    expect(readChapters('<html>')).toEqual([])
  })

  test('fill the whole sound; without any there is one, of the title', () => {
    expect(
      keptChapters(
        [
          { startMs: 900, title: 'Un' },
          { startMs: 5000, title: 'Après la fin' },
        ],
        'T',
        4000,
      ),
    ).toEqual([{ startMs: 0, endMs: 4000, title: 'Un', itemId: null }])
    expect(keptChapters([], 'Le quai', 4000)).toEqual([
      { startMs: 0, endMs: 4000, title: 'Le quai', itemId: null },
    ])
  })
})

test.each([
  ['<?xml version="1.0" encoding="ISO-8859-1"?>', false, 'iso-8859-1'],
  ['<?xml version="1.0" encoding="ISO-8859-1"?>', true, 'utf-8'],
  ['<?xml version="1.0" encoding="utf-8"?>', false, 'windows-1252'],
  ['<?xml version="1.0" encoding="klingon"?>', false, 'windows-1252'],
  ['<rss>', true, 'utf-8'],
  ['\u00ff\u00fe<\0r\0', false, 'utf-16le'],
  ['\0<\0r', false, 'utf-16be'],
])('the encoding of %j, UTF-8: %s', (head, isUtf8, expected) => {
  expect(
    feedEncoding(
      Uint8Array.from(head, (sign) => sign.charCodeAt(0)),
      isUtf8,
    ),
  ).toBe(expected)
})

describe('addresses of machines', () => {
  test.each([
    '8.8.8.8',
    '1.1.1.1',
    '100.128.0.1',
    '172.32.0.1',
    '2001:4860:4860::8888',
    '2a01:e0a::1',
  ])('%s is public', (address) => expect(isPublicAddress(address)).toBe(true))
  test.each([
    ...[
      '127.0.0.1',
      '10.1.2.3',
      '172.16.0.1',
      '172.31.255.255',
      '192.168.1.1',
      '169.254.169.254',
      '100.64.0.1',
    ],
    ...[
      '0.0.0.0',
      '255.255.255.255',
      '224.0.0.1',
      '198.18.0.1',
      '192.0.0.192',
      '::1',
      '::',
      'fe80::1%eth0',
      'fc00::1',
    ],
    ...[
      'fd00:ec2::254',
      '::ffff:127.0.0.1',
      '::ffff:7f00:1',
      '::127.0.0.1',
      '64:ff9b::7f00:1',
      '2002:7f00:1::',
      '2001:db8::1',
    ],
    ...['2001::1', 'ff02::1', '', 'localhost', '1.2.3', '1.2.3.256', '1::2::3', '12345::'],
  ])('%s is not', (address) => expect(isPublicAddress(address)).toBe(false))
})
