import { expect, test } from 'vitest'
import { sentencesOf } from '#lib/publishing/sentences.ts'

const cases: [paragraph: string, sentences: string[]][] = [
  ['', []],
  ['Bonjour.', ['Bonjour.']],
  ['Bonjour à tous. Voici Fatiha !', ['Bonjour à tous.', 'Voici Fatiha !']],
  ['M. Dupont est là. Il parle.', ['M. Dupont est là.', 'Il parle.']],
  ['Mme Le Goff, 12 av. Jaurès, ouvre à 9 h. Venez.', ['Mme Le Goff, 12 av. Jaurès, ouvre à 9 h.', 'Venez.']],
  ['Il dit : « Bonjour ! » Et il part.', ['Il dit : « Bonjour ! »', 'Et il part.']],
  ['C’est à 3,5 km. Pas plus.', ['C’est à 3,5 km.', 'Pas plus.']],
  ['Une phrase sans point', ['Une phrase sans point']],
  ['Première ligne\nqui continue. Deuxième.', ['Première ligne qui continue.', 'Deuxième.']],
  ['Oui ? Non ! Peut-être…', ['Oui ?', 'Non !', 'Peut-être…']],
  ['J. Prévert l’a écrit. On le lit.', ['J. Prévert l’a écrit.', 'On le lit.']],
]

test.each(cases)('%j', (paragraph, sentences) => {
  expect(sentencesOf(paragraph)).toEqual(sentences)
})
