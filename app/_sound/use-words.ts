import type { Use } from '#lib/rundown/uses.server.ts'

const shownAtMost = 2

/** "27 novembre", with its year unless that is `year`. From a calendar day. */
export function dayOf(date: string, year: number): string {
  const day = new Date(`${date}T12:00:00Z`).toLocaleDateString('fr-FR', {
    day: 'numeric',
    month: 'long',
    ...(date.startsWith(`${year}-`) ? {} : { year: 'numeric' }),
    timeZone: 'UTC',
  })
  return day.replace(/^1 /, '1er ').replaceAll(' ', '\u00a0')
}

/** What somebody should know before a used sound goes to the bin; null for one that nobody would miss. */
export function missedWords(uses: readonly Use[], year: number): string | null {
  const days = uses.map(({ airDate }) => `du ${dayOf(airDate, year)}`)
  if (days.length === 0) return null
  if (uses.length === 1 && uses[0]?.lines.length === 0)
    return `Ce son est l’enregistrement de l’émission ${days[0]}.`
  const others = days.length - shownAtMost
  const rest = others === 1 ? 'd’une autre émission' : `de ${others} autres émissions`
  if (others > 0)
    return `Ce son est dans les conducteurs ${days.slice(0, shownAtMost).join(', ')} et ${rest}.`
  return `Ce son est dans ${days.length > 1 ? 'les conducteurs' : 'le conducteur'} ${days.join(' et ')}.`
}
