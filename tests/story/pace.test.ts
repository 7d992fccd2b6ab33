import { describe, expect, test } from 'vitest'
import { readingLeft, type Stretch, scrollSpeed } from '#lib/story/pace.ts'
import { seconds } from '#lib/time/duration.ts'

/** Blocks one under the other: height in pixels, reading time in seconds. */
function text(...blocks: [height: number, read: number][]): Stretch[] {
  let top = 0
  return blocks.map(([height, read]) => {
    const block = { top, height, readMs: seconds(read) }
    top += height
    return block
  })
}

describe('what is left to read', () => {
  const blocks = text([100, 10], [50, 0], [200, 30])
  test.each([
    ['at the head, all of it', 0, 40],
    ['half of the first block', 50, 35],
    ['a title takes no reading', 100, 30],
    ['in the title too', 125, 30],
    ['three quarters of the last block are past', 300, 7.5],
    ['at the end, nothing', 350, 0],
    ['below the end, nothing', 999, 0],
  ])('%s', (_what, y, left) => expect(readingLeft(blocks, y)).toBe(seconds(left)))
  test('up to the end of a section only', () => expect(readingLeft(blocks, 50, 150)).toBe(seconds(5)))
})

describe('how fast the text moves', () => {
  test('as fast as it is read', () => expect(scrollSpeed(text([1000, 100]), 0, 200)).toBeCloseTo(0.01))
  test('twice as many words, half as fast', () =>
    expect(scrollSpeed(text([1000, 200]), 0, 200)).toBeCloseTo(0.005))
  test('a short line ahead is taken together with what follows', () =>
    expect(scrollSpeed(text([100, 2], [100, 10]), 0, 200)).toBeCloseTo(200 / 12_000))
  test('titles pass in a breath, not in a flash', () =>
    expect(scrollSpeed(text([200, 0], [1000, 100]), 0, 200)).toBeCloseTo(0.1))
  test.each([350, 360])('at the end it stands (%i px)', (y) =>
    expect(scrollSpeed(text([350, 40]), y, 200)).toBe(0))
  test('without a text it stands', () => expect(scrollSpeed([], 0, 200)).toBe(0))

  test('rolling through a whole text takes the time of reading it', () => {
    const blocks = text([60, 4], [240, 30], [60, 1.5], [180, 22], [300, 40], [120, 14])
    let y = 0
    let passedMs = 0
    for (; y < 959 && passedMs < 500_000; passedMs += 16) y += 16 * scrollSpeed(blocks, y, 240)
    expect(passedMs / seconds(111.5)).toBeGreaterThan(0.93)
    expect(passedMs / seconds(111.5)).toBeLessThan(1.07)
  })
})
