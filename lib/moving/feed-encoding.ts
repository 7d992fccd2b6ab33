const declared = /^[^>]{0,200}encoding\s*=\s*["']([\w.:-]{1,40})["']/i

/**
 * The encoding in which a feed is read, by its first bytes and by whether all of it is UTF-8: what a feed says of itself
 * is often wrong, and text that is not UTF-8 hardly ever looks as if it were.
 */
export function feedEncoding(head: Uint8Array, isUtf8: boolean): string {
  const [first, second, third] = head
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (first === 0x3c && second === 0 && third !== 0) return 'utf-16le'
  if (first === 0 && second === 0x3c) return 'utf-16be'
  if (isUtf8) return 'utf-8'
  const start = new TextDecoder('latin1').decode(head.subarray(0, 300))
  const told = declared.exec(start)?.[1]?.toLowerCase() ?? ''
  return isKnown(told) && !/^utf-?8$/.test(told) ? told : 'windows-1252'
}

function isKnown(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== ''
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
