import type { CreditedPerson, Music } from '#lib/db/schema.ts'
import type { NoteBlock } from './notes.ts'

/** The few words that a feed adds to what people wrote: listeners read them in their apps. */

const days = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche']

/** "Chaque vendredi"; without a known day, "Chaque semaine". `weekday` is ISO, 1 = Monday. */
export function rhythmLabel(weekday: number | null): string {
  return `Chaque ${(weekday === null ? undefined : days[weekday - 1]) ?? 'semaine'}`
}

/** "Couverture de La Bobine", said to those who do not see it. */
export const coverAlt = (showName: string) => `Couverture du podcast ${showName}`

/** What the feed of one rubric is called, and how it begins to present itself. */
export const rubricTitle = (showName: string, rubric: string) => `${showName} : ${rubric}`
export const rubricWords = (rubric: string) => `Les numéros où l’on entend la rubrique « ${rubric} ».`

/** What the button that gives something says, when nobody has written other words. */
export const fundingWords = (showName: string) => `Soutenir ${showName}`

/** What a lighter copy is called, 32 characters at most. */
export const lighterWords = { light: 'Léger, pour réseau lent (MP3)', opus: 'Très léger (Opus)' }

/** What the notes add to the summary: where to read everything, who took part, which music. */
export function notesOf(episode: {
  pageUrl: string
  persons: readonly CreditedPerson[]
  music: readonly Music[]
}): NoteBlock[] {
  const names = [...new Set(episode.persons.map((person) => person.name))]
  return [
    {
      kind: 'paragraph',
      inlines: [{ kind: 'link', href: episode.pageUrl, text: 'Lire les textes et voir les chapitres' }],
    },
    ...line('Avec : ', names.join(', ')),
    ...line('Musiques : ', episode.music.map(pieceWords).join(' ; ')),
  ]
}

/** "La valse du dernier bus, Les Lampadaires". */
export function pieceWords({ title, performer }: Pick<Music, 'title' | 'performer'>): string {
  return [title, performer].filter((part) => part.trim() !== '').join(', ')
}

function line(before: string, text: string): NoteBlock[] {
  return text === '' ? [] : [{ kind: 'paragraph', inlines: [{ kind: 'text', text: `${before}${text}.` }] }]
}
