/** Colours of the people in a text, `#rrggbb`; white is readable on each (contrast ≥ 5). */
const colours = ['#1e5b4f', '#1f4e79', '#6b2d5c', '#a63a1e', '#7a4b00', '#23663a', '#4a3f8f', '#8a1f4d']

/** The same person has the same colour everywhere. */
export function presenceColour(memberId: string): string {
  const sum = [...memberId].reduce((total, letter) => (total * 31 + letter.charCodeAt(0)) % 65_521, 7)
  return colours[sum % colours.length] ?? '#1e5b4f'
}

const MAX_CURSOR_CHARACTERS = 2000

/**
 * Keeps of what a page says about itself one entry, its cursor and that it only reads, under the name that we know it by. A page
 * can thus neither take another name nor speak for others. Changes `states` in place.
 */
export function ownPresence(
  states: Map<number, Record<string, unknown>>,
  own: { memberId: string; name: string; clientId: number | null; isReadOnly?: boolean },
): number | null {
  const said = [...states].find(([id, state]) =>
    own.clientId === null ? Object.keys(state).length > 0 : id === own.clientId,
  )
  states.clear()
  if (!said) return own.clientId
  const [clientId, { cursor = null, reads: saysSo }] = said
  const isSmall = JSON.stringify(cursor).length <= MAX_CURSOR_CHARACTERS
  const user = { name: own.name, color: presenceColour(own.memberId) }
  // Whoever may write may say that they only read; whoever may not, does.
  const reads = own.isReadOnly === true || saysSo === true
  states.set(clientId, { user, ...(isSmall && { cursor }), ...(reads && { reads }) })
  return clientId
}
