import { expect, test } from 'vitest'
import { wordDifference } from '#lib/story/difference.ts'

/** `[-gone-]` and `[+come+]`, as one would write it on paper. */
const marked = (before: string, after: string) =>
  wordDifference(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `[+${text}+]` : `[-${text}-]`))
    .join('')

test.each([
  ['nothing changed', 'On coupe les citrons.', 'On coupe les citrons.', 'On coupe les citrons.'],
  ['a word more', 'On coupe les citrons.', 'On coupe les gros citrons.', 'On coupe les [+gros +]citrons.'],
  ['a word less', 'On coupe les gros citrons.', 'On coupe les citrons.', 'On coupe les [-gros -]citrons.'],
  ['another word', 'Il fait beau.', 'Il fait chaud.', 'Il fait [-beau-][+chaud+].'],
  [
    'two words replaced are one change',
    'Il fait très beau ici.',
    'Il fait trop chaud ici.',
    'Il fait [-très beau-][+trop chaud+] ici.',
  ],
  ['an elided article', 'l’école ouvre', 'l’usine ouvre', 'l’[-école-][+usine+] ouvre'],
  ['only a sign', 'Ça marche.', 'Ça marche ?', 'Ça marche[-.-][+ ?+]'],
  ['everything', 'Bonjour', 'Au revoir', '[-Bonjour-][+Au revoir+]'],
  ['all left out', 'Bonjour', '', '[-Bonjour-]'],
  ['from nothing', '', 'Bonjour', '[+Bonjour+]'],
  ['nothing at all', '', '', ''],
  ['letters with accents put together', 'e\u0301te\u0301', 'hiver', '[-e\u0301te\u0301-][+hiver+]'],
  ['a picture sign is one sign', 'Merci 🍋', 'Merci 🍊', 'Merci [-🍋-][+🍊+]'],
  ['a repeated word', 'la la la', 'la la', 'la la[- la-]'],
])('%s', (_what, before, after, shown) => expect(marked(before, after)).toBe(shown))

test('the parts are the two texts, whatever they are', () => {
  const words = ['on', ' ', 'coupe', '.', ' ', '’', 'é', '\n', 'l’', '12', '🍋', '\ud800']
  let seed = 7
  const next = (most: number) => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % most
  }
  const some = () => Array.from({ length: next(40) }, () => words[next(words.length)]).join('')
  for (let round = 0; round < 300; round += 1) {
    const [before, after] = [some(), some()]
    const parts = wordDifference(before, after)
    const without = (kind: string) =>
      parts
        .filter((part) => part.kind !== kind)
        .map(({ text }) => text)
        .join('')
    expect(without('added')).toBe(before)
    expect(without('removed')).toBe(after)
  }
})

test('two long texts with nothing in common are compared at once', () => {
  const long = (word: string) => `${word} `.repeat(20_000)
  expect(wordDifference(long('oui'), long('non')).map(({ kind }) => kind)).toContain('added')
})
