/**
 * Text out of bytes of unknown encoding, as office programs leave them: UTF-8, UTF-16 with or without its mark, else
 * Windows-1252, in which every byte is some character.
 */
export function decodeText(bytes: Uint8Array): string {
  const wide = utf16Of(bytes)
  if (wide) return new TextDecoder(wide).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Without a mark, UTF-16 of our languages gives itself away: nearly every second byte is zero. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const start = bytes.subarray(0, 400)
  const zeros = (parity: number) => start.filter((byte, at) => at % 2 === parity && byte === 0).length
  const many = start.length * 0.3
  if (start.length < 4) return null
  if (zeros(1) > many) return 'utf-16le'
  return zeros(0) > many ? 'utf-16be' : null
}
