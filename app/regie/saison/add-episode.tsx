'use client'
import { CalendarPlus } from 'lucide-react'
import { useAct } from '#app/_door/use-act.ts'
import { DialogButton } from '#app/_ui/dialog-button.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { SelectField } from '#app/_ui/select-field.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import { planAtAction } from './actions.ts'

type Props = { templates: readonly { id: string; name: string }[]; airDate: string; airTime: string }

/** Makes an episode on any day, from a template. */
export function AddEpisode({ templates, airDate, airTime }: Props) {
  const { send, error, given, words, tone, round } = useAct(planAtAction)
  return (
    <DialogButton
      label="Ajouter un numéro"
      title="Ajouter un numéro"
      variant="primary"
      icon={<CalendarPlus />}
    >
      <form action={send} className="grid grid-cols-1 gap-4" key={round} noValidate>
        <TextField
          label="Jour"
          name="airDate"
          type="date"
          defaultValue={given('airDate', airDate)}
          error={error('airDate')}
        />
        <TextField
          label="Heure"
          name="airTime"
          type="time"
          defaultValue={given('airTime', airTime)}
          error={error('airTime')}
        />
        <SelectField
          label="À partir du modèle"
          name="templateId"
          {...(templates.length === 0 ? { placeholder: 'Aucun' } : {})}
          options={templates.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={given('templateId', templates[0]?.id ?? '')}
          error={error('templateId')}
        />
        <FormMessage tone={tone}>{words}</FormMessage>
        <SubmitButton icon={<CalendarPlus />}>Ajouter le numéro</SubmitButton>
      </form>
    </DialogButton>
  )
}
