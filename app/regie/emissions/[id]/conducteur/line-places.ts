/** A line's neighbours and places, by the ids of the lines in their order. */

/**
 * Behind which line `ids` go when they move one place up (−1) or down (+1), gathered: null is the head, undefined
 * when they are there already.
 */
export function behindWhom(
  order: readonly string[],
  ids: ReadonlySet<string>,
  step: -1 | 1,
): string | null | undefined {
  const places = order.flatMap((id, place) => (ids.has(id) ? [place] : []))
  const [first, last] = [places[0], places.at(-1)]
  if (first === undefined || last === undefined) return undefined
  const isScattered = last - first + 1 > places.length
  if (step < 0) return first > 0 || isScattered ? (order[first - 2] ?? null) : undefined
  return order[last + 1] ?? (isScattered ? order[last] : undefined)
}

/** The lines from one to another, both among them, whichever comes first. */
export function between(order: readonly string[], from: string, to: string): string[] {
  const [a, b] = [order.indexOf(from), order.indexOf(to)]
  return a < 0 || b < 0 ? [to] : order.slice(Math.min(a, b), Math.max(a, b) + 1)
}

/** The set with `id` in it when it was not, and without it when it was. */
export function toggled(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return ids.has(id) ? new Set([...ids].filter((one) => one !== id)) : new Set([...ids, id])
}

/** Who stands at a line's place once `gone` have left: the next that stays, else the one before. */
export function neighbourOf(order: readonly string[], at: string, gone: ReadonlySet<string>): string | null {
  const place = order.indexOf(at)
  const stays = (id: string) => !gone.has(id)
  return order.slice(place).find(stays) ?? order.slice(0, place).findLast(stays) ?? null
}

/** « à la place 5 », « aux places 5 à 7 ». `first` counts from 0. */
export function placeWords(title: string, first: number, count: number): string {
  return count === 1
    ? `« ${title || 'Sans titre'} » est maintenant à la place ${first + 1}`
    : `${count} lignes sont maintenant aux places ${first + 1} à ${first + count}`
}
