import { fateWords } from '#app/regie/emissions/[id]/apres/fate-words.tsx'
import { kinds, kindWords } from '#app/regie/emissions/[id]/conducteur/kind-words.tsx'
import type { BroadcastContent } from '#lib/rundown/broadcast.ts'
import { wallClock } from '#lib/rundown/sheet.ts'
import { formatDuration } from '#lib/time/duration.ts'

type Line = BroadcastContent['lines'][number]

/** The lines of a frozen copy as a plain table. */
export function CopyLines({ lines, zone }: { lines: readonly Line[]; zone: string }) {
  const at = (iso: string | null | undefined) => (iso == null ? '–' : wallClock(Date.parse(iso), zone))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keyboard too.
    <section aria-label="Lignes de la copie" tabIndex={0} className="overflow-x-auto">
      <table className="tabular w-full border-collapse text-left text-small [&_td]:border [&_td]:border-border [&_td]:p-2 [&_th]:border [&_th]:border-border [&_th]:p-2">
        <thead>
          <tr>
            {['N°', 'Élément', 'Qui', 'Début prévu', 'Début réel', 'Prévu', 'Réel'].map((heading) => (
              <th scope="col" key={heading}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <tr key={line.itemId} className="break-inside-avoid align-top">
              <td>{index + 1}</td>
              <th scope="row" className="min-w-40 font-normal">
                <strong>{line.title || 'Sans titre'}</strong>
                <br />
                {[kindName(line), fateName(line)].filter(Boolean).join(' · ')}
              </th>
              <td>{line.who}</td>
              <td>{at(line.plannedStart)}</td>
              <td>{line.stretches.map(({ from }) => at(from)).join(', ') || '–'}</td>
              <td>{formatDuration(line.plannedMs)}</td>
              <td>{line.actualMs === null ? '–' : formatDuration(line.actualMs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function kindName({ kind }: Line): string {
  const known = kinds.find((one) => one === kind)
  return known ? kindWords[known].label : ''
}

/** What was not called has no fate: it was planned, and nobody knows more. */
function fateName({ fate }: Line): string {
  return fate === 'waiting' ? '' : fateWords[fate].label
}
