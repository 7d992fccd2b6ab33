import { expect, test } from 'vitest'
import { comfortAttributes, plainComfort, readComfort, writeComfort } from '#app/_ui/comfort.ts'

test('a choice comes back as it was kept', () => {
  const chosen = { text: '150', theme: 'contrast', font: 'dyslexic', spacing: 'large' } as const
  expect(readComfort(writeComfort(chosen))).toEqual(chosen)
})

test.each([undefined, '', 'x', '999.neon.comic.huge', '"><script>'])('%s is the plain choice', (cookie) => {
  expect(readComfort(cookie)).toEqual(plainComfort)
})

test('one unknown part leaves the others', () => {
  expect(readComfort('125.neon.atkinson.large')).toEqual({
    text: '125',
    theme: 'auto',
    font: 'atkinson',
    spacing: 'large',
  })
})

test('the plain choice puts nothing on the page, so the device decides', () => {
  expect(Object.values(comfortAttributes(plainComfort))).toEqual([null, null, null, null])
})
