import { describe, expect, test } from 'vitest'
import { type Span, wrapLines } from '#lib/machine/text-lines.ts'

/** Every letter is as wide as one; a bold one as two. */
const measure = ({ text, isBold }: Span) => [...text].length * (isBold ? 2 : 1)
const wrapped = (text: string, width: number) =>
  wrapLines([{ text }], width, measure).map((line) =>
    line
      .map((span) => span.text)
      .join('')
      .trimEnd(),
  )

describe('breaking lines', () => {
  const cases: [what: string, text: string, width: number, lines: string[]][] = [
    ['at spaces', 'un deux trois', 8, ['un deux', 'trois']],
    ['exactly full', 'un deux', 7, ['un deux']],
    ['a word wider than a line is cut', 'anticonstitutionnel oui', 8, ['anticons', 'titution', 'nel oui']],
    ['at newlines', 'un\n\ndeux', 8, ['un', '', 'deux']],
    ['a no-break space holds', 'un deux\u00a0: trois', 8, ['un', 'deux\u00a0:', 'trois']],
    ['several spaces are one', 'un    deux', 8, ['un deux']],
    ['nothing is one empty line', '', 8, ['']],
  ]
  test.each(cases)('%s', (_, text, width, lines) => expect(wrapped(text, width)).toEqual(lines))

  test('weights stay with their words, and neighbours of one weight are one', () => {
    const spans = [{ text: 'a b ' }, { text: 'c d', isBold: true }, { text: ' e' }]
    expect(wrapLines(spans, 6, measure)).toEqual([
      [
        { text: 'a b ', isBold: false },
        { text: 'c ', isBold: true },
      ],
      [
        { text: 'd', isBold: true },
        { text: ' e', isBold: false },
      ],
    ])
  })

  test('no line is wider than it may be, and no letter is lost', () => {
    const text = 'Le mot « intergouvernementalisation » est-il plus long que la ligne ? '.repeat(9)
    for (const width of [3, 10, 33]) {
      const lines = wrapped(text, width)
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width)
      expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
    }
  })
})
