import type { LocalDate } from '#lib/time/airtime.ts'
import { formatDuration, formatSigned, type Milliseconds } from '#lib/time/duration.ts'
import { goesToNames } from './line-words.ts'
import type { Line } from './patch.ts'

const day = new Intl.DateTimeFormat('fr-FR', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

type Named = { number: number; title: string; airDate: LocalDate; airTime: string; isRecorded: boolean }

/** What a print is called: the show, and the episode by its title, else its number. */
export function printTitle(show: string, { title, number }: Named): string {
  return `${show} · ${title || `Numéro ${number}`}`
}

/** `N° 12 · vendredi 27 novembre 2026 à 18:00 · 27:00 pour 27:30 (−0:30)`. */
export function printFacts(episode: Named, totalMs: Milliseconds, slotMs: Milliseconds): string {
  const date = day.format(new Date(`${episode.airDate}T12:00:00Z`))
  const over = totalMs === slotMs ? 'juste à l’heure' : formatSigned(totalMs - slotMs)
  const how = episode.isRecorded ? ' · enregistrée' : ''
  const length = `${formatDuration(totalMs)} pour ${formatDuration(slotMs)} (${over})`
  return `N° ${episode.number} · ${date} à ${episode.airTime}${how} · ${length}`
}

/** What a print says of a line beside its title and times: its rules, and where it is heard. */
export function lineRules(line: Line): string[] {
  return [
    line.isSkipped ? 'Sautée : ne passe pas' : '',
    line.goesTo === 'both' ? '' : goesToNames[line.goesTo],
    line.fixedStart === null ? '' : `Commence à ${line.fixedStart}`,
    line.fixedEnd === null ? '' : `Finit à ${line.fixedEnd}`,
    line.hitTime === null ? '' : `Repère à ${line.hitTime}`,
    line.countToEnd ? 'Finit à son heure' : '',
    line.joinMs < 0 ? `Fondu de ${secondsWords(line.joinMs)} avec la suite` : '',
    line.joinMs > 0 ? `Silence de ${secondsWords(line.joinMs)} après` : '',
  ].filter((words) => words !== '')
}

const secondsWords = (ms: Milliseconds) => `${(Math.abs(ms) / 1000).toLocaleString('fr-FR')} s`

/** What stands in the show's own columns, each behind its name. */
export function ownColumnWords({ extra }: Line, columns: readonly string[]): string[] {
  return columns.flatMap((name) => (extra[name] ? [`${name} : ${extra[name]}`] : []))
}
