/** A size as people read it: « 850 ko », « 12 Mo », « 1,4 Go ». */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} ko`
  if (bytes < 1_000_000_000) return `${Math.round(bytes / 1_000_000)} Mo`
  return `${(bytes / 1_000_000_000).toLocaleString('fr-FR', { maximumFractionDigits: 1 })} Go`
}
