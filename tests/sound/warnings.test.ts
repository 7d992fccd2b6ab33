import { expect, test } from 'vitest'
import { type SoundWarning, soundWarnings } from '#lib/sound/warnings.ts'
import { interleave, level, measured, sines } from '#tests/sound/signals.ts'

const tone = (seconds: number, dbfs: number) => sines(seconds, [dbfs])
const quiet = (seconds: number) => new Float32Array(seconds * 48_000)

const cases: [
  what: string,
  sound: ReturnType<typeof measured>,
  announcedMs: number | null,
  SoundWarning[],
][] = [
  ['a good take', measured(1, tone(5, -18)), 5_000, []],
  ['silence', measured(1, quiet(5)), 5_000, ['silent']],
  ['taken from afar', measured(1, tone(5, -30)), null, ['low']],
  ['taken from very far', measured(1, tone(5, -45)), null, ['faint']],
  ['0.3 s', measured(1, tone(0.3, -18)), null, ['no-loudness']],
  ['full scale', measured(1, tone(5, -0.2)), null, ['hot']],
  ['one side only', measured(2, sines(5, [-14, -200])), null, ['left']],
  [
    'one side upside down',
    measured(
      2,
      interleave(5, 2, (frame, c) => (c === 0 ? 1 : -1) * level(-18) * Math.sin(frame / 8)),
    ),
    null,
    ['antiphase'],
  ],
  [
    'off centre',
    measured(
      1,
      tone(5, -18).map((sample) => sample + 0.1),
    ),
    null,
    ['dc-offset'],
  ],
  [
    'two seconds of nothing at both ends',
    measured(1, quiet(2), tone(5, -18), quiet(2)),
    null,
    ['starts-late', 'ends-late'],
  ],
  ['cut off', measured(1, tone(5, -18)), 60_000, ['cut-short']],
]
test.each(cases)('%s', (_, sound, announcedMs, expected) => {
  expect(soundWarnings(sound, announcedMs)).toEqual(expected)
})
