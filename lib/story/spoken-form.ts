import { spelledOut } from './acronyms.ts'
import { numberWords } from './number-words.ts'
import { parseRoman } from './roman.ts'
import {
  addressWords,
  dayWords,
  decimalWords,
  fractionWords,
  hourWords,
  moneyWords,
  plainFigures,
  rankWords,
  telephoneWords,
} from './said-figures.ts'

// Every pattern is bounded, or moves on with each character: a text of a megabyte is read at once.

/** The spaces of a number, that which does not break among them. */
const S = '[ \\u00a0\\u202f]'
/** Not in the middle of a word or of a longer number. */
const FROM = '(?<![\\p{L}\\d,.])'
const END = "(?![\\p{L}\\d’'])"
const NUMBER = `(\\d{1,3}(?:${S}\\d{3}){1,3}(?!\\d)|\\d+)`
const DECIMALS = '([,.]\\d{1,12}(?!\\d))?'
const TOP_LEVEL = '(?:fr|org|com|net|eu|info|coop|radio)'
const MAILBOX = '(?:[\\w+-]{1,40}(?:\\.[\\w+-]{1,40}){0,3}@)?'

const currencies: Record<string, string> = { '€': 'euro', $: 'dollar', '£': 'livre' }
/** What follows a number, said for one and for many. */
const units: Record<string, readonly [string, string]> = {
  'km/h': ['kilomètre à l’heure', 'kilomètres à l’heure'],
  'km²': ['kilomètre carré', 'kilomètres carrés'],
  'm²': ['mètre carré', 'mètres carrés'],
  'm³': ['mètre cube', 'mètres cubes'],
  '°C': ['degré', 'degrés'],
  kWh: ['kilowattheure', 'kilowattheures'],
  min: ['minute', 'minutes'],
  mn: ['minute', 'minutes'],
  km: ['kilomètre', 'kilomètres'],
  cm: ['centimètre', 'centimètres'],
  mm: ['millimètre', 'millimètres'],
  kg: ['kilo', 'kilos'],
  cl: ['centilitre', 'centilitres'],
  m: ['mètre', 'mètres'],
  g: ['gramme', 'grammes'],
  l: ['litre', 'litres'],
  s: ['seconde', 'secondes'],
  '°': ['degré', 'degrés'],
  '%': ['pour cent', 'pour cent'],
  '‰': ['pour mille', 'pour mille'],
}

type Rule = [pattern: RegExp, say: (found: string, ...parts: string[]) => string]
const rule = (pattern: string, say: Rule[1]): Rule => [new RegExp(pattern, 'gu'), say]

/** In this order: what holds figures together (a telephone, a day, an hour) is read before bare numbers. */
const rules: readonly Rule[] = [
  rule('(?<=\\d)ᵉʳ', () => 'er'),
  rule('(?<=[\\dIVX])ᵉ', () => 'e'),
  rule(
    `(?<![\\w.+@-])${MAILBOX}(?:https?://)?(?:[\\w-]{1,60}\\.){1,5}${TOP_LEVEL}(?![\\w-])(?:/[\\w/-]{0,80})?`,
    addressWords,
  ),
  rule(
    `${FROM}(\\+\\d{2}${S}?\\d|0\\d)((?:[-. \\u00a0\\u202f]?\\d{2}){4})(?!\\d)`,
    (_all, head = '', pairs = '') => telephoneWords(head, pairs.match(/\d{2}/g) ?? []),
  ),
  rule(
    `${FROM}(\\d{4})-(\\d{2})-(\\d{2})${END}`,
    (all, year = '', month = '', day = '') => dayWords(day, month, year) ?? all,
  ),
  rule(`${FROM}([1-3])/([2-4])(?![\\d/])`, (_all, top = '', bottom = '') => fractionWords(top, bottom)),
  rule(
    `${FROM}(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}|\\d{2}))?(?![\\d/])`,
    (all, day = '', month = '', year) => dayWords(day, month, year ?? '') ?? all,
  ),
  rule('(?<=\\d|\\dh)/(?=\\d)', () => ' sur '),
  rule('(?<=\\d)[-–](?=\\d)', () => ' à '),
  rule('(?<=^|[\\s(«])[-−](?=\\d)', () => 'moins '),
  rule(`${FROM}(\\d{1,2})(?:${S}?h${S}?(\\d{2})?|:(\\d{2}))${END}`, (_all, hour = '', minute, other) =>
    hourWords(hour, minute ?? other ?? ''),
  ),
  rule(
    `${FROM}(\\d{1,4})(ers?|res?|ères?|es?|èmes?|nde?s?)${END}`,
    (all, count = '', ending = '') => rankWords(count, ending) ?? all,
  ),
  rule(
    `${FROM}([IVX]{1,6}(?=e|ème)|I(?=er|re|ère))(er|re|ère|ème|e)${END}`,
    (all, count = '', ending = '') => rankWords(count, ending) ?? all,
  ),
  rule(`(?<=\\p{Lu}[\\p{Ll}-]{1,30}${S}|(?:acte|tome|chapitre)${S})[IVX]{2,6}${END}`, (numeral) =>
    numberOf(numeral),
  ),
  rule(`${FROM}${NUMBER}(?:,(\\d{1,2}))?${S}?([kM])?([€$£])`, (_all, whole = '', cents, scale, sign = '') =>
    moneyWords(plainFigures(whole), cents ?? '', scale ?? '', currencies[sign] ?? ''),
  ),
  rule(
    `${FROM}${NUMBER}${DECIMALS}${S}?(${Object.keys(units).join('|')})${END}`,
    (_all, whole = '', part, name = '') => measureWords(plainFigures(whole), part ?? '', name),
  ),
  rule(
    `${NUMBER}${DECIMALS}`,
    (_all, whole = '', part) => ` ${decimalWords(plainFigures(whole), part ?? '')} `,
  ),
  rule('[nN]°', () => 'numéro '),
  rule('&', () => ' et '),
  rule(`(?<=${S})[+×=](?=${S})`, (sign) => (sign === '+' ? 'plus' : sign === '×' ? 'fois' : 'égale')),
  rule('[€$£]', (sign) => ` ${currencies[sign]} `),
  rule('(?<!\\p{L})etc(?!\\p{L})', () => 'et cetera'),
  rule('(?<!\\p{L})(?:\\p{Lu}\\.){2,12}', (letters) => letters.replaceAll('.', ' ')),
  // Three words in capitals are a shout, not three acronyms: matched first, and left as they are.
  rule(
    `(?<!\\p{L})(?:\\p{Lu}{2,40}[\\s’']{1,2}){2,}\\p{Lu}{2,40}(?!\\p{L})|(?<!\\p{L})\\p{Lu}{2,12}(?!\\p{L})`,
    (capitals) => (/[^\p{L}]/u.test(capitals) ? capitals : (spelledOut(capitals) ?? capitals)),
  ),
]

/**
 * A text with its figures, signs and acronyms as a reader says them: "le 25/11 à 19 h 30" is "le vingt-cinq novembre
 * à dix-neuf heures trente". Made for counting and timing, not for showing.
 */
export function spokenForm(text: string): string {
  return rules.reduce((said, [pattern, say]) => said.replace(pattern, say), text)
}

function measureWords(whole: string, part: string, name: string): string {
  const [one, many] = units[name] ?? ['', '']
  return `${decimalWords(whole, part)} ${Number(whole) < 2 ? one : many} `
}

function numberOf(numeral: string): string {
  const count = parseRoman(numeral)
  return count === null ? numeral : numberWords(count)
}
