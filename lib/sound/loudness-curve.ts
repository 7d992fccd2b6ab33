import { lufsOf, momentaryEnergies, shortTermEnergies, subBlockMs } from './loudness.ts'

/** Loudness over time: one value per `stepMs` of the sound from `fromMs` on, LUFS; null is silence. */
export type LoudnessCurve = { fromMs: number; stepMs: number; lufs: (number | null)[] }

const quietest = -70

/**
 * Short-term loudness (3 s; momentary, 400 ms, in a sound shorter than that) of a whole sound, each value the
 * loudest of its share when there are more than `most`. A value stands for the middle of its window.
 */
export function loudnessCurve(subBlocks: ArrayLike<number>, most: number): LoudnessCurve {
  const width = subBlocks.length >= 30 ? 30 : 4
  const energies = width === 30 ? shortTermEnergies(subBlocks) : momentaryEnergies(subBlocks)
  const share = Math.max(1, Math.ceil(energies.length / most))
  const lufs = Array.from({ length: Math.ceil(energies.length / share) }, (_, i) => {
    const loudest = energies.slice(i * share, (i + 1) * share).reduce((a, b) => Math.max(a, b), 0)
    const value = lufsOf(loudest)
    return value === null || value < quietest ? null : Math.round(value * 10) / 10
  })
  return { fromMs: ((width + share - 1) * subBlockMs) / 2, stepMs: share * subBlockMs, lufs }
}
