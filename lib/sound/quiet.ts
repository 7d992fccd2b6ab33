import { pairMs } from './waveform.ts'

/** A breath between two words is about this long: a shorter dip is the middle of a word. */
const calmPairs = 8

/**
 * Where within `withinMs` of `atMs` a stored waveform is quietest for 80 ms; the nearest of equally quiet
 * places. Milliseconds from the start of the sound, in steps of 10; `atMs` itself when there is no waveform.
 */
export function quietNear(waveform: Int8Array, atMs: number, withinMs: number): number {
  const count = waveform.length >> 1
  const from = Math.max(0, Math.ceil((atMs - withinMs) / pairMs))
  const to = Math.min(count, Math.floor((atMs + withinMs) / pairMs))
  let best = { atMs, loudness: Number.POSITIVE_INFINITY, away: 0 }
  for (let pair = from; pair <= to && count > 0; pair++) {
    const place = pair * pairMs
    const found = { atMs: place, loudness: loudnessAround(waveform, pair), away: Math.abs(place - atMs) }
    const isQuieter = found.loudness < best.loudness
    if (isQuieter || (found.loudness === best.loudness && found.away < best.away)) best = found
  }
  return best.atMs
}

/** The highest magnitude around the start of a pair; then the sum, since in stored steps much is equally high. */
function loudnessAround(waveform: Int8Array, pair: number): number {
  let highest = 0
  let sum = 0
  for (let at = pair - calmPairs / 2; at < pair + calmPairs / 2; at++) {
    const height = Math.max(-(waveform[2 * at] ?? 0), waveform[2 * at + 1] ?? 0)
    highest = Math.max(highest, height)
    sum += height
  }
  return highest * 127 * calmPairs + sum
}
