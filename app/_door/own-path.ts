/**
 * The path of `typed` when it leads to our own site, with its query, else null. Read as browsers read an
 * address: they drop tabs and line breaks and take a backslash for a slash.
 */
export function ownPath(typed: string, baseUrl: string): string | null {
  const { origin } = new URL(baseUrl)
  if (!URL.canParse(typed, origin)) return null
  const url = new URL(typed, origin)
  return url.origin === origin ? url.pathname + url.search + url.hash : null
}
