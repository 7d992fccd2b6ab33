/** A stretch of a text, by its characters: `to` is the first one after it. */
export type Found = { from: number; to: number }

/**
 * Every place where `typed` stands in `text`, whatever the accents, capitals, kinds of spaces and apostrophes: on a
 * phone « ete » is typed for « été ». Nothing for less than two letters, which would mark half of the page.
 */
export function findWords(text: string, typed: string): Found[] {
  const wanted = folded(typed.trim().replace(/\s+/g, ' ')).plain
  if (wanted.length < 2) return []
  const { plain, places } = folded(text)
  const found: Found[] = []
  for (let at = plain.indexOf(wanted); at !== -1; at = plain.indexOf(wanted, at + wanted.length)) {
    const to = places[at + wanted.length] ?? text.length
    found.push({ from: places[at] ?? 0, to })
  }
  return found
}

/** The text as it is compared, and from which character of the text each of its characters comes. */
function folded(text: string): { plain: string; places: number[] } {
  const places: number[] = []
  let plain = ''
  let at = 0
  for (const sign of text) {
    for (const one of plainly(sign)) {
      plain += one
      places.push(at)
    }
    at += sign.length
  }
  return { plain, places: [...places, text.length] }
}

function plainly(sign: string): string[] {
  if (/\s/.test(sign)) return [sign === '\n' ? '\n' : ' ']
  if (sign === '’' || sign === '‘') return ["'"]
  if (/[œŒ]/.test(sign)) return ['o', 'e']
  if (/[æÆ]/.test(sign)) return ['a', 'e']
  return [...sign.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()].flatMap((one) => one.split(''))
}
