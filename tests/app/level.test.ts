import { describe, expect, test } from 'vitest'
import { level } from '#app/regie/parametres/level.ts'

const podcast = level({ least: -31, most: -9, usual: -16 })

describe('a level', () => {
  test.each([
    ['-16', -16],
    ['−16', -16],
    [' -16,5 ', -16.5],
    ['-16.5', -16.5],
    ['-31', -31],
  ])('%j is understood', (typed, value) => {
    expect(podcast.parse(typed)).toBe(value)
  })

  test.each([
    [''],
    ['fort'],
    ['-8'],
    ['-32'],
    ['16'],
    ['1e1'],
    ['-16 LUFS'],
    [undefined],
  ])('%j is answered with what may be typed', (typed) => {
    const { error } = podcast.safeParse(typed)
    expect(error?.issues.map(({ message }) => message)).toEqual([
      'Écrivez un nombre de −31 à −9, par exemple −16.',
    ])
  })
})
