'use client'
import { HandHelping, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useAct } from '#app/_door/use-act.ts'
import { Button } from '#app/_ui/button.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { SelectField } from '#app/_ui/select-field.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { askHandAction, withdrawHandAction } from '#app/(atelier)/sujets/beginning-actions.ts'

type Props = { storyId: string; people: readonly { id: string; name: string }[] }

/** Chooses somebody, who then writes in the story too; and takes it back, even when nobody else is left to ask. */
export function AskHand({ storyId, people }: Props) {
  const { send, outcome, words, tone, error, round } = useAct(askHandAction)
  // The answer that was taken back: its words say what is no longer so.
  const [undone, setUndone] = useState(0)
  const asked = outcome?.ok && undone !== round ? outcome.value.helperId : null
  const undo = async (helperId: string) => {
    const { ok } = await withdrawHandAction(null, { storyId, helperId })
    if (ok) setUndone(round)
  }
  if (people.length === 0 && outcome === null) return null
  return (
    <form action={send} key={round} noValidate className="grid grid-cols-1 justify-items-start gap-3">
      <input type="hidden" name="storyId" value={storyId} />
      {people.length > 0 && (
        <div className="w-full max-w-md">
          <SelectField
            label="À qui ?"
            hint="Cette personne pourra lire et écrire dans ce sujet. Il reste à vous."
            name="helperId"
            defaultValue=""
            placeholder="Choisir une personne"
            options={people.map(({ id, name }) => ({ value: id, label: name }))}
            error={error('helperId')}
          />
        </div>
      )}
      <FormMessage tone={tone}>{undone === round ? null : words}</FormMessage>
      {asked && (
        <Button variant="quiet" icon={<Undo2 />} onClick={() => undo(asked)}>
          Annuler
        </Button>
      )}
      {people.length > 0 && (
        <SubmitButton variant="secondary" icon={<HandHelping />}>
          Demander
        </SubmitButton>
      )}
    </form>
  )
}
