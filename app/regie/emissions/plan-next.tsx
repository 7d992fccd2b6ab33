'use client'
import { CalendarPlus } from 'lucide-react'
import { useAct } from '#app/_door/use-act.ts'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { SelectField } from '#app/_ui/select-field.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { planNextAction } from './actions.ts'

/** Makes the next episode at the first free slot, from a template. */
export function PlanNext({ templates }: { templates: readonly { id: string; name: string }[] }) {
  const { send, words, tone } = useAct(planNextAction)
  return (
    <form action={send} className="grid max-w-xl justify-items-start gap-4">
      {templates.length > 1 ? (
        <SelectField
          label="À partir du modèle"
          name="templateId"
          options={templates.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : (
        <input type="hidden" name="templateId" value={templates[0]?.id ?? ''} />
      )}
      <FormMessage tone={tone}>{words}</FormMessage>
      <SubmitButton icon={<CalendarPlus />}>Préparer le numéro suivant</SubmitButton>
    </form>
  )
}
