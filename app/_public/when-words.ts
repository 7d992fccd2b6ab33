import { airWords } from '#app/regie/emissions/air-words.ts'
import { type LocalDate, localParts } from '#lib/time/airtime.ts'
import type { Milliseconds } from '#lib/time/duration.ts'

const longDay = new Intl.DateTimeFormat('fr-FR', {
  ...{ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
})

/** "samedi 28 novembre à 9 h", on the clocks of the show. */
export function momentWords(moment: Date, zone: string): string {
  const { date, time } = localParts(moment.getTime(), zone)
  return airWords({ airDate: date, airTime: time })
}

/** "20 novembre 2026", of a calendar day. */
export function dayWords(date: LocalDate): string {
  return longDay.format(new Date(`${date}T12:00:00Z`)).replace(/^1 /, '1er ')
}

/** "18 h", "18 h 30", of a wall time HH:MM. */
export function clockWords(time: string): string {
  const [hour = '', minute = ''] = time.split(':')
  return minute === '00' ? `${Number(hour)} h` : `${Number(hour)} h ${minute}`
}

/** "12 minutes": what one wants to know before pressing play. */
export function lengthWords(durationMs: Milliseconds): string {
  const count = Math.max(1, Math.round(durationMs / 60_000))
  return `${count}\u00a0minute${count > 1 ? 's' : ''}`
}
