import { parseRoman } from './roman.ts'

/** Those that everybody says and nobody spells out any more. */
const everyday = new Set('SNCF TGV TER TV FM BD CD DVD SMS OK PDF CV'.split(' '))
const capitals = /(?<![\p{L}\d])(?:\p{Lu}\.?){2,12}(?![\p{L}\d])/gu
/** Three words in capitals are a shout, not three acronyms. */
const shout = /(?<!\p{L})(?:\p{Lu}{2,40}[\s’']{1,2}){2,}\p{Lu}{2,40}(?!\p{L})/gu

/**
 * Acronyms of a text that it explains nowhere, in order. One is explained by brackets beside it, before or after, or
 * by « c’est-à-dire », « autrement dit » after it, wherever in the text that is.
 */
export function unexplainedAcronyms(lines: readonly string[]): string[] {
  const text = lines.join('\n').replace(shout, '')
  const found = (text.match(capitals) ?? []).map((letters) => letters.replaceAll('.', ''))
  return [...new Set(found)].filter(
    (letters) =>
      letters.length > 1 &&
      !everyday.has(letters) &&
      parseRoman(letters) === null &&
      !isExplained(text, letters),
  )
}

function isExplained(text: string, letters: string): boolean {
  const written = [...letters].join('\\.?')
  return new RegExp(
    `(?<!\\p{L})${written}\\.?[\\s\\u00a0»]{0,3}(?:\\([^)]{4,}|,?[\\s\\u00a0](?:c’est[- ]à[- ]dire|c'est[- ]à[- ]dire|autrement dit|ça veut dire))` +
      `|\\p{L}{3,}[\\s\\u00a0»]{0,3}\\([\\s\\u00a0«]{0,3}${written}`,
    'iu',
  ).test(text)
}
