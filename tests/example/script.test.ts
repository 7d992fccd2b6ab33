import { expect, test } from 'vitest'
import { script } from '#lib/example/script.ts'

test.each([
  ['LANCEMENT Denise — Bonjour.', { type: 'leadIn', by: 'Denise', text: 'Bonjour.' }],
  ['QUESTION Karim — Et vous ?', { type: 'question', by: 'Karim', text: 'Et vous ?' }],
  ['PIED Denise — C’était Fatiha.', { type: 'leadOut', by: 'Denise', text: 'C’était Fatiha.' }],
  ['CITATION Une dame — Écoutez.', { type: 'quote', by: 'Une dame', text: 'Écoutez.' }],
  ['Zohra — On compte — les fils.', { type: 'paragraph', by: 'Zohra', text: 'On compte — les fils.' }],
  ['## Apprendre', { type: 'heading', text: 'Apprendre' }],
  ['(son) Le marché', { type: 'soundCue', text: 'Le marché' }],
  ['(hors antenne) Rappeler Monique.', { type: 'offAir', text: 'Rappeler Monique.' }],
])('a line such as %s is one block', (line, block) => expect(script(line)).toEqual([block]))

test('points one after the other make one list', () =>
  expect(script('* la voix\n* la lecture\n\nRosa — Voilà.')).toEqual([
    { type: 'list', items: ['la voix', 'la lecture'] },
    { type: 'paragraph', by: 'Rosa', text: 'Voilà.' },
  ]))

test('a line that nobody says is refused, with the line', () =>
  expect(() => script('Bonjour à tous.')).toThrow('Nobody is named in “Bonjour à tous.”'))
