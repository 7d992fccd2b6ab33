import { describe, expect, test } from 'vitest'
import { levelOf } from '#lib/sound/level.ts'

const minute = 60_000

describe('the level of a sound in a word', () => {
  test.each([
    ['a voice near the microphone', -18, 0, minute, 'good'],
    ['loud is no trouble: it is lowered', -6, 0, minute, 'good'],
    ['far from the telephone', -31, 0, minute, 'low'],
    ['so far that hiss comes up with it', -44, 0, minute, 'faint'],
    ['one bump on the table', -18, 60, minute, 'good'],
    ['shouted into the telephone', -8, 2500, minute, 'clipped'],
    ['the same bumps over an hour', -18, 2500, 60 * minute, 'good'],
    ['too short to have a loudness', null, 0, 300, 'unknown'],
  ] as const)('%s', (_what, integratedLufs, clippedSamples, durationMs, level) => {
    expect(levelOf({ integratedLufs, clippedSamples, durationMs })).toBe(level)
  })
})
