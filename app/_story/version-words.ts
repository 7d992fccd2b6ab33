import { isElided } from '#app/_ui/name-words.ts'
import type { StoryState, VersionReason } from '#lib/db/schema.ts'
import { addDays, type LocalDate, localParts, weekdayOf } from '#lib/time/airtime.ts'
import type { Instant } from '#lib/time/duration.ts'
import { stateWords } from './state-words.ts'

const list = new Intl.ListFormat('fr', { type: 'conjunction' })
const dayOf = new Intl.DateTimeFormat('fr-FR', { day: 'numeric', month: 'long', timeZone: 'UTC' })
const weekdays = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche']

/** After midnight an evening goes on until people have slept. */
const NIGHT_ENDS = '05:00'
const parts = [
  { until: '12:00', today: 'ce matin', past: 'matin' },
  { until: '18:00', today: 'cet après-midi', past: 'après-midi' },
  { until: '24:00', today: 'ce soir', past: 'soir' },
]

/**
 * When something was, as one says it in `zone`: « ce matin à 9 h 12 », « hier soir à 19 h 40 », « lundi après-midi à
 * 15 h », « le 3 octobre à 9 h ». The small hours belong to the night that people had.
 */
export function momentOfDay(at: Instant, now: Instant, zone: string): string {
  const then = localParts(at, zone)
  const today = localParts(now, zone).date
  return `${dayPart(then, today)} à ${hourWords(then.time)}`
}

function dayPart({ date, time }: { date: LocalDate; time: string }, today: LocalDate): string {
  const part = parts.find(({ until }) => time < until) ?? { today: 'ce soir', past: 'soir' }
  const isNight = time < NIGHT_ENDS
  if (date === today) return isNight ? 'cette nuit' : part.today
  if (date === addDays(today, -1)) return isNight ? 'la nuit d’avant' : `hier ${part.past}`
  // Beyond six days a weekday would be taken for the nearer one.
  if (date < today && date >= addDays(today, -6)) {
    const weekday = weekdays[weekdayOf(date) - 1] ?? ''
    return isNight ? `dans la nuit de ${weekday}` : `${weekday} ${part.past}`
  }
  const isThisYear = date.slice(0, 4) === today.slice(0, 4)
  const day = dayOf.format(new Date(`${date}T12:00:00Z`)).replace(/^1 /, '1er ')
  return `le ${day}${isThisYear ? '' : ` ${date.slice(0, 4)}`}`
}

/** « 9 h 12 », « 18 h ». */
function hourWords(time: string): string {
  const [hour = '', minute = ''] = time.split(':')
  return `${Number(hour)} h${minute === '00' ? '' : ` ${minute}`}`
}

export type VersionFacts = {
  reason: VersionReason
  /** Who moved, named or restored it, or began to write after it. */
  by: string | null
  writers: readonly string[]
  name: string
  state: StoryState
}

/** What a version is: « avant que Denise y écrive », « quand Fatiha a noté « À relire » ». Empty for a mere pause. */
export function versionReason({ reason, by, name, state }: VersionFacts): string {
  const who = by ?? 'quelqu’un'
  switch (reason) {
    case 'pause':
      return ''
    case 'writer':
      return `avant ${isElided(who) ? 'qu’' : 'que '}${who} y écrive`
    case 'state':
      return `quand ${who} a noté « ${stateWords[state]} »`
    case 'restore':
      return `avant ${isElided(who) ? 'qu’' : 'que '}${who} reprenne une version d’avant`
    case 'named':
      return `gardée par ${who} : « ${name} »`
  }
}

/** « Fatiha et Karim ». Empty when nobody wrote since the version before. */
export function namesInARow(names: readonly string[]): string {
  return list.format([...new Set(names)])
}

/** « Écrit par Fatiha, avec Karim et Denise ». */
export function contributorWords({ author, others }: { author: string; others: readonly string[] }): string {
  const rest = others.filter((name) => name !== author)
  return `Écrit par ${author}${rest.length > 0 ? `, avec ${namesInARow(rest)}` : ''}`
}

/** What an author is told of a cut, whose they are: « Karim a raccourci votre texte hier soir à 19 h 40 : 40 mots de moins. » */
export function cutWords(
  cut: { by: readonly string[]; removed: number; added: number },
  when: string,
): string {
  const who = namesInARow(cut.by) || 'Quelqu’un'
  const verb = cut.by.length > 1 ? 'ont' : 'a'
  const less = cut.removed - cut.added
  if (less <= 0)
    return `${who} ${verb} récrit une partie de votre texte ${when} : ${wordCount(cut.removed)} remplacés.`
  return `${who} ${verb} raccourci votre texte ${when} : ${wordCount(less)} de moins.`
}

/** « 1 mot », « 1 240 mots ». */
export function wordCount(count: number): string {
  return `${count.toLocaleString('fr-FR')} ${count > 1 ? 'mots' : 'mot'}`
}

/** At the head of a line. */
export function upperFirst(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}
