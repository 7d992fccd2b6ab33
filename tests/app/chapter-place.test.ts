import { describe, expect, test } from 'vitest'
import { chapterAt, chapterStep } from '#app/_public/chapter-place.ts'
import { seconds } from '#lib/time/duration.ts'

const chapters = [
  { title: 'Chapeau', startMs: seconds(0) },
  { title: 'Citrons', startMs: seconds(60) },
  { title: 'Concert', startMs: seconds(120) },
]

describe('going from chapter to chapter', () => {
  test.each([
    [0, 0],
    [59, 0],
    // Where a jump to 60 lands.
    [59.95, 1],
    [60, 1],
    [500, 2],
  ])('at %d s chapter %d is heard', (at, index) => expect(chapterAt(chapters, at)).toBe(index))

  test.each([
    ['on', 10, 1, 60],
    ['on from the last', 130, 1, null],
    ['back, far into a chapter, to its start', 90, -1, 60],
    ['back, near its start, to the one before', 61, -1, 0],
    ['back from the first moments', 1, -1, null],
    ['back within the first', 30, -1, 0],
  ] as const)('%s: from %d s by %d to %j', (_, at, by, to) => expect(chapterStep(chapters, at, by)).toBe(to))

  test('without chapters there is nowhere to go', () => expect(chapterStep([], 10, 1)).toBeNull())
})
