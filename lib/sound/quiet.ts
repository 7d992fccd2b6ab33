import { pairMs } from './waveform.ts'

/** Pairs of lowest and highest sample, one pair per 10 ms, as they are stored of every sound. */
type Pairs = ArrayLike<number>

/** A breath between two words is about this long: a shorter dip is the middle of a word. */
const calmPairs = 8

/**
 * Where within `withinMs` of `atMs` a stored waveform is quietest for 80 ms; the nearest of equally quiet
 * places. Milliseconds from the start of the sound, in steps of 10; `atMs` itself when there is no waveform.
 * For a boundary that somebody left to the machine.
 */
export function quietNear(pairs: Pairs, atMs: number, withinMs: number): number {
  const count = pairs.length >> 1
  const from = Math.max(0, Math.ceil((atMs - withinMs) / pairMs))
  const to = Math.min(count, Math.floor((atMs + withinMs) / pairMs))
  let best = { atMs, loudness: Number.POSITIVE_INFINITY, away: 0 }
  for (let pair = from; pair <= to && count > 0; pair++) {
    const place = pair * pairMs
    const found = { atMs: place, loudness: loudnessAround(pairs, pair), away: Math.abs(place - atMs) }
    const isQuieter = found.loudness < best.loudness
    if (isQuieter || (found.loudness === best.loudness && found.away < best.away)) best = found
  }
  return best.atMs
}

/** The highest magnitude around the start of a pair; then the sum, since in stored steps much is equally high. */
function loudnessAround(pairs: Pairs, pair: number): number {
  let highest = 0
  let sum = 0
  for (let at = pair - calmPairs / 2; at < pair + calmPairs / 2; at++) {
    const height = heightOf(pairs, at)
    highest = Math.max(highest, height)
    sum += height
  }
  return highest * 127 * calmPairs + sum
}

const reachMs = 300
const aroundMs = 1000
/** 20 dB under the loudest around, or what a stored pair calls nothing. */
const share = 0.1
const nothing = 1

/**
 * The nearest quiet instant within 300 ms: where nothing is 20 dB below the loudest of the second around.
 * Without one, the quietest 10 ms there. For a cut that somebody makes by hand: it stays where it was meant.
 */
export function snapToSilence(pairs: Pairs, atMs: number): number {
  const count = pairs.length >> 1
  if (count === 0) return Math.round(atMs)
  const at = Math.max(0, Math.min(count - 1, Math.round(atMs / pairMs)))
  const near = places(at, reachMs, count)
  const loudest = places(at, aroundMs, count).reduce((most, i) => Math.max(most, heightOf(pairs, i)), 0)
  const quiet = near.find((i) => heightOf(pairs, i) <= Math.max(nothing, share * loudest))
  const chosen =
    quiet ?? near.reduce((least, i) => (heightOf(pairs, i) < heightOf(pairs, least) ? i : least), at)
  return chosen === at ? Math.round(atMs) : chosen * pairMs + pairMs / 2
}

/** Places within `ms` of one, the nearest first. */
function places(at: number, ms: number, count: number): number[] {
  const reach = Math.round(ms / pairMs)
  const all = Array.from({ length: 2 * reach + 1 }, (_, i) => at + (i % 2 === 0 ? i : -i - 1) / 2)
  return all.filter((i) => Number.isInteger(i) && i >= 0 && i < count)
}

/** The magnitude of one pair; 0 beyond the ends. */
const heightOf = (pairs: Pairs, pair: number) => Math.max(-(pairs[2 * pair] ?? 0), pairs[2 * pair + 1] ?? 0)
