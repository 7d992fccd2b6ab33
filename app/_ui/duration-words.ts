import { type Milliseconds, spokenDuration } from '#lib/time/duration.ts'

/** A length as one says it: « 1 minute 20 », « 45 secondes », « 1 heure 5 ». Rounded to 5 seconds. */
export function durationWords(duration: Milliseconds): string {
  const { hours, minutes, seconds } = spokenDuration(Math.abs(duration))
  if (hours > 0) return counted(hours, 'heure') + (minutes > 0 ? ` ${minutes}` : '')
  if (minutes > 0) return counted(minutes, 'minute') + (seconds > 0 ? ` ${seconds}` : '')
  return counted(seconds, 'seconde')
}

/** The same for a screen reader that must not guess: « 2 minutes 5 secondes », to the second. */
export function exactDurationWords(duration: Milliseconds): string {
  const total = Math.round(Math.abs(duration) / 1000)
  const parts = [
    [Math.floor(total / 3600), 'heure'],
    [Math.floor(total / 60) % 60, 'minute'],
    [total % 60, 'seconde'],
  ] as const
  const said = parts.filter(([count]) => count > 0).map(([count, unit]) => counted(count, unit))
  return said.join(' ') || 'zéro seconde'
}

function counted(count: number, unit: string): string {
  return `${count}\u00a0${unit}${count > 1 ? 's' : ''}`
}
