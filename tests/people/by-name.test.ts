import { expect, test } from 'vitest'
import { byName } from '#lib/people/by-name.ts'

test('a name with an accent stands where its letter stands', () => {
  const names = ['Yamina', 'Élodie', 'Inès', 'Aïcha', 'Zoé', 'Eva'].map((name) => ({ name }))
  expect(names.toSorted(byName).map(({ name }) => name)).toEqual([
    'Aïcha',
    'Élodie',
    'Eva',
    'Inès',
    'Yamina',
    'Zoé',
  ])
})
