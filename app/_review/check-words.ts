import type { Check, CheckName } from '#lib/story/checklist.ts'

/** What one looks at, in plain words. */
export const checkQuestions: Record<CheckName, string> = {
  oneIdea: 'Une seule idée par phrase',
  who: 'On sait de qui on parle',
  where: 'On sait où ça se passe',
  when: 'On sait quand',
  acronyms: 'Les mots en lettres (CAF, CCAS…) sont expliqués',
  names: 'Chaque personne nommée est d’accord',
  length: 'La longueur va bien',
}

const nothing: Partial<Record<CheckName, string>> = {
  who: 'Nous n’avons vu aucun nom.',
  where: 'Nous n’avons vu aucun lieu.',
  when: 'Nous n’avons vu ni jour, ni heure.',
  length: 'C’est plus long que la place prévue.',
}
const found: Partial<Record<CheckName, string>> = {
  oneIdea: 'À regarder, c’est long à dire d’un souffle :',
  acronyms: 'À expliquer :',
  names: 'Sont nommés :',
  who: 'Vu :',
  where: 'Vu :',
  when: 'Vu :',
}

/** What was seen beforehand; null when there is nothing to say. `length` is the time it takes, in words. */
export function checkHint({ name, seen, spots }: Check, length: string): string | null {
  if (name === 'length') return seen === 'look' ? `${nothing.length} ${length}` : length
  if (spots.length === 0) return seen === 'look' ? (nothing[name] ?? null) : null
  return `${found[name]} ${spots.map((spot) => `« ${shortened(spot)} »`).join(', ')}`
}

/** A long sentence is known again by how it begins. */
function shortened(spot: string): string {
  return spot.length > 70 ? `${spot.slice(0, 60).replace(/\s+\S*$/, '')}…` : spot
}
