const maxNameCharacters = 150

/**
 * `Content-Disposition` that saves under `name` (RFC 6266): a plain name for old clients, then the real
 * one in UTF-8. Controls, path marks and lone surrogates never reach the header.
 */
export function attachment(name: string): string {
  const safe = [...name.toWellFormed().normalize('NFC')]
    .slice(0, maxNameCharacters)
    .join('')
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '')
    .replace(/[/\\:*?<>|]/g, '-')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  const kept = safe === '' ? 'fichier' : safe
  const plain = kept
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]|["%]/g, '_')
  return `attachment; filename="${plain}"; filename*=UTF-8''${percentEncoded(kept)}`
}

/** encodeURIComponent leaves `'()*` bare, which RFC 8187 does not allow. */
function percentEncoded(text: string): string {
  return encodeURIComponent(text).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
