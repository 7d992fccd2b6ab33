import { Badge } from '#app/_ui/badge.tsx'
import type { ComparedLine } from '#lib/rundown/as-run.ts'
import { wallClock } from '#lib/rundown/sheet.ts'
import { formatDuration, type Instant } from '#lib/time/duration.ts'
import { differenceWords } from './difference-words.ts'
import { fateWords } from './fate-words.tsx'

type Props = { rows: readonly ComparedLine[]; zone: string }

/** Each line as it was planned and as it was, with what became of it. */
export function ComparedTable({ rows, zone }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keyboard too.
    <section aria-label="Prévu et réel, ligne par ligne" tabIndex={0} className="overflow-x-auto">
      <table className="tabular w-full border-collapse text-left text-small [&_td]:p-2 [&_th]:p-2 [&_tr]:border-b-2 [&_tr]:border-border">
        <thead>
          <tr>
            <th scope="col">Ligne</th>
            <th scope="col" className="text-right">
              Début prévu
            </th>
            <th scope="col" className="text-right">
              Début réel
            </th>
            <th scope="col" className="text-right">
              Prévu
            </th>
            <th scope="col" className="text-right">
              Réel
            </th>
            <th scope="col">Différence</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <ComparedRow key={row.itemId} row={row} zone={zone} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function ComparedRow({ row, zone }: { row: ComparedLine; zone: string }) {
  const { label, icon, tone } = fateWords[row.fate]
  const at = (instant: Instant | null | undefined) => (instant == null ? '–' : wallClock(instant, zone))
  const difference = row.actualMs === null ? null : differenceWords(row.plannedMs, row.actualMs)
  const { length: takes } = row.stretches
  return (
    <tr className="break-inside-avoid align-top">
      <th scope="row" className="min-w-52">
        {row.title || 'Sans titre'}
        <span className="mt-1 block font-normal">
          <Badge tone={tone} icon={icon}>
            {label}
          </Badge>
          {takes > 1 && <span className="mt-1 block">Prise {takes} fois ; les durées sont additionnées</span>}
        </span>
      </th>
      <td className="text-right">{at(row.plannedStart)}</td>
      <td className="text-right">{at(row.stretches[0]?.from)}</td>
      <td className="text-right">{formatDuration(row.plannedMs)}</td>
      <td className="text-right">{row.actualMs === null ? '–' : formatDuration(row.actualMs)}</td>
      <td className="min-w-32">
        {difference ? (
          <>
            {difference.figure}
            <span className="block">{difference.words}</span>
          </>
        ) : (
          '–'
        )}
      </td>
    </tr>
  )
}
