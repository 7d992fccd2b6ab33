/** What a small correction is about. */
export type TypoKind = 'space' | 'quotes' | 'apostrophe' | 'ellipsis' | 'rank' | 'hour'
/** One small correction: `text` stands for the characters from `from` to `to` of the line. */
export type TypoEdit = { kind: TypoKind; from: number; to: number; text: string }

/** The space that keeps a sign with its word. A narrow one that is there already is as right. */
const NB = '\u00a0'
const S = '[ \\u00a0\\u202f\\t]'
/** Not glued to its word: nothing, ordinary spaces, or several. */
const LOOSE = '(?:[ \\t]{1,20}|[ \\u00a0\\u202f\\t]{2,20})'
const WORD = '[\\p{L}\\p{N})\\]»”">%€°’]'
const STOP = '(?=[\\s»”")\\]…?!]|$)'

type Rule = {
  kind: TypoKind
  pattern: RegExp
  /** What stands there instead; null when it is right after all. */
  right: (found: string, ...parts: string[]) => string | null
}
const rule = (kind: TypoKind, pattern: string, right: Rule['right']): Rule => ({
  kind,
  pattern: new RegExp(pattern, 'gu'),
  right,
})

/** What is never touched: addresses, mailboxes, handles, files, and smileys. */
const kept = new RegExp(
  [
    '(?:https?|ftp)://\\S+',
    '(?:mailto|tel):\\S+',
    'www\\.\\S+',
    "[\\w.+'-]{1,64}@[\\w-]{1,60}(?:\\.[\\w-]{1,60}){1,4}",
    '(?<![\\w.])(?:[\\w-]{1,60}\\.){1,4}(?:fr|org|com|net|eu|info|coop|radio)(?![\\w-])(?:/\\S*)?',
    '(?<=^|\\s)[:;]-?[)(DPp](?=\\s|$)',
  ].join('|'),
  'gu',
)

const rules: readonly Rule[] = [
  // A sign after its word: "Ça va?" and "Ça va ?" with a space that may break.
  rule('space', `(?<=${WORD})(?:${LOOSE})?(?=[?!]+${STOP})`, (found) => gluedUnless(found)),
  rule('space', `(?<=${WORD})(?:${LOOSE})?(?=[:;](?:\\s|$))`, (found) => gluedUnless(found)),
  rule('space', `(?<=\\d)(?:${LOOSE})?(?=[%€](?![\\p{L}\\d]))`, (found) => gluedUnless(found)),
  rule('space', `(?<=[\\p{L}»”")%€])[ \\t]{1,20}(?=,\\s|\\.(?:\\s|$))`, () => ''),
  rule('space', `(?<=[^\\s\\d])[ ]{2,20}(?=[^\\s;:?!%€»])|(?<=\\d)[ ]{2,20}(?=[^\\s\\d;:?!%€»])`, () => ' '),
  // Quotes.
  rule('quotes', `«${LOOSE}?(?=[^\\s\\u00a0\\u202f«»])`, () => `«${NB}`),
  rule('quotes', `(?<=[^\\s\\u00a0\\u202f«»])${LOOSE}?»`, () => `${NB}»`),
  rule('quotes', `<<${S}{0,20}`, () => `«${NB}`),
  rule('quotes', `${S}{0,20}>>`, () => `${NB}»`),
  // An apostrophe typed straight, or as an accent.
  rule('apostrophe', `(?<=\\p{L})['´\`](?=[\\p{L}\\p{N}«“])`, () => '’'),
  // Points that go on. "etc." has one.
  rule('ellipsis', `(?<=(?<!\\p{L})[Ee]tc)(?:\\.{2,20}|\\.?…)`, () => '.'),
  rule('ellipsis', `(?<![.…])\\.{3,20}(?!…)`, () => '…'),
  // Ranks.
  rule('rank', `(?<=(?<![\\p{L}\\d,.])1)(?:ier|er)(s?)(?![\\p{L}\\d])`, (found, s = '') =>
    found === `er${s}` ? null : `er${s}`,
  ),
  rule('rank', `(?<=(?<![\\p{L}\\d,.])1)[iI]?[èe]re(s?)(?![\\p{L}\\d])`, (_found, s = '') => `re${s}`),
  rule(
    'rank',
    `(?<=(?<![\\p{L}\\d,.])(?:\\d{1,4}|[IVX]{1,6}))i?[èe]me(s?)(?![\\p{L}\\d])`,
    (_found, s = '') => `e${s}`,
  ),
  // Hours: 19h30, 9H, "19 h30".
  rule(
    'hour',
    `(?<![\\p{L}\\d.,:/-])([01]?\\d|2[0-4])${S}?[hH]${S}?([0-5]\\d)(?![\\p{L}\\d])`,
    (found, hour = '', minute = '') => rightHour(found, `${hour}${NB}h${NB}${minute}`),
  ),
  rule(
    'hour',
    `(?<![\\p{L}\\d.,:/-])(\\d{1,2})[hH](?!${S}?[\\p{L}\\d]|[’'-])`,
    (_found, hour = '') => `${hour}${NB}h`,
  ),
  rule('hour', `(?<![\\p{L}\\d.,:/-])(\\d{1,2})[hH](?=${S}\\p{L})`, (_found, hour = '') => `${hour}${NB}h`),
]

