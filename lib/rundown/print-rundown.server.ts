import { setImmediate as turn } from 'node:timers/promises'
import { Pdf } from '#lib/machine/pdf.server.ts'
import { type Row, Table, type TableColumn } from '#lib/machine/pdf-table.server.ts'
import type { Span } from '#lib/machine/text-lines.ts'
import { formatDuration, type Instant } from '#lib/time/duration.ts'
import type { TimedEpisode } from './as-run.server.ts'
import { kindNames } from './line-words.ts'
import type { Line } from './patch.ts'
import { lineRules, ownColumnWords, printFacts, printTitle } from './print-words.ts'
import { ownColumns, wallClock } from './sheet.ts'
import { backTimes } from './slot.ts'

const margin = 34
const size = 10

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
  for (const row of rowsOf(timed)) {
    table.row(row)
    // A long rundown takes a while: whoever else asks is answered in between.
    await turn()
  }
  table.end()
  const version = `version ${timed.rundown.version}`
  return await pdf.finish((page, pages) => `${title} · ${version} · page ${page} sur ${pages}`)
}

function columnsOf({ state }: TimedEpisode): TableColumn[] {
  const ran = state.startedAt === null ? [] : [{ heading: 'Réel', width: 48, isFigure: true }]
  const fixed = [
    { heading: 'N°', width: 28, isFigure: true },
    { heading: 'Début', width: 58, isFigure: true },
    { heading: 'Élément', width: 0, isName: true },
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
