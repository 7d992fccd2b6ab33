import { describe, expect, test } from 'vitest'
import { endOf, headOf, type Placed, placeAgain, placeAt } from '#lib/story/reading-place.ts'

/** `a: titre, un, deux` is a section with three blocks, each 100 px high (or `height`). */
function screen(written: string, height = 100): Placed[] {
  return written
    .split(' | ')
    .flatMap((section) => {
      const [name = '', blocks = ''] = section.split(': ')
      return blocks.split(', ').map((text) => ({ section: name, text }))
    })
    .map((block, at) => ({ ...block, top: at * height, height, readMs: 1000 }))
}

const before = screen('a: A, un, deux | b: B, trois, quatre, trois | c: C, cinq')

describe('the place, told by its words', () => {
  test.each([
    ['the head', 0, 'a', 0, 0],
    ['above the text', -20, 'a', 0, 0],
    ['in the middle of a block', 450, 'b', 1, 0.5],
    ['below the text', 5000, 'c', 1, 1],
  ])('%s', (_what, y, section, index, share) =>
    expect(placeAt(before, y)).toMatchObject({ section, index, share }))
  test('no text, no place', () => expect(placeAt([], 10)).toBe(null))
})

describe('the place is found again', () => {
  test.each([
    ['nothing has changed', screen('a: A, un, deux | b: B, trois, quatre, trois | c: C, cinq'), 450],
    ['a line was added above', screen('z: Z, zéro | a: A, un, deux | b: B, trois, quatre | c: C'), 650],
    ['a paragraph was added above in its own text', screen('a: A | b: B, avant, trois, quatre'), 350],
    ['its own words were changed', screen('a: A, un, deux | b: B, TROIS, quatre'), 450],
    ['its line went up', screen('b: B, trois, quatre, trois | a: A, un, deux | c: C'), 150],
    ['the letters are twice as large', screen('a: A, un, deux | b: B, trois, quatre, trois', 200), 900],
    ['its text lost all but its title', screen('a: A, un | b: B | c: C'), 250],
    ['its line is gone: the next one begins', screen('a: A, un, deux | c: C, cinq'), 300],
    ['its line and all that followed are gone: the end', screen('a: A, un'), 200],
    ['everything is gone', [], 0],
  ])('%s', (_what, after, y) => {
    const place = placeAt(before, 450)
    expect(place && placeAgain(after, place)).toBe(y)
  })

  test('of two blocks with the same words, the nearer one', () => {
    const place = placeAt(before, 620)
    expect(place && placeAgain(screen('b: B, trois, quatre, autre, trois'), place)).toBe(420)
  })
})

test('a section begins at its title and ends with its last block', () => {
  expect([headOf(before, 'b'), endOf(before, 'b')]).toEqual([300, 700])
  expect([headOf(before, 'x'), endOf(before, 'x')]).toEqual([null, null])
})
