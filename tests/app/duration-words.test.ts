import { expect, test } from 'vitest'
import { durationWords, exactDurationWords } from '#app/_ui/duration-words.ts'
import { seconds } from '#lib/time/duration.ts'

test.each([
  [45, '45 secondes'],
  [60, '1 minute'],
  [80, '1 minute 20'],
  [82, '1 minute 20'],
  [125, '2 minutes 5'],
  [3900, '1 heure 5'],
  [7200, '2 heures'],
])('%i s is said « %s »', (length, said) => {
  expect(durationWords(seconds(length)).replaceAll('\u00a0', ' ')).toBe(said)
})

test.each([
  [0, 'zéro seconde'],
  [1, '1 seconde'],
  [-82, '1 minute 22 secondes'],
  [3905, '1 heure 5 minutes 5 secondes'],
])('to the second, %i s is « %s »', (length, said) => {
  expect(exactDurationWords(seconds(length)).replaceAll('\u00a0', ' ')).toBe(said)
})
