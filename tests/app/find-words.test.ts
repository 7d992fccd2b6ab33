import { describe, expect, test } from 'vitest'
import { findWords } from '#app/_public/find-words.ts'

const found = (text: string, typed: string) =>
  findWords(text, typed).map(({ from, to }) => text.slice(from, to))

describe('searching in the text of an episode', () => {
  test.each([
    ['Un vélo, des VELOS, le Vélo', 'velo', ['vélo', 'VELO', 'Vélo']],
    ['Un vélo', 'VÉLO', ['vélo']],
    ['e\u0301te\u0301 et été', 'ete', ['e\u0301te\u0301', 'été']],
    ['Le cœur, la sœur', 'coeur', ['cœur']],
    ['Le cœur, la sœur', 'co', []],
    ["L’heure et l'heure", "l'heure", ['L’heure', "l'heure"]],
    ['À 18\u00a0h, fini\u202f?', '18 h', ['18\u00a0h']],
    ['fini\u202f?', '  fini   ? ', ['fini\u202f?']],
    ['🎺 trompette 🎺', 'trompette', ['trompette']],
    ['anananas', 'ana', ['ana', 'ana']],
    ['un.deux', 'n.d', ['n.d']],
    ['fin\ndébut', 'fin début', []],
    ['a a a', 'a', []],
    ['rien', '   ', []],
    ['rien', 'tout', []],
    ['İstanbul', 'istanbul', ['İstanbul']],
  ])('in %j, %j finds %j', (text, typed, words) => expect(found(text, typed)).toEqual(words))
})
