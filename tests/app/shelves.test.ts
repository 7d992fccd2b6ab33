import { expect, test } from 'vitest'
import { libraryAddress, readAsked } from '#app/regie/sons/shelves.ts'

const id = '6f6d2c1e-8a55-4f7e-9c55-0d6f7d2b7a10'

test.each([
  [{}, { shelf: 'all', imaging: null, isIncomplete: false, search: '', after: null }],
  [
    { voir: 'habillage', genre: 'tapis' },
    { shelf: 'imaging', imaging: 'bed' },
  ],
  [
    { voir: 'musiques', genre: 'a-completer', q: 'été' },
    { shelf: 'music', isIncomplete: true, search: 'été' },
  ],
  [
    { voir: 'corbeille', apres: id },
    { shelf: 'bin', after: id },
  ],
  [
    { voir: 'musiques', genre: 'tapis' },
    { shelf: 'music', imaging: null, isIncomplete: false },
  ],
  [
    { voir: ['a', 'b'], genre: '__proto__', q: 'x'.repeat(999), apres: "'" },
    { shelf: 'all', search: '', after: null },
  ],
])('the address %j asks for %j', (parameters, question) =>
  expect(readAsked(parameters).question).toMatchObject(question))

test('an address is read as it was written', () => {
  const { asked } = readAsked({ voir: 'habillage', genre: 'virgule', q: 'a&b é', apres: id })
  const { searchParams } = new URL(libraryAddress(asked), 'http://x')
  expect(readAsked(Object.fromEntries(searchParams)).asked).toEqual(asked)
  expect(libraryAddress({ voir: 'tout', genre: '', q: ' ', apres: null })).toBe('/regie/sons?voir=tout')
})
