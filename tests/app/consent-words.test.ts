import { expect, test } from 'vitest'
import { gapWords, spokenSentence } from '#app/_rights/consent-words.ts'
import { ofName } from '#app/_ui/name-words.ts'
import type { Gap } from '#lib/rights/consent.ts'

const gap = (use: Gap['use'], by: Gap['by'] = 'self') => ({ voiceId: 'v', who: 'Inès', use, by })

test.each([
  [[gap('antenne'), gap('podcast')], 'A-t-elle dit oui pour la radio\u00a0? Et pour internet\u00a0?'],
  [[gap('podcast')], 'A-t-elle dit oui pour internet\u00a0?'],
  [[gap('antenne', 'parent')], 'Un de ses parents a-t-il dit oui pour la radio\u00a0?'],
])('what is missing is a question', (gaps, words) => {
  expect(gapWords(gaps)).toBe(words)
})

test('the sentence to say has the yes and the no that were chosen', () => {
  expect(spokenSentence({ antenne: true, podcast: false }, 'Samira', 'self')).toBe(
    'Je m’appelle Samira. Je suis d’accord pour que ma voix passe à la radio. Je ne suis pas d’accord pour que ma voix aille sur internet.',
  )
  expect(spokenSentence({ antenne: true, podcast: true, extract: true }, 'Inès', 'parent')).toBe(
    'Je suis un parent d’Inès. Je suis d’accord pour que la voix d’Inès passe à la radio, aille sur internet et serve dans un extrait.',
  )
  expect(spokenSentence({}, 'Samira', 'self')).toBe('Je m’appelle Samira.')
})

test.each([
  ['Fatiha', 'de Fatiha'],
  ['Inès', 'd’Inès'],
  ['Élodie', 'd’Élodie'],
  ['Hugo', 'd’Hugo'],
  ['Yves', 'd’Yves'],
  ['Yamina', 'de Yamina'],
])('%s', (name, words) => {
  expect(ofName(name)).toBe(words)
})
