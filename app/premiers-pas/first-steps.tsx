'use client'
import { Disc3, Radio } from 'lucide-react'
import { useAct } from '#app/_door/use-act.ts'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import { foundShowAction, loadExampleAction } from './actions.ts'

/** Two ways in: one's own show by its name, or the example to look around. */
export function FirstSteps() {
  const founding = useAct(foundShowAction)
  const example = useAct(loadExampleAction)
  return (
    <>
      <form action={founding.send} className="grid gap-5">
        <TextField
          label="Nom de l’émission"
          hint="Vous pourrez changer d’avis. Le reste se règle plus tard."
          name="name"
          defaultValue={founding.given('name')}
          error={founding.error('name')}
          required
          maxLength={120}
        />
        <FormMessage tone={founding.tone}>{founding.words}</FormMessage>
        <SubmitButton wide icon={<Radio />}>
          Ouvrir l’émission
        </SubmitButton>
      </form>
      <form action={example.send} className="grid gap-4 border-t-2 border-border pt-6">
        <h2>Ou regardez d’abord un exemple</h2>
        <p>
          Une émission fictive avec 14 membres inventés, trois numéros, des textes et de vrais sons à
          manipuler sans risque.
        </p>
        <FormMessage tone={example.tone}>{example.words}</FormMessage>
        <SubmitButton variant="secondary" wide icon={<Disc3 />} pendingLabel="On charge l’exemple…">
          Charger l’exemple
        </SubmitButton>
      </form>
    </>
  )
}
