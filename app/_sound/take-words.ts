import type { SpokenPart } from '#lib/story/document.ts'

type Named = { kind: SpokenPart['kind']; number: number | null }

const kinds: Record<SpokenPart['kind'], { name: string; this: string }> = {
  leadIn: { name: 'Lancement', this: 'ce lancement' },
  question: { name: 'Question', this: 'cette question' },
  leadOut: { name: 'Pied', this: 'ce pied' },
  paragraph: { name: 'Passage', this: 'ce passage' },
  quote: { name: 'Citation', this: 'cette citation' },
  listItem: { name: 'Liste', this: 'cette liste' },
}

/** « Question 2 », « Lancement » where there is only one. */
export function passageName({ kind, number }: Named): string {
  return number === null ? kinds[kind].name : `${kinds[kind].name} ${number}`
}

/** « cette question », for a button. */
export const thisPassage = (kind: SpokenPart['kind']) => kinds[kind].this

/** « du 24 novembre à 14 h 32 min 05 »: two takes of one minute have two names. */
export function momentWords(now: Date): string {
  const day = now.toLocaleDateString('fr-FR', { day: 'numeric', month: 'long' })
  const two = (count: number) => String(count).padStart(2, '0')
  return `du ${day} à ${now.getHours()} h ${two(now.getMinutes())} min ${two(now.getSeconds())}`
    .replace(/(\d) (?=\p{L})/gu, '$1\u00a0')
    .replace(/(\p{L}) (?=\d\d)/gu, '$1\u00a0')
}
