/** What a sound file says of itself in words, by the tags' names in small letters. */
export type SoundTags = Record<string, string>

const mostTags = 60
const longestTag = 300
const longestName = 60

/** Control characters, line ends included, and those that turn the direction of what follows. */
const hidden = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu

/**
 * Tags as a program read them → at most 60, each on one line of at most 300 characters, without control
 * characters. Of a name that comes several times, whatever its capitals, the first one that says something
 * counts.
 */
export function plainTags(...sources: readonly (Readonly<Record<string, unknown>> | undefined)[]): SoundTags {
  const tags = new Map<string, string>()
  for (const [written, said] of sources.flatMap((source) => Object.entries(source ?? {}))) {
    const name = plainLine(written, longestName + 1).toLowerCase()
    const value = typeof said === 'string' ? plainLine(said, longestTag) : ''
    if (name === '' || name.length > longestName || value === '' || tags.has(name)) continue
    tags.set(name, value)
    if (tags.size === mostTags) break
  }
  return Object.fromEntries(tags)
}

// Cut before it is cleaned: lyrics of a megabyte cost nothing. A character may be two units long.
function plainLine(text: string, most: number): string {
  const line = text
    .slice(0, 8 * most)
    .toWellFormed()
    .replace(hidden, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return [...line].slice(0, most).join('').trim()
}
