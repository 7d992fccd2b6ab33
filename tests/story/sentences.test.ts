import { expect, test } from 'vitest'
import { sentencesOf } from '#lib/story/sentences.ts'

test.each<[string, string, string[]]>([
  ['two sentences', 'On coupe. On presse.', ['On coupe.', 'On presse.']],
  ['spaces around them', '  On coupe.   On presse. ', ['On coupe.', 'On presse.']],
  ['no point at the end', 'On coupe. On presse', ['On coupe.', 'On presse']],
  ['a question with its space', 'Ça va\u00a0? Oui\u202f! Bien.', ['Ça va\u00a0?', 'Oui\u202f!', 'Bien.']],
  ['what goes on after a mark', 'Quoi ! dit-elle. Non.', ['Quoi ! dit-elle.', 'Non.']],
  ['dots that go on', 'Alors… on verra. Oui…', ['Alors… on verra.', 'Oui…']],
  ['quoted words', 'Elle dit : « Je viens. » Et puis voilà.', ['Elle dit : « Je viens. »', 'Et puis voilà.']],
  [
    'an abbreviation',
    'M. Dupont et Mme. Durand parlent. Oui.',
    ['M. Dupont et Mme. Durand parlent.', 'Oui.'],
  ],
  ['an initial', 'J. Dupont arrive. Il parle.', ['J. Dupont arrive.', 'Il parle.']],
  ['the point of a number', 'Il pèse 1.5 kilo. Oui.', ['Il pèse 1.5 kilo.', 'Oui.']],
  ['a forced line break', 'Un\nDeux', ['Un', 'Deux']],
  ['several marks', 'Quoi ?! Non !!', ['Quoi ?!', 'Non !!']],
  ['nothing', '', []],
  ['only spaces', ' \n ', []],
])('%s', (_what, line, sentences) => {
  expect(sentencesOf(line).map(({ from, to }) => line.slice(from, to))).toEqual(sentences)
})

test('a line of a hundred thousand points is read at once', () => {
  expect(sentencesOf('. ! ? '.repeat(30_000)).length).toBeGreaterThan(1)
})
