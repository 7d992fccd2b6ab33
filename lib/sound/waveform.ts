/** One pair of lowest and highest sample per this many milliseconds, all channels together. */
export const pairMs = 10

/** Pairs as stored: lowest, highest, lowest, highest …; 127 is full scale, and louder than that stays 127. */
export function encodeWaveform(pairs: ArrayLike<number>): Int8Array {
  return Int8Array.from({ length: pairs.length }, (_, i) =>
    Math.max(-127, Math.min(127, Math.round((pairs[i] ?? 0) * 127))),
  )
}

/** Stored pairs → samples, 1 = full scale. */
export function decodeWaveform(stored: Int8Array): Float32Array {
  return Float32Array.from(stored, (value) => value / 127)
}

/**
 * As many pairs as a drawing has columns, each covering its share of the time; a sound with fewer
 * pairs than columns repeats some. Empty in, empty out.
 */
export function waveformColumns<Pairs extends Int8Array | Float32Array>(
  pairs: Pairs,
  columns: number,
): number[] {
  const count = pairs.length >> 1
  if (count === 0) return []
  return Array.from({ length: columns }, (_, column) => {
    const from = Math.floor((column * count) / columns)
    const to = Math.max(from + 1, Math.floor(((column + 1) * count) / columns))
    return extremes(pairs, from, to)
  }).flat()
}

function extremes(pairs: ArrayLike<number>, from: number, to: number): [number, number] {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (let i = from; i < to; i++) {
    low = Math.min(low, pairs[2 * i] ?? 0)
    high = Math.max(high, pairs[2 * i + 1] ?? 0)
  }
  return [low, high]
}

/** Milliseconds of silence at each end of float pairs: nothing above −60 dBFS, nor above 50 dB under the peak. */
export function silentEnds(pairs: ArrayLike<number>): { startMs: number; endMs: number } {
  const count = pairs.length >> 1
  const size = (i: number) => Math.max(-(pairs[2 * i] ?? 0), pairs[2 * i + 1] ?? 0)
  let peak = 0
  for (let i = 0; i < count; i++) peak = Math.max(peak, size(i))
  const quiet = Math.min(0.001, peak * 0.00316)
  let first = 0
  while (first < count && size(first) <= quiet) first++
  let last = count
  while (last > first && size(last - 1) <= quiet) last--
  return { startMs: first * pairMs, endMs: (count - last) * pairMs }
}