/**
 * The small corrections that French printing asks of one line of text, in order, none over another: no-break spaces
 * before ; : ? ! % €, « », apostrophes, …, ranks, hours. Spelling, figures and addresses are left alone.
 */
export function typographyEdits(line: string): TypoEdit[] {
  // What is kept is covered by as many signs that no rule knows.
  const open = line.replace(kept, (found) => '\ue000'.repeat(found.length))
  const edits = [...rules.flatMap((one) => editsBy(one, open)), ...straightQuotes(open)]
  return withoutOverlaps(edits.filter(({ from, to, text }) => line.slice(from, to) !== text))
}

/** A line with corrections made. */
export function correctLine(line: string, edits: readonly TypoEdit[]): string {
  return edits.reduceRight(
    (text, { from, to, text: right }) => text.slice(0, from) + right + text.slice(to),
    line,
  )
}

function editsBy({ kind, pattern, right }: Rule, line: string): TypoEdit[] {
  return [...line.matchAll(pattern)].flatMap((found) => {
    const [all, ...parts] = found
    const text = right(all, ...parts)
    return text === null ? [] : [{ kind, from: found.index, to: found.index + all.length, text }]
  })
}

/** One no-break space of either width is right as it is. */
function gluedUnless(found: string): string | null {
  return found === NB || found === '\u202f' ? null : NB
}

/** An hour that has its spaces is right, whichever they are. */
function rightHour(found: string, right: string): string | null {
  return found.replace(/[ \u202f]/g, NB) === right ? null : right
}

/** Straight and English quotes by pairs; a line whose quotes do not pair up is left as it is. */
function straightQuotes(line: string): TypoEdit[] {
  const signs = [...line.matchAll(/"|“|”/g)].map(({ index }) => index).filter((at) => !isInches(line, at))
  // Inside « » the English ones are right.
  if (signs.length % 2 === 1 || /«[^«»]{0,2000}[“”"][^«»]{0,2000}»/.test(line)) return []
  return signs.map((at, index) => (index % 2 === 0 ? openingAt(line, at) : closingAt(line, at)))
}

/** 5'30" is a length. */
function isInches(line: string, at: number): boolean {
  return line[at] === '"' && /\d['’]\d{1,2}$/.test(line.slice(Math.max(0, at - 5), at))
}

function openingAt(line: string, at: number): TypoEdit {
  const spaces = /^[ \u00a0\u202f]*/.exec(line.slice(at + 1, at + 21))?.[0].length ?? 0
  return { kind: 'quotes', from: at, to: at + 1 + spaces, text: `«${NB}` }
}

function closingAt(line: string, at: number): TypoEdit {
  const spaces = /[ \u00a0\u202f]*$/.exec(line.slice(Math.max(0, at - 20), at))?.[0].length ?? 0
  return { kind: 'quotes', from: at - spaces, to: at + 1, text: `${NB}»` }
}

/** In order; where two want the same characters the first rule has them. */
function withoutOverlaps(edits: readonly TypoEdit[]): TypoEdit[] {
  const taken: TypoEdit[] = []
  // Sorting keeps the rules' order among those that begin together.
  for (const edit of edits.toSorted((a, b) => a.from - b.from)) {
    const last = taken.at(-1)
    if (!last || !overlap(last, edit)) taken.push(edit)
  }
  return taken
}

function overlap(a: TypoEdit, b: TypoEdit): boolean {
  if (a.from === a.to && b.from === b.to) return a.from === b.from
  return a.from < b.to && b.from < a.to
}
