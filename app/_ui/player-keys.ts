/** What a key does in a player; seconds for a jump, +1 or −1 for a chapter. */
export type KeyDeed = { kind: 'toggle' } | { kind: 'jump'; by: number } | { kind: 'chapter'; by: 1 | -1 }

/** What has the focus: in a field every key is the field's; a button answers to space itself. */
export type KeyPlace = 'field' | 'button' | 'elsewhere'

const deeds = new Map<string, KeyDeed>([
  [' ', { kind: 'toggle' }],
  ['k', { kind: 'toggle' }],
  ['ArrowLeft', { kind: 'jump', by: -5 }],
  ['ArrowRight', { kind: 'jump', by: 5 }],
  ['j', { kind: 'jump', by: -15 }],
  ['l', { kind: 'jump', by: 30 }],
  ['p', { kind: 'chapter', by: -1 }],
  ['n', { kind: 'chapter', by: 1 }],
])

/** What pressing `key` does there; null when it is not the player's. */
export function keyDeed(key: string, place: KeyPlace): KeyDeed | null {
  if (place === 'field' || (place === 'button' && key === ' ')) return null
  return deeds.get(key.length === 1 ? key.toLowerCase() : key) ?? null
}
