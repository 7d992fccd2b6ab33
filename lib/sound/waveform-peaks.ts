/** Full scale of a stored waveform is 127; a sound that never reaches an eighth of it is drawn as quiet. */
const quietest = 16

/**
 * The loudest value of each column, 0–1, from lowest, highest, lowest … of `waveformColumns`. The loudest of
 * all fills the drawing, so that the shape of a quiet take can be seen too.
 */
export function waveformPeaks(pairs: readonly number[]): number[] {
  const sizes = Array.from({ length: pairs.length >> 1 }, (_, column) =>
    Math.max(-(pairs[2 * column] ?? 0), pairs[2 * column + 1] ?? 0),
  )
  const full = Math.max(quietest, ...sizes)
  return sizes.map((size) => Math.round((100 * Math.max(0, size)) / full) / 100)
}
