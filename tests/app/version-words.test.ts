import { expect, test } from 'vitest'
import { contributorWords, cutWords, momentOfDay, versionReason } from '#app/_story/version-words.ts'

const paris = 'Europe/Paris'
const plain = (words: string) => words.replaceAll(/[\u00a0\u202f]/g, ' ')
const said = (at: string, now: string, zone = paris) =>
  plain(momentOfDay(Date.parse(at), Date.parse(now), zone))

test.each([
  ['this morning', '2026-11-26T08:12Z', '2026-11-26T16:00Z', 'ce matin à 9 h 12'],
  ['at noon', '2026-11-26T11:00Z', '2026-11-26T16:00Z', 'cet après-midi à 12 h'],
  ['this evening', '2026-11-26T17:00Z', '2026-11-26T18:00Z', 'ce soir à 18 h'],
  ['yesterday evening', '2026-11-25T18:40Z', '2026-11-26T08:00Z', 'hier soir à 19 h 40'],
  [
    'a minute before midnight, asked a minute after',
    '2026-11-25T22:59Z',
    '2026-11-25T23:01Z',
    'hier soir à 23 h 59',
  ],
  ['after midnight, asked in the morning', '2026-11-25T23:30Z', '2026-11-26T08:00Z', 'cette nuit à 0 h 30'],
  ['the night before', '2026-11-25T01:00Z', '2026-11-26T08:00Z', 'la nuit d’avant à 2 h'],
  ['on Monday', '2026-11-23T14:00Z', '2026-11-26T08:00Z', 'lundi après-midi à 15 h'],
  ['six days ago', '2026-11-20T08:00Z', '2026-11-26T08:00Z', 'vendredi matin à 9 h'],
  ['a week ago', '2026-11-19T08:05Z', '2026-11-26T08:00Z', 'le 19 novembre à 9 h 05'],
  ['on the first', '2026-11-01T08:00Z', '2026-11-26T08:00Z', 'le 1er novembre à 9 h'],
  ['last year', '2025-12-31T08:00Z', '2026-11-26T08:00Z', 'le 31 décembre 2025 à 9 h'],
  ['yesterday, over the new year', '2026-12-31T17:30Z', '2027-01-01T08:00Z', 'hier soir à 18 h 30'],
  ['before the clocks go back', '2026-10-24T22:30Z', '2026-10-25T08:00Z', 'cette nuit à 0 h 30'],
  ['in the hour that comes twice', '2026-10-25T01:30Z', '2026-10-25T08:00Z', 'cette nuit à 2 h 30'],
  ['the evening before the clocks go back', '2026-10-24T21:59Z', '2026-10-25T08:00Z', 'hier soir à 23 h 59'],
  ['in the night that is an hour short', '2027-03-28T01:10Z', '2027-03-28T07:00Z', 'cette nuit à 3 h 10'],
  ['yesterday, before that night', '2027-03-27T22:30Z', '2027-03-28T07:00Z', 'hier soir à 23 h 30'],
  ['by a clock that is ahead', '2026-11-27T08:00Z', '2026-11-26T08:00Z', 'le 27 novembre à 9 h'],
])('%s', (_what, at, now, expected) => {
  expect(said(at, now)).toBe(expected)
})

test('the day is that of the show’s zone', () => {
  expect(said('2026-11-25T23:30Z', '2026-11-26T10:00Z', 'America/Cayenne')).toBe('hier soir à 20 h 30')
  expect(said('2026-11-25T23:30Z', '2026-11-26T05:00Z', 'Indian/Reunion')).toBe('cette nuit à 3 h 30')
})

const facts = { by: 'Denise', writers: [], name: '', state: 'toReview' } as const

test.each([
  [{ ...facts, reason: 'pause' }, ''],
  [{ ...facts, reason: 'writer' }, 'avant que Denise y écrive'],
  [{ ...facts, reason: 'writer', by: 'Amina' }, 'avant qu’Amina y écrive'],
  [{ ...facts, reason: 'writer', by: null }, 'avant que quelqu’un y écrive'],
  [{ ...facts, reason: 'state' }, 'quand Denise a noté « À relire »'],
  [{ ...facts, reason: 'restore', by: 'Inès' }, 'avant qu’Inès reprenne une version d’avant'],
  [{ ...facts, reason: 'named', name: 'La longue' }, 'gardée par Denise : « La longue »'],
] as const)('%o', (version, expected) => {
  expect(plain(versionReason(version))).toBe(expected)
})

test.each([
  [{ author: 'Fatiha', others: [] }, 'Écrit par Fatiha'],
  [{ author: 'Fatiha', others: ['Karim'] }, 'Écrit par Fatiha, avec Karim'],
  [{ author: 'Fatiha', others: ['Karim', 'Denise'] }, 'Écrit par Fatiha, avec Karim et Denise'],
])('%o', (people, expected) => {
  expect(contributorWords(people)).toBe(expected)
})

test.each([
  [{ by: ['Karim'], removed: 45, added: 5 }, 'Karim a raccourci votre texte hier soir : 40 mots de moins.'],
  [{ by: ['Karim'], removed: 1, added: 0 }, 'Karim a raccourci votre texte hier soir : 1 mot de moins.'],
  [
    { by: ['Denise', 'Karim'], removed: 4, added: 0 },
    'Denise et Karim ont raccourci votre texte hier soir : 4 mots de moins.',
  ],
  [
    { by: ['Karim'], removed: 20, added: 25 },
    'Karim a récrit une partie de votre texte hier soir : 20 mots remplacés.',
  ],
  [{ by: [], removed: 20, added: 0 }, 'Quelqu’un a raccourci votre texte hier soir : 20 mots de moins.'],
])('%o', (cut, expected) => {
  expect(plain(cutWords(cut, 'hier soir'))).toBe(expected)
})
