import type { Unforeseen } from '#lib/rundown/foresee.ts'
import type { Fields } from '#lib/rundown/patch.ts'
import { addDays, localParts } from '#lib/time/airtime.ts'
import type { Instant } from '#lib/time/duration.ts'
import { fieldNames, isField } from './field-words.ts'

/** A change as the history has it, and as its stream tells it. */
export type Past = { by: string | null; what: string; titles: readonly string[]; fields: readonly string[] }

const verbs: Record<string, (lines: string, past: Past) => string> = {
  added: (lines) => `a ajouté ${lines}`,
  edited: (lines, { fields }) => `a changé ${fieldPhrase(fields)}${lines ? ` de ${lines}` : ''}`,
  moved: (lines) => `a déplacé ${lines}`,
  binned: (lines) => `a retiré ${lines}`,
  restored: (lines) => `a remis ${lines}`,
  duplicated: (lines) => `a dupliqué ${lines}`,
  undone: (lines) => `a annulé un changement${lines ? ` sur ${lines}` : ''}`,
  redone: (lines) => `a refait un changement${lines ? ` sur ${lines}` : ''}`,
  imported: (lines) => `a importé un tableau${lines ? ` : ${lines}` : ''}`,
  left: (lines) => `a passé ${lines} à une autre semaine`,
  arrived: (lines) => `a fait venir ${lines} d’une autre semaine`,
  returned: () => 'est revenu à une version d’avant',
}

/** « Karim a déplacé « Agenda » ». A change by nobody is the radio's own: a sound that got its length. */
export function pastWords(past: Past): string {
  const verb = verbs[past.what] ?? (() => 'a changé le conducteur')
  return `${past.by ?? 'La Bobine'} ${verb(titleWords(past.titles), past)}`
}

const list = new Intl.ListFormat('fr', { type: 'conjunction' })

function titleWords(titles: readonly string[]): string {
  const shown = titles.slice(0, 2).map((title) => `« ${title || 'Sans titre'} »`)
  const more = titles.length - shown.length
  return list.format(more > 0 ? [...shown, more > 1 ? 'd’autres' : 'une autre'] : shown)
}

function fieldPhrase(fields: readonly string[]): string {
  const known = fields.filter((name): name is keyof Fields => isField(name))
  return known.length === 0 ? 'le contenu' : list.format(known.map((name) => fieldNames[name].phrase))
}

const dayOf = new Intl.DateTimeFormat('fr-FR', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
})

/** « aujourd’hui à 9:05 », « hier à 18:40 », « lundi 23 novembre à 8:00 », in the show's zone. */
export function pastTime(at: Instant, now: Instant, zone: string): string {
  const { date, time } = localParts(at, zone)
  const today = localParts(now, zone).date
  const clock = time.replace(/^0/, '')
  if (date === today) return `aujourd’hui à ${clock}`
  if (date === addDays(today, -1)) return `hier à ${clock}`
  return `${dayOf.format(new Date(`${date}T12:00:00Z`))} à ${clock}`
}

/** What was asked for and is not done yet, by the word on its button. */
export const underWayWords: Record<Unforeseen, string> = {
  undo: 'En cours : annuler',
  redo: 'En cours : refaire',
  duplicate: 'En cours : dupliquer',
  restore: 'En cours : remettre la ligne',
  return: 'En cours : revenir à une autre version',
}
