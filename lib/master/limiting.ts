import { factorOf } from '#lib/sound/loudness.ts'
import { pairMs } from '#lib/sound/waveform.ts'

const release = Math.exp(-pairMs / 120)

/**
 * What the limiter will do, foretold from the stored waveform: the energies of a sound raised by `gainDb`
 * under a ceiling. Within 100 ms energy counts as spread like the squared height of the waveform.
 * Good to about 0.1 LU where the limiter takes less than 3 dB; the gain itself is not applied.
 */
export function limitedSubBlocks(
  subBlocks: ArrayLike<number>,
  waveform: Int8Array,
  gainDb: number,
  ceilingDbtp: number,
): Float64Array {
  const limit = (127 * factorOf(ceilingDbtp)) / factorOf(gainDb)
  const limited = Float64Array.from(subBlocks)
  let gain = 1
  for (let block = 0; block < limited.length; block++) {
    let before = 0
    let after = 0
    for (let pair = block * 10; pair < block * 10 + 10; pair++) {
      const height = Math.max(-(waveform[2 * pair] ?? 0), waveform[2 * pair + 1] ?? 0)
      gain = Math.min(1 - (1 - gain) * release, limit / Math.max(limit, height))
      before += height * height
      after += height * height * gain * gain
    }
    if (after < before) limited[block] = ((limited[block] ?? 0) * after) / before
  }
  return limited
}
