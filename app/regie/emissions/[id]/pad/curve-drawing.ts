import type { MasterReport, ReportedLine } from '#lib/master/report.ts'

/** The drawing's own units: the picture is stretched to the width of the page. */
export const wide = 1000
export const plotHigh = 240
/** Room under the curve for the names, which hang down. */
export const namesHigh = 170
export const nameSize = 15

/** Loudness shown above and below the target, LU. */
const aboveLu = 10
const belowLu = 30
const mostPoints = 800
const mostLetters = 20

/** Height of a loudness in the drawing: the top is loud. What lies beyond the edges stays on them. */
export function heightOf(lufs: number, targetLufs: number): number {
  const share = (targetLufs + aboveLu - lufs) / (aboveLu + belowLu)
  return Math.round(Math.min(1, Math.max(0, share)) * plotHigh * 10) / 10
}

/** Place of an instant in the drawing. */
export const placeOf = (atMs: number, durationMs: number) => Math.round((atMs / durationMs) * wide * 10) / 10

/** The curve as an SVG path, broken where nothing is heard. Of many points those furthest from the target stay. */
export function curvePath({ curve, targetLufs }: MasterReport, durationMs: number): string {
  const step = Math.max(1, Math.ceil(curve.length / mostPoints))
  const parts: string[] = []
  let isOpen = false
  for (let index = 0; index < curve.length; index += step) {
    const heard = curve.slice(index, index + step).filter((value) => value !== null)
    const [value] = heard.toSorted((a, b) => Math.abs(b - targetLufs) - Math.abs(a - targetLufs))
    if (value === undefined) {
      isOpen = false
      continue
    }
    // A value stands for the 3 s that begin there.
    const x = placeOf((index + (step - 1) / 2 + 1.5) * 1000, durationMs)
    parts.push(`${isOpen ? 'L' : 'M'}${x} ${heightOf(value, targetLufs)}`)
    isOpen = true
  }
  return parts.join('')
}

/** Lines whose name finds room under the curve, the longest first; `x` is where it hangs. */
export function namedLines<L extends Pick<ReportedLine, 'startMs' | 'endMs'>>(
  lines: readonly L[],
  durationMs: number,
): { line: L; x: number }[] {
  const named: { line: L; x: number }[] = []
  for (const line of lines.toSorted((a, b) => b.endMs - b.startMs - (a.endMs - a.startMs))) {
    const x = Math.min(wide - nameSize / 2, placeOf((line.startMs + line.endMs) / 2, durationMs))
    if (named.every((other) => Math.abs(other.x - x) >= nameSize + 2)) named.push({ line, x })
  }
  return named
}

/** A name that fits its room. */
export const shortened = (name: string) =>
  name.length > mostLetters ? `${name.slice(0, mostLetters - 1).trimEnd()}…` : name
