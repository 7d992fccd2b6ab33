/** What a spreadsheet would take for a formula when it opens the file. */
const formula = /^[=+\-@\t\r]/
const quoted = /[";\n\r]|^\s|\s$/

/** A cell that no spreadsheet runs: a leading apostrophe makes it text. */
export function safeCell(text: string): string {
  return formula.test(text) ? `'${text}` : text
}

/** The apostrophe of `safeCell` taken away again. */
export function plainCell(text: string): string {
  return text.startsWith("'") && formula.test(text.slice(1)) ? text.slice(1) : text
}

/** CSV as a French spreadsheet opens it by a double click: semicolons, CRLF, a byte order mark before UTF-8. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => {
    const safe = safeCell(text)
    return quoted.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
  }
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(';')}\r\n`).join('')}`
}

const delimiters = [';', '\t', ',', '|'] as const

/**
 * Reads CSV (RFC 4180) whatever stands between the cells: told by a first line `sep=;`, else the mark that cuts most of
 * the first lines into the same number of cells. A quote that is never closed ends with the file. At most `mostRows`
 * rows are read.
 */
export function parseCsv(text: string, mostRows = Number.POSITIVE_INFINITY): string[][] {
  const bare = text.replace(/^\uFEFF/, '')
  const told = /^sep=(.)\r?\n/i.exec(bare)
  const body = told ? bare.slice(told[0].length) : bare
  return cellsOf(body, told?.[1] ?? delimiterOf(body), mostRows).map((row) => row.map(plainCell))
}

function delimiterOf(text: string): string {
  const scores = delimiters.map((delimiter) => {
    const widths = cellsOf(text, delimiter, 20).map((row) => row.length)
    const usual = Math.max(0, ...widths)
    return { delimiter, score: usual < 2 ? 0 : widths.filter((width) => width === usual).length }
  })
  return scores.reduce((best, one) => (one.score > best.score ? one : best)).delimiter
}

function cellsOf(text: string, delimiter: string, mostRows: number): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length && rows.length < mostRows) {
    const cell = cellAt(text, at, delimiter)
    row.push(cell.text)
    at = cell.next
    if (!cell.isLast) continue
    rows.push(row)
    row = []
  }
  // A row that the file breaks off in the middle.
  if (row.length > 0) rows.push(row)
  return rows
}

/** One cell from `at` on; `next` is where the following one begins. */
function cellAt(
  text: string,
  at: number,
  delimiter: string,
): { text: string; next: number; isLast: boolean } {
  const isQuoted = text[at] === '"'
  const closed = isQuoted ? closingQuote(text, at + 1) : at
  let end = closed
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end += 1
  const inside = isQuoted ? text.slice(at + 1, closed - 1).replaceAll('""', '"') : ''
  const isLast = text[end] !== delimiter
  const next = end + (text.startsWith('\r\n', end) ? 2 : 1)
  return { text: inside + text.slice(closed, end), next, isLast }
}

/** Just behind the quote that closes what was opened before `at`. */
function closingQuote(text: string, at: number): number {
  for (let end = text.indexOf('"', at); end >= 0; end = text.indexOf('"', end + 2))
    if (text[end + 1] !== '"') return end + 1
  return text.length + 1
}
