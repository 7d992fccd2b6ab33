import { Pdf } from '#lib/machine/pdf.server.ts'
import { type Span, wrapLines } from '#lib/machine/text-lines.ts'
import { formatDuration, type Instant } from '#lib/time/duration.ts'
import type { TimedEpisode } from './as-run.server.ts'
import { kindNames } from './line-words.ts'
import type { Line } from './patch.ts'
import { lineRules, ownColumnWords, printFacts, printTitle } from './print-words.ts'
import { ownColumns, wallClock } from './sheet.ts'
import { backTimes } from './slot.ts'

type Column = { heading: string; width: number; isFigure?: boolean }
/** What a row says in each column: paragraphs, the first in bold where the column is the title's. */
type Row = { cells: readonly (readonly Span[])[]; isQuiet: boolean }

const margin = 34
const size = 10
const lineHeight = 13
const padding = 4
const inkQuiet = '#554B40'
const rule = '#8A7D6E'

/** The technical table of a rundown on A4 across: its head on every page, no row cut in two. */
export async function printRundown(timed: TimedEpisode, isCompressed = true): Promise<Buffer> {
  const { show, episode, plan } = timed
  const title = printTitle(show.name, episode)
  const pdf = await Pdf.open({
    ...{ title: `Conducteur · ${title}`, author: show.name, language: show.language, isCompressed },
    ...{ layout: 'landscape', margin },
  })
  const table = new Table(pdf, columnsOf(timed))
  pdf.say(pdf.root, 'H1', () => pdf.line([{ text: title, isBold: true }], margin, margin, 16))
  pdf.say(pdf.root, 'P', () =>
    pdf.line([{ text: printFacts(episode, plan.totalMs, episode.targetMs) }], margin, margin + 22, size),
  )
  table.begin(margin + 44)
  for (const row of rowsOf(timed)) table.row(row)
  table.end()
  const version = `version ${timed.rundown.version}`
  return await pdf.finish((page, pages) => `${title} · ${version} · page ${page} sur ${pages}`)
}

function columnsOf({ state }: TimedEpisode): Column[] {
  const ran = state.startedAt === null ? [] : [{ heading: 'Réel', width: 48, isFigure: true }]
  const fixed = [
    { heading: 'N°', width: 28, isFigure: true },
    { heading: 'Début', width: 58, isFigure: true },
    { heading: 'Élément', width: 0 },
    { heading: 'Qui', width: 112 },
    { heading: 'Durée', width: 48, isFigure: true },
    ...ran,
    { heading: 'Fin', width: 58, isFigure: true },
    { heading: 'À rebours', width: 62, isFigure: true },
    { heading: 'Notes', width: 190 },
  ]
  // A4 across is 841.89 points wide.
  const left = 841.89 - 2 * margin - fixed.reduce((sum, { width }) => sum + width, 0)
  return fixed.map((column) => (column.width === 0 ? { ...column, width: left } : column))
}

function rowsOf({ show, episode, rundown, plan, compared, state, showStart }: TimedEpisode): Row[] {
  const { lines } = rundown
  const columns = ownColumns(show.rundownColumns, lines)
  const back = new Map(backTimes(plan, showStart + episode.targetMs).map(({ id, start }) => [id, start]))
  const at = (instant: Instant | undefined) => {
    if (instant === undefined) return ''
    if (episode.isRecorded) return formatDuration(instant - showStart)
    return wallClock(instant, show.timeZone)
  }
  return lines.map((line, index) => {
    const planned = plan.items[index]
    const ran = compared.find(({ itemId }) => itemId === line.id)
    const actual = ran?.actualMs == null ? '' : formatDuration(ran.actualMs)
    const figures = [String(index + 1), at(planned?.start)]
    const times = [...(state.startedAt === null ? [] : [actual]), at(planned?.end), at(back.get(line.id))]
    return {
      isQuiet: line.isSkipped,
      cells: [
        ...figures.map(plain),
        titleCell(line),
        plain(line.who),
        plain(formatDuration(planned?.durationMs ?? line.plannedMs)),
        ...times.map(plain),
        plain([line.notes, ...ownColumnWords(line, columns)].filter(Boolean).join('\n')),
      ],
    }
  })
}

const plain = (text: string): Span[] => [{ text }]

function titleCell(line: Line): Span[] {
  const under = [kindNames[line.kind], ...lineRules(line)].join(' · ')
  return [{ text: line.title || 'Sans titre', isBold: true }, { text: `\n${under}` }]
}

/** Draws rows one under the other; a new page begins with the head again. */
class Table {
  private readonly pdf: Pdf
  private readonly columns: readonly Column[]
  private readonly element: PDFKit.PDFStructureElement
  private y = 0

  constructor(pdf: Pdf, columns: readonly Column[]) {
    this.pdf = pdf
    this.columns = columns
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
    const most = Math.floor((this.bottom - margin - 30) / lineHeight) - 1
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
    return this.pdf.doc.page.height - margin - 12
  }

  private band(cells: readonly Span[][][], isQuiet: boolean) {
    const height = Math.max(...cells.map((lines) => lines.length)) * lineHeight + 2 * padding
    if (this.y + height > this.bottom) this.turn()
    const { doc } = this.pdf
    const row = doc.struct('TR')
    this.element.add(row)
    doc.fillColor(isQuiet ? inkQuiet : 'black').strokeColor(isQuiet ? inkQuiet : 'black')
    this.eachColumn((column, x, index) => {
      this.pdf.say(row, index === 2 ? 'TH' : 'TD', () => this.cell(cells[index] ?? [], column, x))
    })
    doc.fillColor('black').strokeColor('black')
    this.y += height
    this.pdf.decorate(() => this.ruleAt(this.y, 0.5))
  }

  private cell(lines: readonly Span[][], column: Column, x: number) {
    const measure = this.pdf.measure(size)
    for (const [index, spans] of lines.entries()) {
      const width = spans.reduce((sum, span) => sum + measure(span), 0)
      const at = column.isFigure ? x + column.width - padding - width : x + padding
      this.pdf.line(spans, at, this.y + padding + index * lineHeight, size)
    }
  }

  private turn() {
    this.pdf.doc.addPage()
    this.y = margin
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
    doc.save().lineWidth(weight).strokeColor(rule)
    doc
      .moveTo(margin, y)
      .lineTo(doc.page.width - margin, y)
      .stroke()
      .restore()
  }

  private eachColumn(work: (column: Column, x: number, index: number) => void) {
    let x = margin
    for (const [index, column] of this.columns.entries()) {
      work(column, x, index)
      x += column.width
    }
  }
}
