'use client'
import { FileUp } from 'lucide-react'
import { useState, useTransition } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { RadioCards } from '#app/_ui/radio-cards.tsx'
import { type Column, guessColumns, type Table } from '#lib/rundown/import-columns.ts'
import { readLines } from '#lib/rundown/import-lines.ts'
import { formatDuration } from '#lib/time/duration.ts'
import { importAction } from './actions.ts'
import { ColumnChoices } from './column-choices.tsx'
import { PreviewTable } from './preview-table.tsx'

type Props = { episodeId: string; name: string; table: Table; lineCount: number }
type Mode = 'append' | 'replace'

/** What a read file will be: columns to choose, lines to look at, then the import. */
export function ImportPreview({ episodeId, name, table, lineCount }: Props) {
  const [mapping, setMapping] = useState<readonly Column[]>(() => guessColumns(table))
  const [mode, setMode] = useState<Mode>('append')
  const [trouble, setTrouble] = useState<string | null>(null)
  const [pending, startTransition] = useTransition()
  const { lines, readAsMinutes } = readLines(table, mapping)
  const unsure = lines.filter(({ troubles }) => troubles.length > 0).length
  const total = lines.reduce((sum, { fields }) => sum + (fields.isSkipped ? 0 : fields.plannedMs), 0)
  const bring = () =>
    startTransition(async () => {
      const outcome = await importAction(null, { episodeId, table, mapping, mode })
      // Once it is done, the page of the rundown comes in place of this one.
      if (outcome?.ok === false) setTrouble(outcome.words)
    })
  return (
    <section className="grid grid-cols-1 gap-6" aria-label="Aperçu">
      <h3>« {name} »</h3>
      <ColumnChoices table={table} mapping={mapping} onChange={setMapping} />
      <div role="status" className="grid gap-2">
        <p className="tabular">
          {lines.length} lignes, {formatDuration(total)} en tout.{' '}
          {unsure > 0 && `${unsure} avec quelque chose que l’on ne comprend pas.`}
        </p>
        {readAsMinutes && <p>Les durées étaient écrites en heures : « 5:30 » est lu comme 5 minutes 30.</p>}
      </div>
      <PreviewTable lines={lines} />
      {lineCount > 0 && (
        <RadioCards
          label="Les lignes déjà dans le conducteur"
          name="mode"
          defaultValue={mode}
          onChoose={(value) => setMode(value === 'replace' ? 'replace' : 'append')}
          choices={[
            { value: 'append', label: 'Les garder', hint: 'Les nouvelles viennent à la suite.' },
            {
              value: 'replace',
              label: 'Les remplacer',
              hint: `Les ${lineCount} lignes vont à la corbeille. On peut annuler.`,
            },
          ]}
        />
      )}
      <FormMessage tone="error">{trouble}</FormMessage>
      <div className="sticky bottom-(--nav-height,0px) -mx-1 bg-paper px-1 py-2">
        <Button
          variant="primary"
          wide
          icon={<FileUp />}
          pending={pending}
          disabled={lines.length === 0}
          onClick={bring}
        >
          Importer
        </Button>
      </div>
    </section>
  )
}
