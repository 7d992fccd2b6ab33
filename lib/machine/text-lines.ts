/** A stretch of text in one weight. */
export type Span = { text: string; isBold?: boolean }
/** How wide a span is, in the unit of the width that it shall fit. */
export type Measure = (span: Span) => number

/**
 * Breaks text into lines no wider than `width`: at spaces, at newlines, and inside a word only when it alone is wider
 * than a line. No-break spaces hold. Always gives at least one line.
 */
export function wrapLines(spans: readonly Span[], width: number, measure: Measure): Span[][] {
  const lines: Span[][] = [[]]
  let filled = 0
  const feed = () => {
    lines.push([])
    filled = 0
  }
  for (const word of spans.flatMap(wordsOf)) {
    if (word.text === '\n') {
      feed()
      continue
    }
    for (const piece of piecesOf(word, width, measure)) {
      // What hangs over at the end of a line is a space, which nobody sees.
      if (filled > 0 && filled + measure({ ...piece, text: piece.text.trimEnd() }) > width) feed()
      lines.at(-1)?.push(piece)
      filled += measure(piece)
    }
  }
  return lines.map(joinedSpans)
}

/** Words with the space behind them; a newline is a word of its own. */
function wordsOf({ text, isBold = false }: Span): Span[] {
  const words = text.replace(/[ \t\r]+/g, ' ').match(/\n|[^ \n]+ ?| /g) ?? []
  return words.map((word) => ({ text: word, isBold }))
}

function piecesOf(word: Span, width: number, measure: Measure): Span[] {
  if (measure({ ...word, text: word.text.trimEnd() }) <= width) return [word]
  const pieces: Span[] = []
  let piece = ''
  for (const letter of word.text) {
    if (piece !== '' && measure({ ...word, text: piece + letter }) > width) {
      pieces.push({ ...word, text: piece })
      piece = ''
    }
    piece += letter
  }
  return [...pieces, { ...word, text: piece }]
}

function joinedSpans(line: readonly Span[]): Span[] {
  const spans: Span[] = []
  for (const { text, isBold } of line) {
    const last = spans.at(-1)
    if (last && last.isBold === isBold) spans[spans.length - 1] = { ...last, text: last.text + text }
    else spans.push({ text, isBold: isBold ?? false })
  }
  return spans
}
