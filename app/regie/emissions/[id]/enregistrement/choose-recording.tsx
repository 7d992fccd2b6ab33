'use client'
import { Scissors } from 'lucide-react'
import { useAct } from '#app/_door/use-act.ts'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { SelectField } from '#app/_ui/select-field.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { setRecordingAction } from './actions.ts'

type Props = { episodeId: string; sounds: readonly { value: string; label: string }[] }

/** Which sound is the whole show. The newest comes first: it has mostly just been handed over. */
export function ChooseRecording({ episodeId, sounds }: Props) {
  const { send, words, outcome, error, given, round } = useAct(setRecordingAction)
  return (
    <form action={send} className="grid max-w-2xl gap-4" key={round} noValidate>
      <input type="hidden" name="episodeId" value={episodeId} />
      <SelectField
        label="Le son de toute l’émission"
        hint="Le plus récent est en haut."
        name="clipId"
        options={sounds}
        defaultValue={given('clipId', sounds[0]?.value)}
        error={error('clipId')}
      />
      <FormMessage tone="error">{outcome?.ok === false ? words : null}</FormMessage>
      <SubmitButton icon={<Scissors />}>Découper ce son</SubmitButton>
    </form>
  )
}
