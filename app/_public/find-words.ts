import { type Found, findIn } from '#lib/story/find.ts'

/**
 * Every place where `typed` stands in `text`, whatever the accents, capitals, kinds of spaces and apostrophes: on a
 * phone « ete » is typed for « été ». Nothing for less than two letters, which would mark half of the page.
 */
export function findWords(text: string, typed: string): Found[] {
  const words = typed.trim().replace(/\s+/g, ' ')
  return words.length < 2 ? [] : findIn(text, { words, isExact: false, isWhole: false })
}
