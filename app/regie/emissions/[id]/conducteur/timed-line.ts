import type { RundownLine } from '#lib/rundown/rundown.server.ts'
import { planRundown } from '#lib/rundown/timing.ts'
import { timedItems } from '#lib/rundown/wall.ts'
import { localParts } from '#lib/time/airtime.ts'
import type { Instant, Milliseconds } from '#lib/time/duration.ts'

/** `bed` is the title of the sound that plays under it. */
export type ShownLine = RundownLine & { bed?: string | null }
export type TimedLine = ShownLine & { startsAt: string; endsMs: Milliseconds; lacks: string[] }

/** Each line with the clock time it starts at, the running total after it, and what it still lacks, in words. */
export function timedLines(
  lines: readonly ShownLine[],
  showStart: Instant,
  zone: string,
): { lines: TimedLine[]; totalMs: Milliseconds } {
  const plan = planRundown(timedItems(lines, showStart, zone), showStart)
  const timed = lines.map((line, index) => {
    const { time, second } = localParts(plan.items[index]?.start ?? showStart, zone)
    const endsMs = (plan.items[index]?.end ?? showStart) - showStart
    return { ...line, startsAt: `${time}:${String(second).padStart(2, '0')}`, endsMs, lacks: lacking(line) }
  })
  return { lines: timed, totalMs: plan.totalMs }
}

function lacking(line: ShownLine): string[] {
  const { clip, story } = line
  return [
    line.plannedMs === 0 && 'Pas de durée',
    !clip && line.kind !== 'voice' && line.kind !== 'studioTalk' && 'Pas de son',
    clip && clip.state !== 'ready' && (clip.state === 'refused' ? 'Son refusé' : 'Son en préparation'),
    clip?.durationMs && Math.abs(clip.durationMs - line.plannedMs) > 2000 && 'Durée différente du son',
    story && (story.state === 'idea' || story.state === 'draft') && 'Texte pas fini',
    story?.state === 'toReview' && 'Texte à relire',
  ].filter((word): word is string => typeof word === 'string')
}
