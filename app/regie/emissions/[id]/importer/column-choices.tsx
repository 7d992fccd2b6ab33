'use client'
import { SelectField } from '#app/_ui/select-field.tsx'
import { type Column, columnChoices, type Table } from '#lib/rundown/import-columns.ts'
import { columnWords } from './column-words.ts'

type Props = {
  table: Table
  mapping: readonly Column[]
  onChange: (mapping: readonly Column[]) => void
}

const options = columnChoices.map((value) => ({ value, label: columnWords[value] }))

/** What each column of the file becomes, guessed from its heading. A field is taken from one column only. */
export function ColumnChoices({ table, mapping, onChange }: Props) {
  const choose = (index: number, value: string) => {
    const column = columnChoices.find((one) => one === value) ?? 'none'
    const isShared = column === 'own' || column === 'none'
    const freed = mapping.map((one) => (one === column && !isShared ? 'none' : one))
    onChange(freed.with(index, column))
  }
  return (
    <fieldset className="grid min-w-0 gap-3">
      <legend className="mb-2 font-bold">Les colonnes du fichier</legend>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,16rem),1fr))] gap-4">
        {table.headings.map((heading, index) => (
          <SelectField
            key={heading}
            label={heading}
            hint={sampleOf(table, index)}
            name={`column-${index}`}
            value={mapping[index] ?? 'none'}
            options={options}
            onChange={(event) => choose(index, event.target.value)}
          />
        ))}
      </div>
    </fieldset>
  )
}

function sampleOf({ rows }: Table, index: number): string {
  const text = rows.map((row) => row[index] ?? '').find((cell) => cell !== '') ?? ''
  if (text === '') return 'Vide'
  return `Par exemple « ${text.length > 30 ? `${text.slice(0, 30)}…` : text} »`
}
