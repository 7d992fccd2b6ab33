import { describe, expect, test } from 'vitest'
import { numberWords } from '#lib/story/number-words.ts'
import { parseRoman } from '#lib/story/roman.ts'
import { countSaid, countWords } from '#lib/story/speech.ts'
import { spokenForm } from '#lib/story/spoken-form.ts'

const said = (text: string) => spokenForm(text).replace(/\s+/g, ' ').trim()

describe('what is written, as a reader says it', () => {
  test.each([
    // Numbers.
    ['0', 'zéro', 1],
    ['16', 'seize', 1],
    ['21', 'vingt et un', 3],
    ['71', 'soixante et onze', 3],
    ['80', 'quatre-vingts', 1],
    ['91', 'quatre-vingt-onze', 1],
    ['200', 'deux cents', 2],
    ['1 234', 'mille deux cent trente-quatre', 4],
    ['1\u202f234', 'mille deux cent trente-quatre', 4],
    ['1234', 'mille deux cent trente-quatre', 4],
    ['12 000 personnes', 'douze mille personnes', 3],
    ['80 000', 'quatre-vingt mille', 2],
    ['3 000 000', 'trois millions', 2],
    ['2026', 'deux mille vingt-six', 3],
    ['26100 Romans', 'vingt-six mille cent Romans', 4],
    ['007', 'zéro zéro sept', 3],
    ['en 2026 300 voisins', 'en deux mille vingt-six trois cents voisins', 7],
    // Decimals and signs.
    ['3,5', 'trois virgule cinq', 3],
    ['3,05', 'trois virgule zéro cinq', 4],
    ['97.5', 'quatre-vingt-dix-sept point cinq', 3],
    ['-5 °C', 'moins cinq degrés', 3],
    ['2 + 2 = 4', 'deux plus deux égale quatre', 5],
    ['10-12 ans', 'dix à douze ans', 4],
    ['Pain & cie', 'Pain et cie', 3],
    // Hours.
    ['à 19 h 30', 'à dix-neuf heures trente', 4],
    ['19h30', 'dix-neuf heures trente', 3],
    ['19:30', 'dix-neuf heures trente', 3],
    ['8 h', 'huit heures', 2],
    ['1 h 05', 'une heure cinq', 3],
    ['18\u00a0h\u00a000', 'dix-huit heures', 2],
    ['24h/24', 'vingt-quatre heures sur vingt-quatre', 4],
    // Money and shares.
    ['12 €', 'douze euros', 2],
    ['1 €', 'un euro', 2],
    ['12,50 €', 'douze euros cinquante', 3],
    ['12,5 €', 'douze euros cinquante', 3],
    ['1 500 €', 'mille cinq cents euros', 4],
    ['3 000 000 €', 'trois millions d’euros', 3],
    ['5 M€', 'cinq millions d’euros', 3],
    ['20 k€', 'vingt mille euros', 3],
    ['75 %', 'soixante-quinze pour cent', 3],
    ['2,5 %', 'deux virgule cinq pour cent', 5],
    ['3/4 des gens', 'trois quarts des gens', 4],
    ['1/2', 'un demi', 2],
    // Measures.
    ['5 km', 'cinq kilomètres', 2],
    ['90 km/h', 'quatre-vingt-dix kilomètres à l’heure', 4],
    ['40 m²', 'quarante mètres carrés', 3],
    ['1 kg', 'un kilo', 2],
    ['30 min', 'trente minutes', 2],
    ['les 3 s’en vont', 'les trois s’en vont', 4],
    // Days.
    ['le 25/11', 'le vingt-cinq novembre', 3],
    ['1/12/2026', 'premier décembre deux mille vingt-six', 5],
    ['25/11/26', 'vingt-cinq novembre deux mille vingt-six', 5],
    ['2026-11-25', 'vingt-cinq novembre deux mille vingt-six', 5],
    ['50/50', 'cinquante sur cinquante', 3],
    // Telephones and addresses.
    ['04 75 02 10 11', 'zéro quatre soixante-quinze zéro deux dix onze', 7],
    ['06.12.34.56.78', 'zéro six douze trente-quatre cinquante-six soixante-dix-huit', 6],
    ['+33 6 12 34 56 78', 'plus trente-trois six douze trente-quatre cinquante-six soixante-dix-huit', 7],
    ['www.bobine.fr', 'trois w point bobine point fr', 6],
    ['contact@bobine.fr', 'contact arobase bobine point fr', 5],
    // Ranks.
    ['le 1er mai', 'le premier mai', 3],
    ['la 1re fois', 'la première fois', 3],
    ['2e', 'deuxième', 1],
    ['la 21e édition', 'la vingt et unième édition', 5],
    ['9ème', 'neuvième', 1],
    ['XXIe siècle', 'vingt et unième siècle', 4],
    ['XIXᵉ siècle', 'dix-neuvième siècle', 2],
    ['François Ier', 'François premier', 2],
    ['Louis XIV', 'Louis quatorze', 2],
    ['Le voisin, les citrons', 'Le voisin, les citrons', 4],
    ['Ce sont les Ils', 'Ce sont les Ils', 4],
    ['n° 12', 'numéro douze', 2],
    // Acronyms.
    ['la SNCF', 'la S N C F', 5],
    ['S.N.C.F.', 'S N C F', 4],
    ['l’OTAN', 'l’OTAN', 1],
    ['le SMIC et la CAF', 'le SMIC et la CAF', 5],
    ['une MJC, un TER', 'une M J C, un T E R', 8],
    ['du CO2', 'du C O deux', 4],
    ['VENEZ TOUS ICI', 'VENEZ TOUS ICI', 3],
    ['SNCF, RATP, TGV', 'S N C F, R A T P, T G V', 11],
    ['citrons, sel, etc.', 'citrons, sel, et cetera.', 4],
    // Nothing to say otherwise.
    ['Bonjour à toutes et à tous', 'Bonjour à toutes et à tous', 6],
    ['« Oui » : non !', '« Oui » : non !', 2],
  ])('%s', (written, spoken, words) => {
    expect(said(written)).toBe(spoken)
    expect(countSaid(written)).toBe(words)
  })

  test.each([
    ['1'],
    ['111 '],
    ['A'],
    ['AB '],
    ['a.'],
    ['1/'],
    ['0612 '],
    ['Xx '],
  ])('a megabyte of "%s" is read at once', (written) => {
    expect(countSaid(written.repeat(1_000_000 / written.length))).toBeGreaterThan(0)
  }, 20_000)
})

test.each([
  ['XXI', 21],
  ['IV', 4],
  ['XC', 90],
  ['IIX', null],
  ['', null],
])('the numeral "%s" is %s', (numeral, count) => expect(parseRoman(numeral)).toBe(count))

test('every number below ten thousand is said in words of its own', () => {
  const spoken = Array.from({ length: 10_000 }, (_one, count) => numberWords(count))
  expect(new Set(spoken).size).toBe(10_000)
  expect(Math.max(...spoken.map(countWords))).toBeLessThanOrEqual(9)
})
