'use client'
import { Save } from 'lucide-react'
import { useAct } from '#app/_door/use-act.ts'
import { Checkbox } from '#app/_ui/checkbox.tsx'
import { DurationField } from '#app/_ui/duration-field.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { TextArea } from '#app/_ui/text-area.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import { editEpisodeAction } from '#app/regie/emissions/actions.ts'

type Values = Record<'title' | 'summary' | 'number' | 'airDate' | 'airTime' | 'target', string>

type Props = { episodeId: string; values: Values; isRecorded: boolean }

export function EpisodeForm({ episodeId, values, isRecorded }: Props) {
  const { send, words, tone, error, given, ticked, round } = useAct(editEpisodeAction)
  const field = (name: keyof Values) => ({
    name,
    defaultValue: given(name, values[name]),
    error: error(name),
  })
  return (
    <form action={send} className="grid gap-6" key={round} noValidate>
      <input type="hidden" name="episodeId" value={episodeId} />
      <TextField
        label="Titre"
        hint="Ce qu’on y entend, sans le nom de l’émission ni le numéro."
        {...field('title')}
      />
      <TextArea
        label="Résumé"
        hint="Deux ou trois phrases pour donner envie d’écouter."
        rows={5}
        {...field('summary')}
      />
      <div className="flex flex-wrap gap-6">
        <TextField label="Jour de diffusion" type="date" {...field('airDate')} />
        <TextField label="Heure" type="time" {...field('airTime')} />
        <TextField label="Numéro dans la saison" inputMode="numeric" {...field('number')} />
      </div>
      <DurationField label="Durée visée" {...field('target')} />
      <Checkbox
        name="isRecorded"
        label="Enregistrée à l’avance"
        hint="Les écrans d’antenne comptent depuis le début de l’enregistrement, sans l’heure qu’il est."
        defaultChecked={ticked('isRecorded', isRecorded)}
      />
      <FormMessage tone={tone}>{words}</FormMessage>
      <SubmitButton icon={<Save />}>Garder la fiche</SubmitButton>
    </form>
  )
}
