import { expect, test } from 'vitest'
import { pastTime, pastWords } from '#app/regie/emissions/[id]/conducteur/past-words.ts'

const past = (what: string, titles: string[] = ['Agenda'], fields: string[] = []) =>
  pastWords({ by: 'Karim', what, titles, fields })

test.each([
  [past('moved'), 'Karim a déplacé « Agenda »'],
  [past('added', ['Agenda', 'Virgule']), 'Karim a ajouté « Agenda » et « Virgule »'],
  [past('binned', ['a', 'b', 'c']), 'Karim a retiré « a », « b » et une autre'],
  [past('edited', ['Agenda'], ['plannedMs']), 'Karim a changé la durée de « Agenda »'],
  [past('edited', ['Agenda'], ['title', 'who']), 'Karim a changé le titre et la personne de « Agenda »'],
  [past('undone'), 'Karim a annulé un changement sur « Agenda »'],
  [past('imported'), 'Karim a importé un tableau : « Agenda »'],
  [past('left'), 'Karim a passé « Agenda » à une autre semaine'],
  [past('arrived'), 'Karim a fait venir « Agenda » d’une autre semaine'],
  [past('returned', []), 'Karim est revenu à une version d’avant'],
  [past('of-before-there-were-words'), 'Karim a changé le conducteur'],
  [
    pastWords({ by: null, what: 'edited', titles: [''], fields: [] }),
    'La Bobine a changé le contenu de « Sans titre »',
  ],
])('%s', (words, expected) => expect(words).toBe(expected))

const now = Date.parse('2026-11-26T08:00Z')
test.each([
  ['2026-11-26T07:05Z', 'aujourd’hui à 8:05'],
  ['2026-11-25T17:40Z', 'hier à 18:40'],
  // Already the next day where the show is.
  ['2026-11-25T23:30Z', 'aujourd’hui à 0:30'],
  ['2026-11-23T07:00Z', 'lundi 23 novembre à 8:00'],
])('%s is %s', (at, words) => expect(pastTime(Date.parse(at), now, 'Europe/Paris')).toBe(words))
