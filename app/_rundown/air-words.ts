import type { AirRow, RowStage } from '#lib/rundown/air-rows.ts'
import type { Phase } from '#lib/rundown/live.ts'
import { localParts } from '#lib/time/airtime.ts'
import {
  countdownSeconds,
  elapsedSeconds,
  formatDuration,
  type Instant,
  type Milliseconds,
} from '#lib/time/duration.ts'

/** How near its end a line is, in a word that needs no colour. */
export const phaseWords: Record<Phase, string> = {
  default: 'Reste',
  warning: '2 minutes',
  danger: '1 minute',
  overtime: 'Dépassé de',
}

/** Where a line stands in the show. */
export const stageWords: Record<RowStage, string> = {
  played: 'Passée',
  onAir: 'À l’antenne',
  next: 'Suivante',
  coming: 'À venir',
  skipped: 'Pas prévue',
  jumped: 'Sautée',
}

/** `18:02:30` on the show's wall, or how far into a show that has no wall clock. */
export function timeFigures(at: Instant, zone: string, origin: Instant | null): string {
  if (origin !== null) return formatDuration(at - origin)
  const { time, second } = localParts(at, zone)
  return `${time}:${String(second).padStart(2, '0')}`
}

/** A countdown in whole seconds, rounded up; what is over is counted up and rounded down. */
export function countdownFigures(remainingMs: Milliseconds): string {
  const whole = remainingMs < 0 ? elapsedSeconds(-remainingMs) : countdownSeconds(remainingMs)
  return formatDuration(whole * 1000)
}

/** The class of a large figure that must not be wider than its screen. */
export function fitOf(figures: string): string {
  if (figures.length > 5) return 'air-longest'
  return figures.length > 4 ? 'air-longer' : ''
}

/** What counts as in time. */
const TOLERANCE = 2000

/** The one figure of the show: whether it will end in time. */
export function endWords(overMs: Milliseconds, hasWallClock: boolean): { words: string; figures: string } {
  if (Math.abs(overMs) <= TOLERANCE)
    return { words: hasWallClock ? 'Fin à l’heure' : 'Juste la bonne durée', figures: '' }
  const figures = formatDuration(Math.abs(overMs))
  if (hasWallClock) return { words: overMs > 0 ? 'Fin en retard de' : 'Fin en avance de', figures }
  return { words: overMs > 0 ? 'Trop long de' : 'Trop court de', figures }
}

/** How a line is called while it has no title. */
export const titleOf = ({ title }: Pick<AirRow, 'title'>) => title || 'Sans titre'
