import { Circle, CirclePause, Diamond, type LucideIcon, OctagonAlert, TriangleAlert } from 'lucide-react'
import type { Countdown, Phase } from '#lib/rundown/live.ts'
import { countdownSeconds, elapsedSeconds, formatDuration, seconds } from '#lib/time/duration.ts'

type PhaseWords = { words: string; Sign: LucideIcon }

/** How near the end of a line is: each phase by its word and its own outline. */
export const phaseWords: Record<Phase | 'paused', PhaseWords> = {
  default: { words: 'Il reste', Sign: Circle },
  warning: { words: 'Moins de 2 minutes', Sign: TriangleAlert },
  danger: { words: 'Moins d’1 minute', Sign: OctagonAlert },
  overtime: { words: 'Temps dépassé', Sign: Diamond },
  paused: { words: 'En pause', Sign: CirclePause },
}

/** What is left of a line, `1:05`; past its end what is too much, `+0:12`. */
export function remainingFigures({ remainingMs }: Countdown): string {
  if (remainingMs >= 0) return formatDuration(seconds(countdownSeconds(remainingMs)))
  return `+${formatDuration(seconds(elapsedSeconds(-remainingMs)))}`
}
