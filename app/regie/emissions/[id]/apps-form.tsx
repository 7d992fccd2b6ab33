'use client'
import { Save } from 'lucide-react'
import { useAct } from '#app/_door/use-act.ts'
import { DurationField } from '#app/_ui/duration-field.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { RadioCards } from '#app/_ui/radio-cards.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import type { EpisodeKind } from '#lib/db/schema.ts'
import { editForAppsAction } from './apps-actions.ts'

type Props = { episodeId: string; kind: EpisodeKind; bite: { start: string; length: string; title: string } }

const kinds = [
  { value: 'full', label: 'Un numéro', hint: 'L’émission de la semaine.' },
  {
    value: 'trailer',
    label: 'Une bande-annonce',
    hint: 'Elle présente l’émission ou la saison, sans numéro.',
  },
  { value: 'bonus', label: 'Un bonus', hint: 'Quelque chose en plus, sans numéro.' },
]

/** What podcast apps are told of an episode, and the passage that they may play to whoever hesitates. */
export function AppsForm({ episodeId, kind, bite }: Props) {
  const { send, words, tone, error, given, round } = useAct(editForAppsAction)
  return (
    <section className="grid grid-cols-1 gap-6" aria-labelledby="applications">
      <h2 id="applications">Dans les applications</h2>
      <form action={send} className="grid grid-cols-1 gap-6" key={round} noValidate>
        <input type="hidden" name="episodeId" value={episodeId} />
        <RadioCards
          label="C’est"
          name="kind"
          choices={kinds}
          defaultValue={given('kind', kind)}
          error={error('kind')}
        />
        <p className="text-ink-2">
          Un extrait de 15 secondes à 2 minutes peut donner envie d’écouter : des applications le proposent
          seul. Sans extrait, laissez ces cases vides.
        </p>
        <div className="flex flex-wrap gap-6">
          <DurationField
            label="L’extrait commence à"
            hint="Dans le podcast, par exemple 12:30"
            name="start"
            optional
            defaultValue={given('start', bite.start)}
            error={error('start')}
          />
          <DurationField
            label="Il dure"
            hint="Par exemple 45 s, ou 1:00"
            name="length"
            optional
            defaultValue={given('length', bite.length)}
            error={error('length')}
          />
        </div>
        <TextField
          label="Ce que l’on y entend"
          name="biteTitle"
          optional
          defaultValue={given('biteTitle', bite.title)}
          error={error('biteTitle')}
        />
        <FormMessage tone={tone}>{words}</FormMessage>
        <SubmitButton variant="secondary" icon={<Save />}>
          Garder pour les applications
        </SubmitButton>
      </form>
    </section>
  )
}
