'use client'
import { Stamp } from 'lucide-react'
import { useAct } from '#app/_door/use-act.ts'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import { freezeAction } from './actions.ts'

type Props = { episodeId: string; name: string; wasCalled: boolean }

/** Freezes the rundown as it was broadcast, under a name. */
export function FreezeForm({ episodeId, name, wasCalled }: Props) {
  const freezing = useAct(freezeAction)
  return (
    <form action={freezing.send} className="grid max-w-xl gap-4 print:hidden" key={freezing.round} noValidate>
      {!wasCalled && (
        <FormMessage tone="info">
          Personne n’a suivi cette émission à l’écran d’antenne. La copie dira ce qui était prévu, et qu’on ne
          sait pas ce qui est passé.
        </FormMessage>
      )}
      <input type="hidden" name="episodeId" value={episodeId} />
      <TextField
        label="Signé par"
        hint="Le nom de la personne qui répond de cette émission."
        name="signedBy"
        autoComplete="name"
        defaultValue={freezing.given('signedBy', name)}
        error={freezing.error('signedBy')}
      />
      <FormMessage tone={freezing.tone}>{freezing.words}</FormMessage>
      <SubmitButton icon={<Stamp />}>Figer une copie</SubmitButton>
    </form>
  )
}
