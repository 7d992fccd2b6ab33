import { describe, expect, test } from 'vitest'
import { plainText, spokenParts } from '#lib/story/document.ts'
import { contentFromBlocks } from '#lib/story/draft.ts'
import { countWords, spokenTime, spokenWords } from '#lib/story/speech.ts'
import { seconds } from '#lib/time/duration.ts'

const story = contentFromBlocks([
  { type: 'leadIn', by: 'Denise', text: 'Les citrons tombent, on les ramasse.' },
  { type: 'heading', text: 'Dans le camion' },
  { type: 'question', by: 'Karim', text: 'Et qui les mange ?' },
  { type: 'paragraph', text: 'Tout le monde.' },
  { type: 'quote', by: 'Zohra', text: 'Rien ne se perd.' },
  { type: 'list', items: ['un bocal', 'deux bocaux'] },
  { type: 'soundCue', text: 'Le moulin' },
  { type: 'offAir', text: 'Sourire à Zohra' },
  { type: 'leadOut', text: 'C’était Fatiha.' },
])

describe('words as they are counted in French', () => {
  test.each([
    ['', 0],
    ['   \n ', 0],
    ['Bonjour', 1],
    ['Bonjour à toutes et à tous', 6],
    ['l’école d’à côté', 3],
    ['le porte-à-porte', 2],
    ['« Oui » : non !', 2],
    ['à 18 h 30', 4],
    ['— … –', 0],
    ['مرحبا بكم', 2],
    ['Les\u00a0citrons', 2],
  ])('%j has %i', (text, words) => expect(countWords(text)).toBe(words))

  test('a megabyte of full stops is counted at once', () => expect(countWords('.'.repeat(1_000_000))).toBe(0))
})

test('what is said on air leaves out headings, sound cues and notes', () => {
  expect(spokenParts(story)).toEqual([
    { kind: 'leadIn', by: 'Denise', text: 'Les citrons tombent, on les ramasse.' },
    { kind: 'question', by: 'Karim', text: 'Et qui les mange ?' },
    { kind: 'paragraph', by: '', text: 'Tout le monde.' },
    { kind: 'quote', by: 'Zohra', text: 'Rien ne se perd.' },
    { kind: 'listItem', by: '', text: 'un bocal' },
    { kind: 'listItem', by: '', text: 'deux bocaux' },
    { kind: 'leadOut', by: '', text: 'C’était Fatiha.' },
  ])
  expect(spokenWords(story)).toBe(6 + 4 + 3 + 4 + 4 + 2)
})

test('reading time is words by pace, rounded up to the second', () => {
  expect(spokenTime(story)).toBe(seconds(10))
  expect(spokenTime(story, 90)).toBe(seconds(16))
})

test('the plain text has everything, a block a line', () => {
  expect(plainText(story).split('\n')).toHaveLength(10)
  expect(plainText(story)).toContain('Sourire à Zohra')
})
