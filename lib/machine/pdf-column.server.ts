import type { Pdf } from './pdf.server.ts'
import { type Span, wrapLines } from './text-lines.ts'

export type Block = { tag: 'H1' | 'H2' | 'H3' | 'P'; spans: readonly Span[]; look: Look }

/**
 * Of a block: sizes and gaps as shares of the text's; `label` stands above it in small; `keep`: points of what
 * follows that stay on its page.
 */
export type Look = {
  scale?: number
  before?: number
  after?: number
  label?: string
  keep?: number
  isFramed?: boolean
  /** A box to tick by hand stands before it. */
  isTicked?: boolean
}
const labelScale = 0.75
/** From line to line, as a share of the size. */
const leading = 1.5
const ruleColour = '#8A7D6E'

/** Text from the top of a page to its foot, then on the next one. */
export class Column {
  private readonly pdf: Pdf
  private readonly size: number
  private readonly margin: number
  private y: number

  /** `size` of the text in points. */
  constructor(pdf: Pdf, size: number) {
    this.pdf = pdf
    this.size = size
    this.margin = pdf.doc.page.margins.left
    this.y = this.margin
  }

  /** A paragraph in an element of its own, its label with it. One of less than half a page is not cut. */
  block({ tag, spans, look }: Block) {
    const { scale = 1, before = 0, after = 0, label = '', keep = 0, isFramed = false } = look
    const size = this.size * scale
    const step = size * leading
    const inset = this.insetOf(look)
    const lines = this.linesOf(spans, look)
    this.y += before * this.size
    // What fills more than half a page may be cut, and then keeps nothing but two lines of itself.
    const half = (this.foot - this.margin) / 2
    const whole = this.heightOf({ spans, look })
    const needed = whole > half ? whole - Math.max(0, lines.length - 2) * step : whole + Math.min(keep, half)
    if (this.y + needed > this.foot) this.turn()
    const element = this.pdf.doc.struct(tag)
    this.pdf.root.add(element)
    if (label !== '') element.add(() => this.writeLabel(label))
    if (look.isTicked) this.pdf.decorate(() => this.tickBox(size))
    for (const band of this.bands(lines, step)) {
      if (isFramed) this.pdf.decorate(() => this.edge(band.length * step))
      element.add(() => {
        for (const [index, line] of band.entries())
          this.pdf.line(line, this.margin + inset, this.y + index * step, size)
      })
      this.y += band.length * step
    }
    element.end()
    this.y += after * this.size
  }

  /** Blocks one after the other; a heading stays with what it announces. */
  blocks(blocks: readonly Block[]) {
    for (const [index, block] of blocks.entries()) {
      const next = blocks[index + 1]
      const announced = block.tag === 'H3' && next ? this.heightOf(next) : 0
      this.block({ ...block, look: { ...block.look, keep: announced } })
    }
  }

  /** Room to write by hand: `count` lines, on one page. */
  writingLines(count: number) {
    const height = this.writingHeight(count)
    if (this.y + height > this.foot) this.turn()
    this.pdf.decorate(() => {
      for (let line = 1; line <= count; line += 1) this.hairline(this.y + (line * height) / (count + 0.5))
    })
    this.y += height
  }

  /** How high `count` lines to write on are, in points. */
  writingHeight(count: number): number {
    return (count + 0.5) * this.size * 2
  }

  /** How high a block is, in points, without its gaps. */
  heightOf({ spans, look }: Pick<Block, 'spans' | 'look'>): number {
    const label = look.label ? this.size * labelScale * leading : 0
    return label + this.linesOf(spans, look).length * this.size * (look.scale ?? 1) * leading
  }

  private linesOf(spans: readonly Span[], look: Look): Span[][] {
    return wrapLines(spans, this.width - this.insetOf(look), this.pdf.measure(this.size * (look.scale ?? 1)))
  }

  private insetOf({ isFramed = false, isTicked = false, scale = 1 }: Look): number {
    return isFramed ? 10 : isTicked ? this.size * scale * 1.6 : 0
  }

  private tickBox(size: number) {
    const { doc } = this.pdf
    doc.save().lineWidth(1.5).strokeColor('#000000')
    doc
      .rect(this.margin + 1, this.y + size * 0.1, size * 0.9, size * 0.9)
      .stroke()
      .restore()
  }

  private writeLabel(label: string) {
    const size = this.size * labelScale
    this.pdf.line([{ text: label, isBold: true }], this.margin, this.y, size)
    this.y += size * leading
  }

  /** A rule before what is `below` points high; a new page is rule enough. */
  rule(below: number) {
    this.y += this.size * 0.8
    if (this.y + this.size * 3 + Math.min(below, this.foot / 2) > this.foot) return this.turn()
    this.pdf.decorate(() => this.hairline(this.y))
    this.y += this.size * 0.8
  }

  private hairline(y: number) {
    const { doc } = this.pdf
    doc.save().lineWidth(1).strokeColor(ruleColour)
    doc
      .moveTo(this.margin, y)
      .lineTo(this.margin + this.width, y)
      .stroke()
      .restore()
  }

  private get width() {
    return this.pdf.doc.page.width - 2 * this.margin
  }

  private get foot() {
    return this.pdf.doc.page.height - this.margin
  }

  /** The lines page by page; each band is drawn before the next is asked for. */
  private *bands(lines: readonly Span[][], step: number): Generator<readonly Span[][]> {
    let from = 0
    while (from < lines.length) {
      const room = Math.floor((this.foot - this.y) / step)
      if (room < 1) {
        this.turn()
        continue
      }
      yield lines.slice(from, from + room)
      from += room
    }
  }

  private edge(height: number) {
    const { doc } = this.pdf
    doc.save().lineWidth(3).strokeColor(ruleColour)
    doc
      .moveTo(this.margin + 2, this.y)
      .lineTo(this.margin + 2, this.y + height)
      .stroke()
      .restore()
  }

  private turn() {
    this.pdf.doc.addPage()
    this.y = this.margin
  }
}
