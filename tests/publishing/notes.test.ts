import { describe, expect, test } from 'vitest'
import { episodeChapters } from '#lib/publishing/chapters.ts'
import { clipBytes, clipCharacters, utf8Bytes } from '#lib/publishing/length.ts'
import { descriptionHtml, notesHtml, paragraphs, safeHref } from '#lib/publishing/notes.ts'
import { horrors } from './horrors.ts'

const text = (value: string) => ({ kind: 'text' as const, text: value })

test('notes are built from what they are, so a tag in a text is text', () => {
  const html = notesHtml([
    { kind: 'heading', inlines: [text('Musiques')] },
    {
      kind: 'paragraph',
      inlines: [{ ...text('<b>R&B</b>'), strong: true, emphasis: true }, { kind: 'break' }, text('ok')],
    },
    {
      kind: 'list',
      ordered: true,
      items: [[text('un')], [], [{ kind: 'link', href: 'https://a.example/?a=1&b=2', text: 'deux' }]],
    },
    { kind: 'quote', inlines: [text('Ah.')] },
    { kind: 'paragraph', inlines: [] },
  ])
  expect(html).toBe(
    [
      '<p><strong>Musiques</strong></p>',
      '<p><em><strong>&lt;b&gt;R&amp;B&lt;/b&gt;</strong></em><br/>',
      'ok</p>',
      '<ol><li>un</li><li><a href="https://a.example/?a=1&amp;b=2">deux</a></li></ol>',
      '<p><em>Ah.</em></p>',
    ].join('\n'),
  )
})

test.each(horrors)('%j stays one layer deep in notes', (typed, read) => {
  const tags = notesHtml(paragraphs(`x${typed}x`)).match(/<[^>]*>/g) ?? []
  expect(tags.filter((tag) => !/^<\/?p>$|^<br\/>$/.test(tag))).toEqual([])
  const back = notesHtml([{ kind: 'paragraph', inlines: [text(`x${typed}x`)] }])
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
  expect(back).toBe(`x${read}x`)
})

test.each([
  ['https://radio.example/é', 'https://radio.example/%C3%A9'],
  ['mailto:a@radio.example', 'mailto:a@radio.example'],
  ['tel:+33475000000', 'tel:+33475000000'],
  ['javascript:alert(1)', null],
  [' java\nscript:alert(1)', null],
  ['data:text/html,x', null],
  ['/relative', null],
  ['', null],
])('the link %j opens %j', (href, opened) => {
  expect(safeHref(href)).toBe(opened)
  const html = notesHtml([{ kind: 'paragraph', inlines: [{ kind: 'link', href, text: 'ici' }] }])
  expect(html.includes('<a ')).toBe(opened !== null)
})

describe('a description', () => {
  const many = (count: number, title: string) =>
    episodeChapters(
      Array.from({ length: count }, (_, at) => ({ startMs: at * 60_000, title })),
      9e7,
    )

  test('opens with the summary and lists the chapters, one a line', () => {
    expect(descriptionHtml('Des citrons.\n\nDu sel.', many(3, 'Titre'))).toBe(
      '<p>Des citrons.</p>\n<p>Du sel.</p>\n<p>00:00:00 Titre<br/>\n00:01:00 Titre<br/>\n00:02:00 Titre</p>',
    )
  })

  test.each([
    ['an endless summary', 'é'.repeat(9000), 0],
    ['one of words', 'été & hiver '.repeat(2000), 5],
    ['one of nothing but marks', '<'.repeat(5000), 5],
    ['one of empty lines', 'a\n\n'.repeat(3000), 5],
    ['a hundred long chapters', 'Résumé.', 100],
    ['both', 'Une phrase qui dure. '.repeat(400), 100],
    ['a summary of nothing', '\u0000', 100],
  ])('of %s fits 4000 bytes', (_, summary, count) => {
    const html = descriptionHtml(summary, many(count, 'Un titre plutôt long, avec des accents élégants'))
    expect(utf8Bytes(html)).toBeLessThanOrEqual(4000)
    expect(html).toMatch(/<\/p>$/)
    expect(html.isWellFormed()).toBe(true)
    const lines = html.match(/\d\d:\d\d:00 /g)?.length ?? 0
    if (count > 0) expect(lines).toBeGreaterThanOrEqual(3)
  })
})

test.each([
  ['été', 5, 'été'],
  ['été en ville', 9, 'été…'],
  ['🎺🎺🎺', 8, '🎺…'],
  ['anticonstitutionnellement', 10, 'anticon…'],
])('%j in %i bytes is %j', (long, max, short) => {
  expect(clipBytes(long, max)).toBe(short)
  expect(utf8Bytes(short)).toBeLessThanOrEqual(max)
})

test('characters are counted as people count them', () => {
  expect(clipCharacters('🎺'.repeat(200), 128)).toBe(`${'🎺'.repeat(127)}…`)
})
