import { describe, expect, test } from 'vitest'
import { parseCsv, plainCell, safeCell, writeCsv } from '#lib/machine/csv.ts'
import { decodeText } from '#lib/machine/text-encoding.ts'

describe('written', () => {
  test('as a French spreadsheet opens it: mark, semicolons, CRLF', () => {
    expect(
      writeCsv([
        ['Titre', 'Durée'],
        ['Les citrons', '1:10'],
      ]),
    ).toBe('\uFEFFTitre;Durée\r\nLes citrons;1:10\r\n')
  })

  test.each([
    ['=1+1', "'=1+1"],
    ['+33 6 12', "'+33 6 12"],
    ['-20 %', "'-20 %"],
    ['@nadia', "'@nadia"],
    ['\tx', "'\tx"],
    ['\rx', "'\rx"],
    ['a=1', 'a=1'],
    ['−0:30', '−0:30'],
    ["l'été", "l'été"],
  ])('%j can never be run: %j', (text, safe) => {
    expect(safeCell(text)).toBe(safe)
    expect(plainCell(safe)).toBe(text)
  })

  test('whatever stands in a cell comes back', () => {
    const rows = [
      ['a;b', 'il a dit "oui"', 'deux\nlignes', ''],
      ['=HYPERLINK("http://x")', ' bords ', "'apostrophe", '\r\n'],
      ['é œ « » €', '🎙️', 'שלום', ','],
    ]
    expect(parseCsv(writeCsv(rows))).toEqual(rows)
  })
})

describe('read', () => {
  const cases: [what: string, text: string, rows: string[][]][] = [
    [
      'semicolons',
      'a;b\n1;2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'commas',
      'a,b\r\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'tabs',
      'a\tb\n1\t2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'bars',
      'a|b\n1|2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'commas inside French decimals',
      'a;b\n1,5;2,5\n3,5;4,5',
      [
        ['a', 'b'],
        ['1,5', '2,5'],
        ['3,5', '4,5'],
      ],
    ],
    ['told by its first line', 'sep=,\na,b;c\n', [['a', 'b;c']]],
    [
      'old Macs’ line ends',
      'a;b\r1;2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a delimiter within quotes',
      'a;b\n"x;y";2',
      [
        ['a', 'b'],
        ['x;y', '2'],
      ],
    ],
    ['quotes doubled', '"a ""b""";c', [['a "b"', 'c']]],
    ['a quote that is never closed', 'a;b\n"x;2\n3', [['a', 'b'], ['x;2\n3']]],
    ['text behind a closing quote', '"a"b;c', [['ab', 'c']]],
    ['rows of different widths', 'a;b;c\n1\n1;2', [['a', 'b', 'c'], ['1'], ['1', '2']]],
    ['one column', 'a\nb\n', [['a'], ['b']]],
    ['nothing', '', []],
  ]
  test.each(cases)('%s', (_, text, rows) => {
    expect(parseCsv(text)).toEqual(rows)
    expect(parseCsv(`\uFEFF${text}`)).toEqual(rows)
  })

  test('no more rows than asked for', () => {
    expect(parseCsv('a\n'.repeat(10_000), 50)).toHaveLength(50)
  })
})

describe('encodings', () => {
  const text = 'Durée;Élément\r\n5:30;« Été »'
  const wide = (isBig: boolean) => {
    const bytes = new Uint8Array(text.length * 2)
    const view = new DataView(bytes.buffer)
    for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), !isBig)
    return bytes
  }
  const cases: [what: string, bytes: Uint8Array][] = [
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16 little end first, with its mark', Buffer.concat([Buffer.from([0xff, 0xfe]), wide(false)])],
    ['UTF-16 big end first, with its mark', Buffer.concat([Buffer.from([0xfe, 0xff]), wide(true)])],
    ['UTF-16 without a mark', wide(false)],
    ['UTF-16 big end first without a mark', wide(true)],
    ['Windows-1252', Buffer.from(text, 'latin1')],
  ]
  test.each(cases)('%s', (_, bytes) => expect(decodeText(bytes)).toBe(text))

  test('the signs that Windows-1252 has of its own', () => {
    expect(decodeText(Uint8Array.of(0x80, 0x92, 0x9c, 0x85))).toBe('€’œ…')
  })
})
