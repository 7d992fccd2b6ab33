import { describe, expect, test } from 'vitest'
import { cleanContent, parseContent } from '#lib/story/clean.ts'
import { cleanLine, cleanText, safeHref } from '#lib/story/clean-text.ts'
import { type Block, plainText, storyLimits } from '#lib/story/document.ts'
import { emptyCue } from '#lib/story/sound-cue.ts'

const doc = (...content: unknown[]) => ({ type: 'doc', content })
const p = (...content: unknown[]) => ({ type: 'paragraph', content })
const text = (words: unknown, ...marks: unknown[]) => ({ type: 'text', text: words, marks })
const blocks = (...content: unknown[]): Block[] => cleanContent(doc(...content)).content.content

describe('an address in a text', () => {
  test.each([
    ['https://labobine.example/émissions?a=1#b', true],
    ['http://example.org', true],
    ['mailto:radio@example.org', true],
    ['tel:+33475000000', true],
    ['  https://example.org ', true],
    ['javascript:alert(1)', false],
    ['JaVaScRiPt:alert(1)', false],
    ['java\nscript:alert(1)', false],
    ['\u0001javascript:alert(1)', false],
    ['data:text/html,<script>', false],
    ['vbscript:x', false],
    ['file:///etc/passwd', false],
    ['//example.org', false],
    ['/regie', false],
    ['https:', false],
    ['https://', false],
    [`https://example.org/${'a'.repeat(2000)}`, false],
    [null, false],
    [['https://example.org'], false],
  ])('%j leads somewhere: %s', (href, kept) => {
    expect(safeHref(href) !== null).toBe(kept)
    const [block] = blocks(p(text('lien', { type: 'link', attrs: { href } })))
    const [inline] = block && 'content' in block ? (block.content ?? []) : []
    expect(inline && 'marks' in inline).toBe(kept)
  })
})

describe('characters', () => {
  test.each([
    ['a\u0000b\u0007c', 'abc'],
    ['avant\u202eerrière\u202c \u2066x\u2069', 'avanterrière x'],
    ['seul \ud83d fin', 'seul \ufffd fin'],
    ['été 🍋 مرحبا', 'été 🍋 مرحبا'],
    ['deux\r\nlignes', 'deux\nlignes'],
  ])('%j becomes %j', (given, clean) => expect(cleanText(given)).toBe(clean))

  test('a title is one line', () => expect(cleanLine('  Les\n citrons\t! ')).toBe('Les citrons !'))
})

describe('blocks', () => {
  test('those that we know keep their meaning', () => {
    const known = [
      { type: 'leadIn', attrs: { by: 'Denise' }, content: [{ type: 'text', text: 'Bonjour' }] },
      { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Dans le camion' }] },
      {
        type: 'soundCue',
        attrs: {
          clipId: '3f2b8c9e-7a61-4d0e-9b3a-2c1d4e5f6a7b',
          label: 'Le moulin',
          inMs: 1200,
          outMs: 43_200,
          firstWords: 'Au début',
          lastWords: 'et voilà',
        },
      },
      {
        type: 'bulletList',
        content: [{ type: 'listItem', content: [{ type: 'paragraph', attrs: { by: null } }] }],
      },
      { type: 'offAir', content: [{ type: 'text', text: 'Regarder Karim' }, { type: 'hardBreak' }] },
    ]
    expect(blocks(...known)).toEqual(known)
  })

  test.each([
    ['an unknown block gives up its words', { type: 'iframe', content: [p(text('gardé'))] }, 'gardé'],
    ['an unknown inline too', p({ type: 'mention', content: [text('gardé')] }), 'gardé'],
    ['words outside a block get one', text('gardé'), 'gardé'],
    ['a text that is no text is nothing', p(text(42), text({ a: 1 })), ''],
    ['a list of things that are no items', { type: 'bulletList', content: [text('gardé')] }, 'gardé'],
    ['null, numbers and lists', [null, 3, [p(text('x'))]], ''],
    ['script as words stays words', p(text('<script>alert(1)</script>')), '<script>alert(1)</script>'],
  ])('%s', (_what, given, words) => {
    expect(plainText(cleanContent(doc(given)).content)).toBe(words)
  })

  test.each([
    [{ type: 'heading', attrs: { level: 1 } }, { level: 2 }],
    [{ type: 'heading', attrs: { level: 6 } }, { level: 3 }],
    [{ type: 'heading', attrs: { level: 'onclick' } }, { level: 2 }],
    [{ type: 'soundCue', attrs: { clipId: '../x', label: 7 } }, emptyCue],
    [{ type: 'soundCue', attrs: { inMs: -1, outMs: 2.5, firstWords: 3, lastWords: ['x'] } }, emptyCue],
    [{ type: 'soundCue', attrs: { inMs: '1000', outMs: Number.NaN, firstWords: null } }, emptyCue],
    [
      { type: 'soundCue', attrs: { inMs: 5000, outMs: 5000, lastWords: ` et\u202e\nvoilà ` } },
      { ...emptyCue, inMs: 5000, lastWords: 'et voilà' },
    ],
    [
      { type: 'soundCue', attrs: { inMs: 86_400_001, firstWords: 'é'.repeat(500), src: 'x' } },
      { ...emptyCue, firstWords: 'é'.repeat(storyLimits.cueWords) },
    ],
    [
      { type: 'soundCue', attrs: { label: `${'x'.repeat(199)}🍋` } },
      { ...emptyCue, label: `${'x'.repeat(199)}\ufffd` },
    ],
    [
      { type: 'soundCue', attrs: { label: 'Kept before there were places' } },
      { ...emptyCue, label: 'Kept before there were places' },
    ],
    [{ type: 'paragraph', attrs: { by: ' De\u202enise ', style: 'x', onclick: 'y' } }, { by: 'Denise' }],
    [{ type: 'orderedList', attrs: { start: -4 }, content: [p()] }, { start: 1 }],
  ])('attributes of %j are of the right sort', (given, attrs) => {
    expect(blocks(given)[0]).toMatchObject({ attrs })
    expect(Object.keys((blocks(given)[0] as { attrs: object }).attrs)).toEqual(Object.keys(attrs))
  })
})

describe('limits', () => {
  test('fifty levels and no more, whatever the depth', () => {
    let nested: unknown = p(text('au fond'))
    for (let level = 0; level < 20_000; level += 1) nested = { type: 'blockquote', content: [nested] }
    expect(cleanContent(doc(nested)).cut).toBe(true)
    expect(parseContent(doc(nested))).toBeNull()
  })

  test('twenty thousand nodes', () => {
    const many = Array.from({ length: storyLimits.nodes + 1 }, () => p())
    expect(parseContent(doc(...many))).toBeNull()
    expect(cleanContent(doc(...many)).content.content).toHaveLength(storyLimits.nodes)
  })

  test('a megabyte', () => {
    expect(parseContent(doc(p(text('é'.repeat(storyLimits.bytes / 2)))))).not.toBeNull()
    expect(parseContent(doc(p(text('é'.repeat(storyLimits.bytes / 2 + 1)))))).toBeNull()
    expect(parseContent(doc(p(text('x'.repeat(30_000_000)))))).toBeNull()
  })

  test.each([
    [null],
    ['doc'],
    [[]],
    [{}],
    [{ type: 'doc' }],
    [{ type: 'paragraph', content: [] }],
  ])('%j is no text', (given) => expect(parseContent(given)).toBeNull())
})
