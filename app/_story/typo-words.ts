import type { TypoKind } from '#lib/story/typography.ts'

/** How many small corrections there could be. */
export function correctionCount(count: number): string {
  if (count === 0) return 'Aucune petite correction'
  return count === 1 ? '1 petite correction' : `${count} petites corrections`
}

/** What each sort is about. */
export const kindWords: Record<TypoKind, string> = {
  space: 'Espace',
  quotes: 'Guillemets',
  apostrophe: 'Apostrophe',
  ellipsis: 'Points de suspension',
  rank: 'Rang',
  hour: 'Heure',
}

/** Spaces that do not break can be seen: the correction may be nothing else. */
export function withSpaces(words: string): string {
  return words.replace(/[\u00a0\u202f]/g, '␣')
}
