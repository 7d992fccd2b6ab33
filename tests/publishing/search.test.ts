import { describe, expect, test } from 'vitest'
import { linesOfTranscript } from '#lib/publishing/said-lines.ts'
import { hitMarks, markedText, searchLines, searchTerms } from '#lib/publishing/search.ts'

const words = (typed: string) =>
  searchTerms(typed).map(({ isPhrase, plain }) => (isPhrase ? `"${plain}"` : plain))
const marked = (text: string, headline: string) =>
  markedText(text, headline.replaceAll('[', hitMarks.start).replaceAll(']', hitMarks.stop))
    .map(({ text: part, isHit }) => (isHit ? `[${part}]` : part))
    .join('')

describe('what was typed', () => {
  test.each([
    ['Citrons salés', ['citrons', 'sales']],
    ['« une heure pour » ACCORDERIE', ['"une heure pour"', 'accorderie']],
    ['“ouverte sans fin', ['"ouverte sans fin"']],
    ['l’œuf', ["l'oeuf"]],
    ['&|!:* () <->', []],
    ['""', []],
    ['   ', []],
    ['🍋', []],
    ['a&b!c', ['a&b!c']],
    ['\u202eenvers\u0000', ['envers']],
  ])('%s is looked for as %j', (typed, expected) => expect(words(typed)).toEqual(expected))

  test('ten thousand characters and a lone surrogate are read as far as anybody types', () => {
    const terms = searchTerms(`\ud800 ${'mot '.repeat(2500)}`)
    expect(terms).toHaveLength(12)
    expect(terms.every(({ plain }) => plain.isWellFormed())).toBe(true)
  })
})

describe('the marks', () => {
  test.each([
    ['Des citrons salés.', 'des [citrons] [sales].', 'Des [citrons] [salés].'],
    ['L’œuvre du chœur', "l'[oeuvre] du [choeur]", 'L’[œuvre] du [chœur]'],
    ['E\u0301te\u0301 chaud', '[ete] chaud', '[Été] chaud'],
    ['Rien ici', 'rien ici', 'Rien ici'],
    ['Deux mots', 'autre [chose]', 'Deux mots'],
    ['🍋 citron', '🍋 [citron]', '🍋 [citron]'],
  ])('%s', (text, headline, expected) => expect(marked(text, headline)).toBe(expected))
})

describe('what can be found', () => {
  const part = { chapter: 'Les citrons', startMs: 10_000, endMs: 20_000, speaker: 'Fatiha' }

  test('a sentence has its own moment where it is known, else its chapter’s', () => {
    const timed = { paragraph: 0, text: 'On coupe.', startMs: 12_000, endMs: 13_000 }
    expect(
      linesOfTranscript([
        { ...part, paragraphs: ['On coupe.'], sentences: [timed] },
        { ...part, paragraphs: ['On sale. On attend.'] },
      ]).map(({ startMs, text }) => [startMs, text]),
    ).toEqual([
      [12_000, 'On coupe.'],
      [10_000, 'On sale.'],
      [10_000, 'On attend.'],
    ])
  })

  test('titles, names, music and rubrics stand below what is said, chapters before their sentences', () => {
    const lines = searchLines({
      ...{ title: 'Été', summary: '', music: [] },
      chapters: [{ startMs: 10_000, endMs: 20_000, title: 'Les citrons', itemId: 'a' }],
      persons: [
        { name: 'Fatiha', role: 'guest', group: 'cast' },
        { name: 'Fatiha', role: 'author', group: 'writing' },
      ],
      transcript: [{ ...part, paragraphs: ['On coupe.'] }],
      stories: [
        {
          ...{ title: 'x', rubric: 'Culture', startMs: 0, content: null },
          themes: [{ slug: 'eau', name: 'Eau' }],
        },
      ],
    })
    expect(lines.map(({ position, startMs, text, plain }) => [position, startMs, text, plain])).toEqual([
      [-5, 0, 'Été', 'ete'],
      [-3, 0, 'Fatiha', 'fatiha'],
      [-1, 0, 'Culture, Eau', 'culture, eau'],
      [0, 10_000, 'Les citrons', 'les citrons'],
      [1, 10_000, 'On coupe.', 'on coupe.'],
    ])
  })
})
