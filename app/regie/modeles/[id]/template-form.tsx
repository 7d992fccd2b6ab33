'use client'
import { Check } from 'lucide-react'
import { type FormEvent, startTransition, useRef, useState } from 'react'
import { useAct } from '#app/_door/use-act.ts'
import { Button } from '#app/_ui/button.tsx'
import { DurationField } from '#app/_ui/duration-field.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import { editTemplateAction, previewTemplateAction } from '#app/regie/modeles/actions.ts'
import type { TemplateItem } from '#lib/db/schema.ts'
import type { ComingTitle } from '#lib/rundown/template-edit.server.ts'
import type { RuleChoice } from '#lib/time/rule-choice.ts'
import { ComingTitles } from './coming-titles.tsx'
import { RuleFields } from './rule-fields.tsx'
import { TemplateLines } from './template-lines.tsx'

export type EditedTemplate = {
  id: string
  seen: string
  name: string
  titlePattern: string
  airTime: string
  target: string
  daysAhead: string
  choice: RuleChoice
  items: readonly TemplateItem[]
}
type Usual = { airTime: string; target: string; servesSlot: boolean }
type Props = { template: EditedTemplate; usual: Usual; coming: readonly ComingTitle[] }

/** Everything a template says. What was typed stays, whatever the answer: only the page's own reload takes it anew. */
export function TemplateForm({ template, usual, coming }: Props) {
  const { send, pending, words, tone, error } = useAct(editTemplateAction)
  const [shown, setShown] = useState(coming)
  const form = useRef<HTMLFormElement>(null)
  const keep = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    startTransition(() => send(given))
  }
  const foresee = () =>
    startTransition(async () => {
      if (!form.current) return
      const outcome = await previewTemplateAction(null, new FormData(form.current))
      setShown(outcome.ok ? outcome.value : [])
    })
  return (
    <form ref={form} onSubmit={keep} className="grid gap-10" noValidate>
      <input type="hidden" name="templateId" value={template.id} />
      <input type="hidden" name="seen" value={template.seen} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only listens; the fields inside act. */}
      <section className="grid max-w-2xl gap-5" onBlur={foresee}>
        <TextField label="Nom du modèle" name="name" defaultValue={template.name} error={error('name')} />
        <RuleFields choice={template.choice} servesSlot={usual.servesSlot} error={error} />
        <TextField
          label="Heure"
          hint={`Vide : celle de l’émission, ${usual.airTime}.`}
          name="airTime"
          type="time"
          defaultValue={template.airTime}
          error={error('airTime')}
        />
        <DurationField
          label="Durée visée"
          hint={`Vide : celle de l’émission, ${usual.target}.`}
          name="target"
          defaultValue={template.target}
          error={error('target')}
        />
        <TextField
          label="Titre des numéros"
          hint="{date}, {numero} et {semaine} sont remplacés. Vide : vous l’écrirez plus tard."
          name="titlePattern"
          defaultValue={template.titlePattern}
          error={error('titlePattern')}
          autoComplete="off"
        />
        <ComingTitles coming={shown} />
        <TextField
          label="Préparer combien de jours avant"
          name="daysAhead"
          inputMode="numeric"
          defaultValue={template.daysAhead}
          error={error('daysAhead')}
        />
      </section>
      <TemplateLines items={template.items} error={error} />
      <div className="grid gap-3">
        <FormMessage tone={tone}>{words}</FormMessage>
        <div>
          <Button type="submit" variant="primary" icon={<Check />} pending={pending}>
            Garder le modèle
          </Button>
        </div>
      </div>
    </form>
  )
}
