import { describe, expect, test } from 'vitest'
import {
  behindWhom,
  between,
  neighbourOf,
  placeWords,
  toggled,
} from '#app/regie/emissions/[id]/conducteur/line-places.ts'
import { type Line, movedBehind } from '#lib/rundown/patch.ts'

const order = [...'abcdef']
const moved = (held: string, step: -1 | 1) => {
  const after = behindWhom(order, new Set(held), step)
  if (after === undefined) return null
  const lines = order.map((id) => ({ id }) as Line)
  return movedBehind(lines, new Set(held), after)
    .map(({ id }) => id)
    .join('')
}

describe('one place up or down', () => {
  test.each([
    ['c', -1, 'acbdef'],
    ['b', -1, 'bacdef'],
    ['c', 1, 'abdcef'],
    ['e', 1, 'abcdfe'],
    ['cd', -1, 'acdbef'],
    ['cd', 1, 'abecdf'],
    // Scattered lines are gathered as they go.
    ['bd', -1, 'bdacef'],
    ['bd', 1, 'acebdf'],
    ['af', -1, 'afbcde'],
    ['af', 1, 'bcdeaf'],
  ] as const)('%s by %i gives %s', (held, step, result) => expect(moved(held, step)).toBe(result))

  test.each([
    ['a', -1],
    ['ab', -1],
    ['f', 1],
    ['ef', 1],
    ['', 1],
    ['z', -1],
  ] as const)('%s by %i has nowhere to go', (held, step) => expect(moved(held, step)).toBeNull())
})

test('what lies between two lines, whichever was first', () => {
  expect(between(order, 'b', 'd').join('')).toBe('bcd')
  expect(between(order, 'd', 'b').join('')).toBe('bcd')
  expect(between(order, 'gone', 'b').join('')).toBe('b')
})

test('when lines leave, the next one that stays takes their place, or the one before', () => {
  expect(neighbourOf(order, 'c', new Set('cd'))).toBe('e')
  expect(neighbourOf(order, 'f', new Set('ef'))).toBe('d')
  expect(neighbourOf(order, 'a', new Set('abcdef'))).toBeNull()
})

test('choosing again lets go', () => {
  expect([...toggled(new Set('ab'), 'a')]).toEqual(['b'])
  expect([...toggled(new Set('b'), 'a')]).toEqual(['b', 'a'])
})

test('a move is told by the place', () => {
  expect(placeWords('Agenda', 4, 1)).toBe('« Agenda » est maintenant à la place 5')
  expect(placeWords('', 0, 1)).toBe('« Sans titre » est maintenant à la place 1')
  expect(placeWords('Agenda', 4, 3)).toBe('3 lignes sont maintenant aux places 5 à 7')
})
