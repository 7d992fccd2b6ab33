import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { describe, expect, test } from 'vitest'
import { cleanText, htmlFragment, oneLine, xml, xmlDocument } from '#lib/publishing/xml.ts'
import { horrors } from './horrors.ts'

const parser = new XMLParser({
  ignoreAttributes: false,
  htmlEntities: true,
  trimValues: false,
  parseTagValue: false,
})
const written = (text: string) => xmlDocument(xml('a', { b: text }, xml('t', {}, text)))

describe('one layer of escaping, whatever people type', () => {
  test.each(horrors)('%j comes back as %j from text and attribute', (typed, read) => {
    const document = written(typed)
    expect(XMLValidator.validate(document)).toBe(true)
    const { a } = parser.parse(document)
    expect(a.t).toBe(read)
    expect(a['@_b']).toBe(read)
  })

  test('the bytes hold nothing that XML forbids, and no CDATA', () => {
    const everything = written(horrors.map(([typed]) => typed).join(''))
    expect(everything.isWellFormed()).toBe(true)
    expect(everything).not.toMatch(/[^\P{Cc}\n\t]|\p{Noncharacter_Code_Point}/u)
    expect(everything).not.toContain(']]>')
    expect(everything).not.toContain('<![CDATA[')
  })

  test('every single character of the lower plane leaves a document that parses', () => {
    for (let block = 0; block < 0x10000; block += 0x100) {
      const text = Array.from({ length: 0x100 }, (_, at) => String.fromCharCode(block + at)).join('x')
      expect(XMLValidator.validate(written(text))).toBe(true)
    }
  })
})

test('text is written with numeric references, attributes with named ones', () => {
  expect(written('R&B <3')).toContain('<t>R&#x26;B &#x3C;3</t>')
  expect(written('R&B "<3"')).toContain('b="R&amp;B &quot;&lt;3&quot;"')
})

test('branches are indented, text keeps its spaces', () => {
  const root = xml(
    'rss',
    {},
    xml('channel', { n: 1, none: undefined }, xml('title', {}, ' La  Bobine '), null),
  )
  expect(xmlDocument(root)).toBe(
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<rss>',
      '  <channel n="1">',
      '    <title> La  Bobine </title>',
      '  </channel>',
      '</rss>',
      '',
    ].join('\n'),
  )
})

test.each(['a b', '', '1a', 'a>', 'a:b:c', 'é'])('"%s" cannot name an element', (name) => {
  expect(() => xml(name)).toThrow('cannot name')
})

test('HTML is the same tree with named references and nothing between the tags', () => {
  expect(htmlFragment([xml('p', {}, 'Tom & <Léa>', xml('br'), xml('em', {}, 'oui'))])).toBe(
    '<p>Tom &amp; &lt;Léa&gt;<br/><em>oui</em></p>',
  )
})

test('a line is one line, with its French spaces', () => {
  expect(oneLine('  « Le\u202fcitron\u00a0» \r\n\t de\u0000 Fatiha ')).toBe(
    '« Le\u202fcitron\u00a0» de Fatiha',
  )
  expect(cleanText('a\r\nb\rc\n')).toBe('a\nb\nc\n')
})
