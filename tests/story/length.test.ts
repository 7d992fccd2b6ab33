import { describe, expect, test } from 'vitest'
import type { Block } from '#lib/story/document.ts'
import { fitOf, storyLength } from '#lib/story/length.ts'
import { cueLength, cueLine, emptyCue, type SoundCue } from '#lib/story/sound-cue.ts'
import { seconds } from '#lib/time/duration.ts'

const cue = (about: Partial<SoundCue>): Block => ({ type: 'soundCue', attrs: { ...emptyCue, ...about } })
const said = (text: string): Block => ({
  type: 'paragraph',
  attrs: { by: null },
  content: [{ type: 'text', text }],
})
const lengthOf = (content: Block[], whole: Record<string, number> = {}) =>
  storyLength({ type: 'doc', content }, 150, (id) => whole[id] ?? null)

describe('a sound in a text', () => {
  test.each([
    ['from a place to a place', { inMs: 2000, outMs: 44_000 }, null, 42_000],
    ['from its head', { outMs: 44_000 }, null, 44_000],
    ['to its end, which is known', { inMs: 2000 }, 60_000, 58_000],
    ['to its end, which is not', { inMs: 2000 }, null, null],
    ['whole', {}, 60_000, 60_000],
    ['from behind its end', { inMs: 90_000 }, 60_000, 0],
  ])('lasts %s', (_what, about, whole, length) =>
    expect(cueLength({ ...emptyCue, ...about }, whole)).toBe(length))

  test.each<[Partial<SoundCue>, string]>([
    [{ label: 'Le moulin' }, 'Le moulin'],
    [{ label: 'Le moulin', outMs: 42_000 }, 'Le moulin, 0:42'],
    [{ outMs: 42_000, lastWords: 'et voilà' }, '0:42, «\u00a0… et voilà\u00a0»'],
    [{ label: 'Le moulin', firstWords: 'Au début' }, 'Le moulin, «\u00a0Au début …\u00a0»'],
    [{ firstWords: 'Au début', lastWords: 'et voilà' }, '«\u00a0Au début … et voilà\u00a0»'],
    [{}, ''],
  ])('%j reads %s', (about, line) => expect(cueLine({ ...emptyCue, ...about })).toBe(line))
})

describe('how long a text lasts', () => {
  test('its words, at the reader’s pace, and its sounds', () =>
    expect(lengthOf([said('un deux trois quatre cinq'), cue({ inMs: 1000, outMs: 31_000 })])).toEqual({
      words: 5,
      soundMs: 30_000,
      totalMs: 32_000,
    }))

  test('a whole sound lasts what it lasts; one that nobody knows lasts nothing yet', () => {
    expect(lengthOf([cue({ clipId: 'a' }), cue({ clipId: 'b' }), cue({})], { a: 20_000 }).soundMs).toBe(
      20_000,
    )
  })

  test('a sound in a quote or a list counts too', () => {
    const list: Block = {
      type: 'bulletList',
      content: [{ type: 'listItem', content: [said(''), cue({ outMs: 5000 })] }],
    }
    expect(lengthOf([{ type: 'blockquote', content: [cue({ outMs: 3000 })] }, list]).soundMs).toBe(8000)
  })
})

describe('against the time that is kept for it', () => {
  test.each([
    [80, 80, 'right', 0],
    [88, 80, 'right', 8],
    [72, 80, 'right', 8],
    [89, 80, 'long', 9],
    [71, 80, 'short', 9],
    [20, 15, 'right', 5],
    [21, 15, 'long', 6],
    [120, 80, 'long', 40],
    [30, 80, 'short', 50],
    [410, 390, 'right', 20],
    [411, 390, 'long', 21],
    [0, 60, 'short', 60],
  ])('%i seconds in a slot of %i are %s', (total, slot, kind, by) =>
    expect(fitOf(seconds(total), seconds(slot))).toEqual({ kind, byMs: seconds(by) }))
})
