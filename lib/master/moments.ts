import type { MasterReport, ReportedLine } from './report.ts'

/** A stretch of a master where a voice leaves its level; `byLu` is how far at most, always positive. */
export type Moment = { atMs: number; lastsMs: number; byLu: number }
export type Silence = { atMs: number; lastsMs: number; title: string }

type Curved = Pick<MasterReport, 'curve' | 'targetLufs' | 'lines'>

/** The curve's value at index i is the loudness of the 3 s that begin i seconds after the start. */
const windowMs = 3000
const secondMs = 1000
/** How far from its target a voice may go, LU, and for how many seconds it must stay beyond to be told. */
const apartLu = 6
const leastSeconds = 3
/** This far below the target nobody is heard any more, LU; music that dies away may still be. */
const silentLu = 25
const silentMusicLu = 45

/** Kinds whose level is a matter of music, not of being understood. */
const music = ['music', 'theme', 'ident', 'sting']
export const isMusic = ({ kind }: Pick<ReportedLine, 'kind'>) => music.includes(kind)

/** Where a line is much louder or quieter than the whole should be. Only 3 s that are wholly its own count. */
export function momentsIn(
  { startMs, endMs }: Pick<ReportedLine, 'startMs' | 'endMs'>,
  { curve, targetLufs }: Curved,
): { loud: Moment[]; quiet: Moment[] } {
  const apart = (index: number) => {
    const lufs = curve[index] ?? null
    const isOwn = index * secondMs >= startMs && index * secondMs + windowMs <= endMs
    return lufs === null || !isOwn || lufs < targetLufs - silentLu ? 0 : lufs - targetLufs
  }
  const far = (from: number, to: number) =>
    Math.max(...Array.from({ length: to - from + 1 }, (_, i) => Math.abs(apart(from + i))))
  const loud = runs(curve.length, (index) => apart(index) > apartLu).map(([from, to]) => ({
    // A second of noise already lifts the three in which it lies.
    ...{ atMs: (from + 1) * secondMs, lastsMs: (to - from + 1) * secondMs, byLu: far(from, to) },
  }))
  const quiet = runs(curve.length, (index) => apart(index) < -apartLu).map(([from, to]) => ({
    ...{ atMs: from * secondMs, lastsMs: (to - from) * secondMs + windowMs, byLu: far(from, to) },
  }))
  return { loud, quiet }
}

/** Where nothing is heard for 3 s and more between the first line's start and the last one's end. */
export function silencesIn({ curve, targetLufs, lines }: Curved): Silence[] {
  const endMs = Math.max(0, ...lines.map((line) => line.endMs))
  const isOfMusic = (atMs: number) =>
    lines.some((line) => isMusic(line) && line.startMs <= atMs && line.endMs >= atMs + windowMs)
  const isSilent = (index: number) => {
    const atMs = index * secondMs
    const below = isOfMusic(atMs) ? silentMusicLu : silentLu
    return atMs + windowMs <= endMs && (curve[index] ?? Number.NEGATIVE_INFINITY) < targetLufs - below
  }
  return runs(curve.length, isSilent, 1).map(([from, to]) => {
    const atMs = from * secondMs
    const title = lines.findLast(({ startMs }) => startMs <= atMs)?.title ?? ''
    return { atMs, lastsMs: (to - from) * secondMs + windowMs, title }
  })
}

/** First and last index of each stretch on which something holds, at least `least` long. */
function runs(length: number, holds: (index: number) => boolean, least = leastSeconds): [number, number][] {
  const found: [number, number][] = []
  for (let index = 0; index < length; index++) {
    if (!holds(index)) continue
    const from = index
    while (index + 1 < length && holds(index + 1)) index++
    if (index - from + 1 >= least) found.push([from, index])
  }
  return found
}
