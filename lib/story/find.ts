/** A place in a line, in its own characters. */
export type Found = { from: number; to: number }
/** `isExact`: accents and capitals count. `isWhole`: only whole words. */
export type Sought = { words: string; isExact: boolean; isWhole: boolean }

const letter = /[\p{L}\p{N}]/u
/** Any but the end of a line, over which nothing is found. */
const space = /[^\S\n]/

/**
 * Where `words` stand in a line, in order, never one over another. Unless it is exact, "ecole" finds "École", "oeuf"
 * "œuf", a straight apostrophe a curved one, and any space any other.
 */
export function findIn(line: string, { words, isExact, isWhole }: Sought): Found[] {
  const given = isExact ? asWritten(line) : folded(line)
  const wanted = (isExact ? asWritten(words) : folded(words)).text
  if (wanted.trim() === '') return []
  const found: Found[] = []
  for (let at = given.text.indexOf(wanted); at >= 0; ) {
    const place = placeOf(given, at, at + wanted.length)
    const fits = place !== null && (!isWhole || isWord(line, place))
    if (fits) found.push(place)
    at = given.text.indexOf(wanted, at + (fits ? wanted.length : 1))
  }
  return found
}

/** A text to search in; `from[n]` is where its n-th character stands in the line, with one more for its end. */
type Searched = { text: string; from: number[] }

function asWritten(line: string): Searched {
  return { text: line, from: Array.from({ length: line.length + 1 }, (_, at) => at) }
}

const ligatures: Record<string, string> = {
  œ: 'oe',
  æ: 'ae',
  '’': "'",
  '‘': "'",
  '…': '...',
}

function folded(line: string): Searched {
  let text = ''
  const from: number[] = []
  let at = 0
  for (const character of line) {
    const lower = character.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
    const plain = space.test(lower) ? ' ' : (ligatures[lower] ?? lower)
    for (let n = 0; n < plain.length; n += 1) from.push(at)
    text += plain
    at += character.length
  }
  from.push(at)
  return { text, from }
}

/** Null when it begins or ends within a character, as "o" does in "œ". */
function placeOf({ from }: Searched, start: number, end: number): Found | null {
  const [first = 0, before, last, after = 0] = [from[start], from[start - 1], from[end - 1], from[end]]
  return first === before || last === after ? null : { from: first, to: after }
}

function isWord(line: string, { from, to }: Found): boolean {
  const before = line.slice(0, from).at(-1) ?? ''
  return !letter.test(before) && !letter.test(line[to] ?? '')
}
