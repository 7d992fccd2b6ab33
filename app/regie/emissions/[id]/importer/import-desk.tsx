'use client'
import { FileSearch } from 'lucide-react'
import { useAct } from '#app/_door/use-act.ts'
import { Field } from '#app/_ui/field.tsx'
import { inputLook, tied } from '#app/_ui/field-words.ts'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { readFileAction } from './actions.ts'
import { ImportPreview } from './import-preview.tsx'

const hint = 'CSV ou XLSX, 2 Mo et 500 lignes au plus.'

/** The file first; once it is read, what it will be. */
export function ImportDesk({ episodeId, lineCount }: { episodeId: string; lineCount: number }) {
  const reading = useAct(readFileAction)
  const read = reading.outcome?.ok ? reading.outcome : null
  const error = reading.error('file')
  return (
    <>
      <form action={reading.send} className="grid max-w-xl grid-cols-1 gap-4">
        <Field id="tableau" label="Le fichier" hint={hint} error={error}>
          <input
            {...tied('tableau', { hint, error })}
            type="file"
            name="file"
            accept=".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            className={inputLook}
          />
        </Field>
        <FormMessage tone={reading.tone}>{reading.words}</FormMessage>
        <SubmitButton variant={read ? 'secondary' : 'primary'} icon={<FileSearch />}>
          Regarder le fichier
        </SubmitButton>
      </form>
      {read && (
        <ImportPreview
          key={read.at}
          episodeId={episodeId}
          name={read.value.name}
          table={read.value.table}
          lineCount={lineCount}
        />
      )}
    </>
  )
}
