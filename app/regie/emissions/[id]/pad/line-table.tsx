import { kinds, kindWords } from '#app/regie/emissions/[id]/conducteur/kind-words.tsx'
import type { ReportedLine } from '#lib/master/report.ts'
import { formatDuration } from '#lib/time/duration.ts'
import { figure } from './master-words.ts'

/** What a line is called: its title, else what it is. */
export function lineName({ title, kind }: Pick<ReportedLine, 'title' | 'kind'>): string {
  const known = kinds.find((one) => one === kind)
  return title.trim() || (known ? kindWords[known].label : 'Sans titre')
}

/** Every line of a master in figures: what the curve shows, for eyes, ears and fingers. */
export function LineTable({ lines }: { lines: readonly ReportedLine[] }) {
  if (lines.length === 0) return null
  return (
    <details>
      <summary className="min-h-12 py-2 font-bold">Les lignes en chiffres ({lines.length})</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keyboard too. */}
      <section aria-label="Les lignes en chiffres" tabIndex={0} className="overflow-x-auto">
        <table className="tabular w-full border-collapse text-left text-small [&_td]:whitespace-nowrap [&_td]:p-2 [&_th]:p-2 [&_tr]:border-b-2 [&_tr]:border-border">
          <thead>
            <tr>
              <th scope="col">N°</th>
              <th scope="col">Ligne</th>
              <th scope="col">Qui</th>
              <th scope="col">Début</th>
              <th scope="col">Durée</th>
              <th scope="col">Réglage</th>
              <th scope="col">Niveau</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => (
              <tr key={line.itemId} className="align-top">
                <td>{index + 1}</td>
                <th scope="row" className="min-w-40 font-bold">
                  {lineName(line)}
                </th>
                <td className="min-w-32 whitespace-normal!">{line.who}</td>
                <td>{formatDuration(line.startMs)}</td>
                <td>{formatDuration(line.endMs - line.startMs)}</td>
                <td>{`${line.gainDb > 0 ? '+' : ''}${figure(line.gainDb, 'dB')}`}</td>
                <td>{figure(line.predictedLufs, 'LUFS')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  )
}
