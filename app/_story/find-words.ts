/** What became of a search, in a sentence. `at` counts from 0; `replaced` is how many were just replaced. */
export function foundWords(search: {
  words: string
  count: number
  at: number
  replaced: number | null
}): string {
  const { words, count, at, replaced } = search
  if (replaced !== null && replaced > 0)
    return replaced === 1 ? '1 remplacé. Annuler le remet.' : `${replaced} remplacés. Annuler les remet tous.`
  if (words.trim() === '') return ''
  return count === 0 ? 'Rien de trouvé.' : `${at + 1} sur ${count}`
}
