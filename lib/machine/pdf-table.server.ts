import type { Pdf } from './pdf.server.ts'
import { type Span, wrapLines } from './text-lines.ts'

/** Widths are points. Figures stand at the right. `isName`: what the row is about. */
export type TableColumn = { heading: string; width: number; isFigure?: boolean; isName?: boolean }
/** What a row says in each column; a quiet one is less black than the others. */
export type Row = { cells: readonly (readonly Span[])[]; isQuiet: boolean }

const size = 10
const lineHeight = 13
const padding = 4
const quietColour = '#554B40'
const ruleColour = '#8A7D6E'

/** Draws rows one under the other; a new page begins with the head again. */
export class Table {
  private readonly pdf: Pdf
  private readonly columns: readonly TableColumn[]
  private readonly element: PDFKit.PDFStructureElement
  private readonly margin: number
  private y = 0

  constructor(pdf: Pdf, columns: readonly TableColumn[]) {
    this.pdf = pdf
    this.columns = columns
    this.margin = pdf.doc.page.margins.left
    this.element = pdf.doc.struct('Table')
  }

  begin(y: number) {
    this.pdf.root.add(this.element)
    this.y = y
    const head = this.pdf.doc.struct('TR')
    this.element.add(head)
    this.headCells((draw) => this.pdf.say(head, 'TH', draw))
    this.pdf.decorate(() => this.ruleAt(this.y, 1.5))
  }

  row({ cells, isQuiet }: Row) {
    const measure = this.pdf.measure(size)
    const wrapped = this.columns.map(({ width }, index) =>
      wrapLines(cells[index] ?? [], width - 2 * padding, measure),
    )
    // Only what is longer than a page is cut.
    const most = Math.floor((this.bottom - this.margin - 30) / lineHeight) - 1
    const longest = Math.max(...wrapped.map((lines) => lines.length))
    for (let from = 0; from < longest; from += most)
      this.band(
        wrapped.map((lines) => lines.slice(from, from + most)),
        isQuiet,
      )
  }

  end() {
    this.element.end()
  }

  private get bottom() {
    return this.pdf.doc.page.height - this.margin - 12
  }

  private band(cells: readonly Span[][][], isQuiet: boolean) {
    const height = Math.max(...cells.map((lines) => lines.length)) * lineHeight + 2 * padding
    if (this.y + height > this.bottom) this.turn()
    const { doc } = this.pdf
    const row = doc.struct('TR')
    this.element.add(row)
    doc.fillColor(isQuiet ? quietColour : 'black').strokeColor(isQuiet ? quietColour : 'black')
    this.eachColumn((column, x, index) => {
      this.pdf.say(row, column.isName ? 'TH' : 'TD', () => this.cell(cells[index] ?? [], column, x))
    })
    doc.fillColor('black').strokeColor('black')
    this.y += height
    this.pdf.decorate(() => this.ruleAt(this.y, 0.5))
  }

  private cell(lines: readonly Span[][], column: TableColumn, x: number) {
    const measure = this.pdf.measure(size)
    for (const [index, spans] of lines.entries()) {
      const width = spans.reduce((sum, span) => sum + measure(span), 0)
      const at = column.isFigure ? x + column.width - padding - width : x + padding
      this.pdf.line(spans, at, this.y + padding + index * lineHeight, size)
    }
  }

  private turn() {
    this.pdf.doc.addPage()
    this.y = this.margin
    this.pdf.decorate(() => {
      this.headCells((draw) => draw())
      this.ruleAt(this.y, 1.5)
    })
  }

  private headCells(tell: (draw: () => void) => void) {
    this.eachColumn((column, x) =>
      tell(() => this.cell([[{ text: column.heading, isBold: true }]], column, x)),
    )
    this.y += lineHeight + 2 * padding
  }

  private ruleAt(y: number, weight: number) {
    const { doc } = this.pdf
    doc.save().lineWidth(weight).strokeColor(ruleColour)
    doc
      .moveTo(this.margin, y)
      .lineTo(doc.page.width - this.margin, y)
      .stroke()
      .restore()
  }

  private eachColumn(work: (column: TableColumn, x: number, index: number) => void) {
    let x = this.margin
    for (const [index, column] of this.columns.entries()) {
      work(column, x, index)
      x += column.width
    }
  }
}
