import { refusalWords } from '#app/_door/words.ts'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { Progress } from '#app/_ui/progress.tsx'
import { RadioCards } from '#app/_ui/radio-cards.tsx'
import type { SoundEditor } from '#lib/sound/edit.server.ts'

type Props = {
  /** The copy of the clean-ups that are ticked; null when there is none yet. */
  copy: SoundEditor['cleaned'][number] | null
  /** Whether the ticked clean-ups are kept already: their copy is then on its way. */
  isKept: boolean
  listens: 'before' | 'after'
  listen: (to: 'before' | 'after') => void
}

/** Where the cleaned copy stands, and the choice between hearing the sound before and after. */
export function CleanedCopy({ copy, isKept, listens, listen }: Props) {
  if (copy?.state === 'ready')
    return (
      <RadioCards
        label="Ce que vous écoutez"
        name="listens"
        defaultValue={listens}
        onChoose={(value) => listen(value === 'after' ? 'after' : 'before')}
        choices={[
          { value: 'before', label: 'Avant', hint: 'Le son comme il est arrivé.' },
          { value: 'after', label: 'Après', hint: 'Le son soigné, au même niveau.' },
        ]}
      />
    )
  if (copy?.state === 'refused')
    return <FormMessage tone="warn">{refusalWords(copy.refusal ?? '', {})}</FormMessage>
  if (copy && isKept)
    return (
      <Progress
        label="On soigne le son"
        value={null}
        words="Vous pourrez écouter avant et après. Vous pouvez fermer la page."
      />
    )
  return (
    <FormMessage tone="info">
      Touchez Garder : on prépare le son soigné, puis vous écoutez avant et après.
    </FormMessage>
  )
}
