import { describe, expect, test } from 'vitest'
import { saidOf } from '#app/_sound/said.ts'
import { standings } from '#app/_sound/standings.ts'
import { momentWords, passageName } from '#app/_sound/take-words.ts'
import { passagesOf } from '#lib/story/passages.ts'
import { timedPart } from '#lib/story/prompt.ts'

const parts = [
  timedPart({ kind: 'leadIn', by: 'Karim', text: 'Fatiha nous attend.' }, 120),
  timedPart({ kind: 'question', by: '', text: 'D’où viennent les citrons ?' }, 120),
  timedPart({ kind: 'question', by: '', text: 'Qui les prépare ?' }, 120),
]
const desk = (...chosen: (string | null)[]) => ({
  parts,
  passages: passagesOf(parts).map((passage, at) => ({ ...passage, takes: [], chosenId: chosen[at] ?? null })),
})
const sending = (passage: string) => ({
  id: 'prise:1',
  storyId: 's',
  passage,
  name: 'Question 1',
  bytes: 10,
  sentBytes: 0,
  state: 'waiting' as const,
  words: null,
  clipId: null,
  isTake: true,
})

describe('what the studio shows', () => {
  test('a passage: its name, its place, its words, and how one says it again', () =>
    expect(saidOf(desk(), 2)).toMatchObject({
      title: 'Question 2',
      where: '3 sur 3',
      parts: [{ text: 'Qui les prépare ?' }],
      passage: 'Qui les prépare ?',
      isChosen: true,
      again: 'Refaire cette question',
    }))

  test('the whole text is one take', () =>
    expect(saidOf(desk(), 'whole')).toMatchObject({ parts, passage: '', isChosen: true, where: null }))

  test('without a text nothing is read, and nothing is chosen by itself', () =>
    expect(saidOf(desk(), 'free')).toMatchObject({ parts: [], passage: '', isChosen: false }))
})

describe('where each passage stands', () => {
  test.each([
    ['nothing said yet', desk(), [], ['missing', 'missing', 'missing']],
    ['one is with the radio', desk('a'), [], ['there', 'missing', 'missing']],
    ['one is on its way', desk('a'), [sending('Qui les prépare ?')], ['there', 'missing', 'leaving']],
    ['a sound of no passage is none of them', desk(), [sending('')], ['missing', 'missing', 'missing']],
  ])('%s', (_, { passages }, sendings, standing) => expect(standings(passages, sendings)).toEqual(standing))
})

describe('names', () => {
  test('the only one of its kind has no number', () =>
    expect(desk().passages.map(passageName)).toEqual(['Lancement', 'Question 1', 'Question 2']))

  test('two takes of one minute have two names', () => {
    const at = (second: number) => momentWords(new Date(2026, 10, 24, 14, 2, second))
    expect(at(5).replaceAll('\u00a0', ' ')).toBe('du 24 novembre à 14 h 02 min 05')
    expect(at(5)).not.toBe(at(6))
  })
})
