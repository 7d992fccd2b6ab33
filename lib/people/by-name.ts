const alphabet = new Intl.Collator('fr')

/** The order of a list of people: Élodie stands beside Eva, whatever order the database keeps. */
export function byName(one: { name: string }, other: { name: string }): number {
  return alphabet.compare(one.name, other.name)
}
