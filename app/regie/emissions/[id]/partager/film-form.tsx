'use client'
import { Clapperboard } from 'lucide-react'
import { useAct } from '#app/_door/use-act.ts'
import { DurationField } from '#app/_ui/duration-field.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { RadioCards } from '#app/_ui/radio-cards.tsx'
import { SelectField } from '#app/_ui/select-field.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { askFilmAction } from './film-actions.ts'

type Props = {
  episodeId: string
  moments: readonly { value: string; label: string }[]
  lengths: readonly number[]
}

/** From where, and for how long. */
export function FilmForm({ episodeId, moments, lengths }: Props) {
  const { send, words, tone, error, given, round } = useAct(askFilmAction)
  return (
    <form action={send} key={round} className="grid grid-cols-1 gap-4" noValidate>
      <input type="hidden" name="episodeId" value={episodeId} />
      <SelectField
        label="Commencer à"
        name="moment"
        options={moments}
        defaultValue={given('moment', moments[0]?.value)}
        error={error('moment')}
      />
      <DurationField
        label="Ou à un instant précis"
        hint="Dans le podcast, par exemple 2:05. Vide : l’instant choisi au-dessus."
        optional
        name="exactly"
        defaultValue={given('exactly')}
        error={error('exactly')}
      />
      <RadioCards
        label="Durée du film"
        name="seconds"
        areShort
        choices={lengths.map((seconds) => ({ value: String(seconds), label: `${seconds} secondes` }))}
        defaultValue={given('seconds', String(lengths.at(-1)))}
        error={error('seconds')}
      />
      <FormMessage tone={tone}>{words}</FormMessage>
      <div>
        <SubmitButton icon={<Clapperboard />}>Faire le film</SubmitButton>
      </div>
    </form>
  )
}
