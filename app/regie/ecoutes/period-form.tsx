import { Eye } from 'lucide-react'
import { Button } from '#app/_ui/button.tsx'
import { SelectField } from '#app/_ui/select-field.tsx'
import type { Period } from '#lib/report/period.ts'
import { periodWords } from './figure-words.ts'

/** Another month or season: a plain form, which works without script. */
export function PeriodForm({ period, periods }: { period: Period; periods: readonly Period[] }) {
  const options = periods.map((value) => ({ value, label: periodWords(value) }))
  return (
    <form method="get" className="flex max-w-xl flex-wrap items-end gap-3">
      <div className="grow">
        <SelectField
          key={period}
          label="Période"
          name="periode"
          options={options}
          defaultValue={period}
          autoComplete="off"
        />
      </div>
      <Button type="submit" icon={<Eye />}>
        Voir
      </Button>
    </form>
  )
}
