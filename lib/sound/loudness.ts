/**
 * Loudness as arithmetic (ITU-R BS.1770-5, EBU Tech 3341 and 3342) on stored sub-blocks: the K-weighted
 * mean square of each 100 ms, channels already weighted and summed. 36 000 numbers an hour answer for
 * any cut, gain and order without decoding the sound again.
 */

/** Length of one sub-block in milliseconds. */
export const subBlockMs = 100

/** Shorter than this, in milliseconds, a sound has a peak but no loudness. */
export const gatingBlockMs = 400

const absoluteGate = energyOf(-70)
const tenLower = 0.1
const twentyLower = 0.01

/** Mean square → LUFS; null for silence, never −Infinity. */
export function lufsOf(energy: number): number | null {
  return energy > 0 ? -0.691 + 10 * Math.log10(energy) : null
}

/** LUFS → mean square. */
export function energyOf(lufs: number): number {
  return 10 ** ((lufs + 0.691) / 10)
}

/** Decibels → factor on samples. Energies take its square. */
export function factorOf(db: number): number {
  return 10 ** (db / 20)
}

/** Factor on samples → decibels; null for 0. */
export function decibelsOf(factor: number): number | null {
  return factor > 0 ? 20 * Math.log10(factor) : null
}

/** Mean energy of the last 400 ms, one value each 100 ms from the first full window on. */
export function momentaryEnergies(subBlocks: ArrayLike<number>): Float64Array {
  return slidingMeans(subBlocks, 4)
}

/** Mean energy of the last 3 s, one value each 100 ms from the first full window on. */
export function shortTermEnergies(subBlocks: ArrayLike<number>): Float64Array {
  return slidingMeans(subBlocks, 30)
}

function slidingMeans(subBlocks: ArrayLike<number>, width: number): Float64Array {
  const means = new Float64Array(Math.max(0, subBlocks.length - width + 1))
  for (let at = 0; at < means.length; at++) {
    let sum = 0
    for (let i = at; i < at + width; i++) sum += subBlocks[i] ?? 0
    means[at] = sum / width
  }
  return means
}

/** Gated programme loudness in LUFS; null for silence and for less than a gating block. */
export function integratedLufs(subBlocks: ArrayLike<number>): number | null {
  return gatedLufs(momentaryEnergies(subBlocks))
}

/** Gated loudness in LUFS of gating blocks (400 ms, one each 100 ms) given by their energies; null for silence. */
export function gatedLufs(blocks: Float64Array): number | null {
  return lufsOf(meanAbove(blocks, tenLower * meanAbove(blocks, absoluteGate)))
}

function meanAbove(energies: Float64Array, gate: number): number {
  const least = Math.max(gate, absoluteGate)
  let sum = 0
  let count = 0
  for (const energy of energies) {
    if (energy <= least) continue
    sum += energy
    count++
  }
  return count === 0 ? 0 : sum / count
}

/** Loudness range in LU between the 10th and the 95th percentile of short-term loudness; 0 below 3 s. */
export function loudnessRangeLu(subBlocks: ArrayLike<number>): number {
  return gatedRangeLu(shortTermEnergies(subBlocks))
}

/** The same of windows of 3 s, one each 100 ms, given by their energies. */
export function gatedRangeLu(windows: Float64Array): number {
  const gate = Math.max(absoluteGate, twentyLower * meanAbove(windows, absoluteGate))
  const kept = windows.filter((energy) => energy > gate).sort()
  const at = (share: number) => lufsOf(kept[Math.round((kept.length - 1) * share)] ?? 0) ?? 0
  return kept.length === 0 ? 0 : at(0.95) - at(0.1)
}

/** The loudest 3 s in LUFS, or null. */
export function loudestShortTermLufs(subBlocks: ArrayLike<number>): number | null {
  return lufsOf(shortTermEnergies(subBlocks).reduce((most, energy) => Math.max(most, energy), 0))
}

/** How loud a sound is in its quiet moments, LUFS: a tenth of it is softer. Null for silence. */
export function noiseFloorLufs(subBlocks: ArrayLike<number>): number | null {
  const heard = Float64Array.from(subBlocks)
    .filter((energy) => energy > energyOf(-90))
    .sort()
  return lufsOf(heard[Math.floor(heard.length / 10)] ?? 0)
}

/** A stretch of a measured sound, in milliseconds of it. No sub-blocks at all is a pause. */
export type MeasuredCut = { subBlocks: ArrayLike<number>; startMs: number; endMs: number; gainDb: number }

/**
 * The sub-blocks that the cuts would have, played one after the other. Within 100 ms energy counts as
 * spread evenly; what a recording lasts beyond its last full sub-block is taken to be as loud as that one.
 */
export function spliceSubBlocks(cuts: readonly MeasuredCut[]): Float64Array {
  const totalMs = cuts.reduce((sum, cut) => sum + Math.max(0, cut.endMs - cut.startMs), 0)
  const spliced = new Float64Array(Math.floor(totalMs / subBlockMs))
  let reachedMs = 0
  for (const cut of cuts) reachedMs = layCut(spliced, reachedMs, cut)
  return spliced
}

function layCut(
  spliced: Float64Array,
  fromMs: number,
  { subBlocks, startMs, endMs, gainDb }: MeasuredCut,
): number {
  const power = 10 ** (gainDb / 10)
  let toMs = fromMs
  for (let at = startMs; at < endMs; ) {
    const source = Math.floor(at / subBlockMs)
    const target = Math.floor(toMs / subBlockMs)
    const step = Math.min(endMs - at, (source + 1) * subBlockMs - at, (target + 1) * subBlockMs - toMs)
    const energy = subBlocks[Math.min(source, subBlocks.length - 1)] ?? 0
    if (target < spliced.length)
      spliced[target] = (spliced[target] ?? 0) + (energy * power * step) / subBlockMs
    at += step
    toMs += step
  }
  return toMs
}
