import { Check, X } from 'lucide-react'
import { wordsOfUse } from '#app/_rights/consent-words.ts'
import { RadioCards } from '#app/_ui/radio-cards.tsx'
import type { VoiceUse } from '#lib/db/schema.ts'

/** One question with a yes and a no of the same size. Nothing is chosen in advance. */
export function UseQuestion({ use, answer }: { use: VoiceUse; answer: boolean | undefined }) {
  const { question, hint } = wordsOfUse[use]
  return (
    <RadioCards
      label={question}
      hint={hint}
      name={use}
      areShort
      choices={[
        { value: 'oui', label: 'Oui', icon: <Check /> },
        { value: 'non', label: 'Non', icon: <X /> },
      ]}
      defaultValue={answer === undefined ? undefined : answer ? 'oui' : 'non'}
    />
  )
}
