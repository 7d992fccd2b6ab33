import type { LoudnessCurve as Curve } from '#lib/sound/loudness-curve.ts'
import { formatDuration } from '#lib/time/duration.ts'

type Props = { curve: Curve; durationMs: number; integratedLufs: number | null }

const top = -5
const bottom = -50

/** How loud a sound is from its beginning to its end; the same in a sentence. */
export function LoudnessCurve({ curve, durationMs, integratedLufs }: Props) {
  const points = curve.lufs.flatMap((lufs, i) =>
    lufs === null ? [] : [{ lufs, atMs: curve.fromMs + i * curve.stepMs }],
  )
  if (points.length === 0) return <p className="text-ink-2">Ce son est trop court pour mesurer son niveau.</p>
  const x = (atMs: number) => ((1000 * atMs) / Math.max(1, durationMs)).toFixed(1)
  const y = (lufs: number) =>
    ((200 * (top - Math.max(bottom, Math.min(top, lufs)))) / (top - bottom)).toFixed(1)
  const line = points.map(({ atMs, lufs }) => `${x(atMs)},${y(lufs)}`).join(' ')
  return (
    <figure className="grid gap-2">
      <svg
        aria-hidden="true"
        viewBox="0 0 1000 200"
        preserveAspectRatio="none"
        className="h-40 w-full rounded-card border-2 border-border bg-surface"
      >
        {integratedLufs !== null && (
          <line
            x1="0"
            x2="1000"
            y1={y(integratedLufs)}
            y2={y(integratedLufs)}
            className="stroke-border"
            strokeWidth="2"
            strokeDasharray="12 8"
            vectorEffect="non-scaling-stroke"
          />
        )}
        <polyline
          points={line}
          fill="none"
          className="stroke-brick"
          strokeWidth="3"
          strokeLinejoin="round"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <figcaption>{curveWords(points, integratedLufs)}</figcaption>
    </figure>
  )
}

function curveWords(
  points: readonly { lufs: number; atMs: number }[],
  integratedLufs: number | null,
): string {
  const sorted = points.toSorted((a, b) => a.lufs - b.lufs)
  const told = (which: 0 | -1, word: string) => {
    const point = sorted.at(which)
    return point ? `Le plus ${word}\u00a0: ${lufsWords(point.lufs)} vers ${formatDuration(point.atMs)}.` : ''
  }
  const mean = integratedLufs === null ? '' : `En moyenne ${lufsWords(integratedLufs)} (le trait pointillé).`
  return [mean, told(-1, 'fort'), told(0, 'doux')].filter(Boolean).join(' ')
}

const lufsWords = (lufs: number) => `${Math.round(lufs).toLocaleString('fr-FR').replace('-', '−')}\u00a0LUFS`
