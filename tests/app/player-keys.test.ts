import { describe, expect, test } from 'vitest'
import { keyDeed } from '#app/_ui/player-keys.ts'

describe('the keys of a player', () => {
  test.each([
    ['k', { kind: 'toggle' }],
    ['K', { kind: 'toggle' }],
    [' ', { kind: 'toggle' }],
    ['ArrowLeft', { kind: 'jump', by: -5 }],
    ['ArrowRight', { kind: 'jump', by: 5 }],
    ['j', { kind: 'jump', by: -15 }],
    ['l', { kind: 'jump', by: 30 }],
    ['p', { kind: 'chapter', by: -1 }],
    ['n', { kind: 'chapter', by: 1 }],
    ['Tab', null],
    ['Enter', null],
    ['toString', null],
  ])('%j does %j', (key, deed) => expect(keyDeed(key, 'elsewhere')).toEqual(deed))

  test('space on a button presses the button, and a field has all keys for itself', () => {
    expect(keyDeed(' ', 'button')).toBeNull()
    expect(keyDeed('k', 'button')).toEqual({ kind: 'toggle' })
    expect([' ', 'k', 'ArrowLeft'].map((key) => keyDeed(key, 'field'))).toEqual([null, null, null])
  })
})
