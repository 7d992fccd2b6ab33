import { pairMs } from './waveform.ts'

const reachMs = 300
const aroundMs = 1000
/** 20 dB under the loudest around, or what a stored pair calls nothing. */
const share = 0.1
const nothing = 1

/**
 * The nearest quiet instant within 300 ms, from stored pairs of lowest and highest sample per 10 ms: where
 * nothing is 20 dB below the loudest of the second around. Without one, the quietest 10 ms there.
 */
export function snapToSilence(pairs: ArrayLike<number>, atMs: number): number {
  const count = pairs.length >> 1
  if (count === 0) return Math.round(atMs)
  const size = (i: number) => Math.max(-(pairs[2 * i] ?? 0), pairs[2 * i + 1] ?? 0)
  const at = Math.max(0, Math.min(count - 1, Math.round(atMs / pairMs)))
  const near = places(at, reachMs, count)
  const loudest = places(at, aroundMs, count).reduce((most, i) => Math.max(most, size(i)), 0)
  const quiet = near.find((i) => size(i) <= Math.max(nothing, share * loudest))
  const chosen = quiet ?? near.reduce((least, i) => (size(i) < size(least) ? i : least), at)
  return chosen === at ? Math.round(atMs) : chosen * pairMs + pairMs / 2
}

/** Places within `ms` of one, the nearest first. */
function places(at: number, ms: number, count: number): number[] {
  const reach = Math.round(ms / pairMs)
  const all = Array.from({ length: 2 * reach + 1 }, (_, i) => at + (i % 2 === 0 ? i : -i - 1) / 2)
  return all.filter((i) => Number.isInteger(i) && i >= 0 && i < count)
}
