/** Letters that Unicode does not part into a plain one and its accent, and signs that look alike. */
const alike = new Map(
  [
    ['œ', 'oe'],
    ['æ', 'ae'],
    ['ß', 'ss'],
    ['ø', 'o'],
    ['ł', 'l'],
    ['đ', 'd'],
    ['ı', 'i'],
    ['’‘ʼ´`', "'"],
    ['‐‑‒–—−', '-'],
  ].flatMap(([letters = '', plain = '']) => [...letters].map((letter) => [letter, plain] as const)),
)
const accents = /[\u0300-\u036f]/g

/** A text compared as people do: without capitals, without accents, ’ as '. */
export function looseText(text: string): string {
  const bare = text.normalize('NFD').replace(accents, '').normalize('NFC').toLowerCase()
  return [...bare].map((letter) => alike.get(letter) ?? letter).join('')
}

/** What is compared as each character: `e` → e, é, É, ê …; and each ligature for its two letters. */
const variants = Map.groupBy(
  [
    [0x21, 0x2ff],
    [0x370, 0x58f],
    [0x1e00, 0x1fff],
    [0x2010, 0x2212],
  ].flatMap(([from = 0, to = 0]) =>
    Array.from({ length: to - from + 1 }, (_, n) => String.fromCodePoint(from + n)),
  ),
  looseText,
)

/**
 * A pattern for PostgreSQL's `~` that finds `word` wherever `looseText` would: every capital and accent is
 * written out, so that the answer needs no extension and hangs on no locale. Faster than folding each row:
 * what is stored is read once as it is.
 */
export function loosePattern(word: string): string {
  return looseText(word)
    .split(/(oe|ae|ss)/)
    .map((part) => {
      const letters = [...part].map(anyOf).join('')
      const ligatures = part.length === 2 ? (variants.get(part) ?? []) : []
      return ligatures.length > 0 ? `(?:${letters}|[${ligatures.join('')}])` : letters
    })
    .join('')
}

// An accent may also stand by itself, behind its letter: that is how a Mac names its files.
function anyOf(letter: string): string {
  const all = new Set([letter, ...letter.toUpperCase(), ...(variants.get(letter) ?? [])])
  const one = all.size === 1 ? escaped(letter) : `[${[...all].map(escaped).join('')}]`
  return /\p{L}/u.test(letter) ? `${one}[\u0300-\u036f]*` : one
}

const escaped = (letter: string) => (/[!-/:-@[-`{-~]/.test(letter) ? `\\${letter}` : letter)
