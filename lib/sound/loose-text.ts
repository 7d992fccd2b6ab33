/** Capital and accented letters by their plain one; a combining accent by nothing. */
const plain = new Map<string, string>()

for (let code = 0x300; code <= 0x36f; code++) plain.set(String.fromCodePoint(code), '')
for (const [from, to] of [
  [0x41, 0x5a],
  [0xa0, 0x58f],
  [0x1e00, 0x1fff],
] as const)
  for (let code = from; code <= to; code++) {
    const letter = String.fromCodePoint(code)
    if (plain.has(letter)) continue
    const bare = letter.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
    if (bare !== letter && [...bare].length === 1) plain.set(letter, bare)
  }
for (const [alike, one] of [
  ['’‘ʼ´`', "'"],
  ['‐‑‒–—−', '-'],
  ['\u00a0\u2009\u202f', ' '],
  ['øØ', 'o'],
  ['łŁ', 'l'],
  ['đĐ', 'd'],
  ['ı', 'i'],
] as const)
  for (const letter of alike) plain.set(letter, one)

const kept = [...plain].filter(([, to]) => to !== '')
const dropped = [...plain].filter(([, to]) => to === '').map(([from]) => from)

/**
 * The two arguments of PostgreSQL's `translate` that do what `looseText` does: the same to the letter in every
 * version and locale, without an extension. What becomes nothing stands last, where it has no partner.
 */
export const looseTable = {
  from: [...kept.map(([from]) => from), ...dropped].join(''),
  to: kept.map(([, to]) => to).join(''),
}

/** Two letters in one, which `translate` cannot part. */
export const ligatures = [
  ['œ', 'oe'],
  ['Œ', 'oe'],
  ['æ', 'ae'],
  ['Æ', 'ae'],
  ['ß', 'ss'],
] as const

/** What does not count when two titles are compared. */
export const punctuation = ' \'"-_.,;:!?…«»“”„()[]{}<>/\\&+*#@|~^=%$€°·•\t\n'

/** A text compared as people do, without capitals and accents, nor any character of `without`. */
export function looseText(text: string, without = ''): string {
  const parted = ligatures.reduce((text, [one, two]) => text.replaceAll(one, two), text)
  return [...parted]
    .map((letter) => plain.get(letter) ?? letter)
    .filter((letter) => !without.includes(letter))
    .join('')
}
