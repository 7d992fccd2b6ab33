import type { WeekState } from '#lib/rundown/season.ts'
import { addDays } from '#lib/time/airtime.ts'

const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('fr-FR', { ...options, timeZone: 'UTC' })
const day = format({ day: 'numeric' })
const dayMonth = format({ day: 'numeric', month: 'long' })

/** "Semaine du 23 au 29 novembre", "Semaine du 30 novembre au 6 décembre". */
export function weekWords(monday: string): string {
  const [from, to] = [new Date(`${monday}T12:00Z`), new Date(`${addDays(monday, 6)}T12:00Z`)]
  const first = from.getUTCMonth() === to.getUTCMonth() ? day : dayMonth
  return `Semaine du ${first.format(from)} au ${dayMonth.format(to)}`
}

/** What there is to say of a week without an episode. */
export const stateWords: Record<Exclude<WeekState, 'on'>, string> = {
  skipped: 'Semaine sautée',
  coming: 'À venir',
  hole: 'Pas d’émission prévue',
  past: 'Il n’y a pas eu d’émission',
}
