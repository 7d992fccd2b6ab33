/** Where a sentence stands in its line, in UTF-16 units, without the spaces around it. */
export type Sentence = { from: number; to: number }

/** Short forms that end with a point inside a sentence, and initials. */
const shortForm = /(?:^|[\s(«’'])(?:M|MM|Mme|Mmes|Mlle|Dr|Pr|Me|St|Ste|av|bd|p|ex|env|tél|art|n|\p{Lu})\.$/u

/** The sentences of one line, in order. An abbreviation, an initial and the point of a number end none. */
export function sentencesOf(line: string): Sentence[] {
  const sentences: Sentence[] = []
  let from = 0
  const close = (to: number) => {
    const text = line.slice(from, to)
    const start = from + (text.length - text.trimStart().length)
    const end = from + text.trimEnd().length
    if (end > start) sentences.push({ from: start, to: end })
    from = to
  }
  for (const found of line.matchAll(/[.!?…]+(?:[\s\u00a0\u202f]?[»”"’')]+)*(?=\s|$)|\n/gu)) {
    const end = found.index + found[0].length
    const goesOn = /^[\s\u00a0\u202f]*(?:[\p{Ll},;:]|$)/u.test(line.slice(end, end + 40)) && end < line.length
    const isShort = found[0] === '.' && shortForm.test(line.slice(Math.max(from, end - 8), end))
    if (found[0] === '\n' || !(goesOn || isShort)) close(end)
  }
  close(line.length)
  return sentences
}
