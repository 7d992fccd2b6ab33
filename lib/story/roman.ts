const values: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100 }
const wellFormed = /^C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/

/** The number that a Roman numeral below four hundred writes, or null: `XXI` is 21, `IIX` is nothing. */
export function parseRoman(numeral: string): number | null {
  if (numeral === '' || !wellFormed.test(numeral)) return null
  return [...numeral].reduce((sum, letter, at) => {
    const value = values[letter] ?? 0
    return sum + (value < (values[numeral[at + 1] ?? ''] ?? 0) ? -value : value)
  }, 0)
}
