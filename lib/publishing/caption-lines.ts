/** Characters a line of a caption may hold; two lines at most (Podcasting 2.0's advice for SRT). */
const lineLength = 32
/** A longer name leaves no room for words beside it. */
const longestPrefixBesideText = 20

export type Caption = { lines: string[]; words: number; opensTurn: boolean }

/**
 * Captions of some paragraphs: none mixes two paragraphs. When `newSpeaker` is given the first one
 * opens a turn and leaves room for the name.
 */
export function captionsOf(paragraphs: readonly string[], newSpeaker: string): Caption[] {
  const captions: Caption[] = []
  for (const paragraph of paragraphs) {
    let left = wordsOf(paragraph)
    while (left.length > 0) {
      const opensTurn = captions.length === 0 && newSpeaker !== ''
      const caption = fill(left, opensTurn ? roomAfterName(newSpeaker) : [lineLength, lineLength])
      captions.push({ ...caption, opensTurn })
      left = left.slice(caption.words)
    }
  }
  return captions
}

/** "Name: ", cut so that even alone it fits a line. */
export function namePrefix(speaker: string): string {
  return `${(pieces(speaker, lineLength - 1)[0] ?? '').trim()}: `
}

/** The lines with the name before them: beside the first words when they leave room, else above. */
export function linesWithName(speaker: string, lines: readonly string[]): string[] {
  const prefix = namePrefix(speaker)
  const [first = '', ...rest] = lines
  return prefix.length + first.length <= lineLength ? [prefix + first, ...rest] : [prefix.trim(), ...lines]
}

function roomAfterName(speaker: string): number[] {
  const prefix = namePrefix(speaker)
  return prefix.length > longestPrefixBesideText ? [lineLength] : [lineLength - prefix.length, lineLength]
}

/** Takes words until the lines, each as long as `room` says, are full. */
function fill(words: readonly string[], room: readonly number[]): { lines: string[]; words: number } {
  const lines: string[] = []
  let taken = 0
  for (const length of room) {
    let line = ''
    for (let next = words[taken]; next !== undefined; next = words[taken]) {
      const longer = line === '' ? next : `${line} ${next}`
      if (longer.length > length) break
      line = longer
      taken += 1
    }
    lines.push(line)
  }
  return { lines: lines.filter((line) => line !== ''), words: taken }
}

/** Words as they may be broken: at spaces, not at French no-break spaces; longer than a line is cut. */
function wordsOf(paragraph: string): string[] {
  return paragraph.split(/[ \t\n\u2028\u2029]+/).flatMap((word) => pieces(word, lineLength))
}

/** Cuts between graphemes, so that no accent or emoji is torn apart (unless one alone exceeds a line). */
function pieces(text: string, length: number): string[] {
  const cut: string[] = []
  const graphemes = [...new Intl.Segmenter('fr', { granularity: 'grapheme' }).segment(text)]
  for (const atom of graphemes.flatMap(({ segment }) =>
    segment.length > length ? [...segment] : [segment],
  )) {
    const last = cut.at(-1)
    if (last !== undefined && last.length + atom.length <= length) cut[cut.length - 1] = last + atom
    else cut.push(atom)
  }
  return cut
}
