import { Sheet } from 'lucide-react'
import { Badge } from '#app/_ui/badge.tsx'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { ColumnHeads } from '#app/_ui/column-heads.tsx'
import { outcomeTones, outcomeWords, whyWords } from '#app/regie/parametres/reprendre/import-words.ts'
import type { Import } from '#lib/moving/import.server.ts'

/** Lines that the page shows; the table to keep has them all. */
const shown = 500

/** What became of each episode, those that need a look first. */
export function ImportReport({ moved: { id, report } }: { moved: Import }) {
  const count = (outcome: string) => report.filter((line) => line.outcome === outcome).length
  const sums = Object.entries(outcomeWords).map(([outcome, words]) => `${words}\u00a0: ${count(outcome)}`)
  const told = [...report].sort((a, b) => Number(b.outcome === 'refused') - Number(a.outcome === 'refused'))
  return (
    <section className="grid grid-cols-1 gap-4" aria-labelledby="rapport">
      <h2 id="rapport">Numéro par numéro</h2>
      <p className="tabular">{sums.join(', ')}.</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the screen is scrolled by keyboard too */}
      <section className="overflow-x-auto" aria-labelledby="rapport" tabIndex={0}>
        <table className="w-full border-collapse text-left text-small [&_td]:p-2 [&_td]:align-top [&_th]:p-2 [&_th]:align-top [&_tr]:border-b-2 [&_tr]:border-border">
          <ColumnHeads headings={['Numéro', 'Résultat', 'À savoir']} />
          <tbody>
            {told.slice(0, shown).map((line, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be of one guid, and lines never move
              <tr key={at}>
                <th scope="row" className="min-w-40 font-normal [overflow-wrap:anywhere]">
                  {line.title}
                </th>
                <td>
                  <Badge tone={outcomeTones[line.outcome]}>{outcomeWords[line.outcome]}</Badge>
                </td>
                <td className="min-w-56">{(line.why ?? []).map(whyWords).join(' ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {report.length > shown && <p>Les {report.length - shown} autres sont dans le tableau à garder.</p>}
      <p>
        <ButtonLink
          href={`/regie/parametres/reprendre/${id}/rapport.csv`}
          icon={<Sheet />}
          download="reprise.csv"
        >
          Garder ce tableau (CSV)
        </ButtonLink>
      </p>
    </section>
  )
}
