const C = 'BCDFGHJKLMNPQRSTVWXZÇ'
const vowel = /[AEIOUYÀÂÉÈÊËÎÏÔÙÛÜŒ]/
const syllable = new RegExp(`^[${C}][AEIOU][${C}]$`)
/** No French word crowds three consonants, begins with two that do not flow, or ends with two that do not. */
const unsayable = new RegExp(
  `[${C}]{3}|^(?![BCDFGPTV][LR]|S[CLMNPQT]|[CPT]H)[${C}]{2}|(?<![LNR][CDKPST]|ST|CH)(?<=[${C}]{2})$`,
)
/** What looks sayable and is spelled, and the other way round. */
const spelled = new Set('ANPE BEP CAP DUT FAQ PEL PIB RER SUV TER VIP'.split(' '))
const said = new Set(['PACS'])

/** How letters in capitals are said: `SNCF` letter by letter, "S N C F"; null for those said as a word, `OTAN`. */
export function spelledOut(capitals: string): string | null {
  return isSaid(capitals) ? null : [...capitals].join(' ')
}

function isSaid(capitals: string): boolean {
  if (said.has(capitals)) return true
  if (spelled.has(capitals) || capitals.length < 3 || !vowel.test(capitals)) return false
  return capitals.length === 3 ? syllable.test(capitals) : !unsayable.test(capitals)
}
