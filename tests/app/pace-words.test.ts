import { expect, test } from 'vitest'
import { paceSource, paceWords } from '#app/_story/pace-words.ts'

const usual = { wpm: 150, from: null, isOwn: false, readings: 0 } as const
const taken = { wpm: 130, from: 'take', isOwn: true, readings: 3 } as const

test.each([
  [usual, null, 'le rythme habituel'],
  [usual, 'Fatiha', 'le rythme habituel'],
  [taken, null, 'votre rythme, mesuré sur vos 3 dernières prises'],
  [taken, 'Fatiha', 'le rythme de Fatiha, mesuré sur ses 3 dernières prises'],
  [{ ...taken, readings: 1 }, null, 'votre rythme, mesuré sur votre dernière prise'],
  [{ ...taken, from: 'test', readings: 1 }, null, 'votre rythme, mesuré sur votre dernière lecture'],
  [
    { ...taken, from: 'test', readings: 2 },
    'Fatiha',
    'le rythme de Fatiha, mesuré sur ses 2 dernières lectures',
  ],
  [{ ...taken, from: null, readings: 0 }, null, 'votre rythme'],
] as const)('%o for %s: %s', (pace, of, expected) => {
  expect(paceSource(pace, of)).toBe(expected)
})

test('the whole sentence', () => {
  expect(paceWords(taken).replaceAll('\u00a0', ' ')).toBe(
    'Vous lisez environ 130 mots à la minute : c’est votre rythme, mesuré sur vos 3 dernières prises.',
  )
})
