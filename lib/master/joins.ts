import type { ReportedLine } from './report.ts'

/** Where one line gives way to the next, and what to play to hear it; ms from the master's start. */
export type Join = { atMs: number; fromMs: number; toMs: number; before: string; after: string }

const aroundMs = 5000

/** Every place where a line follows another, with 5 s on both sides. A silence or a crossfade is part of it. */
export function joinsOf(
  lines: readonly Pick<ReportedLine, 'startMs' | 'endMs' | 'title'>[],
  durationMs: number,
): Join[] {
  return lines.slice(1).flatMap((line, index) => {
    const last = lines[index]
    if (!last) return []
    const fromMs = Math.max(0, Math.min(last.endMs, line.startMs) - aroundMs)
    const toMs = Math.min(durationMs, Math.max(last.endMs, line.startMs) + aroundMs)
    return [{ atMs: line.startMs, fromMs, toMs, before: last.title, after: line.title }]
  })
}
