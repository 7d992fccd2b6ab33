import { type LocalDate, localParts } from '#lib/time/airtime.ts'
import type { Milliseconds } from '#lib/time/duration.ts'

const longDay = new Intl.DateTimeFormat('fr-FR', {
  ...{ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
})

const weekDay = new Intl.DateTimeFormat('fr-FR', {
  ...{ weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' },
})

/** "samedi 28 novembre à 9 h", on the clocks of the show. */
export function momentWords(moment: Date, zone: string): string {
  const { date, time } = localParts(moment.getTime(), zone)
  return airingWords(date, time)
}

/** The same of a calendar day and a wall time HH:MM. */
export function airingWords(date: LocalDate, time: string): string {
  return `${weekDay.format(new Date(`${date}T12:00:00Z`)).replace(' 1 ', ' 1er ')} à ${clockWords(time)}`
}

/** "20 novembre 2026", of a calendar day. */
export function dayWords(date: LocalDate): string {
  return longDay.format(new Date(`${date}T12:00:00Z`)).replace(/^1 /, '1er ')
}

/** "18 h", "18 h 30", of a wall time HH:MM. */
export function clockWords(time: string): string {
  const [hour = '', minute = ''] = time.split(':')
  const full = `${Number(hour)}\u00a0h`
  return minute === '00' ? full : `${full}\u00a0${minute}`
}

/** "12 minutes": what one wants to know before pressing play. */
export function lengthWords(durationMs: Milliseconds): string {
  const count = Math.max(1, Math.round(durationMs / 60_000))
  return `${count}\u00a0minute${count > 1 ? 's' : ''}`
}
