import { expect, test } from 'vitest'
import { breaths } from '#lib/story/breaths.ts'

const read = (text: string) => breaths(text).map(({ from, to }) => text.slice(from, to))

test.each([
  ['', []],
  [' … ', []],
  ['Bonjour', ['Bonjour']],
  ['Bonjour. Ça va ? Oui !', ['Bonjour.', 'Ça va ?', 'Oui !']],
  ['Il attend… Puis il part.', ['Il attend…', 'Puis il part.']],
  ['Un prix de 3.50 euros. Voilà.', ['Un prix de 3.50 euros.', 'Voilà.']],
  ['M. Martin et Mme. Diallo sont là. Ils rient.', ['M. Martin et Mme. Diallo sont là.', 'Ils rient.']],
  ['Elle dit : « Viens. » Il vient.', ['Elle dit : « Viens. »', 'Il vient.']],
  ['Une ligne\nUne autre', ['Une ligne', 'Une autre']],
  ['  Des espaces.  Encore.  ', ['Des espaces.', 'Encore.']],
])('%o is read as %o', (text, expected) => {
  expect(read(text)).toEqual(expected)
})

test('no stretch is longer than a voice goes on for, and no word is lost or cut', () => {
  const words = Array.from({ length: 400 }, (_, at) => (at % 23 === 22 ? `mot${at},` : `mot${at}`))
  const stretches = read(words.join(' '))
  expect(Math.max(...stretches.map((stretch) => stretch.length))).toBeLessThanOrEqual(180)
  expect(stretches.join(' ')).toBe(words.join(' '))
  expect(stretches[0]?.endsWith(',')).toBe(true)
  expect(read('a'.repeat(1000)).join('')).toBe('a'.repeat(1000))
})
