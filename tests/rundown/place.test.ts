import { describe, expect, test } from 'vitest'
import { neighboursOf, roomFor, SPACE } from '#lib/rundown/place.ts'

const placesOf = (order: string, placed: string, known: Record<string, number>) => {
  const found = roomFor([...order], new Set(placed), new Map(Object.entries(known)))
  return found && Object.fromEntries(found)
}

describe('the places of lines', () => {
  test.each([
    ['the first of all', 'x', 'x', {}, { x: SPACE }],
    ['several first ones', 'xy', 'xy', {}, { x: SPACE, y: 2 * SPACE }],
    ['at the foot', 'ax', 'x', { a: 10 }, { x: 10 + SPACE }],
    ['at the head', 'xa', 'x', { a: 10 }, { x: 10 - SPACE }],
    ['several at the head', 'xya', 'xy', { a: 0 }, { x: -2 * SPACE, y: -SPACE }],
    ['between two', 'axb', 'x', { a: 0, b: 100 }, { x: 50 }],
    ['several between two', 'axyzb', 'xyz', { a: 0, b: 100 }, { x: 25, y: 50, z: 75 }],
    ['here and there', 'xabyc', 'xy', { a: 0, b: 10, c: 20 }, { x: -SPACE, y: 15 }],
    ['in the last gap', 'axb', 'x', { a: 1, b: 3 }, { x: 2 }],
    ['without a gap', 'axb', 'x', { a: 1, b: 2 }, null],
    ['with a gap too small for all', 'axyb', 'xy', { a: 1, b: 3 }, null],
    ['between two on one place', 'axb', 'x', { a: 4, b: 4 }, null],
    ['beyond what is stored', 'ax', 'x', { a: 2 ** 31 - 5 }, null],
    ['before what is stored', 'xa', 'x', { a: 5 - 2 ** 31 }, null],
  ])('%s', (_what, order, placed, known, places) => {
    expect(placesOf(order, placed, known)).toEqual(places)
  })

  test('only the lines beside those that are placed are asked for', () => {
    expect(neighboursOf([...'abxycdez'], new Set('xyz'))).toEqual(['b', 'c', 'e'])
    expect(neighboursOf([...'abc'], new Set())).toEqual([])
  })
})
