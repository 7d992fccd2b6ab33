const units = [
  'zéro un deux trois quatre cinq six sept huit neuf',
  'dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf',
].flatMap((row) => row.split(' '))
const tens = ['', '', 'vingt', 'trente', 'quarante', 'cinquante', 'soixante']

/** The largest number that is said as one; anything longer is a code, said figure by figure. */
const LARGEST = 999_999_999_999

/**
 * A whole number as it is said in France, in the spelling that ties only tens and units by a hyphen: `1234` is
 * "mille deux cent trente-quatre".
 */
export function numberWords(count: number): string {
  if (count < 0) return `moins ${numberWords(-count)}`
  if (count < 1000) return belowThousand(count)
  const [size, name] = scaleOf(count)
  const [many, rest] = [Math.floor(count / size), count % size]
  const head =
    size === 1000
      ? many === 1
        ? 'mille'
        : `${invariable(belowThousand(many))} mille`
      : `${belowThousand(many)} ${name}${many > 1 ? 's' : ''}`
  return rest === 0 ? head : `${head} ${numberWords(rest)}`
}

/** Figures as they stand in a text: a number, or a code when they begin with a zero or are too many. */
export function figuresWords(figures: string): string {
  const count = Number(figures)
  if (figures === '0' || (!figures.startsWith('0') && count <= LARGEST)) return numberWords(count)
  return [...figures].map((figure) => units[Number(figure)]).join(' ')
}

/** `3` is "troisième", `1` "premier" or, `feminine`, "première". */
export function ordinalWords(count: number, feminine = false): string {
  if (count === 1) return feminine ? 'première' : 'premier'
  return numberWords(count)
    .replace(/(cent|vingt|million|milliard)s$/, '$1')
    .replace(/neuf$/, 'neuv')
    .replace(/cinq$/, 'cinqu')
    .replace(/e$/, '')
    .concat('ième')
}

function scaleOf(count: number): [number, string] {
  if (count >= 1_000_000_000) return [1_000_000_000, 'milliard']
  return count >= 1_000_000 ? [1_000_000, 'million'] : [1000, 'mille']
}

function belowThousand(count: number): string {
  if (count < 100) return belowHundred(count)
  const [many, rest] = [Math.floor(count / 100), count % 100]
  const hundreds = many === 1 ? 'cent' : `${units[many]} cent`
  if (rest > 0) return `${hundreds} ${belowHundred(rest)}`
  return many === 1 ? hundreds : `${hundreds}s`
}

function belowHundred(count: number): string {
  if (count < 20) return units[count] ?? ''
  if (count >= 80) return count === 80 ? 'quatre-vingts' : `quatre-vingt-${units[count - 80]}`
  const ten = count >= 70 ? 6 : Math.floor(count / 10)
  const rest = count - ten * 10
  const name = tens[ten] ?? ''
  if (rest === 0) return name
  return rest === 1 || rest === 11 ? `${name} et ${units[rest]}` : `${name}-${units[rest]}`
}

/** "deux cents" and "quatre-vingts" lose their s before "mille". */
const invariable = (words: string) => words.replace(/(cent|vingt)s$/, '$1')
