'use client'
import { Check } from 'lucide-react'
import { useState } from 'react'
import { useAct } from '#app/_door/use-act.ts'
import { Card } from '#app/_ui/card.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { RadioCards } from '#app/_ui/radio-cards.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import { voiceLimits } from '#lib/rights/voice-limits.ts'
import { warnAction } from './actions.ts'

const ready = [
  'Ce sujet parle de violence.',
  'Ce sujet parle de la mort ou du deuil.',
  'On y entend des cris ou des bruits forts.',
]

/** What listeners are told before they hear the story: nothing, a ready sentence, or one's own. */
export function WarningForm({ storyId, warning }: { storyId: string; warning: string }) {
  const { send, words, tone, error, given, round } = useAct(warnAction)
  const isOwn = warning !== '' && !ready.includes(warning)
  const [chosen, setChosen] = useState(isOwn ? 'own' : warning)
  return (
    <Card title="Faut-il prévenir avant d’écouter ?">
      <form action={send} className="grid grid-cols-1 gap-4" noValidate>
        <input type="hidden" name="storyId" value={storyId} />
        <RadioCards
          label="Certains sujets peuvent faire mal à entendre."
          hint="La phrase sera écrite sur la page de l’émission."
          name="warning"
          choices={[
            { value: '', label: 'Non' },
            ...ready.map((words) => ({ value: words, label: words })),
            { value: 'own', label: 'Avec mes mots' },
          ]}
          defaultValue={chosen}
          onChoose={setChosen}
          key={round}
        />
        {chosen === 'own' && (
          <TextField
            label="Votre phrase"
            name="own"
            defaultValue={given('own', isOwn ? warning : '')}
            error={error('own')}
            maxLength={voiceLimits.warning}
          />
        )}
        <FormMessage tone={tone}>{words}</FormMessage>
        <SubmitButton variant="secondary" icon={<Check />}>
          Garder ce choix
        </SubmitButton>
      </form>
    </Card>
  )
}
