import { expect, test } from 'vitest'
import { energyOf } from '#lib/sound/loudness.ts'
import { spokenMs } from '#lib/sound/spoken-stretch.ts'

/** "-20 ×30": 3 s at −20 LUFS. */
function sound(...stretches: [lufs: number, tenths: number][]): number[] {
  return stretches.flatMap(([lufs, tenths]) =>
    Array.from({ length: tenths }, () => (lufs === Number.NEGATIVE_INFINITY ? 0 : energyOf(lufs))),
  )
}
const nothing = Number.NEGATIVE_INFINITY

test.each<[string, number[], number]>([
  ['nothing', [], 0],
  ['silence', sound([nothing, 100]), 0],
  ['a voice from end to end', sound([-20, 100]), 10_000],
  ['silence before', sound([nothing, 30], [-20, 100]), 10_000],
  ['silence after', sound([-20, 100], [nothing, 45]), 10_000],
  ['room noise at both ends', sound([-52, 30], [-20, 100], [-50, 40]), 10_000],
  ['a noisy room', sound([-36, 30], [-20, 100], [-36, 40]), 10_000],
  [
    'a pause between two sentences counts',
    sound([-60, 10], [-20, 50], [-60, 20], [-22, 50], [-60, 10]),
    12_000,
  ],
  ['a click before the first word', sound([-60, 10], [-15, 1], [-60, 20], [-20, 100]), 10_000],
  ['a soft voice far from the microphone', sound([-70, 20], [-40, 100], [-70, 20]), 10_000],
  ['a last word that is softer', sound([-60, 20], [-20, 100], [-32, 10], [-60, 20]), 11_000],
  ['shorter than a gating block', sound([-20, 3]), 0],
])('%s', (_what, subBlocks, expected) => {
  expect(spokenMs(subBlocks)).toBe(expected)
})
