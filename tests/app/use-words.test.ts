import { expect, test } from 'vitest'
import { dayOf, missedWords } from '#app/_sound/use-words.ts'

const use = (airDate: string, lines = 1) => ({
  episodeId: airDate,
  number: 1,
  title: '',
  airDate,
  lines: Array.from({ length: lines }, () => ({ itemId: 'i', title: '', as: 'sound' as const })),
})
const plain = (words: string | null) => words?.replaceAll('\u00a0', ' ') ?? null

test.each([
  [[], null],
  [[use('2026-11-27')], 'Ce son est dans le conducteur du 27 novembre.'],
  [[use('2026-11-27', 3)], 'Ce son est dans le conducteur du 27 novembre.'],
  [[use('2025-06-01')], 'Ce son est dans le conducteur du 1er juin 2025.'],
  [
    [use('2026-12-04'), use('2026-11-27')],
    'Ce son est dans les conducteurs du 4 décembre et du 27 novembre.',
  ],
  [
    [use('2026-12-04'), use('2026-11-27'), use('2026-11-20')],
    'Ce son est dans les conducteurs du 4 décembre, du 27 novembre et d’une autre émission.',
  ],
  [
    [use('2026-12-04'), use('2026-11-27'), use('2026-11-20'), use('2026-11-13')],
    'Ce son est dans les conducteurs du 4 décembre, du 27 novembre et de 2 autres émissions.',
  ],
  [[use('2026-11-27', 0)], 'Ce son est l’enregistrement de l’émission du 27 novembre.'],
])('who would miss a sound, case %#', (uses, words) => expect(plain(missedWords(uses, 2026))).toBe(words))

test('a day is never parted at the end of a line', () =>
  expect(dayOf('2026-11-27', 2026)).toBe('27\u00a0novembre'))
