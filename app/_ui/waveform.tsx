type Props = {
  /** Peak of each slice of the sound, 0–1, in order. */
  peaks: readonly number[]
  /** How many bars to draw, whatever the number of peaks. */
  bars?: number
}

/** The shape of a sound, in the colour of the text around it. Decoration: the player says the rest. */
export function Waveform({ peaks, bars = 120 }: Props) {
  const shown = thinned(peaks, bars)
  const path = shown.map((peak, index) => {
    const half = Math.max(1, peak * 30)
    return `M${index * 4 + 2} ${(32 - half).toFixed(1)}V${(32 + half).toFixed(1)}`
  })
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${shown.length * 4} 64`}
      preserveAspectRatio="none"
      className="block h-full w-full"
    >
      <path d={path.join('')} fill="none" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" />
    </svg>
  )
}

/** Keeps the loudest of each group, so that a short shout does not vanish. */
function thinned(peaks: readonly number[], bars: number): number[] {
  const count = Math.min(bars, peaks.length)
  return Array.from({ length: count }, (_, bar) => {
    const from = Math.floor((bar * peaks.length) / count)
    const to = Math.max(from + 1, Math.floor(((bar + 1) * peaks.length) / count))
    return Math.max(...peaks.slice(from, to))
  })
}
