import { airWords } from '#app/regie/emissions/air-words.ts'
import { type LocalDate, localParts } from '#lib/time/airtime.ts'

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
