import { consentOfLine, consentState } from '#lib/rights/consent.ts'
import type { RundownLine } from '#lib/rundown/rundown.server.ts'
import { backTimes } from '#lib/rundown/slot.ts'
import { type PlannedItem, planRundown } from '#lib/rundown/timing.ts'
import { timedItems } from '#lib/rundown/wall.ts'
import { localParts } from '#lib/time/airtime.ts'
import { formatDuration, type Instant, type Milliseconds } from '#lib/time/duration.ts'

/** `bed` is the title of the sound that plays under it. */
export type ShownLine = Omit<RundownLine, 'position'> & { bed?: string | null }
export type TimedLine = ShownLine & {
  /** By the show's wall clock, to the second. */
  startsAt: string
  endsAt: string
  /** When it must start at the latest for the show to end in time; null while its slot is not known, or when skipped. */
  backAt: string | null
  /** The running total after it. */
  endsMs: Milliseconds
  lacks: string[]
  /** What does not fit in its hours, in words. */
  conflicts: string[]
}

/**
 * Each line with the clock times it starts and ends at, the running total after it, what it still lacks and what does
 * not fit, in words. `slotEnd` is when the show must be over.
 */
export function timedLines(
  lines: readonly ShownLine[],
  showStart: Instant,
  zone: string,
  slotEnd: Instant | null = null,
): { lines: TimedLine[]; totalMs: Milliseconds } {
  const plan = planRundown(timedItems(lines, showStart, zone), showStart)
  const back = new Map(slotEnd === null ? [] : backTimes(plan, slotEnd).map(({ id, start }) => [id, start]))
  const clock = wallClock(zone)
  const timed = lines.map((line, index) => {
    const planned = plan.items[index]
    const backAt = back.get(line.id)
    return {
      ...line,
      startsAt: clock(planned?.start ?? showStart),
      endsAt: clock(planned?.end ?? showStart),
      backAt: backAt === undefined ? null : clock(backAt),
      endsMs: (planned?.end ?? showStart) - showStart,
      lacks: lacking(line),
      conflicts: planned ? conflictWords(planned) : [],
    }
  })
  return { lines: timed, totalMs: plan.totalMs }
}

/** The wall clock of a zone. Most lines start when another ends: an instant is worked out once. */
function wallClock(zone: string): (instant: Instant) => string {
  const known = new Map<Instant, string>()
  return (instant) => {
    const before = known.get(instant)
    if (before !== undefined) return before
    const { time, second } = localParts(instant, zone)
    const shown = `${time}:${String(second).padStart(2, '0')}`
    known.set(instant, shown)
    return shown
  }
}

/** Where a line does not fit between its neighbours, or misses an hour that it was given. */
function conflictWords({ item, start, gapMs, endsBeforeStart }: PlannedItem): string[] {
  if (item.isSkipped) return []
  const lateMs = item.hitTime == null ? 0 : start - item.hitTime
  return [
    endsBeforeStart && 'Sa fin verrouillée est déjà passée',
    gapMs < 0 && `Commence ${formatDuration(-gapMs)} avant la fin de ce qui précède`,
    gapMs > 0 && `Blanc de ${formatDuration(gapMs)} avant elle`,
    lateMs > 0 && `${formatDuration(lateMs)} après son heure de passage`,
    lateMs < 0 && `${formatDuration(-lateMs)} avant son heure de passage`,
  ].filter((words): words is string => typeof words === 'string')
}

function lacking(line: ShownLine): string[] {
  const { clip, story } = line
  if (line.isSkipped) return []
  const consent = consentState(consentOfLine(line))
  return [
    line.plannedMs === 0 && line.fixedEnd === null && 'Pas de durée',
    !clip && line.kind !== 'voice' && line.kind !== 'studioTalk' && 'Pas de son',
    clip && clip.state !== 'ready' && (clip.state === 'refused' ? 'Son refusé' : 'Son en préparation'),
    clip?.durationMs && Math.abs(clip.durationMs - line.plannedMs) > 2000 && 'Durée différente du son',
    story && (story.state === 'idea' || story.state === 'draft') && 'Texte pas fini',
    story?.state === 'toReview' && 'Texte à relire',
    consent === 'missing' && 'Accord à demander',
    consent === 'no' && 'Accord refusé',
  ].filter((word): word is string => typeof word === 'string')
}
