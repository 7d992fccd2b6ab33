import { ColumnHeads } from '#app/_ui/column-heads.tsx'
import { kindWords } from '#app/regie/emissions/[id]/conducteur/kind-words.tsx'
import type { TimedEpisode } from '#lib/rundown/as-run.server.ts'
import type { Line } from '#lib/rundown/patch.ts'
import { lineRules, ownColumnWords } from '#lib/rundown/print-words.ts'
import { ownColumns, wallClock } from '#lib/rundown/sheet.ts'
import { formatDuration, type Instant } from '#lib/time/duration.ts'

const headings = ['N°', 'Début', 'Élément', 'Qui', 'Durée', 'Finit à', 'Notes']

/** The lines with their times, rules, notes and the show's own columns. A skipped line stays, and says so. */
export function PrintTable({ timed }: { timed: TimedEpisode }) {
  const { show, episode, rundown, plan, showStart } = timed
  const columns = ownColumns(show.rundownColumns, rundown.lines)
  const at = (instant: Instant) =>
    episode.isRecorded ? formatDuration(instant - showStart) : wallClock(instant, show.timeZone)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a narrow screen the keyboard scrolls the table
    <section className="overflow-x-auto" tabIndex={0} aria-label="Tableau du conducteur">
      <table className="tabular w-full border-collapse text-left text-small [&_td]:border [&_td]:border-border [&_td]:p-2 [&_th]:border [&_th]:border-border [&_th]:p-2">
        <ColumnHeads headings={headings} />
        <tbody>
          {rundown.lines.map((line, index) => (
            <tr key={line.id} className="break-inside-avoid align-top">
              <td className="text-right">{index + 1}</td>
              <td className="text-right">{at(plan.items[index]?.start ?? showStart)}</td>
              <LineName line={line} />
              <td>{line.who}</td>
              <td className="text-right">
                {formatDuration(plan.items[index]?.durationMs ?? line.plannedMs)}
              </td>
              <td className="text-right">
                {formatDuration((plan.items[index]?.end ?? showStart) - showStart)}
              </td>
              <td className="whitespace-pre-line">
                {[line.notes, ...ownColumnWords(line, columns)].filter(Boolean).join('\n')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function LineName({ line }: { line: Line }) {
  return (
    <th scope="row" className="font-normal">
      <strong>{line.title || 'Sans titre'}</strong>
      <br />
      {[kindWords[line.kind].label, ...lineRules(line)].join(' · ')}
    </th>
  )
}
