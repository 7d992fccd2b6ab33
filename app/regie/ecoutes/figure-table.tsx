import type { Line } from '#lib/report/figures.ts'
import { lineWords, toldWords } from './figure-words.ts'

type Props = { title: string; hint?: string; lines: readonly Line[]; rest?: string }

/** Names and their downloads. The figures say it all; the bars, which only show it, are not read out. */
export function FigureTable({ title, hint, lines, rest = '' }: Props) {
  const most = Math.max(1, ...lines.map(({ told }) => told ?? 0))
  return (
    <section className="grid grid-cols-1 content-start gap-3">
      <h2>{title}</h2>
      {hint && <p className="text-ink-2">{hint}</p>}
      {lines.length === 0 && <p className="text-ink-2">Rien à compter pour l’instant.</p>}
      {lines.length > 0 && (
        <table className="w-full table-fixed border-collapse text-left">
          <caption className="sr-only">{title}</caption>
          <thead className="sr-only">
            <tr>
              <th scope="col">Nom</th>
              <th scope="col">Téléchargements</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.name ?? 'rest'} className="border-b-2 border-border align-top">
                <th scope="row" className="w-3/5 py-3 pr-3 font-normal [overflow-wrap:anywhere]">
                  {lineWords(line, rest)}
                  <Bar share={(line.told ?? 0) / most} />
                </th>
                <td className="tabular py-3 text-right font-bold">{toldWords(line.told)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Bar({ share }: { share: number }) {
  return (
    <svg
      viewBox="0 0 100 6"
      preserveAspectRatio="none"
      aria-hidden="true"
      className="mt-2 block h-3 w-full rounded-tag border-2 border-border"
    >
      <rect width={share * 100} height="6" className="fill-pine" />
    </svg>
  )
}
