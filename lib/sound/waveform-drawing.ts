/** A drawing is this many units high, and one unit wide per column. */
const height = 64
const middle = height / 2

/**
 * An SVG of a waveform, stretched to whatever box shows it; black, so that it serves as a mask in any
 * colour. `pairs`: lowest, highest, lowest … with 127 for full scale. Quiet sounds are drawn larger.
 */
export function waveformDrawing(pairs: readonly number[]): string {
  const columns = pairs.length >> 1
  const loudest = Math.max(1, ...pairs.map(Math.abs))
  const scale = (middle - 2) / Math.max(loudest, 16)
  const bars = Array.from({ length: columns }, (_, column) => {
    const low = middle - (pairs[2 * column] ?? 0) * scale
    const high = middle - (pairs[2 * column + 1] ?? 0) * scale
    // A line of its own for silence: there is time there too.
    const [from, to] = low - high < 2 ? [middle - 1, middle + 1] : [high, low]
    return `M${column + 0.5} ${from.toFixed(1)}V${to.toFixed(1)}`
  })
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${columns} ${height}" preserveAspectRatio="none">` +
    `<path d="${bars.join('')}" stroke="#000" stroke-width=".62"/></svg>`
  )
}
