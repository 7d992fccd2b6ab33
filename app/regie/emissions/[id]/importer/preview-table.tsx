import { TriangleAlert } from 'lucide-react'
import { ColumnHeads } from '#app/_ui/column-heads.tsx'
import type { ImportedLine } from '#lib/rundown/import-lines.ts'
import { goesToNames, kindNames } from '#lib/rundown/line-words.ts'
import { formatDuration } from '#lib/time/duration.ts'
import { troubleWords } from './column-words.ts'

const headings = ['N°', 'Titre', 'Genre', 'Qui', 'Durée', 'À savoir']

/** Each line as it will be, and what of it was not understood. */
export function PreviewTable({ lines }: { lines: readonly ImportedLine[] }) {
  if (lines.length === 0)
    return <p>Rien à importer : aucune ligne n’a de contenu dans les colonnes choisies.</p>
  return (
    // biome-ignore-start lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keyboard too.
    <section
      aria-label="Lignes à importer"
      tabIndex={0}
      className="max-h-[32rem] overflow-auto border-2 border-border"
    >
      {/* biome-ignore-end lint/a11y/noNoninteractiveTabindex: as above. */}
      <table className="tabular w-full border-collapse bg-surface text-left text-small [&_td]:p-2 [&_th]:p-2 [&_tr]:border-b-2 [&_tr]:border-border">
        <ColumnHeads headings={headings} />
        <tbody>
          {lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line of a file is its place
            <PreviewRow key={index} line={line} number={index + 1} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function PreviewRow({ line: { fields, troubles }, number }: { line: ImportedLine; number: number }) {
  const facts = [
    fields.isSkipped ? 'Sautée' : '',
    fields.goesTo === 'both' ? '' : goesToNames[fields.goesTo],
    fields.fixedStart === null ? '' : `Commence à ${fields.fixedStart}`,
    fields.fixedEnd === null ? '' : `Finit à ${fields.fixedEnd}`,
    fields.hitTime === null ? '' : `Repère à ${fields.hitTime}`,
    ...Object.entries(fields.extra).map(([name, text]) => `${name} : ${text}`),
    fields.notes,
  ].filter((words) => words !== '')
  return (
    <tr className="align-top">
      <td>{number}</td>
      <th scope="row" className="min-w-40">
        {fields.title || 'Sans titre'}
      </th>
      <td>{kindNames[fields.kind]}</td>
      <td>{fields.who}</td>
      <td className="text-right">{fields.plannedMs > 0 ? formatDuration(fields.plannedMs) : '–'}</td>
      <td className="min-w-56">
        {troubles.map((trouble) => (
          <p key={`${trouble.column} ${trouble.text}`} className="flex items-start gap-2 font-bold text-warn">
            <TriangleAlert size={20} className="mt-0.5 flex-none" />
            {troubleWords(trouble)}
          </p>
        ))}
        {facts.join(' · ')}
      </td>
    </tr>
  )
}
