import { figuresWords, numberWords, ordinalWords } from './number-words.ts'
import { parseRoman } from './roman.ts'

const months = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(
  ' ',
)
const parts: Record<string, string> = { '2': 'demi', '3': 'tiers', '4': 'quart' }
const signs: Record<string, string> = { '@': 'arobase', '.': 'point', '/': 'slash', '-': 'tiret' }

/** The figures of a number without what groups them. */
export const plainFigures = (figures: string) => figures.replace(/\D/g, '')

/** A telephone number, from its beginning (`06`, `+33 6`) and its pairs of figures. */
export function telephoneWords(head: string, pairs: readonly string[]): string {
  const opening = head.startsWith('+')
    ? `plus ${numberWords(Number(head.slice(1, 3)))} ${numberWords(Number(head.at(-1)))}`
    : figuresWords(head)
  return [opening, ...pairs.map(figuresWords)].join(' ')
}

/** An address of the web or of a mailbox, sign by sign. */
export function addressWords(address: string): string {
  return address
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, 'trois w point ')
    .replace(/[@./-]/g, (sign) => ` ${signs[sign]} `)
}

/** A day of the calendar; null when there is no such day or month. A year of two figures is of this century. */
export function dayWords(day: string, month: string, year: string): string | null {
  const name = months[Number(month) - 1]
  if (!name || Number(day) < 1 || Number(day) > 31) return null
  const words = `${Number(day) === 1 ? 'premier' : numberWords(Number(day))} ${name}`
  return year === '' ? words : `${words} ${numberWords(Number(year.length === 2 ? `20${year}` : year))}`
}

/** `3/4` is "trois quarts": halves, thirds and quarters. */
export function fractionWords(top: string, bottom: string): string {
  const name = parts[bottom] ?? ''
  return `${numberWords(Number(top))} ${Number(top) > 1 && !name.endsWith('s') ? `${name}s` : name}`
}

/** A time of day, or so many hours: `19 h 05` is "dix-neuf heures cinq". */
export function hourWords(hour: string, minute: string): string {
  const count = Number(hour)
  const head = `${count === 1 ? 'une' : numberWords(count)} heure${count > 1 ? 's' : ''}`
  return Number(minute) === 0 ? head : `${head} ${numberWords(Number(minute))}`
}

/** `2e`, `1re`, `XXIe`: a count and its ending; null when its letters are no number. */
export function rankWords(count: string, ending: string): string | null {
  const rank = /^\d/.test(count) ? Number(count) : parseRoman(count)
  return rank ? ordinalWords(rank, /^(re|ère)/.test(ending)) : null
}

/** `12,50 €` is "douze euros cinquante". `scale` is thousands (`k`) or millions (`M`) of them. */
export function moneyWords(whole: string, cents: string, scale: string, currency: string): string {
  if (scale !== '') {
    const count = decimalWords(whole, cents === '' ? '' : `,${cents}`)
    return scale === 'k' ? `${count} mille ${currency}s` : `${count} millions ${of(currency)}s`
  }
  const count = Number(whole)
  const name = count > 0 && count % 1_000_000 === 0 ? of(currency) : currency
  const rest = Number(cents) === 0 ? '' : ` ${numberWords(Number(cents.padEnd(2, '0')))}`
  return `${figuresWords(whole)} ${name}${count < 2 ? '' : 's'}${rest}`
}

const of = (currency: string) => (currency === 'euro' ? 'd’euro' : `de ${currency}`)

/** `part` is the separator and what follows it: zeros at its head are said one by one. */
export function decimalWords(whole: string, part: string): string {
  if (part === '') return figuresWords(whole)
  const figures = part.slice(1)
  const rest = figures.replace(/^0+/, '')
  const zeros = Array.from({ length: figures.length - rest.length }, () => 'zéro')
  const said = rest === '' ? zeros : [...zeros, figuresWords(rest)]
  return [figuresWords(whole), part.startsWith(',') ? 'virgule' : 'point', ...said].join(' ')
}
