import { describe, expect, test } from 'vitest'
import { findIn, type Sought } from '#lib/story/find.ts'

const found = (line: string, words: string, how: Partial<Sought> = {}) =>
  findIn(line, { words, isExact: false, isWhole: false, ...how }).map(({ from, to }) => line.slice(from, to))

describe('finding as people look', () => {
  test.each([
    ['École, école, ecole', 'ecole', ['École', 'école', 'ecole']],
    ['École, école, ecole', 'ÉCOLE', ['École', 'école', 'ecole']],
    ['Des œufs, des OEUFS', 'oeuf', ['œuf', 'OEUF']],
    ['Un sœur', 'o', []],
    ["L’eau et l'eau", "l'eau", ['L’eau', "l'eau"]],
    ["‘L’eau' et 'l'eau’", "'l'eau'", ["‘L’eau'", "'l'eau’"]],
    ['19\u00a0h\u202f30', '19 h 30', ['19\u00a0h\u202f30']],
    ['à\tla\u2009une', 'à la une', ['à\tla\u2009une']],
    ['à la\nune', 'la une', []],
    ['e\u0301cole', 'école', ['e\u0301cole']],
    ['aaaa', 'aa', ['aa', 'aa']],
    ['la lala', 'la', ['la', 'la', 'la']],
    ['🍋 citron 🍋', '🍋', ['🍋', '🍋']],
    ['Ça va…', '...', ['…']],
    ['rien', 'tout', []],
    ['rien', '', []],
    ['r i e n', ' ', []],
    ['a(b)*c', '(b)*', ['(b)*']],
  ])('in %j, %j finds %j', (line, words, places) => expect(found(line, words)).toEqual(places))
})

test.each([
  ['École, école', 'école', ['école']],
  ['L’eau', "L'eau", []],
  ['Œuf œuf', 'œ', ['œ']],
])('exactly, in %j, %j finds %j', (line, words, places) =>
  expect(found(line, words, { isExact: true })).toEqual(places))

test.each([
  ['la lala, LA', 'la', ['la', 'LA']],
  ['l’eau, eaux', 'eau', ['eau']],
  ['été 2026, 20', '20', ['20']],
  ['préétée été', 'ete', ['été']],
  ['porte-à-porte', 'porte', ['porte', 'porte']],
])('whole words, in %j, %j finds %j', (line, words, places) =>
  expect(found(line, words, { isWhole: true })).toEqual(places))

test('places are told in the line’s own characters', () =>
  expect(findIn('œ É école', { words: 'ecole', isExact: false, isWhole: false })).toEqual([
    { from: 4, to: 9 },
  ]))

test('a very long line is searched at once', () =>
  expect(found('ab'.repeat(100_000), 'ab', { isWhole: true })).toEqual([]))
