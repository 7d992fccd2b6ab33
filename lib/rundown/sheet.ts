import { type LocalTime, localParts } from '#lib/time/airtime.ts'
import { formatDuration, type Instant, type Milliseconds } from '#lib/time/duration.ts'
import type { ComparedLine } from './as-run.ts'
import type { PlayedMusic } from './broadcast.ts'
import { goesToNames, kindNames, rightsNames } from './line-words.ts'
import type { Line } from './patch.ts'
import { backTimes } from './slot.ts'
import type { RundownPlan } from './timing.ts'

/** What stands in a cell: text, a count, a length, or a time of day of the show. */
export type Cell = string | { count: number } | { ms: Milliseconds } | { time: LocalTime }
export type Sheet = { headings: readonly string[]; rows: readonly (readonly Cell[])[] }

/** The columns that every rundown's sheet has, in order; the show's own come behind. */
export const sheetHeadings = [
  'N°',
  'Début',
  'Genre',
  'Titre',
  'Qui',
  'Durée',
  'Fin',
  'À rebours',
  'Notes',
  'Où',
  'Réel',
  'Début imposé',
  'Fin imposée',
  'Heure repère',
  'Sautée',
] as const

type Rundown = {
  lines: readonly Line[]
  plan: RundownPlan
  compared: readonly ComparedLine[]
  showStart: Instant
  slotMs: Milliseconds
  zone: string
  /** Recorded beforehand: its times count from its own beginning. */
  isRecorded: boolean
  /** The show's own columns, in order. */
  columns: readonly string[]
}

/** A rundown as a table: what it plans, what it was, and the show's own columns. */
export function rundownSheet(rundown: Rundown): Sheet {
  const { lines, plan, compared, showStart, slotMs } = rundown
  const columns = ownColumns(rundown.columns, lines)
  const back = new Map(backTimes(plan, showStart + slotMs).map(({ id, start }) => [id, start]))
  const at = clockOf(rundown)
  const rows = lines.map((line, index): Cell[] => {
    const planned = plan.items[index]
    const ran = compared.find(({ itemId }) => itemId === line.id)
    return [
      { count: index + 1 },
      at(planned?.start),
      kindNames[line.kind],
      line.title,
      line.who,
      { ms: line.plannedMs },
      at(planned?.end),
      at(back.get(line.id)),
      line.notes,
      goesToNames[line.goesTo],
      ran?.actualMs == null ? '' : { ms: ran.actualMs },
      ...[line.fixedStart, line.fixedEnd, line.hitTime].map((time) => (time === null ? '' : { time })),
      line.isSkipped ? 'oui' : '',
      ...columns.map((name) => line.extra[name] ?? ''),
    ]
  })
  return { headings: [...sheetHeadings, ...columns], rows }
}

/** The show's columns, then those that only a line knows: nothing that somebody wrote is left out. */
export function ownColumns(columns: readonly string[], lines: readonly Line[]): string[] {
  const written = lines.flatMap(({ extra }) => Object.keys(extra).filter((name) => extra[name] !== ''))
  return [...new Set([...columns, ...written])]
}

function clockOf({ showStart, zone, isRecorded }: Rundown) {
  return (instant: Instant | undefined): Cell => {
    if (instant === undefined) return ''
    if (isRecorded) return { ms: instant - showStart }
    return { time: wallClock(instant, zone) }
  }
}

/** What the show's clock shows at an instant, to the second. */
export function wallClock(instant: Instant, zone: string): LocalTime {
  const { time, second } = localParts(instant, zone)
  return `${time}:${String(second).padStart(2, '0')}`
}

const musicHeadings = [
  'N°',
  'Heure',
  'Titre',
  'Interprète',
  'Auteur, compositeur',
  'Label',
  'Référence',
  'ISRC',
  'Droits',
  'Durée',
  'Usage',
  'Où',
] as const

/** The music of an episode as the table that goes with a return. */
export function musicSheet(music: readonly PlayedMusic[], zone: string): Sheet {
  const rows = music.map((piece, index): Cell[] => [
    { count: index + 1 },
    piece.at === null ? '' : { time: wallClock(Date.parse(piece.at), zone) },
    ...[piece.title, piece.performer, piece.author, piece.label, piece.catalogue, piece.isrc],
    nameIn(rightsNames, piece.rights),
    { ms: piece.lengthMs },
    piece.isBed ? 'Fond sonore' : 'Morceau',
    nameIn(goesToNames, piece.goesTo),
  ])
  return { headings: musicHeadings, rows }
}

const nameIn = (names: Record<string, string>, key: string) => names[key] ?? key

/** A cell as people read it. */
export function cellText(cell: Cell): string {
  if (typeof cell === 'string') return cell
  if ('count' in cell) return String(cell.count)
  return 'ms' in cell ? formatDuration(cell.ms) : cell.time
}
