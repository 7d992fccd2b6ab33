import { Checkbox } from '#app/_ui/checkbox.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import type { FieldOf } from './line-form.tsx'
import type { ShownLine } from './timed-line.ts'

/** The hours that a line is given, by the show's wall clock: most lines have none. */
export function HourFields({ line, field }: { line: ShownLine | undefined; field: FieldOf }) {
  const hasSome =
    line && (line.fixedStart || line.fixedEnd || line.hitTime || line.countToEnd || line.isSkipped)
  const time = { type: 'time', step: 1 } as const
  return (
    <details open={Boolean(hasSome)} className="rounded-card border-2 border-border p-3">
      <summary className="min-h-12 content-center font-bold">Heures imposées, mise de côté</summary>
      <div className="grid gap-5 pt-3">
        <TextField
          label="Heure fixe"
          hint="La ligne commence à cette heure, quoi qu’il y ait avant."
          optional
          {...time}
          {...field('fixedStart', line?.fixedStart)}
        />
        <TextField
          label="Fin verrouillée"
          hint="La ligne dure jusqu’à cette heure."
          optional
          {...time}
          {...field('fixedEnd', line?.fixedEnd)}
        />
        <TextField
          label="Heure de passage"
          hint="Ce qui précède doit être fini à cette heure."
          optional
          {...time}
          {...field('hitTime', line?.hitTime)}
        />
        <Checkbox
          label="Finit à l’heure"
          hint="À l’antenne, elle s’arrête à la fin prévue, même si elle commence en retard."
          name="countToEnd"
          defaultChecked={line?.countToEnd ?? false}
        />
        <Checkbox
          label="Mis de côté"
          hint="Elle reste dans le conducteur, mais ne passe pas et ne compte pas."
          name="isSkipped"
          defaultChecked={line?.isSkipped ?? false}
        />
      </div>
    </details>
  )
}
