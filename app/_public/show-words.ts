import { clockWords } from './when-words.ts'

const days = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche']

type OnAir = { station: string; frequency: string; slotWeekday: number | null; slotTime: string }

/** "le vendredi à 18 h"; null until somebody says when the show airs. */
export function slotWords({ slotWeekday, slotTime }: OnAir): string | null {
  const day = slotWeekday === null ? undefined : days[slotWeekday - 1]
  return day ? `le\u00a0${day} à\u00a0${clockWords(slotTime)}` : null
}

/** "Sur Radio Exemple, 00.0 FM, le vendredi à 18 h": what is known of it; null when nothing is. */
export function onAirWords(show: OnAir): string | null {
  const frequency = show.frequency.replaceAll(' ', '\u00a0')
  const known = [show.station, frequency, slotWords(show)].filter((part) => part)
  if (known.length === 0) return null
  const words = known.join(', ')
  return show.station ? `Sur ${words}` : `À la radio : ${words}`
}

const roleWords: Record<string, string> = {
  host: 'présentation',
  guest: 'voix',
  author: 'texte',
  reporter: 'reportage',
  'audio engineer': 'son',
}

/** Everybody once, with what they did ("présentation, texte"; '' for nothing to say), in the order of the credits. */
export function creditsByName(persons: readonly { name: string; role: string }[]) {
  const byName = Map.groupBy(persons, (person) => person.name)
  return [...byName].map(([name, roles]) => ({
    name,
    did: roles.flatMap(({ role }) => roleWords[role] ?? []).join(', '),
  }))
}
