import { energyOf, integratedLufs, noiseFloorLufs, subBlockMs } from './loudness.ts'

/** A voice is at most so far under the whole of it, dB, and so far above the room. */
const UNDER_VOICE_DB = 20
const ABOVE_ROOM_DB = 6
/** A click is one sub-block; a syllable is at least two of three. */
const SYLLABLE = 2

/**
 * How long somebody speaks, from the first word to the last, milliseconds in steps of 100: the silence before and after
 * is left out, pauses between words stay. `subBlocks` as stored of every sound; 0 when nobody is heard.
 */
export function spokenMs(subBlocks: ArrayLike<number>): number {
  const wholeLufs = integratedLufs(subBlocks)
  if (wholeLufs === null) return 0
  const room = (noiseFloorLufs(subBlocks) ?? wholeLufs - UNDER_VOICE_DB) + ABOVE_ROOM_DB
  const leastLufs = Math.max(wholeLufs - UNDER_VOICE_DB, Math.min(room, wholeLufs - ABOVE_ROOM_DB))
  const least = energyOf(leastLufs)
  const isSpoken = (at: number) => {
    const three = [at - 1, at, at + 1].filter((i) => (subBlocks[i] ?? 0) >= least)
    return (subBlocks[at] ?? 0) >= least && three.length >= SYLLABLE
  }
  let first = 0
  while (first < subBlocks.length && !isSpoken(first)) first += 1
  let last = subBlocks.length - 1
  while (last >= first && !isSpoken(last)) last -= 1
  return (last - first + 1) * subBlockMs
}
