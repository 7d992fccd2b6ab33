/** SHA-1 of some bytes: 20 bytes. Given by the caller, since this file reads nothing of the machine. */
export type Sha1 = (bytes: Uint8Array) => Uint8Array

const podcastNamespace = 'ead4c236-bf58-58c6-a2c6-a6b28d128cb6'

/**
 * The `podcast:guid` of a feed: UUIDv5 of its address without scheme and trailing slashes.
 * Computed once, stored, never recomputed: it must outlive a move to another address.
 */
export function podcastGuid(feedUrl: string, sha1: Sha1): string {
  const name = feedUrl.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '').replace(/\/+$/, '')
  return uuidV5(podcastNamespace, name, sha1)
}

/** RFC 9562 §5.5: the first 16 bytes of SHA-1(namespace ‖ name), version 5, variant 10. */
export function uuidV5(namespace: string, name: string, sha1: Sha1): string {
  const prefix = Uint8Array.from(namespace.replaceAll('-', '').match(/../g) ?? [], (hex) =>
    Number.parseInt(hex, 16),
  )
  const digest = sha1(Uint8Array.of(...prefix, ...new TextEncoder().encode(name)))
  const hex = [...digest.subarray(0, 16)]
    .map((byte, at) => (at === 6 ? (byte & 0x0f) | 0x50 : at === 8 ? (byte & 0x3f) | 0x80 : byte))
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
