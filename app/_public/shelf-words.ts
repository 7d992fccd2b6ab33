import type { ShelfKind } from '#lib/publishing/shelves.ts'

type Words = { back: { href: string; label: string }; standfirst: (name: string) => string }

const rubrics = { href: '/rubriques', label: 'Rubriques et thèmes' }

export const shelfWords: Record<ShelfKind, Words> = {
  rubric: { back: rubrics, standfirst: (name) => `Les numéros de la rubrique « ${name} ».` },
  theme: { back: rubrics, standfirst: (name) => `Les numéros qui parlent de : ${name}.` },
  house: {
    back: { href: '/les-maisons', label: 'Les maisons' },
    standfirst: () => 'Ce que ses habitantes et ses habitants ont raconté à l’émission.',
  },
}

/** "3 numéros", "rien encore". */
export function countWords(count: number): string {
  if (count === 0) return 'rien encore'
  return count === 1 ? '1\u00a0numéro' : `${count}\u00a0numéros`
}
