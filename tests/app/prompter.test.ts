import { describe, expect, test } from 'vitest'
import { deedOf } from '#app/_prompter/keys.ts'
import { parseSettings, plainSettings, stepped } from '#app/_prompter/settings.ts'

describe('keys and pedals', () => {
  test.each([
    [' ', 'toggle', 'toggle'],
    ['ArrowUp', 'lineBack', 'slower'],
    ['ArrowDown', 'lineOn', 'faster'],
    ['PageUp', 'pageBack', 'pageBack'],
    ['PageDown', 'pageOn', 'pageOn'],
    ['ArrowLeft', 'pageBack', 'pageBack'],
    ['ArrowRight', 'pageOn', 'pageOn'],
    ['Enter', 'pageOn', 'pageOn'],
    ['Home', 'head', 'head'],
    ['End', 'end', 'end'],
    ['+', 'larger', 'larger'],
    ['=', 'larger', 'larger'],
    ['-', 'smaller', 'smaller'],
    ['m', 'mirror', 'mirror'],
    ['M', 'mirror', 'mirror'],
    ['F', 'fullScreen', 'fullScreen'],
    ['a', 'follow', 'follow'],
    ['Escape', 'pause', 'pause'],
    ['?', 'help', 'help'],
    ['z', null, null],
    ['Tab', null, null],
  ])('%s', (key, standing, running) => {
    expect([deedOf({ key }, false), deedOf({ key }, true)]).toEqual([standing, running])
  })

  test.each(['ctrlKey', 'metaKey', 'altKey'] as const)('with %s a key is the browser’s', (held) =>
    expect(deedOf({ key: 'm', [held]: true }, false)).toBe(null))
  test('held down, a key moves on but switches nothing twice', () => {
    expect(deedOf({ key: 'PageDown', repeat: true }, true)).toBe('pageOn')
    expect(deedOf({ key: 'ArrowDown', repeat: true }, true)).toBe('faster')
    expect(deedOf({ key: ' ', repeat: true }, true)).toBe(null)
    expect(deedOf({ key: 'm', repeat: true }, true)).toBe(null)
  })
})

describe('what the device kept', () => {
  const kept = { ...plainSettings, sizePx: 64, isMirrored: true, look: 'light', pacePercent: 85 }
  test('comes back', () => expect(parseSettings(JSON.stringify(kept))).toEqual(kept))
  test.each([
    ['nothing', null],
    ['no JSON', '{'],
    ['no object', '3'],
    ['null', 'null'],
    ['values of another time', '{"sizePx":400,"look":"rose","margin":3,"pacePercent":"vite","isMirrored":1}'],
  ])('%s is the plain choice', (_what, text) => expect(parseSettings(text)).toEqual(plainSettings))
})

test.each([
  [48, 1, 52],
  [48, -1, 44],
  [96, 1, 96],
  [32, -1, 32],
  [95, 1, 96],
])('letters of %i px, moved by %i, are %i px', (from, steps, to) =>
  expect(stepped(from, steps, [32, 96, 4])).toBe(to))
