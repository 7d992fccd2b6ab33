const breaker = new Intl.Segmenter('fr', { granularity: 'sentence' })
/** After these a point ends no sentence: "M. Dupont", "12 av. Jaurès", "St. Nicolas". */
const shortened =
  /(?:^|[\s(«])(?:M|MM|Mme|Mmes|Mlle|Dr|Pr|St|Ste|av|bd|bld|cf|env|ex|art|n°|p|tél|vol|[A-ZÀ-Ý])\.\s*$/u

/** The sentences of a paragraph, in order; joined by spaces they are the paragraph again, but for its spacing. */
export function sentencesOf(paragraph: string): string[] {
  const sentences: string[] = []
  let goesOn = false
  for (const { segment } of breaker.segment(paragraph.replace(/\s+/gu, ' ').trim())) {
    const text = segment.trim()
    if (text === '') continue
    // A quotation mark that closes belongs to what it closes.
    const [, closing = '', rest = ''] = /^([»”)\]]*)\s*(.*)$/su.exec(text) ?? []
    if (closing !== '' && sentences.length > 0) add(sentences, closing)
    if (rest !== '') {
      if (goesOn) add(sentences, rest)
      else sentences.push(rest)
    }
    goesOn = shortened.test(segment)
  }
  return sentences
}

function add(sentences: string[], text: string) {
  sentences[sentences.length - 1] = `${sentences.at(-1) ?? ''} ${text}`
}
