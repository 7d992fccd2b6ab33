import { expect, test } from 'vitest'
import { lineGesture, pageGesture } from '#app/regie/emissions/[id]/conducteur/grid-keys.ts'

const key = (combination: string) => {
  const parts = combination.split('+')
  const has = (name: string) => parts.includes(name)
  return {
    key: parts.at(-1) ?? '',
    altKey: has('Alt'),
    shiftKey: has('Shift'),
    ctrlKey: has('Control'),
    metaKey: has('Meta'),
  }
}

test.each([
  ['ArrowUp', { do: 'step', by: -1, extends: false }],
  ['Shift+ArrowDown', { do: 'step', by: 1, extends: true }],
  ['End', { do: 'step', by: Number.POSITIVE_INFINITY, extends: false }],
  ['Alt+ArrowUp', { do: 'move', by: -1 }],
  ['Alt+ArrowDown', { do: 'move', by: 1 }],
  [' ', { do: 'pick' }],
  ['Enter', { do: 'edit' }],
  ['F2', { do: 'edit' }],
  ['Delete', { do: 'bin' }],
  ['Control+d', { do: 'duplicate' }],
  ['Meta+D', { do: 'duplicate' }],
  ['Control+a', { do: 'all' }],
  ['Escape', { do: 'leave' }],
])('on a line, %s', (combination, gesture) => expect(lineGesture(key(combination))).toEqual(gesture))

test.each([
  'Tab',
  'x',
  'Alt+ArrowLeft',
  'Control+Alt+ArrowUp',
  'Control+c',
  'Alt+Home',
])('on a line, %s is left to the browser', (combination) => expect(lineGesture(key(combination))).toBeNull())

test.each([
  ['Control+z', 'undo'],
  ['Meta+z', 'undo'],
  ['Control+Shift+Z', 'redo'],
  ['Control+y', 'redo'],
  ['Shift+?', 'keys'],
  ['z', null],
  ['Control+Alt+z', null],
])('anywhere on the page, %s', (combination, gesture) => expect(pageGesture(key(combination))).toBe(gesture))
