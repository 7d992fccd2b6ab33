import type { Line, Told } from '#lib/report/figures.ts'
import { isMonth, type Period, type Step } from '#lib/report/period.ts'

const count = new Intl.NumberFormat('fr-FR')
const month = new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' })
const day = new Intl.DateTimeFormat('fr-FR', {
  ...{ weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' },
})

/** "1 230", "moins de 5". */
export const toldWords = (told: Told): string => (told === null ? 'moins de 5' : count.format(told))

/** "novembre 2026", "saison 2026-2027". */
export const periodWords = (period: Period): string =>
  isMonth(period) ? month.format(new Date(`${period}-15T12:00:00Z`)) : `saison ${period}`

/** "vendredi 20 novembre" of a day, "novembre 2026" of a month. */
export const stepWords = (step: Step): string =>
  isMonth(step)
    ? periodWords(step)
    : day.format(new Date(`${step}T12:00:00Z`)).replace(/ 1 (?=\p{L})/u, ' 1er ')

/** The name of a line; `rest` is what small ones are called together. */
export const lineWords = ({ name }: Line, rest: string): string =>
  name === null ? rest : name.trim() || 'Sans titre'

export const restOfEpisodes = 'Autres numéros, chacun moins de 5'
export const restOfApps = 'Autres applications, chacune moins de 5'
