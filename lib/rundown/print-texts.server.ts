import type { Db } from '#lib/db/db.server.ts'
import { Pdf } from '#lib/machine/pdf.server.ts'
import { type Span, wrapLines } from '#lib/machine/text-lines.ts'
import type { ReadPart } from '#lib/story/reading.ts'
import { formatDuration } from '#lib/time/duration.ts'
import type { TimedEpisode } from './as-run.server.ts'
import { kindNames } from './line-words.ts'
import { printFacts, printTitle } from './print-words.ts'
import { type ReadLine, textsOf } from './texts.server.ts'

const margin = 62
/** Points; the larger one is what people ask for who read without glasses. */
const sizes = { usual: 14, large: 18 }
const leading = 1.5
const rule = '#8A7D6E'

/** All that is read in an episode, in reading size: one story after the other, with lead-ins and where sounds play. */
export async function printTexts(
  db: Db,
  timed: TimedEpisode,
  isLarge: boolean,
  isCompressed = true,
): Promise<Buffer> {
  const { show, episode, plan } = timed
  const title = printTitle(show.name, episode)
  const pdf = await Pdf.open({
    ...{ title: `Textes · ${title}`, author: show.name, language: show.language, isCompressed },
    ...{ layout: 'portrait', margin },
  })
  const column = new Column(pdf, isLarge ? sizes.large : sizes.usual)
  column.block('H1', [[{ text: title, isBold: true }]], { scale: 1.3 })
  column.block('P', [[{ text: printFacts(episode, plan.totalMs, episode.targetMs) }]], {
    scale: 0.75,
    after: 1,
  })
  for (const line of await textsOf(db, timed)) writeLine(column, line)
  return await pdf.finish((page, pages) => `${title} · page ${page} sur ${pages}`)
}

function writeLine(column: Column, { line, number, parts }: ReadLine) {
  const length = formatDuration(line.plannedMs)
  if (parts.length === 0) {
    const facts = [line.title || kindNames[line.kind], line.who, length].filter(Boolean).join(' · ')
    return column.block('P', [[{ text: `${number} · ${facts}` }]], { scale: 0.75, before: 0.5, after: 0.5 })
  }
  const facts = [kindNames[line.kind], line.who, length].filter(Boolean).join(' · ')
  column.rule()
  column.block('H2', [[{ text: `${number} · ${line.title || 'Sans titre'}`, isBold: true }]], {
    scale: 1.15,
    keep: 5,
  })
  column.block('P', [[{ text: facts }]], { scale: 0.75, after: 0.5, keep: 3 })
  let by = ''
  for (const part of parts) {
    writePart(column, part, part.by !== by)
    by = part.by
  }
}

const partNames: Partial<Record<ReadPart['kind'], string>> = {
  leadIn: 'Lancement',
  leadOut: 'Pied',
  question: 'Question',
  quote: 'Citation',
  soundCue: 'Son',
}

/** A part under its name and its voice; the voice is said again only when it changes. */
function writePart(column: Column, { kind, by, spans }: ReadPart, isNewVoice: boolean) {
  if (kind === 'heading')
    return column.block('H3', [spans.map((span) => ({ ...span, isBold: true }))], { before: 0.4, keep: 3 })
  const name = partNames[kind]
  const label = [name, isNewVoice || name ? by : ''].filter(Boolean).join(' · ')
  if (kind === 'soundCue')
    return column.block('P', [[{ text: `${label} : `, isBold: true }, ...spans]], {
      isFramed: true,
      after: 0.5,
    })
  if (label !== '') column.block('P', [[{ text: label, isBold: true }]], { scale: 0.75, keep: 2 })
  const dash: Span[] = kind === 'listItem' ? [{ text: '– ' }] : []
  column.block('P', [[...dash, ...spans]], { after: 0.5 })
}

/** Of a block: sizes and gaps as shares of the text's; `keep`: so many lines stay with what follows. */
type Look = { scale?: number; before?: number; after?: number; keep?: number; isFramed?: boolean }

/** Text from the top of a page to its foot, then on the next one. */
class Column {
  private readonly pdf: Pdf
  private readonly size: number
  private y = margin

  constructor(pdf: Pdf, size: number) {
    this.pdf = pdf
    this.size = size
  }

  /** Paragraphs in one element. A block that fits on a page is not cut. */
  block(tag: string, paragraphs: readonly (readonly Span[])[], look: Look) {
    const { scale = 1, before = 0, after = 0, keep = 1, isFramed = false } = look
    const size = this.size * scale
    const step = size * leading
    const inset = isFramed ? 10 : 0
    const measure = this.pdf.measure(size)
    const lines = paragraphs.flatMap((spans) => wrapLines(spans, this.width - inset, measure))
    this.y += before * this.size
    const height = lines.length * step + (keep - 1) * this.size * leading
    if (height <= this.foot - margin && this.y + height > this.foot) this.turn()
    const element = this.pdf.doc.struct(tag)
    this.pdf.root.add(element)
    for (const band of this.bands(lines, step)) {
      if (isFramed) this.pdf.decorate(() => this.edge(band.length * step))
      element.add(() => {
        for (const [index, spans] of band.entries())
          this.pdf.line(spans, margin + inset, this.y + index * step, size)
      })
      this.y += band.length * step
    }
    element.end()
    this.y += after * this.size
  }

  rule() {
    this.y += this.size * 0.8
    if (this.y + this.size * 6 > this.foot) return this.turn()
    const { doc } = this.pdf
    this.pdf.decorate(() => {
      doc.save().lineWidth(1).strokeColor(rule)
      doc
        .moveTo(margin, this.y)
        .lineTo(margin + this.width, this.y)
        .stroke()
        .restore()
    })
    this.y += this.size * 0.8
  }

  private get width() {
    return this.pdf.doc.page.width - 2 * margin
  }

  private get foot() {
    return this.pdf.doc.page.height - margin
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
    doc.save().lineWidth(3).strokeColor(rule)
    doc
      .moveTo(margin + 2, this.y)
      .lineTo(margin + 2, this.y + height)
      .stroke()
      .restore()
  }

  private turn() {
    this.pdf.doc.addPage()
    this.y = margin
  }
}
