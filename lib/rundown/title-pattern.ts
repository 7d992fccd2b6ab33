import { addDays, type LocalDate, weekdayOf } from '#lib/time/airtime.ts'

const monthAndYear = new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/**
 * What a template calls an episode: `{date}` is its day ("27 novembre 2026"), `{numero}` its number in the season,
 * `{semaine}` its ISO week. Anything else stays as it is written.
 */
export function patternTitle(
  pattern: string,
  { airDate, number }: { airDate: LocalDate; number: number },
): string {
  return pattern
    .replaceAll('{date}', dayWords(airDate))
    .replaceAll('{numero}', String(number))
    .replaceAll('{semaine}', String(isoWeekOf(airDate)))
    .trim()
    .slice(0, 255)
}

function dayWords(date: LocalDate): string {
  const day = Number(date.slice(8))
  return `${day === 1 ? '1er' : day} ${monthAndYear.format(new Date(`${date}T12:00Z`))}`
}

/** ISO 8601: the week of its Thursday, whose year it belongs to. */
export function isoWeekOf(date: LocalDate): number {
  const thursday = addDays(date, 4 - weekdayOf(date))
  const newYear = `${thursday.slice(0, 4)}-01-01`
  return Math.floor((Date.parse(thursday) - Date.parse(newYear)) / (7 * 86_400_000)) + 1
}
