/**
 * How a sound will come over once it is raised or lowered to −16 LUFS. `faint`: needs more than 20 dB,
 * so its hiss will be heard; `low`: needs more than 12; `clipped`: distorted for good.
 */
export type Level = 'good' | 'low' | 'faint' | 'clipped' | 'unknown'

// Ten runs of saturated samples in a minute are chance; a shouted take has hundreds.
const clippedPerMinute = 120

/** `integratedLufs` is null for what is too short to have a loudness. */
export function levelOf(sound: {
  integratedLufs: number | null
  clippedSamples: number
  durationMs: number
}): Level {
  const minutes = Math.max(sound.durationMs, 10_000) / 60_000
  if (sound.clippedSamples > clippedPerMinute * minutes) return 'clipped'
  if (sound.integratedLufs === null) return 'unknown'
  if (sound.integratedLufs < -36) return 'faint'
  return sound.integratedLufs < -28 ? 'low' : 'good'
}
