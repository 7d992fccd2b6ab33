import { describe, expect, test } from 'vitest'
import { checkHint } from '#app/_review/check-words.ts'
import { nextSentence, sentenceAt } from '#app/_review/chosen-sentence.ts'
import { remarkWords, verdictWords } from '#app/_review/review-words.ts'
import { type Range, stretchesOf } from '#app/_review/stretches.ts'
import type { Inline } from '#lib/story/document.ts'

const line: Inline[] = [
  { type: 'text', text: 'On coupe ' },
  { type: 'text', text: 'tout', marks: [{ type: 'bold' }] },
  { type: 'hardBreak' },
  { type: 'text', text: 'et fin.' },
]
const range = (from: number, to: number, note: string | null = 'n'): Range => ({ from, to, look: 'm', note })

describe('a line with marks', () => {
  test.each<[string, Range[], string[]]>([
    ['none', [], ['On coupe ', 'TOUT', '\n', 'et fin.']],
    ['over one word', [range(3, 8)], ['On ', '<coupe>', ' ', 'TOUT', '\n', 'et fin.']],
    ['over bold and a break', [range(9, 16)], ['On coupe ', '<TOUT>', '<\n>', '<et>', ' fin.']],
    ['beyond its end', [range(14, 99)], ['On coupe ', 'TOUT', '\n', '<et fin.>']],
  ])('%s', (_what, ranges, shown) => {
    const words = stretchesOf(line, ranges).map(({ text, look, isBold }) => {
      const weighed = isBold ? text.toUpperCase() : text
      return look ? `<${weighed}>` : weighed
    })
    expect(words).toEqual(shown)
  })

  test('where two lie over each other a touch opens the last', () => {
    const stretches = stretchesOf(line, [range(0, 8, 'one'), range(3, 8, 'other'), range(3, 5, null)])
    expect(stretches.map(({ note }) => note)).toEqual(['one', 'other', 'other', null, null, null, null])
  })
})

describe('the sentence that is touched', () => {
  const text = 'On coupe. On presse. Fin'
  test.each([
    ['at the beginning', 0, 'On coupe.'],
    ['in the middle', 13, 'On presse.'],
    ['after the last letter', 24, 'Fin'],
    ['beyond the line', 99, 'Fin'],
  ])('%s', (_where, at, quote) => expect(sentenceAt(4, text, at)).toMatchObject({ line: 4, quote }))

  test('an empty line has none', () => expect(sentenceAt(0, '  ', 0)).toBeNull())

  test('by key, one after the other, then the first again', () => {
    const seen: string[] = []
    let chosen = nextSentence(0, text, null)
    for (let step = 0; step < 4; step += 1) {
      seen.push(chosen?.quote ?? '')
      chosen = nextSentence(0, text, chosen)
    }
    expect(seen).toEqual(['On coupe.', 'On presse.', 'Fin', 'On coupe.'])
  })
})

describe('what is said of a reading over', () => {
  test.each([
    ['Denise propose un changement.', 1, 0],
    ['Denise propose 2 changements et fait une remarque.', 2, 1],
    ['Denise fait 3 remarques.', 0, 3],
  ])('%s', (words, suggestions, comments) => {
    expect(remarkWords({ by: 'Denise', suggestions, comments })).toBe(words)
  })

  test('ready, and something to look at', () => {
    expect(verdictWords({ by: 'Denise', verdict: 'ready' })).toBe('Denise l’a lu\u00a0: c’est prêt.')
    expect(verdictWords({ by: null, verdict: 'changes' })).toMatch(/^Quelqu’un l’a lu et vous propose/)
  })

  test.each([
    ['fine', ['Zohra'], 'Vu\u00a0: «\u00a0Zohra\u00a0»'],
    ['look', [], 'Nous n’avons vu aucun nom.'],
  ] as const)('who, %s', (seen, spots, hint) => {
    expect(checkHint({ name: 'who', seen, spots: [...spots] }, '')).toBe(hint)
  })

  test('a long sentence is known by how it begins', () => {
    const hint = checkHint({ name: 'oneIdea', seen: 'look', spots: ['mot '.repeat(40)] }, '')
    expect(hint?.length).toBeLessThan(130)
    expect(hint).toMatch(/mot…\u00a0»$/)
  })
})
