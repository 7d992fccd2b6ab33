import { expect, test } from 'vitest'
import { findStandIn } from '#lib/master/stand-in.ts'

test('what is left out may have a sting in its place', () => {
  const lines = [{ itemId: 'a' }, { itemId: 'song-bridge' }]
  expect(findStandIn(lines, 'song')).toBe(lines[1])
  expect(findStandIn(lines, 'a')).toBeNull()
})
